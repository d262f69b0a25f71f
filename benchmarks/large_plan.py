"""Which reports a large snapshot has, in which order and how often, and which entities each copy names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from analysis.row_numbers import OWNERS
from analysis.store import Snapshot
from benchmarks.columns import Numbers, owner, strings

COMMON = 3  # reports of the base that name an entity from which on every copy names the same
SHARING = 3  # copies that share their rarer entities: so a corpus 33 times as large has some 15 times as many


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
