"""Questions to begin with: each a link to the facts that answer it, with how many there are."""

from __future__ import annotations

from typing import NamedTuple

from analysis.queries.facets import single_values
from analysis.queries.selection import Cut
from pages.parts.drawing.once import once
from pages.parts.filters.selected import query_of
from pages.parts.links import FACTS, address_with, anchor
from pages.parts.view import View


class Question(NamedTuple):
    """A question, and the facts that answer it: those with any of the values of one field."""

    words: str
    field: str
    values: tuple[str, ...]


QUESTIONS = (
    Question("Who pledges what?", "plan", ("pledged",)),
    Question("Who plans what?", "plan", ("announced", "intended")),
    Question("Who agrees with whom?", "event_class", ("AGREE",)),
    Question("Who supports or helps whom?", "event_class", ("SUPPORT", "AID")),
    Question("Who accuses or attacks whom?", "event_class", ("ACCUSE", "THREATEN", "ASSAULT")),
    Question("Who asks for what?", "status", ("requested",)),
    Question("What is expected?", "plan", ("expected",)),
    Question("What is denied?", "status", ("denied",)),
    Question("What is said not to be so?", "status", ("negated",)),
)


@once
def questions(view: View) -> str:
    """The questions that facts of the selection answer, as HTML."""
    found = single_values(view.database, view.selection, ("status", "plan", "event_class"))
    numbers = {(field, value): int(n) for field, value, n in zip(*(found[name] for name in found), strict=True)}
    items = []
    for question in QUESTIONS:
        if n_facts := sum(numbers.get((question.field, value), 0) for value in question.values):
            selection = view.selection.narrowed(tuple(Cut(question.field, value) for value in question.values))
            href = address_with(FACTS, query_of(view.database, selection))
            items.append(f"<li>{anchor(href, f'{question.words} <strong>{n_facts:,}</strong>')}</li>")
    return f'<ul class="d-questions">{"".join(items)}</ul>'
