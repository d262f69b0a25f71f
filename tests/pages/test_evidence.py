"""The pages of a list that a mark opens: they are in the address, and belong to what is open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import streamlit as st

from analysis.queries.disputed import DISPUTED
from analysis.queries.engine.database import Database
from analysis.store import open_snapshot
from display.fields import entities
from pages.parts import address
from pages.parts.evidence import evidence
from pages.parts.overview import news
from tests.pages.conftest import Open, html
from tests.pages.made.names import entity_id
from tests.pages.snapshots import small_frames

LIST = "evidence-status"
DONE = {"open_status": "Done"}


@pytest.fixture
def _no_address() -> Iterator[None]:
    """An address of its own for the test."""
    yield
    st.session_state.pop(address.STATE, None)


@pytest.fixture(autouse=True)
def _short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "PAGE", 2)


def cards(visit: Open, **query: str) -> list[str]:
    """The sentences of the open list, without their marks."""
    app = visit(**query)
    assert not app.exception
    quotes = re.findall(r'<p class="d-quote"[^>]*>(.*?)</p>', html(app.get_by_key(LIST)))
    return [re.sub(r"<[^>]+>", "", quote) for quote in quotes]


def test_a_link_carries_the_page_of_an_open_list(visit: Open):
    first, second = cards(visit, **DONE), cards(visit, **DONE, page_status="2")

    assert len(first) == len(second) == 2
    assert first != second


@pytest.mark.parametrize("number", ["99", "9" * 5000])
def test_a_page_beyond_the_end_is_the_last_one(visit: Open, number: str):
    n_done = int((small_frames()["facts"]["status"] == "done").sum())
    last = -(-n_done // 2)

    assert cards(visit, **DONE, page_status=number) == cards(visit, **DONE, page_status=str(last)) != []


@pytest.mark.parametrize("number", ["0", "-3", "two", "²", "1.5"])
def test_what_is_no_page_is_the_first_one(visit: Open, number: str):
    assert cards(visit, **DONE, page_status=number) == cards(visit, **DONE)


@pytest.mark.usefixtures("_no_address")
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("3-abc", 3, id="kept of this"),
        pytest.param("3-xyz", 1, id="kept of something else"),
        pytest.param("3", 3, id="written by hand"),
        pytest.param("30-abc", 5, id="beyond the end"),
    ],
)
def test_a_page_belongs_to_what_is_open(said: str, expected: int):
    st.session_state[address.STATE] = {"page-x": [said]}

    assert address.number("page-x", 5, of="abc") == expected


def test_nothing_has_no_page():
    assert address.number("page-x", 0) == 0


@pytest.mark.parametrize("page", ["99", "9" * 30])
def test_the_last_possible_disagreements_are_shown_for_a_page_beyond_the_end(
    visit: Open, monkeypatch: pytest.MonkeyPatch, page: str
):
    facts = small_frames()["facts"].drop_duplicates("status").set_index("status")["fact_id"]
    pair = {"said_id": facts["done"], "other_id": facts["denied"], "differs": "status"}
    rows = [pair | {"said_figure": None, "other_figure": None}] * 5

    def disputed(*args: object) -> tuple[object, int]:
        page = args[2]
        assert isinstance(page, tuple)
        return DISPUTED.from_rows(rows[page[0] : sum(page)]), len(rows)

    monkeypatch.setattr(news, "disputed", disputed)

    app = visit(page_disputed=page)

    assert not app.exception
    assert "5 possible disagreements" in html(app)
    assert html(app.get_by_key("may-be-disputed")).count('class="d-quote"') == 2


def test_those_who_are_in_a_list_are_named_with_one_question(small: Path, monkeypatch: pytest.MonkeyPatch):
    database = Database(open_snapshot(small))
    ids = [entity_id(name) for name in ("Leyla Rahimova", "Norland Mining", "Herat", "Herat")]
    asked: list[Sequence[str]] = []
    entities_named = entities.known_values.entities_named

    def counted(database: Database, wanted: Sequence[str]) -> object:
        asked.append(wanted)
        return entities_named(database, wanted)

    entities._known_labels.cache_clear()
    monkeypatch.setattr(entities.known_values, "entities_named", counted)

    labels = entities.entity_labels(database, [*ids, "nobody"])

    assert labels == {key: entities.entity_label(database, key) for key in (*ids, "nobody")}
    assert labels["nobody"] == "nobody"
    assert set(labels.values()) >= {"Leyla Rahimova", "Norland Mining"}
    assert len(asked) == 1
