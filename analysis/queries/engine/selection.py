"""What a user has selected: the filters that hold on every page, and the mark of a chart that was opened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from analysis.fields.cut import Cut, Cuts


@dataclass(frozen=True)
class Selection:
    """The filters. An empty one lets everything through.

    Of the cuts in `only`, one of each field must let a row through; each entry of `hide` takes away the rows that all
    its cuts let through. The order of the cuts says nothing, so equal selections are equal.

    Of the table of facts the claims are counted and shown; with `details` every fact.
    """

    only: Cuts = ()
    hide: tuple[Cuts, ...] = ()
    details: bool = False

    def __post_init__(self) -> None:
        """Sort, and drop what is said twice."""
        object.__setattr__(self, "only", tuple(sorted(set(self.only))))
        object.__setattr__(self, "hide", tuple(sorted({tuple(sorted(set(cuts))) for cuts in self.hide if cuts})))

    @classmethod
    def of(cls, **fields: str | tuple[str, ...]) -> Selection:
        """The selection of these values by field.

        >>> Selection.of(theme=("mining", "aid"), words="road").fields()
        ('theme', 'words')
        """
        return cls(
            tuple(
                Cut(field, value)
                for field, values in fields.items()
                for value in ([values] if isinstance(values, str) else values)
            )
        )

    def is_everything(self) -> bool:
        """Whether no filter is set.

        >>> Selection().is_everything(), Selection.of(words="road").is_everything()
        (True, False)
        """
        return not (self.only or self.hide)

    def fields(self) -> tuple[str, ...]:
        """The fields of `only`."""
        return tuple(field for field, _ in self.groups())

    def all_fields(self) -> frozenset[str]:
        """The fields of `only` and of `hide`."""
        return frozenset(cut.field for cuts in (self.only, *self.hide) for cut in cuts)

    def groups(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The values of `only` by field.

        >>> Selection.of(theme=("mining", "aid")).groups()
        (('theme', ('aid', 'mining')),)
        """
        by_field = groupby(self.only, key=lambda cut: cut.field)
        return tuple((field, tuple(cut.value for cut in cuts)) for field, cuts in by_field)

    def values(self, field: str) -> tuple[str, ...]:
        """The values of one field of `only`."""
        return tuple(cut.value for cut in self.only if cut.field == field)

    def hidden(self, field: str) -> tuple[str, ...]:
        """The values of one field that are hidden by themselves."""
        return tuple(cuts[0].value for cuts in self.hide if len(cuts) == 1 and cuts[0].field == field)

    def narrowed(self, cuts: Cuts) -> Selection:
        """The selection with these values instead of the others of their fields ("only this").

        >>> Selection.of(theme="aid", status="done").narrowed((Cut("theme", "mining"),)).values("theme")
        ('mining',)
        """
        fields = {cut.field for cut in cuts}
        kept = tuple(cut for cut in self.only if cut.field not in fields)
        still = tuple(hidden for hidden in self.hide if not set(hidden) <= set(cuts))
        return replace(self, only=kept + cuts, hide=still)

    def hiding(self, cuts: Cuts) -> Selection:
        """The selection without the rows that all these cuts let through ("hide this").

        >>> Selection.of(theme=("aid", "mining")).hiding((Cut("theme", "aid"),))
        Selection(only=(Cut(field='theme', value='mining'),), hide=((Cut(field='theme', value='aid'),),), details=False)
        """
        kept = self.only if len(cuts) > 1 else tuple(cut for cut in self.only if cut not in cuts)
        return replace(self, only=kept, hide=(*self.hide, cuts))

    def without(self, field: str) -> Selection:
        """The selection with every filter of one field taken away."""
        return replace(
            self,
            only=tuple(cut for cut in self.only if cut.field != field),
            hide=tuple(cuts for cuts in self.hide if not (len(cuts) == 1 and cuts[0].field == field)),
        )

    def without_filters(self) -> Selection:
        """Every claim, or with `details` every fact."""
        return Selection(details=self.details)


def search_words(value: str) -> tuple[str, ...]:
    """The words to look for, in lower case; all must stand in the sentence.

    >>> search_words("  Copper  mine ")
    ('copper', 'mine')
    """
    return tuple(value.lower().split())
