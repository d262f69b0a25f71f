"""A few facts with the rows that their foreign keys point to.

DuckDB plans one query with all the joins several times as long as it runs it, so each table is queried by itself for
the rows that are wanted, and joined here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.fields import FIELDS
from analysis.queries.engine.database import Database, Row

PARTS = ("actor", "action", "target", "place")  # the parts of a fact that are marked in its sentence
ROW_COLUMNS = tuple(column for field in FIELDS.values() for column in field.columns)
OF_REPORT = ("title", "publisher", "published", "published_from", "url", "source_id")
OWN = ("fact_id", "doc_id", "sentence_id", "start_char", *(c.spec.name for c in ROW_COLUMNS if c.table == "facts"))
NOBODY: Row = {column.spec.name: column.default for column in ROW_COLUMNS if column.table == "attributions"}
NAMED = {column.spec.name: column.of for column in ROW_COLUMNS if column.table == "entities"}
ENTITY_KEYS = tuple(dict.fromkeys(NAMED.values()))
POINTERS = ("fact_row", "doc_row", "sentence_row", "timex_id")
BOUNDS = tuple(f"{part}_{end}" for part in PARTS for end in ("start_char", "end_char"))


def few_facts(database: Database, rows: Sequence[int]) -> list[Row]:
    """FACT_ROWS as records, of these row numbers in this order; numbers past the end are left out."""
    facts = _rows(database, "facts", "fact_row", rows, (*POINTERS, *OWN, *BOUNDS))
    doc_rows = {fact["doc_row"] for fact in facts.values()}
    reports = _rows(database, "documents", "doc_row", doc_rows, ("doc_row", *OF_REPORT))
    wanted = {fact["sentence_row"] for fact in facts.values()}
    sentences = _rows(database, "sentences", "sentence_row", wanted, ("sentence_row", "text", "start_char", "end_char"))
    said = _parts(database, "attributions", "attribution_id", facts.values(), tuple(NOBODY))
    times = _parts(database, "timexes", "timex_id", facts.values(), ("sentence_id", "start_char", "end_char"))
    names = names_of(database, (fact[key] for fact in facts.values() for key in ENTITY_KEYS))
    found = []
    for number in rows:
        fact = facts.get(int(number))
        if fact and fact["doc_row"] in reports and fact["sentence_row"] in sentences:
            sentence, time = sentences[fact["sentence_row"]], times.get(fact["timex_id"])
            whole = {name: fact[name] for name in OWN} | {name: reports[fact["doc_row"]][name] for name in OF_REPORT}
            whole |= {"sentence": sentence["text"], "spans": _spans(fact, sentence), "timex": None}
            if time and time["sentence_id"] == fact["sentence_id"]:
                whole["timex"] = _words(sentence, time)
            whole |= {name: said.get(fact["attribution_id"], NOBODY)[name] for name in NOBODY}
            found.append(whole | {name: names.get(fact[key]) for name, key in NAMED.items()})
    return found


def _rows(database: Database, table: str, key: str, numbers: Iterable[int], columns: Sequence[str]) -> dict[int, Row]:
    """These columns of the rows with these numbers, by number."""
    wanted = sorted({int(number) for number in numbers})
    if not wanted:
        return {}
    sql = f"SELECT {', '.join(columns)} FROM {table} WHERE {key} IN (SELECT unnest($rows::INTEGER[]))"
    rows = database.rows(sql, {"rows": wanted})
    return {row[key]: row for row in (dict(zip(columns, values, strict=True)) for values in rows)}


def _parts(database: Database, table: str, key: str, facts: Iterable[Row], columns: Sequence[str]) -> dict[str, Row]:
    """These columns of the rows that the facts name under `key`, by id; they stand in the reports of the facts."""
    of = [fact for fact in facts if fact[key] is not None]
    if not of:
        return {}
    doc_rows = ", ".join(str(number) for number in sorted({fact["doc_row"] for fact in of}))
    rows = database.rows(
        f"SELECT {', '.join((key, *columns))} FROM {table} "
        f"WHERE doc_row IN ({doc_rows}) AND list_contains($ids::VARCHAR[], {key})",
        {"ids": sorted({fact[key] for fact in of})},
    )
    return {values[0]: dict(zip(columns, values[1:], strict=True)) for values in rows}


def names_of(database: Database, entity_ids: Iterable[Any]) -> Mapping[Any, str]:
    """The names of these entities by id; ids that the snapshot does not have are left out."""
    ids = set(entity_ids) - {None}
    if not ids:
        return {}
    sql = "SELECT entity_id, name FROM entities WHERE entity_id IN (SELECT unnest($ids::VARCHAR[]))"
    return dict(database.rows(sql, {"ids": sorted(ids)}))


def _spans(fact: Row, sentence: Row) -> str:
    """The parts of the fact that stand in its sentence, as the spans of FACT_ROWS."""
    first, last = sentence["start_char"], sentence["end_char"]
    spans = []
    for part in PARTS:
        start, end = fact[f"{part}_start_char"], fact[f"{part}_end_char"]
        if start is not None and start >= first and end <= last:
            spans.append(f"{start - first}-{end - first}:{part}")
    return " ".join(spans)


def _words(sentence: Row, part: Mapping[str, Any]) -> str:
    start, end = part["start_char"] - sentence["start_char"], part["end_char"] - sentence["start_char"]
    return str(sentence["text"])[start:end]
