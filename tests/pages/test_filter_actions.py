"""What clicks in the filters make of a selection, whatever they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.fields.cut import Cut
from analysis.queries.engine.selection import Selection
from pages.parts.filters.panel.actions import PERIODS, applied, read_words, words_of
from pages.parts.filters.panel.data import SECTIONS

FIELDS = (*SECTIONS, *PERIODS)


CUTS = st.builds(Cut, st.sampled_from(["theme", "status", "person"]), st.sampled_from(["a", "b"]))
ACTIONS = st.fixed_dictionaries(
    {
        "do": st.sampled_from(["only", "hide", "clear"]),
        "field": st.sampled_from(["theme", "status", "person"]),
        "value": st.sampled_from(["a", "b"]),
        "on": st.booleans(),
    }
)


@given(st.lists(ACTIONS))
def test_a_value_is_never_both_let_through_and_hidden(actions: list[dict]):
    selection = Selection()
    for action in actions:
        selection = applied(selection, action, FIELDS)

    for field in ("theme", "status", "person"):
        assert not set(selection.values(field)) & set(selection.hidden(field))


@given(CUTS, st.lists(ACTIONS))
def test_switching_a_value_on_and_off_leaves_the_others(cut: Cut, actions: list[dict]):
    before = Selection()
    for action in actions:
        before = applied(before, action, FIELDS)
    click = {"do": "only", "field": cut.field, "value": cut.value}

    after = applied(applied(before, click | {"on": True}, FIELDS), click | {"on": False}, FIELDS)

    assert after.only == tuple(one for one in before.only if one != cut)
    assert after.hide == tuple(cuts for cuts in before.hide if cuts != (cut,))


@given(st.text(max_size=40), st.text(max_size=40))
def test_typed_words_come_back_as_they_are_read(wanted: str, unwanted: str):
    selection = applied(Selection(), {"do": "words", "value": wanted, "without": unwanted}, FIELDS)

    again = applied(
        Selection(), dict(zip(("do", "value", "without"), ("words", *words_of(selection)), strict=True)), FIELDS
    )

    assert again == selection
    assert read_words("", "") == ([], [])
