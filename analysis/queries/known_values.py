"""Which values can be filtered by?"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.queries.engine.database import Database
from analysis.schema import Column, Table

MOST_NAMES = 1000  # of a long list the commonest; a browser slows down with many thousands

THEME_VALUES = Table(
    name="theme_values",
    row="a theme of the snapshot",
    columns=(Column("theme", "str", "name of the theme", nullable=False),),
    key=("theme",),
)
PUBLISHER_VALUES = Table(
    name="publisher_values",
    row="a publisher",
    columns=(
        Column("publisher", "str", "who published; empty where that is not stated", nullable=False),
        Column("n_reports", "int64", "its reports", unit="reports", nullable=False),
    ),
    key=("publisher",),
)
ENTITY_VALUES = Table(
    name="entity_values",
    row="a person, body or place",
    columns=(
        Column("entity_id", "str", "id of the entity", nullable=False),
        Column("name", "str", "its name", nullable=False),
        Column("label", "str", "OntoNotes label", nullable=False),
        Column("is_alone", "bool", "whether no other entity has this name", nullable=False),
    ),
    key=("entity_id",),
)
TITLES = Table(
    name="titles",
    row="a report",
    columns=(Column("title", "str", "its headline, or the name of its file", nullable=False),),
    key=("title",),
)
DAY_BOUNDS = Table(
    name="day_bounds",
    row="the first and the last day of all facts",
    columns=(
        Column("first_day", "day", "earliest day of a fact; empty without dated facts"),
        Column("last_day", "day", "latest day of a fact"),
    ),
    key=("first_day",),
)


def theme_values(database: Database) -> pd.DataFrame:
    """THEME_VALUES by name: a theme keeps its place, and so its colour, whatever is selected."""
    return database.frame(
        THEME_VALUES,
        "SELECT DISTINCT theme FROM (SELECT theme FROM themes UNION SELECT theme FROM facts) "
        "WHERE theme IS NOT NULL ORDER BY theme",
    )


def publisher_values(database: Database) -> pd.DataFrame:
    """PUBLISHER_VALUES, the one with most reports first."""
    return database.frame(
        PUBLISHER_VALUES,
        "SELECT coalesce(publisher, '') AS publisher, count(*) AS n_reports FROM documents "
        "GROUP BY 1 ORDER BY n_reports DESC, publisher LIMIT $most",
        {"most": MOST_NAMES},
    )


def entity_values(database: Database) -> pd.DataFrame:
    """ENTITY_VALUES, the most named first, MOST_NAMES at most."""
    return database.frame(
        ENTITY_VALUES,
        "SELECT entity_id, name, label, is_alone FROM entities ORDER BY n_mentions DESC, name, entity_id LIMIT $most",
        {"most": MOST_NAMES},
    )


def entities_named(database: Database, entity_ids: Sequence[str]) -> pd.DataFrame:
    """ENTITY_VALUES with these entities; ids that the snapshot does not have are left out."""
    sql = """
SELECT entity_id, name, label, is_alone FROM entities WHERE entity_id IN (SELECT unnest($ids::VARCHAR[]))
ORDER BY entity_id"""
    return database.frame(ENTITY_VALUES, sql, {"ids": sorted(set(entity_ids))})


def entity_named(database: Database, entity_id: str) -> pd.DataFrame:
    """ENTITY_VALUES with the one entity, or none."""
    return entities_named(database, [entity_id])


def entities_called(database: Database, name: str) -> pd.DataFrame:
    """ENTITY_VALUES with every entity of this name."""
    return database.frame(
        ENTITY_VALUES,
        "SELECT entity_id, name, label, count(*) OVER () = 1 AS is_alone FROM entities "
        "WHERE lower(name) = lower($name) ORDER BY n_mentions DESC, entity_id LIMIT $most",
        {"name": name, "most": MOST_NAMES},
    )


def day_bounds(database: Database) -> pd.DataFrame:
    """DAY_BOUNDS: one row."""
    return database.frame(
        DAY_BOUNDS, "SELECT min(first_day) AS first_day, max(end_day) - INTERVAL 1 DAY AS last_day FROM facts"
    )


def has_publisher(database: Database, publisher: str) -> bool:
    """Whether a report is from this publisher; NONE stands for one that states none."""
    sql = "SELECT count(*) FROM documents WHERE coalesce(publisher, '') = $publisher"
    return bool(database.number(sql, {"publisher": publisher}))


def title_of(database: Database, doc_id: str) -> str:
    """The headline of a report, or the name of its file; empty where there is no such report."""
    found = database.frame(
        TITLES, "SELECT coalesce(title, source_id) AS title FROM documents WHERE doc_id = $doc_id", {"doc_id": doc_id}
    )
    return str(found["title"].iloc[0]) if len(found) else ""


def claim_of_event(database: Database, episode: str) -> str:
    """The sentence of the fact of most worth that tells an event; empty where none does."""
    sql = (
        "SELECT coalesce(claim, concat_ws(' ', actor, action, target)) FROM facts "
        "WHERE event_number = hash($key::VARCHAR) AND episode = $key ORDER BY worth DESC, fact_row LIMIT 1"
    )
    found = database.rows(sql, {"key": episode})
    return str(found[0][0]) if found else ""
