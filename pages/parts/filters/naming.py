"""What each field that can be filtered by is called, and its values in words: on chips, in lists and in the address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from analysis.fields.cut import NONE, UNNAMED, Cut
from analysis.fields.days import days_of
from analysis.queries import known_values
from analysis.queries.engine.database import Database, Row, records
from analysis.queries.searching.lexer import QueryFault
from analysis.queries.searching.parse import parse
from analysis.queries.topics.found import label_of_topic, topic_of_label
from pages.parts import words

REPORT_ITSELF = "The report itself"
NO_TOPIC = "No topic"
UNNAMED_SOURCE = "Someone without a name"
NOT_LISTED = "No listed name"
YES = "yes"
MOST_LABELS = 5000  # that are kept
WITH_ID = re.compile(r"(.*) \[(\S+)\]")
PERCENT = re.compile(r"(\d{1,2})%")
PUBLISHED = re.compile(r"\d{4}(-\d\d){0,2}")
BEGINS = re.compile(r"\d{4}(-\d\d){0,2}( 00:00:00)?")
WITH_KIND = re.compile(r"(.*) \(([^()]+)\)")


@dataclass(frozen=True)
class Naming:
    """How a field is named. `show` gives the words of a value; `find` the value of words of an address, None when the
    snapshot has none."""

    title: str
    show: Callable[[Database, str], str]
    find: Callable[[Database, str], str | None]
    chip: str = "{}"
    fault: Callable[[str], str] = lambda said: ""  # why words of an address cannot be read


def naming_of(field: str) -> Naming:
    """How the field is named. Raises KeyError for an unknown one."""
    return NAMINGS[field]


def chip(database: Database, cut: Cut) -> str:
    """The words of one condition: `Mining`, `Said by Leyla Rahimova`."""
    named = NAMINGS[cut.field]
    return named.chip.format(named.show(database, cut.value))


def entity_label(database: Database, entity_id: str) -> str:
    """The name of an entity, with its kind or its id where another has the same name."""
    return entity_labels(database, [entity_id])[entity_id]


def entity_labels(database: Database, entity_ids: Iterable[str]) -> dict[str, str]:
    """The same of several, by id; one question for all that are not known yet."""
    wanted, known = list(entity_ids), _known_labels(database.snapshot.name)
    found = {key: label for key in wanted if (label := known.get(key)) is not None}
    if missing := sorted(set(wanted) - set(found)):
        rows = records(known_values.entities_named(database, missing))
        new = dict.fromkeys(missing, "") | {str(row["entity_id"]): _label_of(database, row) for row in rows}
        if len(known) + len(new) > MOST_LABELS:
            known.clear()
        known.update(new)
        found |= new
    return {key: found[key] or key for key in wanted}


@st.cache_resource(max_entries=3, show_spinner=False)
def _known_labels(snapshot: str) -> dict[str, str]:
    """The labels of entities that were asked for, by id; empty for an id that is not there."""
    return {}


def _label_of(database: Database, row: Row) -> str:
    if row["is_alone"]:
        return str(row["name"])
    same = known_values.entities_called(database, row["name"])
    kind = words.kind_of(row["label"]).lower()
    if [words.kind_of(label).lower() for label in same["label"]].count(kind) > 1:
        return f"{row['name']} [{row['entity_id']}]"
    return f"{row['name']} ({kind})"


def _find_entity(database: Database, said: str) -> str | None:
    if match := WITH_ID.fullmatch(said):
        found = records(known_values.entity_named(database, match[2]))
        return str(found[0]["entity_id"]) if found else None
    found = records(known_values.entities_called(database, said))
    if not found and (match := WITH_KIND.fullmatch(said)):
        called = records(known_values.entities_called(database, match[1]))
        found = [row for row in called if words.kind_of(row["label"]).lower() == match[2]]
    return str(found[0]["entity_id"]) if found else None


def _source(database: Database, value: str) -> str:
    return {NONE: REPORT_ITSELF, UNNAMED: UNNAMED_SOURCE}.get(value) or entity_label(database, value)


def _find_source(database: Database, said: str) -> str | None:
    known = {REPORT_ITSELF: NONE, UNNAMED_SOURCE: UNNAMED}
    return known[said] if said in known else _find_entity(database, said)


def _find_theme(database: Database, said: str) -> str | None:
    names = [*known_values.theme_values(database)["theme"], NONE]
    return next((str(name) for name in names if words.theme(name) == said), None)


def _find_publisher(database: Database, said: str) -> str | None:
    value = NONE if said == words.NO_PUBLISHER else said
    return value if known_values.has_publisher(database, value) else None


def _show_report(database: Database, value: str) -> str:
    return known_values.title_of(database, value) or value


def _find_report(database: Database, said: str) -> str | None:
    return said if known_values.title_of(database, said) else None


def _show_period(_: Database, value: str) -> str:
    first, last = days_of(value)
    if first and last:
        return words.period(pd.Timestamp(first), pd.Timestamp(last))
    return f"{words.day(first)} or later" if first else f"{words.day(last)} or earlier" if last else ""


def _find_period(_: Database, said: str) -> str | None:
    try:
        days_of(said)
    except ValueError:
        return None
    return said


def _show_topic(database: Database, value: str) -> str:
    return NO_TOPIC if value == NONE else label_of_topic(database, value) or value


def _find_topic(database: Database, said: str) -> str | None:
    return NONE if said == NO_TOPIC else topic_of_label(database, said)


def _show_published(_: Database, value: str) -> str:
    """A day, month or year of publication, as 2024-03-04, 2024-03 or 2024."""
    shape = ("year", "month", "day")[value.count("-")]
    return words.bucket(pd.Timestamp(value), shape) if value else "on a day that is not known"


def _find_published(_: Database, said: str) -> str | None:
    try:
        pd.Timestamp(said or "2024")
    except ValueError:
        return None
    return said if not said or PUBLISHED.fullmatch(said) else None


def _show_bucket(bucket: str, _: Database, value: str) -> str:
    return words.bucket(pd.Timestamp(value), bucket)


def _find_bucket(_: Database, said: str) -> str | None:
    try:
        return str(pd.Timestamp(said)) if BEGINS.fullmatch(said) else None
    except ValueError:
        return None


def _find_hour(_: Database, said: str) -> str | None:
    values = [*words.DAY_PARTS, *(f"T{hour:02}" for hour in range(25))]
    return next((value for value in values if words.hour(value) == said), None)


def _same(_: Database, value: str) -> str:
    return value


def _find_query(_: Database, said: str) -> str | None:
    return None if _fault_of_query(said) else said


def _fault_of_query(said: str) -> str:
    try:
        parse(said)
    except QueryFault as fault:
        return fault.said_of(said)
    return ""


def _any(_: Database, said: str) -> str | None:
    return said or None


def _show_event(database: Database, value: str) -> str:
    """An event by the sentence of its best claim."""
    return known_values.claim_of_event(database, value) or value


def _find_event(database: Database, said: str) -> str | None:
    return said if known_values.claim_of_event(database, said) else None


def _choice(title: str, labels: Mapping[str, str], chip_words: str = "{}") -> Naming:
    back = {value.capitalize(): value for value in labels}  # what older links call it
    back |= {label: value for value, label in labels.items()}
    return Naming(title, lambda _, value: labels.get(value, value), lambda _, said: back.get(said), chip_words)


def _flag(title: str) -> Naming:
    return Naming(title, lambda _, value: YES, lambda _, said: "" if said == YES else None, title)


def _entity(title: str, chip_words: str = "{}") -> Naming:
    return Naming(title, entity_label, _find_entity, chip_words)


def _listed(title: str, chip_words: str) -> Naming:
    """An entity, or none."""

    def show(database: Database, value: str) -> str:
        return entity_label(database, value) if value != NONE else NOT_LISTED

    def find(database: Database, said: str) -> str | None:
        return _find_entity(database, said) if said != NOT_LISTED else NONE

    return Naming(title, show, find, chip_words)


def _in_words(title: str) -> Naming:
    return Naming(f"{title}, in words", _same, _any, f"{title}: “{{}}”")


def _show_trust(_: Database, value: str) -> str:
    return f"{float(value):.0%}"


def _find_trust(_: Database, said: str) -> str | None:
    match = PERCENT.fullmatch(said)
    return str(int(match[1]) / 100) if match else None


def _of_buckets(names: Iterable[str]) -> dict[str, Naming]:
    found: dict[str, Naming] = {}
    for name in names:
        show = partial(_show_bucket, name)
        found[name] = Naming(f"Begins in this {name}", show, _find_bucket, "Begins in {}" if name != "day" else "On {}")
        found[f"longer_than_{name}"] = _flag(f"Takes longer than a {name}")
        found[f"{name}s_before"] = Naming("Begins before", show, _find_bucket, "Begins before {}")
        found[f"{name}s_from"] = Naming("Begins in or after", show, _find_bucket, "Begins in {} or later")
    return found


NAMINGS: dict[str, Naming] = {
    "theme": Naming("Theme", lambda _, value: words.theme(value), _find_theme),
    "status": _choice("Status", words.STATUS),
    "plan": _choice("Kind of plan", words.PLAN | {NONE: words.NO_PLAN}),
    "person": _entity("Person"),
    "organisation": _entity("Organisation"),
    "place": _entity("Place"),
    "country": _choice("Country", words.country_names(), "Country: {}"),
    "said_by": Naming("Said by", _source, _find_source, "Said by: {}"),
    "event_class": _choice("Kind of event", words.EVENT_CLASS | {NONE: words.NO_CLASS}),
    "event_group": _choice("Group of events", words.EVENT_GROUP | {NONE: words.NO_CLASS}),
    "certainty": _choice("How sure the text is", words.CERTAINTY, "{} in the text"),
    "publisher": Naming("Publisher", lambda _, v: words.publisher(v), _find_publisher, "Publisher: {}"),
    "period": Naming("When it happened", _show_period, _find_period),
    "said_on": Naming("Said on", _show_published, _find_published, "Said {}"),
    "amount": _choice("Amount", words.AMOUNT | {NONE: words.NO_AMOUNT}),
    "topic": Naming("Topic", _show_topic, _find_topic, "Topic: {}"),
    "published": Naming("Published", _show_published, _find_published, "Published {}"),
    "words": Naming("Words in the sentence", _same, _find_query, "Words: {}", _fault_of_query),
    "term": Naming("Term", _same, _any, "Term: {}"),
    "action": Naming("Does what", _same, _any, "Does what: {}"),
    "document": Naming("Report", _show_report, _find_report, "Report: {}"),
    "sentence": Naming("Sentence", _same, _any, "Sentence {}"),
    "fact": Naming("Fact", _same, _any, "Fact {}"),
    "event": Naming("Event", _show_event, _find_event, "Told alike: {}"),
    "claim": Naming("Belongs to the claim", _same, _any, "Belongs to the claim {}"),
    "actor": _listed("Who", "Who: {}"),
    "target": _listed("To whom", "To whom: {}"),
    "recipient": _listed("For whom", "For whom: {}"),
    "site": _listed("Where", "Where: {}"),
    "actor_words": _in_words("Who"),
    "target_words": _in_words("To whom"),
    "recipient_words": _in_words("For whom"),
    "place_words": _in_words("Where"),
    "source_words": _in_words("Said by"),
    "trust": Naming("Trusted at least", _show_trust, _find_trust, "Trusted at least {}"),
    "entity": _entity("Named", "{}"),
    "about": _entity("About", "About: {}"),
    "speaks": _entity("Where it speaks", "{} speaks"),
    "also": _entity("Named with", "With {}"),
    "main": _flag("Main events"),
    "dated": _flag("With a date"),
    "undated": _flag("Without a date"),
    "told": _choice("Event and report", words.TOLD),
    "nobody": _flag("Without a person"),
    "hour": Naming("Hour", lambda _, value: words.hour(value), _find_hour, "At {}"),
    "without_hour": _flag("Without an hour"),
    "report_day": _flag(words.OF_REPORT),
    **_of_buckets(("day", "month", "year", "decade")),
}
