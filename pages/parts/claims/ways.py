"""The ways from a claim or a sentence: to its place in the report, and to the profiles of those who are in it."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.queries.engine.database import Database, Row
from display.fields.entities import entity_labels
from display.safe import is_empty, shortened
from pages.parts.evidence.profile_links import profile_link
from pages.parts.filtered_links import FACTS, REPORT, address_of, anchor
from pages.parts.view import current_view


def ways_html(row: Row) -> str:
    """The ways to the report of a row, to the profiles of those who act, are acted on, and say so, and to all fields of
    a fact."""
    name = "fact" if "fact_id" in row else "sentence"
    href = address_of(REPORT, **{"doc": str(row["doc_id"]), name: str(row[f"{name}_id"])})
    names = entity_labels(current_view().database, _people(row)).values()
    people = "".join(profile_link(name, shortened(name, 40)) for name in names)
    record = ""
    if name == "fact":
        every = address_of(FACTS, shown="table", fact=str(row["fact_id"]))
        record = anchor(every, "All its fields", "table_rows")
    return f'<p class="d-ways">{anchor(href, "Open in the report", "article")}{people}{record}</p>'


def known_people(database: Database, rows: Sequence[Row]) -> None:
    """Ask for the names of all who are in these rows with one question: they are kept."""
    entity_labels(database, [one for row in rows for one in _people(row)])


def _people(row: Row) -> list[str]:
    """The ids of those who act, are acted on, and say so, each once."""
    found = [row.get(f"{part}_entity_id") for part in ("actor", "target", "source")]
    return list(dict.fromkeys(str(one) for one in found if not is_empty(one)))
