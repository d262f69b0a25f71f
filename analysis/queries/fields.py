"""What can be filtered by: each field as a condition on facts `f`, sentences `s` and reports `d`.

A field takes a name for its parameter and the values of which one must hold; it gives SQL and the parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from analysis.derived import MARK
from analysis.queries.engine.selection import NONE, UNNAMED, days_of
from analysis.queries.event_groups import group_of
from analysis.row_numbers import ROW_OF
from analysis.row_sets import RowSet, SentencesFound, frozen, in_bitmap

Params = dict[str, Any]
Field = Callable[[str, Sequence[str]], tuple[str, Params]]

# The longest time, in days, that a column of the timeline can show: a month has 31 days, a leap year 366.
BUCKETS = {"day": 1, "month": 31, "year": 366, "decade": 3653}
# Facts of which the text gives the hour, or the part of the day; it is in the temporal expression `t`: T18 of
# 2024-03-04T18:05, TMO of 2024-03-04TMO.
HAS_HOUR = "f.precision = 'time'"
HOUR = "substr(t.value, strpos(t.value, 'T'), 3)"
# Facts of which the text gives no time: they have the day of their report.
OF_REPORT = "f.precision = 'report'"

ENTITY_FIELDS = ("entity", "also", "person", "organisation", "place")


def fits(bucket: str) -> str:
    """The condition that a fact's time is no longer than a day, month or year; it counts where it begins."""
    return f"(f.first_day IS NOT NULL AND date_diff('day', f.first_day, f.end_day) <= {BUCKETS[bucket]})"


def _one_of(sql: str) -> Field:
    """A condition on a list of values, which stands in `sql` as {values}."""

    def condition(name: str, values: Sequence[str]) -> tuple[str, Params]:
        return sql.format(values=f"${name}::VARCHAR[]"), {name: list(values)}

    return condition


def _flag(sql: str) -> Field:
    """A condition that needs no value."""
    return lambda name, values: (sql, {})


def _column(column: str) -> Field:
    return _one_of(f"list_contains({{values}}, coalesce({column}, ''))")


def _of_entities(which: str) -> Field:
    """Facts in which one of the entities acts, is acted on, is the place, says so or is named."""
    return _one_of(f"f.fact_row IN (SELECT fact_row FROM fact_entities WHERE {which})")


def _naming(which: str) -> Field:
    return _one_of(f"s.sentence_row IN (SELECT sentence_row FROM mentions WHERE {which})")


LISTED = "list_contains({values}, entity_id)"
SAYING = "list_contains({values}, lower(source))"
SPEAKING = (
    "{alias}.sentence_row IN (SELECT sentence_row FROM attributions WHERE list_contains({{values}}, source_entity_id))"
)
OF_COUNTRIES = "entity_id IN (SELECT entity_id FROM entities WHERE list_contains({values}, country))"


def _term(alias: str) -> Field:
    return _one_of(
        f"{alias}.sentence_row IN (SELECT sentence_row FROM term_occurrences WHERE list_contains({{values}}, term))"
    )


def _of_documents(which: str) -> Callable[[str], Field]:
    """A condition on the report that a fact or a sentence stands in."""
    return lambda alias: _one_of(f"{alias}.doc_row IN (SELECT doc_row FROM {which})")


_publisher = _of_documents("documents WHERE list_contains({values}, coalesce(publisher, ''))")
# The main topic of the report; a report without one, as all are in a small corpus, has NONE.
_topic = _of_documents(
    "documents LEFT JOIN (SELECT doc_row, topic_id FROM document_topics WHERE is_main) USING (doc_row) "
    "WHERE list_contains({values}, coalesce(topic_id, ''))"
)
# The year (2024), month (2024-03) or day (2024-03-04) of publication; NONE where it is not known.
_published = _of_documents(
    "documents WHERE list_has_any({values}, [coalesce(strftime(published, '%Y'), ''), strftime(published, '%Y-%m'), "
    "strftime(published, '%Y-%m-%d')])"
)


def _trusted(name: str, values: Sequence[str]) -> tuple[str, Params]:
    """Facts that are trusted at least so far."""
    return f"f.score >= ${name}", {name: min(float(value) for value in values)}


