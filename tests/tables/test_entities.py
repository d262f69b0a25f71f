"""Entities: whom names stand for, with what is known of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pandas as pd
import pytest

from analysis.tables.entities import ENTITIES, entities, entity_ids
from analysis.tables.entry import Entry
from analysis.tables.linking import link_entities
from tests.tables.reports import entry


def table(*reports: Entry) -> pd.DataFrame:
    return entities(reports, link_entities(reports))


def row(*reports: Entry) -> dict[str, Any]:
    """The one row of the entities of these reports."""
    (found,) = table(*reports).to_dict("records")
    return {str(name): value for name, value in found.items()}


def test_a_person_has_the_fullest_name_the_office_and_its_country() -> None:
    found = row(
        entry("[Mammadov|PERSON] came.", "[Mammadov|PERSON] spoke.", "[Mammadov|PERSON] left."),
        entry("Azerbaijan's ambassador [Ilham Mammadov|PERSON||ambassador] came."),
    )

    assert (found["name"], found["label"], found["country"], found["role"]) == (
        "Ilham Mammadov",
        "PERSON",
        "AZ",
        "ambassador",
    )


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("The [Ilham Mammadov|PERSON||ambassador of the Republic of Azerbaijan] came.", "AZ"),
        ("[Ilham Mammadov|PERSON||Azerbaijani Ambassador to Afghanistan] came.", "AZ"),
        ("Azerbaijani President [Ilham Aliyev|PERSON||President] came.", "AZ"),
        ("[Ilham Mammadov|PERSON||ambassador to Kabul], Azerbaijan's ambassador to Kabul, came.", "AZ"),
        ("[Ilham Mammadov|PERSON||ambassador] came.", None),
        ("[Ilham Mammadov|PERSON] came from Azerbaijan.", None),
        ("In [the Republic of Azerbaijan|GPE].", "AZ"),
        ("An [Azerbaijani|NORP].", "AZ"),
        ("The [Muslims|NORP].", None),
        ("In [Kiev|GPE].", "UA"),
        ("In [Helmand|GPE].", "AF"),
        ("In [the Middle East|LOC].", None),
        ("[Islamic Emirate of Afghanistan (IEA)|ORG] said.", "AF"),
        ("[Azerbaijan-Turkey Chamber|ORG] said.", None),
        ("The Turkish [Foreign Ministry|ORG] said.", "TR"),
        ("The [Foreign Ministry|ORG] of Iran said.", "IR"),
        ("The [Foreign Ministry|ORG] said.", None),
        ("[Taliban|ORG] said.", None),
    ],
)
def test_the_country_is_what_the_words_say(sentence: str, country: str | None) -> None:
    found = row(entry(sentence))["country"]

    assert (None if pd.isna(found) else found) == country


@pytest.mark.parametrize(
    ("sentences", "name"),
    [
        (["In [the U.S.|GPE].", "In [the U.S.|GPE]."], "United States"),
        (["[the Taliban|ORG].", "[the TALIBAN|ORG]."], "Taliban"),
        (["[Islamic Emirate of Afghanistan (IEA)|ORG]."], "Islamic Emirate of Afghanistan"),
        (["[Maria Duarte|PERSON].", "[Maria Duarte|PERSON].", "[Maria Elena Duarte|PERSON]."], "Maria Duarte"),
    ],
)
def test_the_name_is_the_commonest_full_one(sentences: list[str], name: str) -> None:
    assert row(entry(*sentences))["name"] == name


def test_mentions_reports_and_days_are_counted() -> None:
    found = row(
        entry("[Kabul|GPE] and [Kabul|GPE].", day="2024-02-15"),
        entry("[Kabul|GPE].", day="2024-03-21"),
        entry("[Kabul|GPE]!"),
    )

    assert (found["n_mentions"], found["n_documents"]) == (4, 3)
    assert (found["first_day"], found["end_day"]) == (datetime(2024, 2, 15), datetime(2024, 3, 22))


def test_without_a_day_of_publication_the_days_are_empty() -> None:
    found = row(entry("[Kabul|GPE]."))

    assert pd.isna(found["first_day"])
    assert pd.isna(found["end_day"])


def test_the_most_mentioned_comes_first() -> None:
    found = table(entry("[Baku|GPE], [Kabul|GPE], [Kabul|GPE]."))

    assert list(found["name"]) == ["Kabul", "Baku"]


def test_counts_add_up() -> None:
    reports = (
        entry("[Baku|GPE], [Kabul|GPE].", "[Mammadov|PERSON]."),
        entry("[Ilham Mammadov|PERSON] in [Kabul|GPE]."),
    )

    found = table(*reports)

    assert found["n_mentions"].sum() == sum(len(report.report.mentions) for report in reports)
    assert set(found["entity_id"]) == set(entity_ids(reports).values())


def test_no_reports_give_the_empty_table() -> None:
    pd.testing.assert_frame_equal(table(), ENTITIES.empty())
