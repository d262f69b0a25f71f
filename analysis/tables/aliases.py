"""Aliases: a row is a name form of an entity, and why it belongs to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from analysis.schema import Column, Table
from analysis.tables.entry import Entry
from analysis.tables.linking import Linking

ALIASES = Table(
    name="aliases",
    row="a name form of an entity",
    columns=(
        Column("entity_id", "str", "whom the form stands for", nullable=False),
        Column("text", "str", "the name form as it stands", nullable=False),
        Column("n_mentions", "int64", "mentions with this form", unit="mentions", nullable=False),
        Column("rule", "str", "why the form belongs to the entity, in plain words", nullable=False),
        Column("score", "float64", "how sure that is", unit="0 to 1", nullable=False),
    ),
    key=("entity_id", "text"),
)


def aliases(entries: Sequence[Entry], linking: Linking) -> pd.DataFrame:
    """The table ALIASES, by entity, the commonest form first."""
    counts = Counter((linking.ids[e.doc_id, m.chain], m.text) for e in entries for m in e.report.mentions)
    rows = [
        {"entity_id": key[0], "text": key[1], "n_mentions": n} | linking.aliases[key]._asdict()
        for key, n in counts.items()
    ]
    return ALIASES.from_rows(sorted(rows, key=lambda r: (r["entity_id"], -r["n_mentions"], r["text"])))
