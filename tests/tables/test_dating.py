"""The day of publication of reports without one, from what they share with the others."""

from __future__ import annotations

from datetime import datetime

from analysis.read.article import Article
from analysis.tables.dating import dated_entries
from analysis.text.records import Mention, Report, TimexExpression

FEBRUARY_15 = TimexExpression(
    sentence=1,
    start_char=0,
    end_char=11,
    text="February 15",
    type="DATE",
    rule="date",
    parts={"month": 2, "day": 15},
    tense="past",
)
NAMES = ("Baku", "Kabul", "Leyla Aliyeva", "Red Crescent")


def report(names: tuple[str, ...], *timexes: TimexExpression) -> Report:
    """A report that names these and speaks of these times."""
    mentions = tuple(
        Mention(sentence=0, start_char=0, end_char=1, text=name, label="GPE", name=name, chain=chain)
        for chain, name in enumerate(names)
    )
    return Report(
        sentences=(), mentions=mentions, references=(), timexes=timexes, attributions=(), facts=(), themes=(), terms=()
    )


def article(source_id: str, published: datetime | None) -> Article:
    """An article with or without a day."""
    return Article(source_id, source_id, published=published, published_from="metadata" if published else "unknown")


DATED = (article("dated", datetime(2024, 3, 21, 10)), report(NAMES))


def test_a_report_without_a_day_takes_it_from_its_own_day_and_a_related_report() -> None:
    undated = (article("undated", None), report(NAMES[:3], FEBRUARY_15))

    dated, inferred = dated_entries([DATED, undated])

    assert (dated.published, dated.published_from) == (datetime(2024, 3, 21, 10), "metadata")
    assert (inferred.published, inferred.published_from) == (datetime(2024, 2, 15), "inferred")
    assert inferred.timexes[0].value == "2024-02-15"


def test_two_names_are_too_few_to_be_related() -> None:
    undated = (article("undated", None), report(NAMES[:2], FEBRUARY_15))

    _, entry = dated_entries([DATED, undated])

    assert (entry.published, entry.published_from, entry.timexes[0].value) == (None, "unknown", "XXXX-02-15")


def test_a_report_without_dates_stays_unknown() -> None:
    _, entry = dated_entries([DATED, (article("undated", None), report(NAMES))])

    assert (entry.published, entry.published_from) == (None, "unknown")


def test_an_inferred_day_does_not_date_other_reports() -> None:
    others = [(article(f"undated {n}", None), report(NAMES, FEBRUARY_15)) for n in range(3)]

    assert [entry.published for entry in dated_entries(others)] == [None, None, None]


def test_entries_keep_the_order_of_the_reports() -> None:
    pairs = [(article(str(n), None if n % 2 else datetime(2024, 3, 21)), report(NAMES, FEBRUARY_15)) for n in range(6)]

    entries = dated_entries(pairs)

    assert [entry.article.source_id for entry in entries] == [str(n) for n in range(6)]


def test_names_that_stand_everywhere_do_not_relate_reports() -> None:
    crowd = [(article(f"dated {n}", datetime(2024, 3, 21)), report(NAMES)) for n in range(201)]
    undated = (article("undated", None), report(NAMES, FEBRUARY_15))

    assert dated_entries([*crowd, undated])[-1].published is None


def test_no_reports_give_no_entries() -> None:
    assert dated_entries([]) == []
