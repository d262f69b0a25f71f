"""The checks of the words of factuality: what is wrong in a file is said, not guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from analysis.lexicons.rows import LexiconError
from analysis.text.factuality import lexicon

STATUS_ROW = {"effect": "*", "certainty": "*", "polarity": "*", "tense": "*", "status": "done", "example": "They left."}
LOADERS = (lexicon.load_effects, lexicon.load_cues, lexicon.load_modals, lexicon.load_statuses)


@pytest.fixture
def with_rows(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """A function that puts rows in the place of a file's."""
    own = lexicon.read_rows

    def put(name: str, *rows: dict[str, str]) -> None:
        def read(asked: str, *args: Any, **kwargs: Any) -> tuple[dict[str, str], ...]:
            return rows if asked == name else own(asked, *args, **kwargs)

        monkeypatch.setattr(lexicon, "read_rows", read)

    _forget()
    yield put
    _forget()


def _forget() -> None:
    for load in LOADERS:
        load.cache_clear()


def test_a_cue_with_two_effects_on_one_scope_is_refused(with_rows: Callable[..., None]) -> None:
    row = {"word": "try", "part": "verb", "scope": "to", "effect": "attempted"}
    with_rows("factuality", row, row | {"scope": "ing to", "effect": "happens"})

    with pytest.raises(LexiconError, match="try, verb, to has two effects"):
        lexicon.load_cues()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        pytest.param({"effect": "magic"}, "try has the unknown value 'magic'", id="effect"),
        pytest.param({"part": "verbs"}, "try has the unknown value 'verbs'", id="part of speech"),
    ],
)
def test_a_cue_with_an_unknown_value_is_refused(
    with_rows: Callable[..., None], change: dict[str, str], fault: str
) -> None:
    with_rows("factuality", {"word": "try", "part": "verb", "scope": "to", "effect": "attempted"} | change)

    with pytest.raises(LexiconError, match=fault):
        lexicon.load_cues()


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        pytest.param([STATUS_ROW | {"status": "perhaps"}], "row 1 has the unknown value 'perhaps'", id="status"),
        pytest.param([STATUS_ROW | {"tense": "soon"}], "row 1 has the unknown value 'soon'", id="tense"),
        pytest.param([STATUS_ROW | {"tense": "past"}], "the last row does not fit everything", id="gap at the end"),
        pytest.param([], "the last row does not fit everything", id="no rows"),
    ],
)
def test_a_table_of_statuses_that_leaves_a_gap_is_refused(
    with_rows: Callable[..., None], rows: list[dict[str, str]], fault: str
) -> None:
    with_rows("status", *rows)

    with pytest.raises(LexiconError, match=fault):
        lexicon.load_statuses()


def test_an_edited_table_of_statuses_is_followed(with_rows: Callable[..., None]) -> None:
    with_rows("status", STATUS_ROW | {"tense": "present", "status": "planned"}, STATUS_ROW)

    assert [row.status for row in lexicon.load_statuses()] == ["planned", "done"]


@pytest.mark.parametrize(
    ("word", "part", "scope", "effect"),
    [
        pytest.param("refuse", "verb", "to", "refused", id="listed"),
        pytest.param("pledge", "noun", "to", "pledged", id="another part of speech"),
        pytest.param("readiness", "verb", "to", "intended", id="tagged as another part"),
        pytest.param("refuse", "verb", "that", None, id="another scope"),
        pytest.param("xyzzy", "verb", "to", None, id="unknown word"),
    ],
)
def test_a_cue_is_looked_up_by_word_part_and_scope(word: str, part: str, scope: str, effect: str | None) -> None:
    found = lexicon.cue_effect(word, part, scope)

    assert (found and found.name) == effect
