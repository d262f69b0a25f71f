"""An entry: one report with all that is known of it when the tables are built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import blake2b

from analysis.read.article import Article
from analysis.text.boundary import NOTHING, Failed
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
    failed: Failed | None = None  # why the report could not be analysed; then it has nothing in it

    def sentence_id(self, number: int) -> str:
        """The id of a sentence: the report's, and the character where it begins."""
        return f"{self.doc_id}-s{self.report.sentences[number].start_char}"

    def mention_id(self, number: int) -> str:
        """The id of a mention: the report's, and the character where it begins."""
        return f"{self.doc_id}-m{self.report.mentions[number].start_char}"

    def attribution_id(self, number: int) -> str:
        """The id of an attribution: the report's, and the character where its content begins."""
        return self._attribution_ids[number]

    def fact_id(self, number: int) -> str:
        """The id of a fact: the report's, and the character where its action begins."""
        return self._fact_ids[number]

    @cached_property
    def _attribution_ids(self) -> tuple[str, ...]:
        return self._numbered("a", [one.content_start_char for one in self.report.attributions])

    @cached_property
    def _fact_ids(self) -> tuple[str, ...]:
        return self._numbered("f", [fact.action_start_char for fact in self.report.facts])

    def _numbered(self, letter: str, starts: Sequence[int]) -> tuple[str, ...]:
        """Ids of what begins at these characters; the second at one has `.2` behind."""
        seen: Counter[int] = Counter()
        found = []
        for start in starts:
            seen[start] += 1
            found.append(f"{self.doc_id}-{letter}{start}" + (f".{seen[start]}" if seen[start] > 1 else ""))
        return tuple(found)


def failed_entry(article: Article, failed: Failed) -> Entry:
    """The entry of a report that could not be analysed: its text, and nothing that it says."""
    return Entry(
        doc_id=document_id(article),
        article=article,
        report=NOTHING,
        published=article.published,
        published_from=article.published_from,
        timexes=(),
        failed=failed,
    )


def document_id(article: Article) -> str:
    """The id of a report: a digest of its place in the inputs and its text, the same on every machine."""
    return _digest(f"{article.source_id}\x1f{article.text}")


def text_id(article: Article) -> str:
    """The id of a text: a digest of it; reports that are copies have the same one."""
    return _digest(article.text)


def _digest(words: str) -> str:
    return blake2b(words.encode(), digest_size=8).hexdigest()
