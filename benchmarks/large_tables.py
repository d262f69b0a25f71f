"""The tables of a large snapshot, part by part: those of the base again and again, as a plan says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from analysis.row_numbers import ROWS
from analysis.schema import Table
from analysis.store import ROWS_OF_A_GROUP, Snapshot
from benchmarks.columns import Numbers, new_document, owner, publisher, replaced, shifted, strings, values_of
from benchmarks.large_plan import Plan

DOCUMENT_KEYS = frozenset(
    ("doc_id", "copy_of", "sentence_id", "mention_id", "timex_id", "attribution_id", "fact_id", "claim_of")
)
COUNTS = frozenset(("occurrences", "sentences", "reports"))  # units of columns that grow with the corpus
OWNER = "^[^-]*"  # the ids of all that stands in a report begin with the report's and a hyphen
WRITTEN = ("title", "text", "action", "actor", "target", "place", "source", "evidence")  # words of reports
DAYS = 97  # between two copies

ORDER = {
    "entities": [("n_mentions", "descending"), ("name", "ascending"), ("entity_id", "ascending")],
    "aliases": [("entity_id", "ascending"), ("n_mentions", "descending"), ("text", "ascending")],
}
NOTHING = pa.scalar("", pa.large_string())


def write_table(base: Snapshot, table: Table, plan: Plan, folder: Path) -> None:
    """Write one table, part by part."""
    source = pq.read_table(base.path(table.name))
    schema = source.schema
    few: Any = [name for name in schema.names if name not in WRITTEN]  # a real corpus seldom says the same again
    with pq.ParquetWriter(folder / f"{table.name}.parquet", schema, compression="zstd", use_dictionary=few) as writer:
        for part in in_groups(parts(table, source, plan)):
            writer.write_table(part.cast(schema), row_group_size=ROWS_OF_A_GROUP)


def in_groups(tables: Iterator[pa.Table]) -> Iterator[pa.Table]:
    """The tables, small ones put together until they fill a row group."""
    held: list[pa.Table] = []
    for table in tables:
        held.append(table)
        if sum(len(one) for one in held) >= ROWS_OF_A_GROUP:
            yield pa.concat_tables(held)
            held = []
    if held:
        yield pa.concat_tables(held)


def parts(table: Table, source: pa.Table, plan: Plan) -> Iterator[pa.Table]:
    """The parts of a table: one a copy, or the whole where it is about the corpus."""
    keys = [column.name for column in table.columns if column.name in DOCUMENT_KEYS]
    if keys:
        yield from copies(table, source, keys, plan)
    elif table.name in ("entities", "aliases"):
        yield entity_rows(table, source, plan)
    else:
        yield grown(table, source, plan.factor)


def copies(table: Table, source: pa.Table, keys: list[str], plan: Plan) -> Iterator[pa.Table]:
    """The rows of the chosen reports, once a copy."""
    owners = owner(source[keys[0]].combine_chunks(), plan.doc_ids)
    kept = owners >= 0
    source, owners = source.filter(pa.array(kept)), owners[kept]
    found = {
        key: (owner(source[key].combine_chunks(), plan.doc_ids), pc.replace_substring_regex(source[key], OWNER, ""))
        for key in keys
    }
    linked = [column.name for column in table.columns if column.name.endswith("entity_id")]
    numbers = {name: pc.index_in(source[name], plan.entity_ids).combine_chunks() for name in linked}
    for copy, size in enumerate(plan.sizes):
        new_ids = strings(new_document(doc_id, copy) for doc_id in plan.doc_ids.to_pylist())
        part = source
        for key, (places, rest) in found.items():
            documents = new_ids.take(pa.array(places, mask=places < 0))
            part = replaced(part, key, pc.binary_join_element_wise(documents, rest.combine_chunks(), NOTHING))
        for name in linked:
            chosen = pa.array(plan.entity_number[copy]).take(numbers[name])
            part = replaced(part, name, plan.new_entity_ids.take(chosen))
        for row in ROWS & set(source.column_names):
            part = replaced(part, row, pa.array(plan.new_row[row][source[row].to_numpy()] + copy * plan.n_rows[row]))
        part = of_copy(table, part, copy)
        yield part if size == len(plan.doc_ids) else part.filter(pa.array(owners < size))


def of_copy(table: Table, part: pa.Table, copy: int) -> pa.Table:
    """The rows with the days, the numbers, the publishers and the names of files of their copy."""
    for column in table.columns:
        if column.dtype == "day":
            part = replaced(part, column.name, shifted(part[column.name], copy * DAYS))
    digits = other_digits(copy)
    for name in set(WRITTEN) & set(part.column_names):
        words = [None if one is None else one.translate(digits) for one in part[name].to_pylist()]
        part = replaced(part, name, strings(words))
    if table.name == "documents":
        part = replaced(part, "publisher", strings(publisher(doc_id) for doc_id in part["doc_id"].to_pylist()))
        names = [f"{name}.{copy}" for name in part["source_id"].to_pylist()]
        part = replaced(part, "source_id", strings(names))
    return part


def other_digits(copy: int) -> dict[int, int]:
    """Other digits for those of the text, so that copies differ; the first copy keeps its own."""
    order = list(b"0123456789")
    return dict(zip(order, np.random.default_rng(copy).permutation(order).tolist() if copy else order, strict=True))


def entity_rows(table: Table, source: pa.Table, plan: Plan) -> pa.Table:
    """The rows of ENTITIES or ALIASES for each entity that a copy names, with what all copies count."""
    places = pc.index_in(source["entity_id"], plan.entity_ids).to_numpy()
    n_entities = len(plan.new_entity_ids)
    first, last, times = np.full(n_entities, -1), np.zeros(n_entities, np.int64), np.zeros(n_entities, np.int64)
    for copy, numbers in enumerate(plan.entity_number):
        first[numbers] = np.where(first[numbers] < 0, copy, first[numbers])
        last[numbers] = copy
        times[numbers] += 1
    found = []
    for copy, numbers in enumerate(plan.entity_number):
        here = numbers[places]
        rows = np.flatnonzero((first[here] == copy) & (plan.n_mentions[here] > 0))
        part, mine = source.take(pa.array(rows)), here[rows]
        part = replaced(part, "entity_id", plan.new_entity_ids.take(pa.array(mine)))
        part = in_entities(part, mine, copy, plan) if table.name == "entities" else in_aliases(part, times[mine])
        if "end_day" in part.column_names:
            part = replaced(part, "end_day", shifted(part["end_day"], pa.array(last[mine] * DAYS)))
        name = "name" if table.name == "entities" else "text"
        found.append(
            replaced(part, name, strings(f"{words} {copy}" if copy else words for words in values_of(part, name)))
        )
    return pa.concat_tables(found).sort_by(ORDER[table.name])


def in_entities(part: pa.Table, numbers: Numbers, copy: int, plan: Plan) -> pa.Table:
    """Rows of ENTITIES with the counts of the whole corpus and the first day of their copy."""
    part = replaced(part, "n_mentions", pa.array(plan.n_mentions[numbers]))
    part = replaced(part, "n_documents", pa.array(plan.n_documents[numbers]))
    return replaced(part, "first_day", shifted(part["first_day"], copy * DAYS))


def in_aliases(part: pa.Table, times: Numbers) -> pa.Table:
    """Rows of ALIASES with the counts of the whole corpus."""
    return replaced(part, "n_mentions", pa.array(part["n_mentions"].to_numpy() * times))


def grown(table: Table, source: pa.Table, factor: float) -> pa.Table:
    """A table about the whole corpus, its counts as many times as large as the corpus is."""
    for column in table.columns:
        if column.unit in COUNTS and column.dtype == "int64":
            values = np.ceil(source[column.name].to_numpy() * factor).astype(np.int64)
            source = replaced(source, column.name, pa.array(values))
    return source
