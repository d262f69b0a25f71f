"""The order of the work: inputs -> reports -> tables -> snapshot. The only place that knows it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from hashlib import blake2b
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import msgspec
import pandas as pd

from analysis import tables
from analysis.cache import ReportCache, reader_digest
from analysis.lexicons.themes import load_themes
from analysis.read import Article, Unreadable, read_inputs
from analysis.store import NoSnapshot, Snapshot, open_snapshot, publish
from analysis.tables.aliases import aliases
from analysis.tables.attributions import attributions
from analysis.tables.dating import dated_entries
from analysis.tables.document_map import document_map
from analysis.tables.documents import documents
from analysis.tables.entities import entities
from analysis.tables.entry import Entry, document_id
from analysis.tables.fact_entities import fact_entities
from analysis.tables.facts import facts
from analysis.tables.linking import link_entities
from analysis.tables.mentions import mentions
from analysis.tables.sentence_terms import sentence_terms, vocabulary
from analysis.tables.sentences import sentences
from analysis.tables.term_matrix import term_matrix
from analysis.tables.terms import document_terms, term_occurrences, terms
from analysis.tables.themes import themes
from analysis.tables.timexes import timexes
from analysis.tables.topics import document_topics, find_topics, topics
from analysis.tables.unreadable import unreadable
from analysis.text.language import DEFAULT_MODEL
from analysis.text.records import Report
from analysis.text.report import read_reports

CHUNK = 64  # reports a worker takes at once: small enough for progress, large enough for spaCy's batches

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Settings:
    """What a build depends on beside its inputs and its code."""

    model: str = DEFAULT_MODEL
    themes: str | None = None

    def themes_path(self) -> Path | None:
        """The theme file, None for Dossier's own themes."""
        return Path(self.themes) if self.themes else None


class NothingToRead(ValueError):
    """The inputs hold no report; the message says what was found instead."""


def build(
    inputs: Sequence[Path],
    out: Path,
    settings: Settings,
    workers: int = 1,
    progress: Progress = lambda done, total: None,
) -> Snapshot:
    """Read the inputs, build every table and publish them in `out`.

    What is published and up to date is given back as it is. `progress` is called with the reports read so far and
    their number. Raises NothingToRead when there is no report, MalformedThemes, ModuleNotFoundError for an unknown
    model: then nothing is published and what was published stays.
    """
    articles, faults = read_all(inputs)
    if not articles:
        raise NothingToRead(_nothing(faults))
    load_themes(settings.themes_path())
    cache = ReportCache(out, reader_digest(settings.model, settings.themes_path()))
    built_from = _digest(cache, articles, faults)
    current = current_snapshot(out)
    if current and current.manifest["settings"].get("built_from") == built_from:
        return current
    reports = []
    with seldom_collecting():
        for report in read_in_parallel(articles, settings, workers, cache):
            reports.append(report)
            progress(len(reports), len(articles))
        cache.drop_others()
        pairs = list(zip(articles, reports, strict=True))
        return publish(out, build_tables(dated_entries(pairs), faults), asdict(settings) | {"built_from": built_from})


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Let the search for reference cycles run seldom: records have none, and walking them took a tenth of a build."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def read_all(inputs: Sequence[Path]) -> tuple[list[Article], list[Unreadable]]:
    """The articles of the inputs, one for each different report, sorted; and what could not be read."""
    found = list(read_inputs(inputs))
    distinct: dict[str, Article] = {}
    for article in found:
        if isinstance(article, Article):
            distinct.setdefault(document_id(article), article)
    return list(distinct.values()), [one for one in found if isinstance(one, Unreadable)]


def read_in_parallel(
    articles: Sequence[Article], settings: Settings, workers: int, cache: ReportCache
) -> Iterator[Report]:
    """The Report of each article, in order, whatever the number of worker processes and whatever was kept."""
    kept = cache.get(articles)
    missing = [article for article, report in zip(articles, kept, strict=True) if report is None]
    fresh = _fresh(missing, settings, workers, cache)
    for report in kept:
        yield report or next(fresh)


def _fresh(articles: Sequence[Article], settings: Settings, workers: int, cache: ReportCache) -> Iterator[Report]:
    """The Report of each article, in order, read now and kept."""
    read, parts = partial(read_chunk, settings=settings), list(chunks(articles))
    with ExitStack() as stack:
        if workers > 1 and len(parts) > 1:
            pool = stack.enter_context(ProcessPoolExecutor(workers, mp_context=get_context("spawn")))
            results: Iterator[list[Report]] = pool.map(read, parts)
        else:
            results = map(read, parts)
        for part, reports in zip(parts, results, strict=True):
            cache.put(zip(part, reports, strict=True))
            yield from reports


def read_chunk(articles: Sequence[Article], settings: Settings) -> list[Report]:
    """The Reports of a few articles; what one worker does."""
    return list(read_reports(articles, settings.model, settings.themes_path()))


def chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles by CHUNK."""
    rest = iter(articles)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def build_tables(entries: Sequence[Entry], faults: Sequence[Unreadable]) -> dict[str, pd.DataFrame]:
    """Every table of `analysis.tables.TABLES`, checked, by name."""
    linking = link_entities(entries)
    ids = linking.ids
    themes_found, occurrences = themes(entries), term_occurrences(entries)
    named, sayings, found = mentions(entries, ids), attributions(entries, ids), facts(entries, ids)
    frames = {
        "documents": documents(entries),
        "sentences": sentences(entries),
        "mentions": named,
        "entities": entities(entries, linking),
        "aliases": aliases(entries, linking),
        "timexes": timexes(entries),
        "attributions": sayings,
        "facts": found,
        "fact_entities": fact_entities(found, named, sayings),
        "themes": themes_found,
        **term_tables(occurrences, themes_found),
        "unreadable": unreadable(faults),
    }
    return {table.name: table.checked(frames[table.name]) for table in tables.TABLES}


def term_tables(occurrences: pd.DataFrame, themes_found: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The tables that follow from where terms stand (TERM_OCCURRENCES) and from THEMES, by name."""
    of_documents, words = document_terms(occurrences), vocabulary(occurrences)
    matrix = term_matrix(of_documents)
    found = find_topics(matrix)
    return {
        "terms": terms(occurrences, themes_found),
        "document_terms": of_documents,
        "term_occurrences": occurrences,
        "vocabulary": words,
        "sentence_terms": sentence_terms(occurrences, words),
        "topics": topics(found, matrix),
        "document_topics": document_topics(found, matrix),
        "document_map": document_map(found, matrix),
    }


def current_snapshot(out: Path) -> Snapshot | None:
    """The published snapshot in the folder, if there is one."""
    try:
        return open_snapshot(out)
    except NoSnapshot:
        return None


def _digest(cache: ReportCache, articles: Sequence[Article], faults: Sequence[Unreadable]) -> str:
    """The digest of everything that the tables follow from."""
    digest = blake2b(cache.reader, digest_size=16)
    for one in (*articles, *faults):
        digest.update(msgspec.msgpack.encode(one))
    return digest.hexdigest()


def _nothing(faults: Sequence[Unreadable]) -> str:
    if not faults:
        return "There is no .txt, .jsonl or .csv file in the input."
    listed = "\n".join(f"  {one.source_id}: {one.reason}" for one in faults[:10])
    return f"No report could be read. {_files(len(faults))} could not be read:\n{listed}"


def _files(number: int) -> str:
    return "1 file" if number == 1 else f"{number:,} files"
