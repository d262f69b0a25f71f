"""Questions to begin with: each a link to all claims that answer it, and its first answer, which opens the best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from analysis.fields.cut import Cut
from analysis.queries.answers import Asked, answers
from analysis.queries.engine.database import Row, records
from analysis.queries.rows import facts_at
from display.claims.claim_sentence import claim_words
from display.safe import is_empty, shortened, text
from pages.parts.claims.claim import LIST, Around, around, claim_html
from pages.parts.claims.ways import known_people
from pages.parts.drawing.once import once_with_links
from pages.parts.filtered_links import FACTS, address_with, anchor
from pages.parts.filters.selected import query_of
from pages.parts.view import View, counted

LONGEST = 140  # characters of the first answer


class Question(NamedTuple):
    """A question, and what answers it."""

    words: str
    asked: Asked


WHO, WHOM = ("actor",), ("actor", "target")
QUESTIONS = (
    Question("Who pledges what?", Asked("plan", ("pledged",), WHO)),
    Question("Who plans what?", Asked("plan", ("announced", "intended"), WHO)),
    Question("Who agrees with whom?", Asked("event_class", ("AGREE",), WHOM)),
    Question("Who supports or helps whom?", Asked("event_class", ("SUPPORT", "AID"), WHOM)),
    Question("Who accuses or attacks whom?", Asked("event_class", ("ACCUSE", "THREATEN", "ASSAULT"), WHOM)),
    Question("Who asks for what?", Asked("status", ("requested",))),
    Question("What is expected?", Asked("plan", ("expected",))),
    Question("What is denied?", Asked("status", ("denied",))),
    Question("What is said not to be so?", Asked("status", ("negated",))),
)


@once_with_links
def questions(view: View) -> str:
    """The questions that facts of the selection answer, each with its best answers, as HTML."""
    database, selection, _ = view
    answered = zip(QUESTIONS, answers(database, selection, [one.asked for one in QUESTIONS]), strict=True)
    found = {one: answer for one, answer in answered if answer.n_facts}
    every = list(dict.fromkeys(row for answer in found.values() for row in answer.best))  # one can be an answer of two
    known = dict(zip(every, records(facts_at(database, every)), strict=True))
    known_people(database, list(known.values()))
    told = Around(around(view, list(known.values())).told, {})
    items = [_question(view, one, answer.n_facts, _rows(known, answer.best), told) for one, answer in found.items()]
    return f'<ul class="d-questions">{"".join(items)}</ul>'


def _rows(known: Mapping[int, Row], rows: Sequence[int]) -> list[Row]:
    return [known[row] for row in rows]


def _question(view: View, question: Question, n_facts: int, best: Sequence[Row], told: Around) -> str:
    """A question as a link to all its answers; the first, which opens the best."""
    asked = question.asked
    selection = view.selection.narrowed(tuple(Cut(asked.field, value) for value in asked.values))
    href = address_with(FACTS, query_of(view.database, selection))
    link = anchor(href, f"{question.words} <strong>{n_facts:,}</strong>")
    first = f'<span class="d-first" dir="auto">{_first(best[0])}</span>'
    cards = "".join(_answer(row, view.themes, told, bool(asked.slots)) for row in best)
    every = anchor(href, f"All {counted(n_facts)}", "arrow_forward") if n_facts > len(best) else ""
    opened = f'<div class="d-answers">{cards}</div>{every and f"<p>{every}</p>"}'
    return f"<li>{link}<details><summary>{first}</summary>{opened}</details></li>"


def _first(row: Row) -> str:
    """The first answer in a few words; what somebody denies is said to be denied."""
    denied = "Denied: " if row["status"] == "denied" else ""
    return denied + text(shortened(claim_words(row), LONGEST))


def _answer(row: Row, themes: Sequence[str], told: Around, has_who: bool) -> str:
    """An answer: who it is, and the claim."""
    who = row["actor_name"] if not is_empty(row["actor_name"]) else row["actor"]
    head = f'<p class="d-who" dir="auto">{text(who)}</p>' if has_who and not is_empty(who) else ""
    return f'<div class="d-answer">{head}{claim_html(row, themes, told, look=LIST)}</div>'
