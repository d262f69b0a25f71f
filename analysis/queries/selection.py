"""What a user has selected: the filters that hold on every page, and the mark of a chart that was opened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

NONE = ""  # the value of a filter that stands for "not stated"

STATUSES = ("done", "planned", "possible", "denied", "requested")


@dataclass(frozen=True)
class Selection:
    """The filters. An empty one lets everything through; NONE in `themes` or `publishers` means "without any".

    `first_day` and `last_day` are both inside the period. `entities` are entity ids, `words` must all stand in the
    sentence.
    """

    themes: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    entities: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    words: str = ""

    def is_everything(self) -> bool:
        """Whether no filter is set.

        >>> Selection().is_everything(), Selection(words="road").is_everything()
        (True, False)
        """
        return self == Selection()

    def has_facts_only(self) -> bool:
        """Whether a filter is set that only a fact can pass, so that a sentence passes through its facts."""
        return bool(self.statuses or self.first_day or self.last_day)

    def search_words(self) -> tuple[str, ...]:
        """The words to look for, in lower case.

        >>> Selection(words="  Copper  mine ").search_words()
        ('copper', 'mine')
        """
        return tuple(self.words.lower().split())

    def without(self, field: str) -> Self:
        """The same selection with one filter taken away."""
        return replace(self, **{field: getattr(Selection, field)})


@dataclass(frozen=True)
class Cut:
    """One condition of a mark: `Cut("status", "planned")`. `analysis.queries.conditions` has the fields."""

    field: str
    value: str = ""


Cuts = tuple[Cut, ...]
