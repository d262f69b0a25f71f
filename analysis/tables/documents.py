"""Documents: a row is one report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

import pandas as pd

from analysis.read.dateline import find_dateline
from analysis.schema import Column, Table
from analysis.tables.copies import copies
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
        Column("copy_of", "str", "doc_id of the report whose text this one repeats, whole, cut or lightly edited"),
        Column("story_id", "str", "story that it belongs to; not filled yet"),
        Column("author", "str", "who wrote it"),
        Column("text_id", "str", "digest of the text, of a copy that of what it is a copy of", nullable=False),
    ),
    key=("doc_id",),
)


def documents(entries: Sequence[Entry]) -> pd.DataFrame:
    """The table DOCUMENTS, in the order of the entries."""
    originals = [entries[number] for number in copies([own_text(entry) for entry in entries])]
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
                "copy_of": None if original is entry else original.doc_id,
                "author": entry.article.author,
                "text_id": text_id(original.article),
            }
            for entry, original in zip(entries, originals, strict=True)
        ]
    )


def own_text(entry: Entry) -> str:
    """The text of a report without its headlines, its dateline and what is noise; all of it where nothing is left."""
    text = entry.article.text
    kept = [text[s.start_char : s.end_char] for s in entry.report.sentences if s.kind == "body"]
    dateline = find_dateline(kept[0]) if kept else None
    if dateline:
        kept[0] = kept[0][dateline.end_char :]
    return "\n".join(kept) or text


def n_words(entry: Entry) -> int:
    """The words of the headings and body sentences, parted by white space."""
    text = entry.article.text
    kept = (s for s in entry.report.sentences if s.kind in ("heading", "body"))
    return sum(len(text[s.start_char : s.end_char].split()) for s in kept)