def _period(name: str, values: Sequence[str]) -> tuple[str, Params]:
    """Facts whose time touches one of the periods."""
    parts: list[str] = []
    params: Params = {}
    for number, value in enumerate(values):
        first, last = days_of(value)
        inside = []
        if first:
            inside.append(f"f.end_day > ${name}_{number}_first")
            params[f"{name}_{number}_first"] = first
        if last:
            inside.append(f"f.first_day <= ${name}_{number}_last")
            params[f"{name}_{number}_last"] = last
        parts.append(" AND ".join(inside))
    return f"({' OR '.join(parts)})", params


def _words(alias: str) -> Field:
    """Sentences, and facts in sentences, that one of the queries finds."""

    def condition(name: str, values: Sequence[str]) -> tuple[str, Params]:
        params: Params = {f"{name}_{number}": SentencesFound(value) for number, value in enumerate(values)}
        return f"({' OR '.join(in_bitmap(alias, 'sentences', key) for key in params)})", params

    return condition


def _said_by(name: str, values: Sequence[str]) -> tuple[str, Params]:
    """Facts that one of the entities states; NONE is the report itself, UNNAMED a source without a name."""
    saying = "f.attribution_id IN (SELECT attribution_id FROM attributions WHERE {})"
    parts = [saying.format(f"list_contains(${name}::VARCHAR[], source_entity_id)")]
    if NONE in values:
        parts.append("f.attribution_id IS NULL")
    if UNNAMED in values:
        parts.append(saying.format("source_entity_id IS NULL"))
    return f"({' OR '.join(parts)})", {name: list(values)}


def _bucket(bucket: str) -> Field:
    return _one_of(
        f"({fits(bucket)} AND list_contains({{values}}::TIMESTAMP[], date_trunc('{bucket}', f.first_day)::TIMESTAMP))"
    )


def _longer(bucket: str) -> Field:
    return _flag(f"(f.first_day IS NOT NULL AND NOT {fits(bucket)})")


def _told(name: str, values: Sequence[str]) -> tuple[str, Params]:
    """Facts whose time is over before the day of their report, takes it in, or begins after it."""
    when = "CASE WHEN f.end_day <= f.told_on THEN 'before' WHEN f.first_day > f.told_on THEN 'after' ELSE 'on' END"
    known = "f.first_day IS NOT NULL AND f.told_on IS NOT NULL"
    return f"({known} AND list_contains(${name}::VARCHAR[], {when}))", {name: list(values)}


def _beyond(bucket: str, sign: str) -> Field:
    return _one_of(f"({fits(bucket)} AND f.first_day {sign} ({{values}})[1]::TIMESTAMP)")


def _themes_of_sentence(name: str, values: Sequence[str]) -> tuple[str, Params]:
    inside = f"SELECT sentence_row FROM themes WHERE list_contains(${name}::VARCHAR[], theme)"
    sql = f"s.sentence_row IN ({inside})"
    if NONE in values:
        sql = f"({sql} OR s.sentence_row NOT IN (SELECT sentence_row FROM themes))"
    return sql, {name: list(values)}


def _themes_of_fact(name: str, values: Sequence[str]) -> tuple[str, Params]:
    """Facts that have one of the themes, whatever others they have; NONE is a fact without any."""
    sql = f"f.fact_row IN (SELECT fact_row FROM fact_themes WHERE list_contains(${name}::VARCHAR[], theme))"
    return f"({sql} OR f.themes IS NULL)" if NONE in values else sql, {name: list(values)}


def themes_in(column: str) -> str:
    """The themes of a fact out of the column `themes`, NONE where it has none: as many rows as it has themes. After
    facts were grouped by the column, which has few values, this takes no time."""
    return f"unnest(string_split(coalesce({column}, ''), '{MARK}'))"


def each_theme(counted: str) -> str:
    """A query for `theme` and `n_facts` out of one for `themes` and `n`: a fact counts under each of its themes."""
    apart = f"SELECT {themes_in('themes')} AS theme, n FROM ({counted})"
    return f"SELECT theme, sum(n)::BIGINT AS n_facts FROM ({apart}) GROUP BY 1"


def _remembered(field: Field, alias: str, table: str) -> Field:
    """The same condition on rows of a table, or on rows that point to it; which they are is found once and kept."""

    def condition(name: str, values: Sequence[str]) -> tuple[str, Params]:
        sql, params = field("v", values)
        rows = f"SELECT {alias}.{ROW_OF[table]} FROM {table} {alias} WHERE {sql}"
        return in_bitmap(alias, table, name), {name: RowSet(table, rows, frozen(params))}

    return condition


