"""Facts: the rows, their ids, days, themes and whom they link to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import msgspec
import pandas as pd

from analysis.pipeline import build_tables
from analysis.read.article import Article
from analysis.tables.entry import Entry
from analysis.tables.facts import FACTS, facts
from analysis.text.records import (
    Attribution,
    Fact,
    Mention,
    Report,
    Sentence,
    ThemeMatch,
    Timex,
    TimexExpression,
)
from analysis.text.themes import find_fact_themes

TEXT = "On Monday Peru sent aid to Chile, Lima said."
NAMES = (
    Mention(sentence=0, start_char=10, end_char=14, text="Peru", label="GPE", name="Peru", chain=0),
    Mention(sentence=0, start_char=27, end_char=32, text="Chile", label="GPE", name="Chile", chain=1),
)
SAID = Attribution(
    sentence=0,
    source_start_char=34,
    source_end_char=38,
    cue_start_char=39,
    cue_end_char=43,
    content_start_char=0,
    content_end_char=32,
    is_quote=False,
    rule="clause",
    cue_lemma="say",
    source="Lima",
    source_mention=None,
)
MONDAY = TimexExpression(sentence=0, start_char=3, end_char=9, text="Monday", type="DATE", rule="date", parts={})
DAY = Timex(
    type="DATE", value="2024-03-18", first_day=date(2024, 3, 18), end_day=date(2024, 3, 19), precision="day", anchor=""
)


def fact(**changes: Any) -> Fact:
    """The fact of TEXT, with these changes."""
    fields: dict[str, Any] = {
        "sentence": 0,
        "start_char": 10,
        "end_char": 32,
        "action": "sent aid",
        "action_start_char": 15,
        "action_end_char": 23,
        "actor": "Peru",
        "actor_start_char": 10,
        "actor_end_char": 14,
        "actor_mention": 0,
        "target": "Chile",
        "target_start_char": 27,
        "target_end_char": 32,
        "target_mention": 1,
        "place": None,
        "place_start_char": None,
        "place_end_char": None,
        "place_mention": None,
        "timex": 0,
        "day_from": "clause",
        "said_timex": 0,
        "attribution": 0,
        "event_class": "AID",
        "certainty": "certain",
        "polarity": "positive",
        "tense": "past",
        "status": "done",
        "plan": "",
        "is_main": True,
        "rule": "light verb",
        "score": 0.85,
        "how": "actor: subject",
    }
    return Fact(**(fields | changes))


def entry(*found: Fact, themes: tuple[ThemeMatch, ...] = ()) -> Entry:
    report = Report(
        sentences=(Sentence(0, len(TEXT), "body"),),
        mentions=NAMES,
        references=(),
        timexes=(MONDAY,),
        attributions=(SAID,),
        facts=found,
        themes=themes,
        terms=(),
        fact_themes=find_fact_themes(found, (SAID,), themes),
    )
    return Entry(
        doc_id="d",
        article=Article("a.txt", TEXT),
        report=report,
        published=None,
        published_from="unknown",
        timexes=(DAY,),
    )


def rows(*found: Fact, themes: tuple[ThemeMatch, ...] = ()) -> pd.DataFrame:
    return facts([entry(*found, themes=themes)], {("d", 0): "e-peru", ("d", 1): "e-chile"})


def theme(name: str, start_char: int, end_char: int, score: float = 3.0) -> ThemeMatch:
    return ThemeMatch(sentence=0, theme=name, score=score, evidence=((start_char, end_char),), weights=(score,))


def test_a_row_links_its_names_its_day_and_who_says_so() -> None:
    row = rows(fact()).iloc[0]

    assert (row["fact_id"], row["sentence_id"]) == ("d-f15", "d-s0")
    assert (row["actor_entity_id"], row["target_entity_id"]) == ("e-peru", "e-chile")
    assert (row["first_day"], row["end_day"]) == (pd.Timestamp("2024-03-18"), pd.Timestamp("2024-03-19"))
    assert (row["timex_id"], row["attribution_id"], row["day_from"]) == ("d-t3", "d-a0", "clause")
    assert (row["said_first_day"], row["said_end_day"]) == (row["first_day"], row["end_day"])
    assert TEXT[row["action_start_char"] : row["action_end_char"]] == row["action"]


def test_what_is_not_known_stays_empty() -> None:
    bare = fact(
        actor=None,
        actor_start_char=None,
        actor_end_char=None,
        actor_mention=None,
        timex=None,
        attribution=None,
        event_class="",
        tense="",
    )

    row = rows(bare).iloc[0]

    names = ["actor", "actor_start_char", "actor_entity_id", "first_day", "timex_id", "attribution_id", "tense", "plan"]
    assert row[[*names, "event_class", "place", "theme"]].isna().all()


def published_on(origin: str) -> pd.Series:
    """The row of news without a day in a report of 20 March whose day comes from there."""
    report = replace(entry(fact(timex=None, day_from="report")), published=datetime(2024, 3, 20), published_from=origin)
    return facts([report], {("d", 0): "e-peru", ("d", 1): "e-chile"}).iloc[0]


def test_the_next_step_of_a_story_has_the_day_of_the_one_before_it_and_not_its_hour() -> None:
    at_noon = replace(entry(fact(day_from="passage")), timexes=(msgspec.structs.replace(DAY, precision="time"),))

    row = facts([at_noon], {("d", 0): "e-peru", ("d", 1): "e-chile"}).iloc[0]

    assert (row["precision"], row["day_from"]) == ("day", "passage")


def said_on(day: int, **changes: Any) -> pd.Series:
    """The row of a fact of 18 March in a report of that day of March."""
    report = replace(entry(fact(**changes)), published=datetime(2024, 3, day), published_from="metadata")
    return facts([report], {("d", 0): "e-peru", ("d", 1): "e-chile"}).iloc[0]


def test_the_present_tense_with_a_day_to_come_tells_a_timetable() -> None:
    row = said_on(11, tense="present")

    assert (row["status"], row["plan"]) == ("planned", "expected")
    assert row["how"].endswith("with a day that comes after the report")


def test_the_present_tense_of_the_day_itself_and_the_past_tense_are_done() -> None:
    assert said_on(18, tense="present")["status"] == "done"
    assert said_on(11, tense="past")["status"] == "done"
    assert said_on(11, tense="present", day_from="passage")["status"] == "done"


def test_a_report_of_the_last_day_of_the_calendar_stops_nothing() -> None:
    last = datetime(9999, 12, 31)
    report = replace(entry(fact(timex=None, day_from="report")), published=last, published_from="metadata")

    tables = build_tables([report], ())

    assert tables["facts"]["first_day"].iloc[0] == tables["facts"]["end_day"].iloc[0] == pd.Timestamp(last)
    assert tables["entities"]["end_day"].iloc[0] == pd.Timestamp(last)


def test_what_goes_on_since_a_day_lasts_up_to_the_report() -> None:
    report = replace(entry(fact(is_since=True)), published=datetime(2024, 3, 20), published_from="metadata")

    row = facts([report], {("d", 0): "e-peru", ("d", 1): "e-chile"}).iloc[0]

    assert (row["first_day"], row["end_day"]) == (pd.Timestamp("2024-03-18"), pd.Timestamp("2024-03-21"))
    assert row["precision"] == "range"


def test_news_without_a_day_has_that_of_its_report_and_says_so() -> None:
    row = published_on("metadata")

    assert (row["first_day"], row["end_day"]) == (pd.Timestamp("2024-03-20"), pd.Timestamp("2024-03-21"))
    assert pd.isna(row["timex_id"])
    assert (row["precision"], row["day_from"]) == ("report", "report")
    assert row["how"] == "actor: subject; when: the report gives no day; its own day of publication"


def test_a_day_that_is_itself_inferred_dates_no_news() -> None:
    row = published_on("inferred")

    assert row[["first_day", "end_day", "precision"]].isna().all()
    assert row["how"] == "actor: subject"


def test_two_facts_of_one_place_have_ids_of_their_own() -> None:
    found = rows(fact(), fact(action="sent", action_end_char=19))

    assert list(found["fact_id"]) == ["d-f15", "d-f15.2"]


def test_a_fact_has_the_theme_of_its_own_words() -> None:
    found = rows(fact(), themes=(theme("aid", 20, 23), theme("diplomacy", 34, 38)))

    assert found.loc[0, "theme"] == "aid"


def test_a_fact_without_words_of_a_theme_has_that_of_its_sentence() -> None:
    found = rows(fact(), themes=(theme("diplomacy", 34, 38),))

    assert found.loc[0, "theme"] == "diplomacy"


def test_no_report_gives_the_empty_table() -> None:
    assert facts([], {}).equals(FACTS.empty())
    assert FACTS.checked(rows()).empty
