"""Selections and cuts as SQL: which facts (`f`) and which sentences (`s`) pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from analysis.queries.selection import Cut, Cuts, Selection

ENTITY_FACTS = """(list_contains({ids}, f.actor_entity_id) OR list_contains({ids}, f.target_entity_id)
 OR list_contains({ids}, f.place_entity_id)
 OR f.attribution_id IN (SELECT attribution_id FROM attributions WHERE list_contains({ids}, source_entity_id))
 OR f.fact_id IN (SELECT g.fact_id FROM facts g JOIN mentions m USING (sentence_id)
                  WHERE list_contains({ids}, m.entity_id) AND m.start_char >= g.start_char
                    AND m.end_char <= g.end_char))"""

# The longest time, in days, that a column of the timeline can show: a month has 31 days, a leap year 366.
BUCKETS = {"day": 1, "month": 31, "year": 366}


@dataclass
class Condition:
    """A condition in SQL, with what its parameters stand for."""

    parts: list[str] = field(default_factory=list)
    params: dict[str, Any] = field(default_factory=dict)

    def add(self, sql: str, **params: Any) -> None:
        """Narrow the condition."""
        self.parts.append(sql)
        self.params |= params

    @property
    def sql(self) -> str:
        """The condition as one expression."""
        return " AND ".join(self.parts) or "true"


def facts_where(selection: Selection, cuts: Cuts = ()) -> Condition:
    """The facts `f` of the selection that every cut lets through."""
    condition = Condition()
    if selection.themes:
        condition.add(_in("coalesce(f.theme, '')", "themes"), themes=list(selection.themes))
    if selection.publishers:
        condition.add(_of_publishers("f"), publishers=list(selection.publishers))
    if selection.statuses:
        condition.add(_in("f.status", "statuses"), statuses=list(selection.statuses))
    if selection.first_day:
        condition.add("f.end_day > $first_day", first_day=selection.first_day)
    if selection.last_day:
        condition.add("f.first_day <= $last_day", last_day=selection.last_day)
    if selection.entities:
        condition.add(ENTITY_FACTS.format(ids="$entities::VARCHAR[]"), entities=list(selection.entities))
    if words := selection.search_words():
        condition.add(
            f"f.sentence_id IN (SELECT s.sentence_id FROM sentences s WHERE {_words(words)})", **_named(words)
        )
    return _with_cuts(condition, cuts, FACT_CUTS)


def sentences_where(selection: Selection, cuts: Cuts = ()) -> Condition:
    """The headings and body sentences `s` of the selection that every cut lets through.

    A sentence passes a theme that it has, an entity that it names; a period and a status when a fact in it passes all.
    """
    condition = Condition()
    condition.add("s.kind IN ('heading', 'body')")
    if selection.has_facts_only():
        facts = facts_where(selection)
        condition.add(f"s.sentence_id IN (SELECT f.sentence_id FROM facts f WHERE {facts.sql})", **facts.params)
        return _with_cuts(condition, cuts, SENTENCE_CUTS)
    if selection.themes:
        condition.add(f"({_themes_of_sentence()})", themes=list(selection.themes))
    if selection.publishers:
        condition.add(_of_publishers("s"), publishers=list(selection.publishers))
    if selection.entities:
        condition.add(_naming("list_contains($entities::VARCHAR[], entity_id)"), entities=list(selection.entities))
    if words := selection.search_words():
        condition.add(_words(words), **_named(words))
    return _with_cuts(condition, cuts, SENTENCE_CUTS)


def documents_where(selection: Selection) -> Condition:
    """The reports `d` of the selection: all, or those with a sentence or a fact in it."""
    condition = Condition()
    if selection.is_everything():
        return condition
    if selection == Selection(publishers=selection.publishers):
        condition.add(_in("coalesce(d.publisher, '')", "publishers"), publishers=list(selection.publishers))
        return condition
    facts, sentences = facts_where(selection), sentences_where(selection)
    condition.add(
        f"(d.doc_id IN (SELECT f.doc_id FROM facts f WHERE {facts.sql})"
        f" OR d.doc_id IN (SELECT s.doc_id FROM sentences s WHERE {sentences.sql}))",
        **(facts.params | sentences.params),
    )
    return condition


def fits(bucket: str) -> str:
    """The condition that a fact's time is no longer than a day, month or year; it counts where it begins."""
    return f"(f.first_day IS NOT NULL AND date_diff('day', f.first_day, f.end_day) <= {BUCKETS[bucket]})"


