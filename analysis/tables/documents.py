"""Documents: a row is one report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

import pandas as pd

from analysis.schema import Column, Table
from analysis.tables.entry import Entry, text_id

DOCUMENTS = Table(
    name="documents",
    row="one report",
    columns=(
        Column("doc_id", "str", "digest of source_id and text, the same on every machine", nullable=False),
        Column("source_id", "str", "path of its file, or the record's id", nullable=False),
        Column("title", "str", "headline"),
        Column("published", "day", "day on which it was published, as its source writes it"),
        Column(
            "published_from",
            "str",
            "where the day of publication comes from",
            allowed=("metadata", "text", "filename", "inferred", "user", "unknown"),
            nullable=False,
        ),
        Column("publisher", "str", "who published it"),
        Column("url", "str", "its address"),
        Column("language", "str", "ISO 639-1 code of its language; only English is analysed", nullable=False),
        Column("text", "str", "the decoded text, nothing taken out", nullable=False),
        Column("n_words", "int64", "words of the sentences that are analysed", unit="words", nullable=False),
        Column("copy_of", "str", "doc_id of the first report with the same text"),
        Column("story_id", "str", "story that it belongs to; not filled yet"),
        Column("author", "str", "who wrote it"),
        Column("text_id", "str", "digest of the text; copies have the same one", nullable=False),
    ),
    key=("doc_id",),
)


def documents(entries: Sequence[Entry]) -> pd.DataFrame:
    """The table DOCUMENTS, in the order of the entries."""
    first_with: dict[str, str] = {}
    copies = [first_with.setdefault(entry.article.text, entry.doc_id) for entry in entries]
    return DOCUMENTS.from_rows(
        [
            {
                "doc_id": entry.doc_id,
                "source_id": entry.article.source_id,
                "title": entry.article.title,
                "published": entry.published and datetime.combine(entry.published.date(), time()),
                "published_from": entry.published_from,
                "publisher": entry.article.publisher,
                "url": entry.article.url,
                "language": entry.article.language,
                "text": entry.article.text,
                "n_words": n_words(entry),
                "copy_of": None if first == entry.doc_id else first,
                "author": entry.article.author,
                "text_id": text_id(entry.article),
            }
            for entry, first in zip(entries, copies, strict=True)
        ]
    )


def n_words(entry: Entry) -> int:
    """The words of the headings and body sentences, parted by white space."""
    text = entry.article.text
    kept = (s for s in entry.report.sentences if s.kind in ("heading", "body"))
    return sum(len(text[s.start_char : s.end_char].split()) for s in kept)
