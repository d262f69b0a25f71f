"""A large snapshot out of a real corpus, for measuring the dashboard.

    python benchmarks/large.py CORPUS.jsonl[.gz] OUT [--reports 100000] [--base 2000] [--facts 10]

The tables of the first `base` reports of the corpus are built once; the longest reports are left out until one has
`facts` facts on average. They are then written again and again, with new ids, days, publishers, numbers and, for the
rarer people, bodies and places, new names: the shapes of real text stay. It goes part by part, in little memory.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from analysis.pipeline import Settings, build
from analysis.row_numbers import OWNERS, ROWS
from analysis.schema import Table
from analysis.store import ROWS_OF_A_GROUP, Snapshot, publish_files
from analysis.tables import TABLES
from benchmarks.columns import Numbers, new_document, owner, publisher, replaced, shifted, strings, values_of
from benchmarks.corpus import distinct, read_records, write_records

DOCUMENT_KEYS = frozenset(
    ("doc_id", "copy_of", "sentence_id", "mention_id", "timex_id", "attribution_id", "fact_id", "claim_of")
)
COUNTS = frozenset(("occurrences", "sentences", "reports"))  # units of columns that grow with the corpus
OWNER = "^[^-]*"  # the ids of all that stands in a report begin with the report's and a hyphen
COMMON = 3  # reports of the base that name an entity from which on every copy names the same
SHARING = 3  # copies that share their rarer entities: so a corpus 33 times as large has some 15 times as many
WRITTEN = ("title", "text", "action", "actor", "target", "place", "source", "evidence")  # words of reports
DAYS = 97  # between two copies

ORDER = {
    "entities": [("n_mentions", "descending"), ("name", "ascending"), ("entity_id", "ascending")],
    "aliases": [("entity_id", "ascending"), ("n_mentions", "descending"), ("text", "ascending")],
}
NOTHING = pa.scalar("", pa.large_string())


def main() -> None:
    """Write the snapshot that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--base", type=int, default=2000)
    parser.add_argument("--facts", type=float, default=10, help="facts that a report has on average")
    args = parser.parse_args()
    base = built(args.corpus, args.base, args.out)
    snapshot = multiplied(base, args.out, args.reports, args.facts)
    for name, rows in snapshot.manifest["counts"].items():
        print(f"{rows:>12,} {name}")
    print(snapshot.folder)


def built(corpus: Path, reports: int, out: Path) -> Snapshot:
    """The snapshot of the first reports of the corpus, kept beside `out`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        write_records(distinct(read_records(corpus))[:reports], path)
        return build([path], out.with_name(f"{out.name}-base"), Settings())


def multiplied(base: Snapshot, out: Path, reports: int, facts: float) -> Snapshot:
    """The snapshot of so many reports, published in `out`."""
    plan = planned(base, reports, facts)

    def write(folder: Path) -> None:
        for table in TABLES:
            write_table(base, table, plan, folder)

    return publish_files(out, write, {"base": base.name, "reports": reports, "facts": facts})


@dataclass(frozen=True)
class Plan:
    """Which reports of the base are written, in which order, how often, and which entities each copy names.

    `entity_number[copy][i]` is the number of the entity for the entity `i` of the base in that copy; `n_mentions`
    and `n_documents` are by that number. `new_row` and `n_rows` are by kind of row (`analysis.row_numbers`).
    """

    doc_ids: pa.Array
    sizes: tuple[int, ...]
    entity_ids: pa.Array
    entity_number: tuple[Numbers, ...]
    new_entity_ids: pa.Array
    n_mentions: Numbers
    n_documents: Numbers
    new_row: dict[str, Numbers]
    n_rows: dict[str, int]

    @property
    def factor(self) -> float:
        """How many times as large as the base the corpus is."""
        return sum(self.sizes) / len(self.doc_ids)


def planned(base: Snapshot, reports: int, facts: float) -> Plan:
    """The plan for so many reports of so many facts on average."""
    doc_ids = chosen_documents(base, facts)
    n_copies, rest = divmod(reports, len(doc_ids))
    sizes = (len(doc_ids),) * n_copies + ((rest,) if rest else ())
    entities = pq.read_table(base.path("entities"), columns=["entity_id", "n_documents"])
    is_common = entities["n_documents"].to_numpy() >= COMMON
    ids = entities["entity_id"].to_pylist()
    known: dict[str, int] = {}
    numbers = tuple(
        np.array([known.setdefault(key, len(known)) for key in entity_keys(ids, is_common, copy)], np.int64)
        for copy in range(len(sizes))
    )
    entity_ids = strings(ids)
    named = pq.read_table(base.path("mentions"), columns=["entity_id", "doc_id"])
    places = pc.index_in(named["entity_id"], entity_ids).to_numpy(), pc.index_in(named["doc_id"], doc_ids).to_pandas()
    of_each = np.unique(np.stack([places[0], places[1].fillna(-1).astype(int).to_numpy()]), axis=1, return_counts=True)
    n_mentions, n_documents = np.zeros(len(known), np.int64), np.zeros(len(known), np.int64)
    (entity, document), n = of_each
    for copy, size in enumerate(sizes):
        is_there = (document >= 0) & (document < size)
        np.add.at(n_mentions, numbers[copy][entity[is_there]], n[is_there])
        np.add.at(n_documents, numbers[copy][entity[is_there]], 1)
    new_row, n_rows = rows_of_first_copy(base, doc_ids)
    return Plan(
        doc_ids=doc_ids,
        sizes=sizes,
        entity_ids=entity_ids,
        entity_number=numbers,
        new_entity_ids=strings(known),
        n_mentions=n_mentions,
        n_documents=n_documents,
        new_row=new_row,
        n_rows=n_rows,
    )


def rows_of_first_copy(base: Snapshot, doc_ids: pa.Array) -> tuple[dict[str, Numbers], dict[str, int]]:
    """Where each row of the base that others point to stands in the first copy, by kind of row, and how many do."""
    new_row, n_rows = {}, {}
    for table, row in OWNERS.values():
        keys = pq.read_table(base.path(table), columns=["doc_id"])["doc_id"].combine_chunks()
        is_kept = np.append(owner(keys, doc_ids) >= 0, False)
        new_row[row], n_rows[row] = np.cumsum(is_kept) - is_kept, int(is_kept.sum())
    return new_row, n_rows


def entity_keys(ids: list[str], is_common: Numbers, copy: int) -> list[str]:
    """The id of each entity of the base in a copy."""
    suffix = f"-{copy // SHARING}" if copy >= SHARING else ""
    return [name if common else name + suffix for name, common in zip(ids, is_common.tolist(), strict=True)]


def chosen_documents(base: Snapshot, facts: float) -> pa.Array:
    """The ids of the base's reports, in their order, without the longest: they have so many facts on average."""
    order = pq.read_table(base.path("documents"), columns=["doc_id"])["doc_id"].to_pylist()
    counts = dict.fromkeys(order, 0)
    for doc_id in pq.read_table(base.path("facts"), columns=["doc_id"])["doc_id"].to_pylist():
        counts[doc_id] += 1
    ranked = sorted(order, key=lambda doc_id: (counts[doc_id], doc_id))
    total = sum(counts.values())
    while len(ranked) > 1 and (total - counts[ranked[-1]]) / (len(ranked) - 1) >= facts:
        total -= counts[ranked.pop()]
    kept = set(ranked)
    return strings(doc_id for doc_id in order if doc_id in kept)


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


if __name__ == "__main__":
    main()
