"""An entry: one report with all that is known of it when the tables are built."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from analysis.read.article import Article
from analysis.text.records import Report, Timex


@dataclass(frozen=True)
class Entry:
    """A report with its id, its day of publication (read or inferred) and its resolved temporal expressions."""

    doc_id: str
    article: Article
    report: Report
    published: datetime | None
    published_from: str
    timexes: tuple[Timex, ...]

    def sentence_id(self, number: int) -> str:
        """The id of a sentence: the report's, and the character where it begins."""
        return f"{self.doc_id}-s{self.report.sentences[number].start_char}"

    def mention_id(self, number: int) -> str:
        """The id of a mention: the report's, and the character where it begins."""
        return f"{self.doc_id}-m{self.report.mentions[number].start_char}"

    def attribution_id(self, number: int) -> str:
        """The id of an attribution: the report's, and its place in the report."""
        content = self.report.attributions[number]
        same = sum(a.content_start_char == content.content_start_char for a in self.report.attributions[:number])
        return f"{self.doc_id}-a{content.content_start_char}" + (f".{same + 1}" if same else "")


def document_id(article: Article) -> str:
    """The id of a report: a digest of its text, title, publisher, day and address, the same on every machine."""
    parts = (article.text, article.title, article.publisher, article.published, article.url)
    return blake2b("\x1f".join("" if p is None else str(p) for p in parts).encode(), digest_size=8).hexdigest()
