"""Articles as people put them right: days that were set, reports that were taken out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import TypeVar

import msgspec

from analysis.read import Article
from analysis.tables.entry import document_id
from analysis.user_store.records import Removed, ReportDay

BY_USER = "user"


Said = TypeVar("Said", ReportDay, Removed)


class Corrections(msgspec.Struct, frozen=True):
    """What people say of reports."""

    days: tuple[ReportDay, ...] = ()
    removed: tuple[Removed, ...] = ()


def corrected(articles: Sequence[Article], corrections: Corrections) -> list[Article]:
    """The articles without those that were taken out, each with the day that was set for it."""
    ids = [document_id(article) for article in articles]
    gone, days = by_report(articles, ids, corrections.removed), by_report(articles, ids, corrections.days)
    return [
        _dated(article, days[doc_id]) if doc_id in days else article
        for article, doc_id in zip(articles, ids, strict=True)
        if doc_id not in gone
    ]


def by_report(articles: Sequence[Article], ids: Sequence[str], said: Sequence[Said]) -> dict[str, Said]:
    """What is said of each of the articles, by doc_id.

    What is said of a report whose text has changed since, so that it has another id, is said of those with its
    source_id.
    """
    known = set(ids)
    lost = {one.source_id: one for one in said if one.doc_id not in known}
    found = {one.doc_id: one for one in said if one.doc_id in known}
    again = {
        doc_id: lost[article.source_id]
        for article, doc_id in zip(articles, ids, strict=True)
        if article.source_id in lost
    }
    return again | found


def _dated(article: Article, said: ReportDay) -> Article:
    return msgspec.structs.replace(article, published=datetime.combine(said.day, time()), published_from=BY_USER)
