"""The rows that the formats of other tools are made of, a few thousand at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.database import Params, Row
from display.evidence.citation import AROUND
from sharing.shared import Shared

AT_ONCE = 5_000
CLAIMS = """
SELECT f.fact_row, f.fact_id, f.doc_id, f.sentence_id, f.claim, f.status, f.plan, f.first_day, f.end_day, f.themes,
       f.actor_entity_id, f.target_entity_id, f.recipient_entity_id, f.place, f.actor, f.action, f.target, a.source,
       s.text AS sentence, s.start_char, s.end_char, d.url, d.publisher, d.published, d.title,
       substr(d.text, greatest(s.start_char - {around}, 0) + 1, least(s.start_char, {around})) AS before,
       substr(d.text, s.end_char + 1, {around}) AS after
FROM facts f JOIN documents d USING (doc_row) JOIN sentences s USING (sentence_row)
LEFT JOIN attributions a ON a.attribution_id = f.attribution_id
WHERE f.fact_row >= $from AND {condition} ORDER BY f.fact_row LIMIT {at_once}"""


def claims(shared: Shared) -> Iterator[Row]:
    """The claims of the view with their sentence, and what stands before and after it."""
    condition = facts_where(shared.view.selection)
    sql = CLAIMS.format(around=AROUND, condition=condition.sql, at_once=AT_ONCE)
    start = 0
    while rows := _asked(shared, sql, {**condition.params, "from": start}):
        yield from rows
        start = int(rows[-1]["fact_row"]) + 1


def entities(shared: Shared) -> Iterator[Row]:
    """Those who have a part in a claim of the view."""
    condition = facts_where(shared.view.selection)
    sql = (
        "SELECT e.entity_id, e.name, e.label, e.country, e.role FROM entities e WHERE e.entity_id IN ("
        f"SELECT p.entity_id FROM fact_entities p JOIN facts f USING (fact_id) WHERE {condition.sql}) ORDER BY 1"
    )
    yield from _asked(shared, sql, condition.params)


def aliases(shared: Shared) -> dict[str, list[str]]:
    """The forms of each name, by entity."""
    found: dict[str, list[str]] = {}
    for row in _asked(shared, "SELECT entity_id, text FROM aliases ORDER BY entity_id, n_mentions DESC, text", {}):
        found.setdefault(str(row["entity_id"]), []).append(str(row["text"]))
    return found


def reports(shared: Shared) -> Iterator[Row]:
    """The reports with a claim of the view."""
    condition = facts_where(shared.view.selection)
    columns = "doc_id, source_id, title, publisher, published, url, author, language"
    sql = (
        f"SELECT {columns}{', text' if shared.has_texts else ''} FROM documents d WHERE d.doc_row IN "
        f"(SELECT f.doc_row FROM facts f WHERE {condition.sql}) ORDER BY d.doc_row"
    )
    yield from _asked(shared, sql, condition.params)


def day(value: object) -> str:
    """A day as 2024-03-04; empty where there is none."""
    return value.strftime("%Y-%m-%d") if isinstance(value, datetime) else ""


def _asked(shared: Shared, sql: str, params: Params) -> list[Row]:
    return shared.view.database.passing(sql, params)
