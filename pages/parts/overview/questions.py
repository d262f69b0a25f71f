"""Questions to begin with: each a link to what answers it, with how many there are and the best of them."""

from __future__ import annotations

from typing import NamedTuple

from analysis.fields.cut import Cut
from analysis.queries.engine.database import Row, records
from analysis.queries.facets import best_of, single_values
from analysis.queries.rows import facts_at
from pages.parts.drawing.once import once
from pages.parts.filters.selected import query_of
from pages.parts.links import FACTS, address_with, anchor
from pages.parts.safe import shortened, text
from pages.parts.timeline.single import said_words
from pages.parts.view import View

LONGEST = 140  # characters of an answer


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
    """The questions that facts of the selection answer, each with its best answer, as HTML."""
    database, selection, _ = view
    found = single_values(database, selection, ("status", "plan", "event_class"))
    numbers = {(field, value): int(n) for field, value, n in zip(*(found[name] for name in found), strict=True)}
    asked = {one: n for one in QUESTIONS if (n := sum(numbers.get((one.field, value), 0) for value in one.values))}
    best = best_of(database, selection, [(one.field, one.values) for one in asked])
    each = list(dict.fromkeys(best))  # one can be the best answer of two
    answers = dict(zip(each, records(facts_at(database, each)), strict=True))
    items = (_question(view, one, n, answers[row]) for (one, n), row in zip(asked.items(), best, strict=True))
    return f'<ul class="d-questions">{"".join(items)}</ul>'


def _question(view: View, question: Question, n_facts: int, best: Row) -> str:
    """A question as a link to all its answers, and the best one."""
    selection = view.selection.narrowed(tuple(Cut(question.field, value) for value in question.values))
    href = address_with(FACTS, query_of(view.database, selection))
    link = anchor(href, f"{question.words} <strong>{n_facts:,}</strong>")
    return f'<li>{link}<p dir="auto">{text(shortened(said_words(best), LONGEST))}</p></li>'
