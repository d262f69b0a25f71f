"""The claims of a report and its sources, as its script takes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.queries.around_claims import told_elsewhere
from analysis.queries.engine.database import Database, Row, records
from analysis.shown import visible
from display import day_words, words
from display.amounts import amounts
from display.claims.claim_sentence import HAPPENS, claim_words, themes_of
from display.claims.parts import claim_parts
from display.evidence.marking import Span
from display.palette import theme_number, theme_pattern
from display.safe import is_empty, web_address
from sharing.claims import claims_of, evidence_of, marks_of, said_when, sources_of, speaker_of, title_of
from sharing.quoting import MOST_WORDS, few_words
from sharing.shared import Shared

MOST_CLAIMS = 10_000  # of the view; the file stays under 8 MB with them and their sentences
# The order in which the script takes the parts of a claim.
CLAIM = (
    *("id", "sentence", "marks", "status", "plan", "themes", "speaker", "said", "happens", "when", "amount"),
    *("recipient", "source", "evidence", "evidence_marks", "told", "independent"),
)


def claims_data(shared: Shared) -> dict[str, Any]:
    """The claims of most worth, their sources, and what themes and statuses are called."""
    view = shared.view
    rows = claims_of(view, MOST_CLAIMS)
    sources = records(sources_of(view.database, view.selection))
    number = {str(source["doc_id"]): place for place, source in enumerate(sources)}
    told = _told(view.database, rows)
    return {
        "order": CLAIM,
        "claims": [_claim(row, number, told, shared) for row in rows],
        "sources": [_source(source) for source in sources],
        "themes": {name: _theme(name, view.themes) for name in [*view.themes, ""]},
        "statuses": {status: [words.STATUS[status], words.STATUS_MEANING[status]] for status in words.STATUS},
        "dashboard": shared.dashboard,
        "unit": view.unit,
    }


def _told(database: Database, rows: Sequence[Row]) -> dict[str, tuple[int, int]]:
    """Other reports of the event of each, and how many of them are independent."""
    found = records(told_elsewhere(database, [str(row["fact_id"]) for row in rows]))
    return {str(one["fact_id"]): (int(one["n_reports"]), int(one["n_independent"])) for one in found}


def _claim(row: Row, number: dict[str, int], told: dict[str, tuple[int, int]], shared: Shared) -> list[Any]:
    """The parts of CLAIM."""
    said, marks = _sentence(row, shared.has_texts)
    evidence = evidence_of(row, shared.has_texts)
    plan = "" if is_empty(row["plan"]) else words.PLAN[str(row["plan"])].lower()
    status = str(row["status"])
    return [
        row["fact_id"],
        said,
        marks_of(marks),
        status,
        plan,
        themes_of(row),
        few_words(speaker_of(row), False),
        said_when(row),
        HAPPENS.get(status, "When"),
        day_words.when(row),
        visible(amounts(row)),
        "" if is_empty(row["recipient"]) else few_words(str(row["recipient"]), False),
        number[str(row["doc_id"])],
        evidence.words,
        marks_of(evidence.spans),
        *told.get(str(row["fact_id"]), (0, 0)),
    ]


def _sentence(row: Row, has_texts: bool) -> tuple[str, list[Span]]:
    """The sentence of a claim and its parts; without texts its first words, and no parts where it is cut."""
    said = claim_words(row)
    marks = [] if is_empty(row["claim"]) else claim_parts(row)
    if has_texts or len(said.split()) <= MOST_WORDS:
        return visible(said), marks
    return few_words(said, False), []


def _source(row: Row) -> list[Any]:
    """Headline, publisher and day, address, number of claims, id of the report."""
    return [
        few_words(title_of(row), False),
        visible(words.origin(row)),
        web_address(row["url"]) or "",
        int(row["n_facts"]),
        str(row["doc_id"]),
    ]


def _theme(name: str, themes: Sequence[str]) -> list[Any]:
    """Its words, the number of its colour, and whether it is a ring."""
    number = theme_number(name, themes)
    return [visible(words.theme(name)), -1 if number is None else number, bool(theme_pattern(name, themes))]
