"""The PLOVER classes of events in four groups: words or deeds, with or against each other (PLOVER manual 2021)."""

from __future__ import annotations

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