def _with_cuts(condition: Condition, cuts: Cuts, known: dict[str, Callable[[str], str]]) -> Condition:
    for number, cut in enumerate(cuts):
        sql = known[cut.field](f"$cut{number}")
        condition.add(sql, **({f"cut{number}": cut.value} if f"$cut{number}" in sql else {}))
    return condition


def _in(column: str, name: str) -> str:
    return f"list_contains(${name}::VARCHAR[], {column})"


def _of_publishers(alias: str) -> str:
    inside = _in("coalesce(publisher, '')", "publishers")
    return f"{alias}.doc_id IN (SELECT doc_id FROM documents WHERE {inside})"


def _themes_of_sentence() -> str:
    inside = "s.sentence_id IN (SELECT sentence_id FROM themes WHERE list_contains($themes::VARCHAR[], theme))"
    without = "s.sentence_id NOT IN (SELECT sentence_id FROM themes)"
    return f"{inside} OR (list_contains($themes::VARCHAR[], '') AND {without})"


def _naming(which: str) -> str:
    return f"s.sentence_id IN (SELECT sentence_id FROM mentions WHERE {which})"


def _words(words: Iterable[str]) -> str:
    return " AND ".join(f"contains(lower(s.text), $word{number})" for number, _ in enumerate(words))


def _named(words: Iterable[str]) -> dict[str, str]:
    return {f"word{number}": word for number, word in enumerate(words)}


def _bucket(bucket: str) -> Callable[[str], str]:
    return lambda value: f"({fits(bucket)} AND date_trunc('{bucket}', f.first_day) = {value}::TIMESTAMP)"


def _longer(bucket: str) -> Callable[[str], str]:
    return lambda _: f"(f.first_day IS NOT NULL AND NOT {fits(bucket)})"


def _beyond(bucket: str, sign: str) -> Callable[[str], str]:
    return lambda value: f"({fits(bucket)} AND f.first_day {sign} {value}::TIMESTAMP)"


def _equals(column: str) -> Callable[[str], str]:
    return lambda value: f"coalesce({column}, '') = {value}"


FACT_CUTS: dict[str, Callable[[str], str]] = {
    "theme": _equals("f.theme"),
    "status": _equals("f.status"),
    "event_class": _equals("f.event_class"),
    "certainty": _equals("f.certainty"),
    "document": _equals("f.doc_id"),
    "fact": _equals("f.fact_id"),
    "actor": _equals("f.actor_entity_id"),
    "target": _equals("f.target_entity_id"),
    "place": _equals("f.place_entity_id"),
    "publisher": lambda value: f"f.doc_id IN (SELECT doc_id FROM documents WHERE coalesce(publisher, '') = {value})",
    "entity": lambda value: ENTITY_FACTS.format(ids=f"[{value}]::VARCHAR[]"),
    "speaker": lambda value: (
        f"f.attribution_id IN (SELECT attribution_id FROM attributions WHERE source_entity_id = {value})"
    ),
    "main": lambda _: "f.is_main",
    "dated": lambda _: "f.first_day IS NOT NULL",
    "undated": lambda _: "f.first_day IS NULL",
}
FACT_CUTS |= {bucket: _bucket(bucket) for bucket in BUCKETS}
FACT_CUTS |= {f"longer_than_{bucket}": _longer(bucket) for bucket in BUCKETS}
FACT_CUTS |= {f"{bucket}s_before": _beyond(bucket, "<") for bucket in BUCKETS}
FACT_CUTS |= {f"{bucket}s_from": _beyond(bucket, ">=") for bucket in BUCKETS}

SENTENCE_CUTS: dict[str, Callable[[str], str]] = {
    "document": _equals("s.doc_id"),
    "theme": lambda value: f"s.sentence_id IN (SELECT sentence_id FROM themes WHERE theme = {value})",
    "term": lambda value: f"s.sentence_id IN (SELECT sentence_id FROM term_occurrences WHERE term = {value})",
    "entity": lambda value: _naming(f"entity_id = {value}"),
    "also": lambda value: _naming(f"entity_id = {value}"),
}


def cut(field_name: str, value: object = "") -> Cut:
    """A cut; the value as the text that the queries compare with."""
    return Cut(field_name, "" if value is None else str(value))
