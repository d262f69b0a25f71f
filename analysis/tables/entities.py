"""Entities: a row is a person, body or place that names stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date

import pandas as pd

from analysis.schema import Column, Table
from analysis.tables.days import day_after
from analysis.tables.entry import Entry
from analysis.tables.linking import Linking, link_entities

EntityIds = Mapping[tuple[str, int], str]

ENTITIES = Table(
    name="entities",
    row="a person, body or place that names stand for",
    columns=(
        Column("entity_id", "str", "id of the entity; it hangs on its names alone", nullable=False),
        Column("name", "str", "its fullest or commonest name; of a country its common name", nullable=False),
        Column(
            "label",
            "str",
            "OntoNotes label, the commonest; a people (NORP) is its country where it or its officials act",
            nullable=False,
        ),
        Column("country", "str", "ISO 3166 alpha-2 code of its country, where names or offices say so"),
        Column("role", "str", "title or office beside its names, the commonest"),
        Column("n_mentions", "int64", "mentions of it", unit="mentions", nullable=False),
        Column("n_documents", "int64", "reports that name it", unit="reports", nullable=False),
        Column("first_day", "day", "day of the first report that names it; empty when none has a day"),
        Column("end_day", "day", "the day after the last report that names it"),
    ),
    key=("entity_id",),
)


def entity_ids(entries: Sequence[Entry]) -> dict[tuple[str, int], str]:
    """The entity_id of each chain of each report, by (doc_id, chain)."""
    return dict(link_entities(entries).ids)


def entities(entries: Sequence[Entry], linking: Linking) -> pd.DataFrame:
    """The table ENTITIES, the most mentioned first, then by name and id."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for mention in entry.report.mentions:
            found[linking.ids[entry.doc_id, mention.chain]].append(entry)
    rows = [asdict(linking.entities[entity_id]) | _counts(naming) for entity_id, naming in found.items()]
    return ENTITIES.from_rows(sorted(rows, key=lambda r: (-r["n_mentions"], r["name"], r["entity_id"])))


def _counts(naming: Sequence[Entry]) -> dict[str, int | date | None]:
    """The counts and days of an entity, given the report of each of its mentions."""
    days = [entry.published.date() for entry in naming if entry.published]
    return {
        "n_mentions": len(naming),
        "n_documents": len({entry.doc_id for entry in naming}),
        "first_day": min(days, default=None),
        "end_day": day_after(max(days)) if days else None,
    }
