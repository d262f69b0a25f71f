"""The cache of what is drawn: charts, lists and HTML, by snapshot, selection and settings, for all sessions."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from analysis.queries.engine.lru_cache import Made
from display.dates import order
from display.view import View
from display.weight import weight

Settings = ParamSpec("Settings")
Result = TypeVar("Result")


def once(
    make: Callable[Concatenate[View, Settings], Result],
) -> Callable[Concatenate[View, Settings], Result]:
    """The function, memoised in the cache of the database.

    Its arguments and the order in which days are written are the key: the arguments are hashable and say all else that
    the result depends on. It reads no URL, no session state and no clock (`noun` follows from the selection of the
    view). The result is shared by all threads and never changed. An exception is not cached.
    """
    return once_beside(make, lambda: None)


def once_beside(
    make: Callable[Concatenate[View, Settings], Result], more: Callable[[], Hashable]
) -> Callable[Concatenate[View, Settings], Result]:
    """The same where the result depends on `more()` as well, which is part of the key."""
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def made(view: View, /, *args: Settings.args, **kwargs: Settings.kwargs) -> Result:
        def fresh() -> Made:
            result = make(view, *args, **kwargs)
            return Made(result, weight(result))

        key = (name, order(), view.selection, view.themes, args, tuple(sorted(kwargs.items())), more())
        kept: Result = view.database.made(key, fresh).value
        return kept

    return made
