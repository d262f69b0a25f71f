"""What is made once for a snapshot, a selection and settings: charts, lists and HTML that many runs show."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from analysis.queries.engine.lru_cache import Made
from pages.parts.drawing.weight import weight
from pages.parts.filters.selected import filters_of_address
from pages.parts.view import View

Settings = ParamSpec("Settings")
Result = TypeVar("Result")


def once(
    make: Callable[Concatenate[View, Settings], Result],
) -> Callable[Concatenate[View, Settings], Result]:
    """The function, which asks its questions and makes its result only where the same is not kept yet.

    It must be told all that the result depends on: the view and its other arguments are the key, so they are hashable;
    it reads no address, no session and no clock (`noun` says what the selection of the view says). What it returns is
    shared by all threads: nobody may change it. A fault is not kept.
    """
    return _once(make, lambda: None)


def once_with_links(
    make: Callable[Concatenate[View, Settings], Result],
) -> Callable[Concatenate[View, Settings], Result]:
    """The same for HTML with links, which take along the filters as the address says them; of the address it reads
    these alone."""
    return _once(make, lambda: tuple((key, tuple(said)) for key, said in filters_of_address().items()))


def _once(
    make: Callable[Concatenate[View, Settings], Result], more: Callable[[], Hashable]
) -> Callable[Concatenate[View, Settings], Result]:
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def made(view: View, /, *args: Settings.args, **kwargs: Settings.kwargs) -> Result:
        def fresh() -> Made:
            result = make(view, *args, **kwargs)
            return Made(result, weight(result))

        key = (name, view.selection, view.themes, args, tuple(sorted(kwargs.items())), more())
        kept: Result = view.database.made(key, fresh).value
        return kept

    return made
