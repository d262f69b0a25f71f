"""What is said of a claim, in words."""

from __future__ import annotations

from analysis.derived import MARK
from analysis.queries.engine.database import Row
from display.safe import is_empty

HAPPENS = {"done": "Happened", "planned": "Planned for", "requested": "Asked for"}  # other states: When
SAID = {"done": "Said to have happened", "planned": "Said to be planned"}
OTHERWISE = {"denied": "denied", "negated": "said not to be so"}


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


def what_differs(pair: Row, said: Row, other: Row) -> str:
    """In what two claims differ, a row of DISPUTED.

    >>> what_differs({"differs": "figure", "said_figure": "ten", "other_figure": "12"}, {}, {})
    'ten in the first, 12 in the second.'
    """
    if pair["differs"] == "figure":
        return f"{pair['said_figure']} in the first, {pair['other_figure']} in the second."
    return f"{SAID[str(said['status'])]} in the first, {OTHERWISE[str(other['status'])]} in the second."
