"""Facts: a row is one reported event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from analysis.schema import Column, Table
from analysis.tables.columns import DOC_ID, END_DAY, FIRST_DAY, PRECISION, SENTENCE_ID, span_columns
from analysis.tables.days import day_after
from analysis.tables.entities import EntityIds
from analysis.tables.entry import Entry
from analysis.tables.event_keys import Owners, event_key
from analysis.tables.fact_themes import strongest
from analysis.text.factuality.lexicon import PLANS, STATUSES
from analysis.text.plover.lexicon import CLASSES
from analysis.text.records import Fact, Timex

OF_THE_DAY = "when: the report gives no day; its own day of publication"
SCHEDULED = "status: in the present tense, with a day that comes after the report"
PRECISION_OF_FACT = replace(
    PRECISION,
    meaning=f"{PRECISION.meaning}; report: it says none, and the day is the report's own",
    allowed=(*PRECISION.allowed, "report"),
)

FACTS = Table(
    name="facts",
    row="one reported event",
    columns=(
        Column("fact_id", "str", "id of the fact", nullable=False),
        DOC_ID,
        SENTENCE_ID,
        *span_columns(),
        Column("action", "str", "what is done, in the words of the text", nullable=False),
        *span_columns("action_"),
        Column("actor", "str", "who does it; a pronoun's antecedent where that is clear"),
        *span_columns("actor_", nullable=True),
        Column("actor_entity_id", "str", "the entity that acts"),
        Column("target", "str", "whom or what it is done to"),
        *span_columns("target_", nullable=True),
        Column("target_entity_id", "str", "the entity that it is done to"),
        Column("recipient", "str", "who gets what is given, paid, sold, sent or told"),
        *span_columns("recipient_", nullable=True),
        Column("recipient_entity_id", "str", "the entity that gets it"),
        Column("place", "str", "where"),
        *span_columns("place_", nullable=True),
        Column("place_entity_id", "str", "the entity of the place"),
        FIRST_DAY,
        END_DAY,
        PRECISION_OF_FACT,
        Column(
            "day_from",
            "str",
            "where its day is told: its own clause, another one of its sentence, the passage before it, or nowhere, so"
            " that the report's own day stands for it",
            allowed=("clause", "sentence", "passage", "report"),
        ),
        Column("said_first_day", "day", "first day of the time at which it was said, apart from that of the deed"),
        Column("said_end_day", "day", "the day after the last day on which it was said"),
        Column("timex_id", "str", "the temporal expression that dates it"),
        Column("event_class", "str", "PLOVER class (2021 manual)", allowed=CLASSES),
        Column("certainty", "str", "how sure the text is", allowed=("certain", "probable", "possible"), nullable=False),
        Column("polarity", "str", "affirmed or negated", allowed=("positive", "negative"), nullable=False),
        Column("tense", "str", "time of the event seen from the text", allowed=("past", "present", "future")),
        Column(
            "status",
            "str",
            "what became of it; denied where somebody denies it, negated where the text says it is not so",
            allowed=STATUSES,
            nullable=False,
        ),
        Column("plan", "str", "what kind of plan a planned one is", allowed=PLANS),
        Column("attribution_id", "str", "who says so; empty where the report says it itself"),
        Column("theme", "str", "the most telling of its themes; `fact_themes` has all of them"),
        Column(
            "event_key",
            "str",
            "the same event in other reports: the entity or noun that acts, the family of the act, on what;"
            " it has no day: events of one key that are days apart are two",
        ),
        Column("is_main", "bool", "whether it is the main event of the report", nullable=False),
        Column("rule", "str", "the rule that found it", nullable=False),
        Column("score", "float64", "how probable it is that the row is right", unit="0 to 1", nullable=False),
        Column("how", "str", "how its fields were found, in plain words"),
        Column("is_claim", "bool", "whether a reader would write it into the ledger", nullable=False),
        Column("claim_of", "str", "the claim that it belongs to, its own id where it is one"),
        Column("claim", "str", "the fact as a sentence that can be read alone"),
        Column(
            "claim_spans",
            "str",
            "where the pieces of that sentence stand, `start-end` parted by blanks",
            unit="characters into documents.text",
        ),
        Column("worth", "float64", "how likely a reader would write it", unit="0 to 1", nullable=False),
    ),
    key=("fact_id",),
)

GOES_ON = 7  # days before the report from which its story may go on; what begins earlier is what came before the news
NO_OWNERS = Owners({})
NOT_COPIED = frozenset(
    {"event_class", "timex", "attribution", "tense", "plan", "day_from", "claim", "claim_spans", "claim_of"}
)  # empty words are missing values, positions become ids
COPIED = tuple(c.name for c in FACTS.columns if c.name in Fact.__struct_fields__ and c.name not in NOT_COPIED)


def facts(entries: Sequence[Entry], ids: EntityIds, owned: Owners = NO_OWNERS) -> pd.DataFrame:
    """The table FACTS, by document and place. `owned` are the bodies that act for a state."""
    return FACTS.from_rows([row for entry in entries for row in _rows(entry, ids, owned)])


def _rows(entry: Entry, ids: EntityIds, owned: Owners) -> list[dict[str, Any]]:
    def entity(mention: int) -> str:
        return ids[entry.doc_id, entry.report.mentions[mention].chain]

    themes = strongest(entry.report.fact_themes)
    rows = []
    for number, fact in enumerate(entry.report.facts):
        own = {
            "fact_id": entry.fact_id(number),
            "theme": themes.get(number),
            "event_key": event_key(fact, entity, owned),
        }
        row = {name: getattr(fact, name) for name in COPIED} | own | _links(entry, fact, ids)
        rows.append(row | _scheduled(entry, row))
    return rows


def _scheduled(entry: Entry, row: dict[str, Any]) -> dict[str, Any]:
    """The present tense of a timetable: `the hearing resumes on June 3`, said before that day, is planned."""
    first_day, published = row.get("first_day"), entry.published
    if (row["status"], row["tense"], row.get("day_from")) != ("done", "present", "clause"):
        return {}
    if first_day is None or published is None or first_day <= published.date():
        return {}
    return {"status": "planned", "plan": "expected", "how": _and(row["how"], SCHEDULED)}


def _and(how: str, reason: str) -> str:
    return "; ".join(part for part in (how, reason) if part)


def _links(entry: Entry, fact: Fact, ids: EntityIds) -> dict[str, Any]:
    def entity(mention: int | None) -> str | None:
        return None if mention is None else ids[entry.doc_id, entry.report.mentions[mention].chain]

    return {
        "doc_id": entry.doc_id,
        "sentence_id": entry.sentence_id(fact.sentence),
        "actor_entity_id": entity(fact.actor_mention),
        "target_entity_id": entity(fact.target_mention),
        "recipient_entity_id": entity(fact.recipient_mention),
        "place_entity_id": entity(fact.place_mention),
        "event_class": fact.event_class or None,
        "tense": fact.tense or None,
        "plan": fact.plan or None,
        "claim_of": None if fact.claim_of is None else entry.fact_id(fact.claim_of),
        "claim": fact.claim or None,
        "claim_spans": " ".join(f"{start}-{end}" for start, end in fact.claim_spans) or None,
        "attribution_id": None if fact.attribution is None else entry.attribution_id(fact.attribution),
    } | days(entry, fact)


def days(entry: Entry, fact: Fact) -> dict[str, Any]:
    """The columns of a fact that say when it was and when it was said; those that are empty are left out."""
    return _said(entry, fact) | _own_days(entry, fact)


def _said(entry: Entry, fact: Fact) -> dict[str, Any]:
    """The day of its saying; empty where the text does not tell it."""
    if fact.said_timex is None:
        return {}
    timex = entry.timexes[fact.said_timex]
    return {"said_first_day": timex.first_day, "said_end_day": timex.end_day}


def _own_days(entry: Entry, fact: Fact) -> dict[str, Any]:
    if fact.timex is None:
        return _day_of_report(entry, fact) if fact.day_from == "report" else {}
    timex, expression = entry.timexes[fact.timex], entry.report.timexes[fact.timex]
    if _is_left_behind(entry, fact, timex):
        return {}
    return {
        "first_day": timex.first_day,
        "end_day": timex.end_day,
        "precision": _precision(fact, timex),
        "day_from": (fact.day_from or None) if timex.first_day else None,
        "timex_id": f"{entry.doc_id}-t{expression.start_char}",
    } | _up_to_report(entry, fact, timex)


def _is_left_behind(entry: Entry, fact: Fact, timex: Timex) -> bool:
    """Whether the day of the passage before is too old for the news to go on with it: `the strike began on 2 March`.

    What is told again has its day from there all the same.
    """
    if fact.day_from != "passage" or fact.is_main or fact.rule == "headline":
        return False
    if entry.published is None or timex.first_day is None:
        return False
    return (entry.published.date() - timex.first_day).days > GOES_ON


def _precision(fact: Fact, timex: Timex) -> str:
    """How exact its day is; what goes on with a story has the day of the step before it, not the hour."""
    is_hour_of_another = timex.precision == "time" and fact.day_from == "passage"
    return "day" if is_hour_of_another else timex.precision or "unknown"


def _up_to_report(entry: Entry, fact: Fact, timex: Timex) -> dict[str, Any]:
    """The days up to that of the report, where a fact goes on since a day."""
    if not fact.is_since or entry.published is None or timex.first_day is None:
        return {}
    end_day = day_after(entry.published.date())
    return {"end_day": end_day, "precision": "range"} if end_day > timex.first_day else {}


def _day_of_report(entry: Entry, fact: Fact) -> dict[str, Any]:
    """The report's own day, for news that it gives no day; not where that day is itself inferred."""
    if entry.published is None or entry.published_from == "inferred":
        return {}
    day = entry.published.date()
    how = _and(fact.how, OF_THE_DAY)
    days = {"first_day": day, "end_day": day_after(day), "precision": "report", "day_from": "report"}
    return days | {"how": how}
