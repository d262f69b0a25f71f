"""The kind of event: its PLOVER class, and the four groups of classes (PLOVER manual 2021)."""

from __future__ import annotations

from analysis.fields.field import Facet, Field, Group, RowColumn, Sort
from analysis.fields.sql import column, one_of
from analysis.schema import Column

# Words or deeds, with or against each other.
EVENT_GROUPS = {
    "verbal cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


def group_of(column: str) -> str:
    """SQL for the group of the class in a column; empty where it has none."""
    cases = " ".join(
        f"WHEN {column} IN ({', '.join(repr(name) for name in classes)}) THEN '{group}'"
        for group, classes in EVENT_GROUPS.items()
    )
    return f"(CASE {cases} ELSE '' END)"


FIELDS = (
    Field(
        name="event_class",
        facts=column("f.event_class"),
        value="f.event_class",
        facet=Facet(is_short=True),
        group=Group(),
        sort=Sort(sql="f.event_class"),
        columns=(RowColumn(spec=Column("event_class", "str", "PLOVER class")),),
    ),
    Field(name="event_group", facts=one_of(f"list_contains({{values}}, {group_of('f.event_class')})")),
)
