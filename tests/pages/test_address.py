"""Filters in the address: what is written is what is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as some

from analysis.fields import FIELDS
from analysis.fields.cut import Cut
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.store import open_snapshot
from display.fields import ENTRIES
from pages.parts import address
from pages.parts.filters import selected
from pages.parts.keys import meant
from tests.examples import examples
from tests.pages.conftest import Open
from tests.pages.made.names import HOSTILE_NAME, HOSTILE_PUBLISHER, entity_id
from tests.pages.test_numbers import PAGES

VALUES = {
    "theme": ["mining", "aid", ""],
    "status": ["done", "planned"],
    "plan": ["pledged", ""],
    "publisher": ["Northern Wire", HOSTILE_PUBLISHER, ""],
    "person": [entity_id("Leyla Rahimova"), entity_id(HOSTILE_NAME)],
    "said_by": ["", "?", entity_id("Leyla Rahimova")],
    "country": ["AF"],
    "event_class": ["AGREE", ""],
    "certainty": ["possible"],
    "period": ["2024-01-01..2024-06-30", "..2024-01-01"],
    "words": ["copper & mine=?", "a+b"],
    "month": ["2024-03-01 00:00:00"],
    "longer_than_month": [""],
    "months_before": ["2024-03-01 00:00:00"],
    "document": ["doc01"],
    "undated": [""],
}
CUTS = some.sampled_from([Cut(field, value) for field, values in VALUES.items() for value in values])
SELECTIONS = some.builds(
    Selection,
    only=some.lists(CUTS, max_size=4).map(tuple),
    hide=some.lists(some.lists(CUTS, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple),
)


@pytest.fixture(scope="module")
def database(small: Path) -> Database:
    """The hand-made snapshot."""
    return Database(open_snapshot(small))


@pytest.fixture
def _no_address() -> Iterator[None]:
    """An address of its own for the test."""
    yield
    st.session_state.pop(address.STATE, None)


@pytest.mark.usefixtures("_no_address")
@examples(60)
@given(selection=SELECTIONS)
def test_a_selection_comes_back_from_its_address(database: Database, selection: Selection):
    st.session_state[address.STATE] = {k: v for k, v in selected.query_of(database, selection).items() if v}

    assert selected.read(database) == (selection, [])


def test_every_field_has_an_entry_and_every_entry_a_field():
    assert set(ENTRIES) == set(FIELDS)
    assert all(entry.field == name for name, entry in ENTRIES.items())


@pytest.mark.usefixtures("_no_address")
@pytest.mark.parametrize(
    ("query", "dropped"),
    [
        pytest.param({"theme": ["Alchemy"]}, ["Theme: Alchemy"], id="a theme that is gone"),
        pytest.param({"not-person": ["Nobody"]}, ["Person: Nobody"], id="hidden, and gone"),
        pytest.param({"period": ["soon"]}, ["When it happened: soon"], id="no period"),
        pytest.param({"day": ["NaT"]}, ["Begins in this day: NaT"], id="no day"),
        pytest.param({"month": [""]}, ["Begins in this month: "], id="an empty month"),
        pytest.param({"year": ["now"]}, ["Begins in this year: now"], id="a day that depends on the clock"),
        pytest.param({"hide": ["theme=Alchemy&status=Done"]}, ["Theme: Alchemy"], id="half of what is hidden is gone"),
        pytest.param({"hide": ["nonsense=1"]}, ["1"], id="an unknown field"),
    ],
)
def test_what_the_reports_do_not_have_is_left_out(database: Database, query: address.Query, dropped: list[str]):
    st.session_state[address.STATE] = query

    assert selected.read(database) == (Selection(), dropped)


@pytest.mark.usefixtures("_no_address")
@pytest.mark.parametrize("words", ["security", "SECURITY", " Security "])
def test_a_value_that_was_typed_in_other_letters_is_understood(database: Database, words: str):
    as_it_is = selected.read(database, {"theme": ["Security"]})

    assert as_it_is.dropped == []
    assert selected.read(database, {"theme": [words]}) == as_it_is


def test_every_key_that_pages_read_is_known(visit: Open, monkeypatch: pytest.MonkeyPatch):
    read: set[str] = set()
    values = address.values

    def noted(key: str) -> list[str]:
        read.add(key)
        return values(key)

    monkeypatch.setattr(address, "values", noted)

    for page, query in PAGES.items():
        visit(page.split("?")[0], **query)

    assert read
    assert [key for key in sorted(read) if meant(key) != key] == []
