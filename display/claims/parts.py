"""Who, what and whom in the sentence of a claim: where the words of its fields stand in it."""

from __future__ import annotations

import re

from analysis.queries.engine.database import Row
from display.evidence.marking import TITLE, Span
from display.safe import is_empty

SLOTS = {"actor": "actor", "action": "action", "target": "target", "recipient": "target"}  # field and its look
SHORTEST = 3  # characters of a word that may stand for a whole phrase


def claim_parts(row: Row) -> list[Span]:
    """The spans of who, what and whom in the claim of a row of FACT_ROWS, in characters into the claim; a part that is
    told in other words there has none.

    >>> claim = {"claim": "Oslo opened a port in May.", "actor": "Oslo", "action": "opened", "target": "a port"}
    >>> [(span.start, span.end, span.classes) for span in claim_parts(claim)]
    [(0, 4, 'd-actor'), (5, 11, 'd-action'), (12, 18, 'd-target')]
    """
    claim = str(row["claim"])
    found: list[Span] = []
    for slot, look in SLOTS.items():
        after = max((span.end for span in found), default=0)
        if place := _place(claim, _forms(row, slot), after, found):
            found.append(Span(*place, f"d-{look}", TITLE[look]))
    return found


def _forms(row: Row, slot: str) -> list[str]:
    """The words of a field, the name of whom they stand for, and the last word of an act of several."""
    said = [str(row[name]) for name in (slot, f"{slot}_name") if not is_empty(row.get(name))]
    if slot == "action":
        said += [word for words in said for word in words.split()[-1:] if len(word) >= SHORTEST]
    return said


def _place(claim: str, forms: list[str], after: int, taken: list[Span]) -> tuple[int, int] | None:
    """Where the first of the forms stands that does: behind the other parts if it can, else before them."""
    for form in forms:
        places = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", claim, re.IGNORECASE)]
        free = [(s, e) for s, e in places if all(e <= one.start or one.end <= s for one in taken)]
        if free:
            return min(free, key=lambda place: (place[0] < after, place[0]))
    return None
