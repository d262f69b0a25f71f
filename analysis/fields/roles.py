"""Who acts, on whom, for whom and where: each as the entity that it stands for, and as words."""

from __future__ import annotations

from analysis.fields.field import Field, Group, RowColumn, Sort
from analysis.fields.sql import cached, column
from analysis.schema import Column


def _role(name: str, part: str, says: str, named: str) -> tuple[Field, Field]:
    """The field of the entity in a part of a fact, and that of its words; `says` and `named` are what columns hold."""
    key = f"{part}_entity_id"
    entity = Field(
        name=name,
        facts=cached("facts", column(f"f.{key}")),
        value=f"f.{key}",
        group=Group(),
        sort=Sort(sql=f"lower(f.{part})"),
        columns=(
            RowColumn(spec=Column(part, "str", says)),
            RowColumn(
                spec=Column(f"{part}_name", "str", f"name of the {named}"), table="entities", of=key, in_files="last"
            ),
            RowColumn(spec=Column(key, "str", f"the {named}"), in_files=""),
        ),
    )
    return entity, Field(name=f"{part}_words", facts=cached("facts", column(f"lower(f.{part})")))


ACTOR = _role("actor", "actor", "who does it", "entity that acts")
TARGET = _role("target", "target", "whom or what it is done to", "entity that it is done to")
RECIPIENT = _role("recipient", "recipient", "who gets it, or for whom it is done", "entity that gets it")
SITE = _role("site", "place", "where", "entity of the place")
FIELDS = (*ACTOR, *TARGET, *RECIPIENT, *SITE)