FACT_FIELDS: dict[str, Field] = {
    "theme": _themes_of_fact,
    "status": _column("f.status"),
    "plan": _column("f.plan"),
    "event_class": _column("f.event_class"),
    "event_group": _one_of(f"list_contains({{values}}, {group_of('f.event_class')})"),
    "certainty": _column("f.certainty"),
    "publisher": _column("f.told_by"),
    "period": _period,
    "words": _words("f"),
    "said_by": _said_by,
    "about": _of_entities(f"part <> 'source' AND {LISTED}"),
    "speaks": _one_of(SPEAKING.format(alias="f")),
    "country": _of_entities(OF_COUNTRIES),
    "term": _term("f"),
    "topic": _topic("f"),
    "published": _published("f"),
    "document": _column("f.doc_id"),
    "sentence": _column("f.sentence_id"),
    "fact": _column("f.fact_id"),
    "actor": _column("f.actor_entity_id"),
    "target": _column("f.target_entity_id"),
    "site": _column("f.place_entity_id"),
    "action": _column("lower(f.action)"),
    "actor_words": _column("lower(f.actor)"),
    "target_words": _column("lower(f.target)"),
    "place_words": _column("lower(f.place)"),
    "source_words": _one_of(f"f.attribution_id IN (SELECT attribution_id FROM attributions WHERE {SAYING})"),
    "trust": _trusted,
    "main": _flag("f.is_main"),
    "claim": _column("f.claim_of"),
    "event": _one_of(
        "f.claim_of IN (SELECT m.claim_of FROM facts m WHERE m.event_number IN (SELECT hash(unnest({values}))))"
    ),
    "dated": _flag("f.first_day IS NOT NULL"),
    "undated": _flag("f.first_day IS NULL"),
    "told": _told,
    "nobody": _flag(
        "(f.fact_row NOT IN (SELECT x.fact_row FROM fact_entities x JOIN entities n USING (entity_id) "
        "WHERE n.label = 'PERSON'))"
    ),
    "hour": _one_of(
        f"({HAS_HOUR} AND f.timex_id IN (SELECT t.timex_id FROM timexes t WHERE list_contains({{values}}, {HOUR})))"
    ),
    "without_hour": _flag(f"({HAS_HOUR}) IS NOT TRUE"),
    "report_day": _flag(OF_REPORT),
}
FACT_FIELDS |= {name: _of_entities(LISTED) for name in ENTITY_FIELDS}
FACT_FIELDS |= {bucket: _bucket(bucket) for bucket in BUCKETS}
FACT_FIELDS |= {f"longer_than_{bucket}": _longer(bucket) for bucket in BUCKETS}
FACT_FIELDS |= {f"{bucket}s_before": _beyond(bucket, "<") for bucket in BUCKETS}
FACT_FIELDS |= {f"{bucket}s_from": _beyond(bucket, ">=") for bucket in BUCKETS}

SENTENCE_FIELDS: dict[str, Field] = {
    "theme": _themes_of_sentence,
    "publisher": _publisher("s"),
    "words": _words("s"),
    "country": _naming(OF_COUNTRIES),
    "speaks": _one_of(SPEAKING.format(alias="s")),
    "term": _term("s"),
    "topic": _topic("s"),
    "published": _published("s"),
    "document": _column("s.doc_id"),
    "sentence": _column("s.sentence_id"),
}
SENTENCE_FIELDS |= {name: _naming(LISTED) for name in ENTITY_FIELDS}

DOCUMENT_FIELDS: dict[str, Field] = {
    "publisher": _column("d.publisher"),
    "document": _column("d.doc_id"),
    "topic": _topic("d"),
    "published": _published("d"),
}

# Fields that are no more than a look at a column or at a bit; every question of a page asks for the others again.
PLAIN = {"status", "plan", "event_class", "event_group", "certainty", "trust", "main", "dated", "undated"}
PLAIN |= {"publisher", "told", "without_hour", "report_day", "period", "document", "sentence", "fact", "claim", "words"}
PLAIN |= {name for name in FACT_FIELDS if name.startswith((*BUCKETS, "longer_than_"))}
FACT_FIELDS |= {n: _remembered(field, "f", "facts") for n, field in FACT_FIELDS.items() if n not in PLAIN}
KEYS = frozenset(("document", "sentence", "words"))
SENTENCE_FIELDS |= {n: _remembered(field, "s", "sentences") for n, field in SENTENCE_FIELDS.items() if n not in KEYS}
