"""From articles to what they say: kept from an earlier build, or read now, here or in worker processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from analysis.cache import ReportCache
from analysis.read import Article
from analysis.text.boundary import KEPT, Failed, Outcome, outcome_of
from analysis.text.invariants import checked
from analysis.text.language import DEFAULT_MODEL, load_language
from analysis.text.report import read_reports
from analysis.workers import Lost, Work, results_apart

CHUNK = 64  # reports a worker takes at once: small enough for progress, large enough for spaCy's batches
# How long the next report may take. Some 30,000 characters a second are usual, so that only what would take hours is
# stopped, on slow and busy machines as well.
SECONDS_A_REPORT, CHARACTERS_A_SECOND = 60, 1_000

Result = TypeVar("Result")


@dataclass(frozen=True)
class Settings:
    """What a build depends on beside its inputs and its code."""

    model: str = DEFAULT_MODEL
    themes: str | None = None

    def themes_path(self) -> Path | None:
        """The theme file, None for Dossier's own themes."""
        return Path(self.themes) if self.themes else None


def read_articles(
    articles: Sequence[Article], settings: Settings, workers: int, cache: ReportCache
) -> Iterator[Outcome]:
    """What each article says, in order, whatever the number of worker processes and whatever was kept.

    Articles that are read as the same, such as two of one text and title, are read once.
    """
    keys, kept = [cache.key(article) for article in articles], cache.get(articles)
    new = {key: article for key, article, one in zip(keys, articles, kept, strict=True) if one is None}
    fresh = in_order(_keeping(_read(list(new.values()), settings, workers), list(new.values()), cache))
    found: dict[bytes, Outcome] = {}
    for key, one in zip(keys, kept, strict=True):
        if one is None and key not in found:
            found[key] = next(fresh)
        yield one or found[key]


def _read(articles: Sequence[Article], settings: Settings, workers: int) -> Iterator[tuple[int, Outcome | Lost]]:
    """What each article says by its number; with 0 workers read in this process, which no clock can stop."""
    parts, start = list(chunks(articles)), partial(reader, settings)
    if workers:
        yield from results_apart(parts, start, workers, seconds_for)
    elif parts:
        work = start()
        yield from enumerate(outcome for part in parts for outcome in work(part))


def reader(settings: Settings) -> Work:
    """What reads articles by these settings, its model loaded."""
    load_language(settings.model)
    return partial(read_chunk, settings=settings)


def read_chunk(articles: Sequence[Article], settings: Settings) -> Iterator[Outcome]:
    """What each article says, in order; a fault in one takes none of the others with it."""
    reports = read_reports(articles, settings.model, settings.themes_path())
    for number, article in enumerate(articles):
        report = outcome_of(next, reports)
        if isinstance(report, Failed):  # the batch is over with it, and it may be another's fault
            yield from (outcome_of(read_alone, one, settings) for one in articles[number:])
            return
        yield outcome_of(checked, article.text, report)


def read_alone(article: Article, settings: Settings) -> Outcome:
    """What one article says. Raises whatever reading it runs into."""
    (report,) = read_reports([article], settings.model, settings.themes_path())
    return checked(article.text, report)


def seconds_for(articles: Sequence[Article]) -> float:
    """How long it may be until the first of these articles is read; they are parsed together."""
    return SECONDS_A_REPORT + sum(len(article.text) for article in articles) / CHARACTERS_A_SECOND


def _keeping(
    results: Iterable[tuple[int, Outcome | Lost]], articles: Sequence[Article], cache: ReportCache
) -> Iterator[tuple[int, Outcome]]:
    """The results, kept for the next build in parts of CHUNK; not what the clock stopped."""
    arrived: list[tuple[Article, Outcome]] = []
    try:
        for number, result in results:
            outcome = failed(result) if isinstance(result, Lost) else result
            if not (isinstance(outcome, Failed) and outcome.is_stopped):
                arrived.append((articles[number], outcome))
            if len(arrived) == CHUNK:
                cache.put(arrived)
                arrived = []
            yield number, outcome
    finally:
        if arrived:
            with suppress(OSError):  # on a full disk; what is kept only saves time
                cache.put(arrived)


def failed(lost: Lost) -> Failed:
    """A report that a worker process was lost over."""
    if lost.seconds is not None:
        reason = f"Reading it took more than {lost.seconds:,.0f} seconds and was stopped; the next build tries again."
        return Failed(f"{reason} {KEPT}", reason, is_stopped=True)
    code = lost.code or 0
    how = f"was ended by signal {-code}, as when memory runs out" if code < 0 else f"ended with the code {code}"
    return Failed(f"The process that read it {how}. {KEPT}", f"The process {how} as it read this report alone.")


def in_order(numbered: Iterable[tuple[int, Result]]) -> Iterator[Result]:
    """The results in the order of their numbers, each as soon as it can be.

    >>> list(in_order([(1, "b"), (0, "a"), (2, "c")]))
    ['a', 'b', 'c']
    """
    waiting: dict[int, Result] = {}
    due = 0
    for number, result in numbered:
        waiting[number] = result
        while due in waiting:
            yield waiting.pop(due)
            due += 1


def chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles by CHUNK."""
    rest = iter(articles)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
