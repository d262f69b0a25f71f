"""The day of publication of every report, and their temporal expressions on the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from analysis.read.article import Article
from analysis.tables.entry import Entry, document_id
from analysis.text.records import Report
from analysis.text.timexes import infer_published, resolve_timexes


def dated_entries(pairs: Sequence[tuple[Article, Report]]) -> list[Entry]:
    """An entry for each pair, in order; a report without a day gets one inferred where the evidence is there."""
    days = sorted({article.published.date() for article, _ in pairs if article.published})
    entries = []
    for article, report in pairs:
        published, published_from = article.published, article.published_from
        if published is None and (day := infer_published(report.timexes, days)):
            published, published_from = datetime.combine(day, time()), "inferred"
        timexes = resolve_timexes(report.timexes, published.date() if published else None)
        entries.append(Entry(document_id(article), article, report, published, published_from, timexes))
    return entries
