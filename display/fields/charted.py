"""What charts ask the entries of the fields."""

from __future__ import annotations

from display.fields import ENTRIES
from display.fields.entry import Charted


def charted(field: str) -> Charted:
    """What charts by the field say; its title in small letters where its entry says nothing."""
    entry = ENTRIES[field]
    title = entry.title.lower()
    return entry.charted or Charted(one=title, many=f"{title}s")


def title_of_bars(field: str, counted: str) -> str:
    """The title of bars by the field; `counted` is what they count.

    >>> title_of_bars("theme", "Claims"), title_of_bars("country", "Claims")
    ('Claims by theme', 'Claims by country')
    """
    said = charted(field)
    return (said.by or f"{{}} by {said.one}").format(counted)


def title_of_strips(field: str) -> str:
    """The title of strips over time, one for each value of the field.

    >>> title_of_strips("theme"), title_of_strips("organisation")
    ('Themes over time', 'Organisations over time')
    """
    said = charted(field)
    return said.strips or f"{said.many.capitalize()} over time"


def is_coloured(field: str) -> bool:
    """Whether a value of the field is told apart by the colour of its theme."""
    return charted(field).colours == "theme"
