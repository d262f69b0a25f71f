"""The marks of a report, in layers: facts, names, dates, who says so, words of themes, and noise."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

import pandas as pd

from analysis.queries.engine.database import Database, Row, records
from analysis.queries.few_facts import names_of
from analysis.queries.report import PARTS
from analysis.schema import Column, Table

MARKS = Table(
    name="marks",
    row="a span of the report to mark",
    columns=(
        Column("layer", "str", "what is marked: fact, name, date, attribution, theme, noise", nullable=False),
        Column("start_char", "int64", "first character", unit="characters into the text", nullable=False),
        Column("end_char", "int64", "one past the last character", unit="characters", nullable=False),
        Column("mark_id", "str", "id of what is marked", nullable=False),
        Column("part", "str", "which part of it: actor, action, source, cue, a label, a theme", nullable=False),
        Column("note", "str", "what to say about it"),
    ),
    key=("layer", "start_char", "end_char", "mark_id", "part"),
)
Span = tuple[int, int]
Place = tuple[int, Span]  # the row of a report, and a part of it
SPEECH = ("source", "cue", "content")


def marks(database: Database, doc_row: int, part: Span, layers: Collection[str]) -> pd.DataFrame:
    """MARKS of these layers of the report that touch a part of it, by place, the longer first; those of facts are
    `marks_of_facts`."""
    found = [row for layer in LAYERS if layer in layers for row in LAYERS[layer](database, (doc_row, part))]
    return _within(part, found)


def marks_of_facts(facts: pd.DataFrame, part: Span) -> pd.DataFrame:
    """MARKS of FACTS that touch a part of the report, in the same order."""
    near = facts[(facts["start_char"] < part[1]) & (facts["end_char"] > part[0])]
    return _within(
        part,
        [
            _mark("fact", (row[f"{prefix}start_char"], row[f"{prefix}end_char"]), row["fact_id"], name, row["status"])
            for row in records(near)
            for name, prefix in (("", ""), *((name, f"{name}_") for name in PARTS))
        ],
    )


def _within(part: Span, rows: Collection[Row]) -> pd.DataFrame:
    touching = [row for row in rows if _is_number(row["start_char"]) and _touches(row, part)]
    by_key = {tuple(row[name] for name in MARKS.key): row for row in touching}
    order = sorted(by_key, key=lambda key: (key[1], -key[2], key[0], key[4], key[3]))
    return MARKS.from_rows([by_key[key] for key in order])


def _touches(row: Row, part: Span) -> bool:
    return bool(row["start_char"] < part[1] and row["end_char"] > part[0])


def _is_number(value: object) -> bool:
    return value is not None and value is not pd.NA


def _mark(layer: str, span: tuple[object, object], mark_id: object, part: str, note: object) -> Row:
    start, end = span
    return {"layer": layer, "start_char": start, "end_char": end, "mark_id": mark_id, "part": part, "note": note}


def _touching(*parts: str) -> str:
    """The condition that one of the parts of a row touches the part of the report."""
    return " OR ".join(f"({part}start_char < $last AND {part}end_char > $first)" for part in parts)


def _of(database: Database, asked: tuple[str, str], place: Place, where: str = "true") -> list[tuple[Any, ...]]:
    """Some columns of a table, of the rows of the report. The row says where they lie, so little else is read."""
    columns, table = asked
    doc_row, (first, last) = place
    params = {"doc_row": doc_row} | ({"first": first, "last": last} if "$first" in where else {})
    return database.rows(f"SELECT {columns} FROM {table} WHERE doc_row = $doc_row AND ({where})", params)


def _names(database: Database, place: Place) -> Iterator[Row]:
    asked = ("start_char, end_char, mention_id, label, entity_id", "mentions")
    rows = _of(database, asked, place, _touching(""))
    known = names_of(database, [row[4] for row in rows])
    for start, end, mention_id, label, entity_id in rows:
        yield _mark("name", (start, end), mention_id, str(label), known.get(entity_id))


def _dates(database: Database, place: Place) -> Iterator[Row]:
    asked = ("start_char, end_char, timex_id, type, value", "timexes")
    for start, end, timex_id, kind, value in _of(database, asked, place, _touching("")):
        yield _mark("date", (start, end), timex_id, str(kind), value)


def _speech(database: Database, place: Place) -> Iterator[Row]:
    bounds = ", ".join(f"{part}_start_char, {part}_end_char" for part in SPEECH)
    asked = (f"attribution_id, source, {bounds}", "attributions")
    for attribution_id, source, *places in _of(database, asked, place, _touching(*(f"{part}_" for part in SPEECH))):
        for number, part in enumerate(SPEECH):
            yield _mark("attribution", (places[2 * number], places[2 * number + 1]), attribution_id, part, source)


def _themes(database: Database, place: Place) -> Iterator[Row]:
    asked = ("sentence_id, theme, evidence_spans", "themes")
    near = f"SELECT sentence_row FROM sentences WHERE doc_row = $doc_row AND {_touching('')}"
    for sentence_id, theme, spans in _of(database, asked, place, f"sentence_row IN ({near})"):
        for span in str(spans or "").split():
            start, end = span.split("-")
            yield _mark("theme", (int(start), int(end)), sentence_id, str(theme), theme)


def _noise(database: Database, place: Place) -> Iterator[Row]:
    asked = ("start_char, end_char, sentence_id, kind", "sentences")
    for start, end, sentence_id, kind in _of(
        database, asked, place, f"kind IN ('noise', 'caption') AND {_touching('')}"
    ):
        yield _mark("noise", (start, end), sentence_id, str(kind), None)


LAYERS: dict[str, Callable[[Database, Place], Iterator[Row]]] = {
    "name": _names,
    "date": _dates,
    "attribution": _speech,
    "theme": _themes,
    "noise": _noise,
}
