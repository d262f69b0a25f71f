"""Entities: a row is a person, body or place that names stand for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

import pandas as pd

from analysis.schema import Column, Table
from analysis.tables.columns import END_DAY, FIRST_DAY
from analysis.tables.entry import Entry
from analysis.text.records import Mention

EntityIds = Mapping[tuple[str, int], str]

ENTITIES = Table(
    name="entities",
    row="a person, body or place that names stand for",
    columns=(
        Column("entity_id", "str", "id of the entity", nullable=False),
        Column("name", "str", "its fullest or commonest name", nullable=False),
        Column("label", "str", "OntoNotes label", nullable=False),
        Column("country", "str", "ISO 3166 alpha-2 code of its country"),
        Column("role", "str", "title or office beside its names, the commonest"),
        Column("n_mentions", "int64", "mentions of it", unit="mentions", nullable=False),
        Column("n_documents", "int64", "reports that name it", unit="reports", nullable=False),
        FIRST_DAY,
        END_DAY,
    ),
    key=("entity_id",),
)


def entity_ids(entries: Sequence[Entry]) -> dict[tuple[str, int], str]:
    """The entity_id of each chain of each report, by (doc_id, chain)."""
    return {
        (entry.doc_id, mention.chain): _id(mention.label, mention.name)
        for entry in entries
        for mention in entry.report.mentions
    }


def entities(entries: Sequence[Entry], ids: EntityIds) -> pd.DataFrame:
    """The table ENTITIES, the most mentioned first, then by name and id."""
    found: dict[str, list[tuple[Entry, Mention]]] = defaultdict(list)
    for entry in entries:
        for mention in entry.report.mentions:
            found[ids[entry.doc_id, mention.chain]].append((entry, mention))
    rows = [_row(entity_id, pairs) for entity_id, pairs in found.items()]
    return ENTITIES.from_rows(sorted(rows, key=lambda r: (-r["n_mentions"], r["name"], r["entity_id"])))


def _row(entity_id: str, pairs: list[tuple[Entry, Mention]]) -> dict[str, Any]:
    return {
        "entity_id": entity_id,
        "name": pairs[0][1].name,
        "label": Counter(m.label for _, m in pairs).most_common(1)[0][0],
        "n_mentions": len(pairs),
        "n_documents": len({e.doc_id for e, _ in pairs}),
    }


def _id(label: str, name: str) -> str:
    return blake2b(f"{label}\x1f{name}".encode(), digest_size=6).hexdigest()
