"""The order of the work: inputs -> reports -> tables -> snapshot. The only place that knows it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec
import pandas as pd

from analysis import tables
from analysis.cache import FileCache, ReportCache, reader_digest
from analysis.changes import keep_changes
from analysis.corpus import Corpus, inputs_folder, keep_corpus, kept_hints
from analysis.corrected import Corrections, corrected
from analysis.lexicons.themes import load_themes
from analysis.progress import FILES, REPORTS, TABLES, Progress
from analysis.read import Article, Unreadable, read_inputs
from analysis.read.article import Hint, Hints, Taken
from analysis.read.formats import READ
from analysis.read.inputs import NO_HINTS
from analysis.read.language import ENGLISH
from analysis.read.nested import NO_HINT
from analysis.reading import Settings as Settings
from analysis.reading import read_articles
from analysis.shown import in_a_line
from analysis.store import NoSnapshot, Snapshot, clear_drafts, open_snapshot, publish
from analysis.tables.aliases import aliases
from analysis.tables.amounts import amounts
from analysis.tables.attributions import attributions
from analysis.tables.dating import dated_entries
from analysis.tables.document_map import document_map
from analysis.tables.documents import documents
from analysis.tables.entities import entities
from analysis.tables.entry import Entry, document_id, failed_entry
from analysis.tables.event_keys import owners
from analysis.tables.fact_entities import fact_entities
from analysis.tables.fact_themes import fact_themes
from analysis.tables.facts import facts
from analysis.tables.linking import link_entities
from analysis.tables.mentions import mentions
from analysis.tables.record_files import record_files
from analysis.tables.sentence_terms import sentence_terms, vocabulary
from analysis.tables.sentences import sentences
from analysis.tables.term_matrix import term_matrix
from analysis.tables.terms import document_terms, term_occurrences, terms
from analysis.tables.themes import themes
from analysis.tables.timexes import timexes
from analysis.tables.topics import document_topics, find_topics, topics
from analysis.tables.unreadable import unreadable
from analysis.text.boundary import LOG, NOTHING, Failed, Outcome, outcome_of
from analysis.text.language import check_model

TWICE = "It stands in the input more than once, with the same id and the same text. It is counted once."

ALL_REMOVED = "Every report was taken out: bring one back, or add one."
NO_CORRECTIONS = Corrections()


class ReadIn(NamedTuple):
    """What the inputs hold: articles, what could not be read, and what the fields of records were taken for."""

    articles: list[Article]
    unread: list[Unreadable]
    taken: list[Taken]


class NothingToRead(ValueError):
    """The inputs hold no report; the message says what was found instead."""


def build(
    inputs: Sequence[Path],
    out: Path,
    settings: Settings,
    workers: int = 0,
    progress: Progress = lambda stage, done, total: None,
    corrections: Corrections = NO_CORRECTIONS,
    hint: Hint = NO_HINT,
) -> Snapshot:
    """Read the inputs and what was added in `out`, build every table and publish them there.

    So many worker processes read the reports; with 0 this process does, and then nothing can stop a report that takes
    for ever or ends its process. What is published and up to date is given back as it is. `progress` is called with
    the stage, how much of it is done and how much there is; `hint` is
    what is said of records. A report that can't be analysed stays in `documents`, and
    its row in `unreadable` says why. Raises NothingToRead when there is no report, MalformedThemes, UnknownModel,
    OSError: then nothing is published and what was published stays.
    """
    files = FileCache(out)
    hints = Hints(hint, kept_hints(out))
    given = read_all(inputs, workers, progress, files, hints)
    added = read_all(added_inputs(out), workers, progress, files, hints)
    read_in, faults, taken = joined(given, added)
    articles = corrected(read_in, corrections)
    if not articles:
        raise NothingToRead(ALL_REMOVED if read_in else _nothing(faults))
    load_themes(settings.themes_path())
    check_model(settings.model)
    cache = ReportCache(out, reader_digest(settings.model, settings.themes_path()))
    built_from = _digest(cache, [*articles, *faults, *taken])
    clear_drafts(out)
    keep_corpus(out, corpus_of(inputs, settings, hint))
    current = current_snapshot(out)
    if current and current.manifest["settings"].get("built_from") == built_from:
        return current
    english = [article for article in articles if article.language == ENGLISH]
    read: list[Outcome] = []
    with seldom_collecting():
        for outcome in read_articles(english, settings, workers, cache):
            read.append(outcome)
            progress(REPORTS, len(read), len(english))
        progress(TABLES, 0, len(tables.TABLES))
        outcomes = with_others(articles, read)
        cache.drop_others()
        files.drop_others()
        entries, frames = tables_of(dated_entries(list(zip(articles, outcomes, strict=True))), faults, taken)
        write_log(out, entries)
        snapshot = publish(out, frames, asdict(settings) | _origin(built_from, entries))
    keep_changes(current, snapshot)
    return snapshot


def added_inputs(out: Path) -> list[Path]:
    """The folder of what was added on a page, where something was."""
    folder = inputs_folder(out)
    return [folder] if folder.is_dir() else []


def corpus_of(inputs: Sequence[Path], settings: Settings, hint: Hint) -> Corpus:
    """What is kept of the arguments of a build."""
    themes = str(Path(settings.themes).resolve()) if settings.themes else ""
    return Corpus(tuple(str(one.resolve()) for one in inputs), settings.model, themes, hint)


def with_others(articles: Sequence[Article], read: Sequence[Outcome]) -> list[Outcome]:
    """What each article says: those in other languages than English are kept with their text, and say nothing."""
    rest = iter(read)
    return [next(rest) if article.language == ENGLISH else NOTHING for article in articles]


def _origin(built_from: str, entries: Sequence[Entry]) -> dict[str, str]:
    """What the snapshot was built from; nothing where the clock stopped a report: then the next build tries again."""
    return {} if any(e.failed and e.failed.is_stopped for e in entries) else {"built_from": built_from}


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Let the search for reference cycles run seldom: records have none, and walking them took a tenth of a build."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def read_all(
    inputs: Sequence[Path],
    workers: int = 1,
    progress: Progress = lambda stage, done, total: None,
    files: FileCache | None = None,
    hints: Hints = NO_HINTS,
) -> ReadIn:
    """The articles of the inputs, sorted, what could not be read, and what records were taken for; a record that comes
    again with its id could not be read."""
    articles: dict[str, Article] = {}
    faults: list[Unreadable] = []
    taken: dict[str, Taken] = {}
    for one in read_inputs(inputs, workers, partial(progress, FILES), files, hints):
        if isinstance(one, Unreadable):
            faults.append(one)
        elif isinstance(one, Taken):
            taken[one.source_id] = one
        elif articles.setdefault(document_id(one), one) is not one:
            faults.append(Unreadable(one.source_id, TWICE))
    return ReadIn(list(articles.values()), faults, list(taken.values()))


def joined(given: ReadIn, added: ReadIn) -> ReadIn:
    """What was given and what was added; what is in both is told as a record that comes again is."""
    known = {document_id(article) for article in given.articles}
    new = [article for article in added.articles if document_id(article) not in known]
    twice = [Unreadable(article.source_id, TWICE) for article in added.articles if document_id(article) in known]
    return ReadIn([*given.articles, *new], [*given.unread, *added.unread, *twice], [*given.taken, *added.taken])


def tables_of(
    entries: Sequence[Entry], faults: Sequence[Unreadable], taken: Sequence[Taken] = ()
) -> tuple[Sequence[Entry], dict[str, pd.DataFrame]]:
    """The entries and every table of them; reports with which no tables can be made are left without facts."""
    frames = outcome_of(build_tables, entries, faults, taken)
    if not isinstance(frames, Failed):
        return entries, frames
    at_fault = culprits(entries, lambda some: build_tables(some, ()))
    left = [failed_entry(e.article, at_fault[e.doc_id]) if e.doc_id in at_fault else e for e in entries]
    return left, build_tables(left, faults, taken)


def culprits(entries: Sequence[Entry], work: Callable[[Sequence[Entry]], object]) -> dict[str, Failed]:
    """The entries with which the work fails even alone, by doc_id; found by halving."""
    failed = outcome_of(work, entries) if entries else None
    if not isinstance(failed, Failed):
        return {}
    if len(entries) == 1:
        return {entries[0].doc_id: failed}
    middle = len(entries) // 2
    return culprits(entries[:middle], work) | culprits(entries[middle:], work)


def write_log(out: Path, entries: Sequence[Entry]) -> None:
    """Write what is known of each report that could not be analysed into LOG; no file where there is none."""
    failed = [f"{e.article.source_id} ({e.doc_id})\n{e.failed.reason}\n{e.failed.details}" for e in entries if e.failed]
    if failed:
        (out / LOG).write_text("\n\n".join(failed), encoding="utf-8")
    else:
        (out / LOG).unlink(missing_ok=True)


def build_tables(
    entries: Sequence[Entry], faults: Sequence[Unreadable], taken: Sequence[Taken] = ()
) -> dict[str, pd.DataFrame]:
    """Every table of `analysis.tables.TABLES`, checked, by name."""
    linking = link_entities(entries)
    ids = linking.ids
    themes_found, occurrences = themes(entries), term_occurrences(entries)
    named, sayings, found = mentions(entries, ids), attributions(entries, ids), facts(entries, ids, owners(linking))
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
        "amounts": amounts(entries),
        "fact_themes": fact_themes(entries),
        "themes": themes_found,
        **term_tables(occurrences, themes_found),
        "record_files": record_files(taken),
        "unreadable": unreadable(faults, entries),
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


def _digest(cache: ReportCache, read_in: Sequence[Article | Unreadable | Taken]) -> str:
    """The digest of everything that the tables follow from."""
    digest = blake2b(cache.reader, digest_size=16)
    for one in read_in:
        digest.update(msgspec.msgpack.encode(one))
    return digest.hexdigest()


def _nothing(faults: Sequence[Unreadable]) -> str:
    if not faults:
        return f"There is no report in the input: no {READ}."
    listed = "\n".join(f"  {in_a_line(one.source_id)}: {in_a_line(one.reason)}" for one in faults[:10])
    return f"No report could be read. {_files(len(faults))} could not be read:\n{listed}"


def _files(number: int) -> str:
    return "1 file" if number == 1 else f"{number:,} files"
