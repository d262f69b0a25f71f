"""The cache of HTML with links."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from display.once import once, once_beside
from display.view import View
from pages.parts.filters.selected import filters_of_address

__all__ = ["once", "once_with_links"]

Settings = ParamSpec("Settings")
Result = TypeVar("Result")


def once_with_links(
    make: Callable[Concatenate[View, Settings], Result],
) -> Callable[Concatenate[View, Settings], Result]:
    """`once` for HTML with links, which carry the filters of the URL: these are part of the key."""
    return once_beside(make, lambda: tuple((key, tuple(said)) for key, said in filters_of_address().items()))
