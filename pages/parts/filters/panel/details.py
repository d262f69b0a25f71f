"""The switch that shows details beside the claims: what it says, and how many there are."""

from __future__ import annotations

from typing import Any

from analysis.queries.rows import n_claims_and_facts
from pages.parts.drawing.once import once
from pages.parts.view import View

LABEL = "Show details as well"
HELP = (
    "A claim is what a reader would write down: an act, an event, a position, a plan, a demand, a denial or a figure. "
    "Details are the other facts that rules found in the text: what belongs to a claim, tells it again or says little. "
    "Without them every page, count and file has claims alone."
)


@once
def details_switch(view: View) -> dict[str, Any]:
    """Whether details show, how many the filters let through, and how many rows there are with or without them."""
    claims, every = n_claims_and_facts(view.database, view.selection)
    on = view.selection.details
    return {"on": on, "n": every - claims, "n_shown": every if on else claims, "label": LABEL, "help": HELP}
