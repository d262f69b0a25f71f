"""The names of entities on the screen and in the URL, told apart where several have the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from analysis.queries import known_values
from analysis.queries.engine.database import Database, Row, records
from display import words

MOST_LABELS = 5000  # entries of the cache
WITH_ID = re.compile(r"(.*) \[(\S+)\]")
WITH_KIND = re.compile(r"(.*) \(([^()]+)\)")


def entity_label(database: Database, entity_id: str) -> str:
    """The name of an entity, with its kind or its id where another has the same name."""
    return entity_labels(database, [entity_id])[entity_id]


def entity_labels(database: Database, entity_ids: Iterable[str]) -> dict[str, str]:
    """The same of several, by id; one question for all that are not known yet."""
    wanted, known = list(entity_ids), _known_labels(database.snapshot.name)
    found = {key: label for key in wanted if (label := known.get(key)) is not None}
    if missing := sorted(set(wanted) - set(found)):
        rows = records(known_values.entities_named(database, missing))
        new = dict.fromkeys(missing, "") | {str(row["entity_id"]): _label_of(database, row) for row in rows}
        if len(known) + len(new) > MOST_LABELS:
            known.clear()
        known.update(new)
        found |= new
    return {key: found[key] or key for key in wanted}


@lru_cache(maxsize=3)
def _known_labels(snapshot: str) -> dict[str, str]:
    """The labels of entities that were asked for, by id; empty for an id that is not there."""
    return {}


def _label_of(database: Database, row: Row) -> str:
    if row["is_alone"]:
        return str(row["name"])
    same = known_values.entities_called(database, row["name"])
    kind = words.kind_of(row["label"]).lower()
    if [words.kind_of(label).lower() for label in same["label"]].count(kind) > 1:
        return f"{row['name']} [{row['entity_id']}]"
    return f"{row['name']} ({kind})"


def find_entity(database: Database, said: str) -> str | None:
    """The id of the entity that a URL calls so; None where there is none."""
    if match := WITH_ID.fullmatch(said):
        found = records(known_values.entity_named(database, match[2]))
        return str(found[0]["entity_id"]) if found else None
    found = records(known_values.entities_called(database, said))
    if not found and (match := WITH_KIND.fullmatch(said)):
        called = records(known_values.entities_called(database, match[1]))
        found = [row for row in called if words.kind_of(row["label"]).lower() == match[2]]
    return str(found[0]["entity_id"]) if found else None
