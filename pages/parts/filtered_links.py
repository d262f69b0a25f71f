"""Links between pages, in our own HTML: they take the filters along; follow.js follows them without a reload."""

from __future__ import annotations

from display.links import FACTS, PEOPLE, REPORT, address_with, anchor
from pages.parts.filters.selected import NOT, filters_of_address

__all__ = ["FACTS", "PEOPLE", "REPORT", "address_of", "address_with", "anchor"]


def address_of(page: str, **query: str) -> str:
    """The address of a page with the filters of now and these keys: `./report?theme=Mining&doc=...`.

    A key that hides comes beside what is hidden already; any other one stands for what its filter said. The first page
    of the menu has no name.
    """
    filters = filters_of_address()
    hidden = {key: filters.get(key, []) for key in query if key.startswith(NOT)}
    return address_with(page, filters | {key: [*hidden.get(key, ()), value] for key, value in query.items()})
