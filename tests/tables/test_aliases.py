"""Aliases: name forms and why they belong to their entity."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.tables.aliases import ALIASES, aliases
from analysis.tables.entry import Entry
from analysis.tables.linking import link_entities
from tests.tables.reports import entry


def table(*reports: Entry) -> pd.DataFrame:
    return aliases(reports, link_entities(reports))


AMBASSADORS = (
    entry(
        "The [Ilham Mohammadov|PERSON||ambassador of Azerbaijan] came.", "[Mohammadov|PERSON|Ilham Mohammadov] left."
    ),
    entry("[Ilham Mammadov|PERSON||Azerbaijani Ambassador to Afghanistan] spoke."),
)


@pytest.mark.parametrize(
    ("reports", "text", "rule"),
    [
        (AMBASSADORS, "Ilham Mohammadov", "the name"),
        (
            AMBASSADORS,
            "Ilham Mammadov",
            "Ilham Mohammadov, spelt another way: Mammadov ~ Mohammadov; both ambassador",
        ),
        (
            AMBASSADORS[:1],
            "Mohammadov",
            "Ilham Mohammadov, without Ilham; Ilham Mohammadov in the same report",
        ),
        (
            (entry("[Sirajuddin Haqqani|PERSON]."), entry("[Haqqani|PERSON].")),
            "Haqqani",
            "Sirajuddin Haqqani, without Sirajuddin; nobody else of this family name in these reports",
        ),
        ((entry("[the U.S.|GPE]."),), "the U.S.", "a name of the country United States"),
        ((entry("[Afghan|NORP], [Afghans|NORP], [Afghan|NORP]."),), "Afghans", "a word for the people of Afghanistan"),
        ((entry("[Kyiv|GPE], [Kyiv|GPE], [Kiev|GPE]."),), "Kiev", "another name of the city Kyiv"),
        ((entry("[the Taliban|ORG]."),), "the Taliban", "the name but for article, brackets or capitals"),
        (
            (entry("[Herat Weavers Union|ORG] ([HWU|ORG])."),),
            "HWU",
            "Herat Weavers Union, HWU: first letters of Herat Weavers Union; it stands in brackets behind the name",
        ),
    ],
)
def test_the_rule_says_why(reports: tuple[Entry, ...], text: str, rule: str) -> None:
    found = table(*reports)

    assert list(found.loc[found["text"] == text, "rule"]) == [rule]


def test_forms_are_counted_the_commonest_first() -> None:
    found = table(entry("[Kiev|GPE], [Kyiv|GPE], [Kyiv|GPE]."))

    assert list(zip(found["text"], found["n_mentions"], strict=True)) == [("Kyiv", 2), ("Kiev", 1)]


def test_a_form_of_two_entities_has_a_row_for_each() -> None:
    found = table(entry("In [Georgia|GPE]."), entry("[Georgia|PERSON] came."))

    assert list(found["text"]) == ["Georgia", "Georgia"]
    assert found["entity_id"].nunique() == 2


def test_no_reports_give_the_empty_table() -> None:
    pd.testing.assert_frame_equal(table(), ALIASES.empty())
