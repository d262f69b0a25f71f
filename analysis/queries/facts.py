"""Which facts are reported, one by one?"""

from __future__ import annotations

from pathlib import Path

from analysis.queries.conditions import facts_where
from analysis.queries.database import Database
from analysis.queries.rows import FACT_SQL
from analysis.queries.selection import Selection

# The columns of an export, and whether a cell holds words of a report: those get an apostrophe where a spreadsheet
# would take them for a formula (OWASP, CSV injection).
EXPORTED = {
    "fact_id": False,
    "actor": True,
    "action": True,
    "target": True,
    "place": True,
    "first_day": False,
    "end_day": False,
    "precision": False,
    "timex": True,
    "status": False,
    "certainty": False,
    "polarity": False,
    "tense": False,
    "source": True,
    "is_quote": False,
    "theme": True,
    "event_class": False,
    "is_main": False,
    "sentence": True,
    "title": True,
    "publisher": True,
    "published": False,
    "published_from": False,
    "url": True,
    "actor_name": True,
    "target_name": True,
    "place_name": True,
    "rule": True,
    "score": False,
    "how": True,
    "doc_id": False,
    "sentence_id": False,
}
DAYS = ("first_day", "end_day", "published")
FORMULA = r"^[=+\-@\t\r]"


def write_facts_csv(database: Database, selection: Selection, path: Path) -> None:
    """Write every fact of the selection as CSV; `path` must be in `database.exports`."""
    condition = facts_where(selection)
    cells = ", ".join(_cell(name, is_text) for name, is_text in EXPORTED.items())
    sql = f"SELECT {cells} FROM ({FACT_SQL} WHERE {condition.sql}) ORDER BY published DESC NULLS LAST, doc_id, fact_id"
    database.write_csv(sql, condition.params, path)


def _cell(name: str, is_text: bool) -> str:
    if name in DAYS:
        return f"strftime({name}, '%Y-%m-%d') AS {name}"
    if not is_text:
        return name
    return f"CASE WHEN regexp_matches({name}, '{FORMULA}') THEN '''' || {name} ELSE {name} END AS {name}"
