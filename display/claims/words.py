"""What is said of a claim, in words."""

from __future__ import annotations

from analysis.derived import MARK
from analysis.queries.engine.database import Row
from display.safe import is_empty

HAPPENS = {"done": "Happened", "planned": "Planned for", "requested": "Asked for"}  # other states: When


def claim_words(row: Row) -> str:
    """The sentence of a fact, else who does what to whom."""
    named = (row[name] for name in ("actor", "action", "target"))
    return " ".join(str(part) for part in named if not is_empty(part)) if is_empty(row["claim"]) else str(row["claim"])


def themes_of(row: Row) -> list[str]:
    """All themes of a row of FACT_ROWS.

    >>> themes_of({"themes": f"aid{MARK}mining"}), themes_of({"themes": None})
    (['aid', 'mining'], [''])
    """
    return [""] if is_empty(row["themes"]) else str(row["themes"]).split(MARK)
