"""The day of publication of every report, and their temporal expressions on the calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from analysis.read.article import Article
from analysis.tables.entry import Entry, document_id, failed_entry
from analysis.text.boundary import Failed, Outcome, outcome_of
from analysis.text.records import Report
from analysis.text.timexes import infer_published, resolve_timexes, tells_its_day

NAMES = ("PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT")
SHARED = 3  # names that related reports have in common: two are a country and its capital
COMMON = 200  # reports beyond which a name tells nothing about time; bounds the work as well
CLOSEST = 3  # related reports that are asked for their day


def dated_entries(pairs: Sequence[tuple[Article, Outcome]]) -> list[Entry]:
    """An entry for each pair, in order; a report without a day gets one inferred where the evidence is there.

    What fails here has an entry without facts, as what failed before.
    """
    days = _days_of_names([(article, one) for article, one in pairs if not isinstance(one, Failed)])
    dated = [one if isinstance(one, Failed) else outcome_of(_entry, article, one, days) for article, one in pairs]
    return [
        failed_entry(article, one) if isinstance(one, Failed) else one
        for (article, _), one in zip(pairs, dated, strict=True)
    ]


def _entry(article: Article, report: Report, days: Mapping[str, Sequence[tuple[int, date]]]) -> Entry:
    published, published_from = article.published, article.published_from
    if published is None and tells_its_day(report.timexes):
        day = infer_published(report.timexes, _related_days(report, days))
        if day is not None:
            published, published_from = datetime.combine(day, time()), "inferred"
    timexes = resolve_timexes(report.timexes, published.date() if published else None)
    return Entry(
        doc_id=document_id(article),
        article=article,
        report=report,
        published=published,
        published_from=published_from,
        timexes=timexes,
    )


def _days_of_names(pairs: Sequence[tuple[Article, Report]]) -> dict[str, list[tuple[int, date]]]:
    """The numbers and days of the dated reports that each name stands in; nothing when no report lacks a day."""
    days: dict[str, list[tuple[int, date]]] = defaultdict(list)
    if all(article.published for article, _ in pairs):
        return days
    for number, (article, report) in enumerate(pairs):
        if article.published:
            for name in _names(report):
                days[name].append((number, article.published.date()))
    return days


def _related_days(report: Report, days: Mapping[str, Sequence[tuple[int, date]]]) -> list[date]:
    """The days of the CLOSEST reports that share at least SHARED names with this one; rarer names count for more."""
    weights: dict[tuple[int, date], float] = defaultdict(float)
    shared: dict[tuple[int, date], int] = defaultdict(int)
    for name in sorted(_names(report)):
        dated = days.get(name, ())
        if len(dated) <= COMMON:
            for one in dated:
                weights[one] += 1 / len(dated)
                shared[one] += 1
    related = [one for one in weights if shared[one] >= SHARED]
    return [day for _, day in sorted(related, key=lambda one: (-weights[one], one))[:CLOSEST]]


def _names(report: Report) -> set[str]:
    return {mention.name.casefold() for mention in report.mentions if mention.label in NAMES}
