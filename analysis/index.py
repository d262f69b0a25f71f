"""The search index of a snapshot: the words of its headings and body sentences, beside the tables.

An index document is one sentence: its words, and its row in the file of the table `sentences`. The files of an index
have other names each time, so they are no part of what a snapshot is named after.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import tantivy

from analysis.scratch import ScratchFolder
from analysis.text.indexed_words import index_keys

FOLDER = "search"
WORDS, ROW = "words", "row"
META, LOCK = "meta.json", ".lock"
KINDS = ("heading", "body")
MEMORY = 128_000_000  # bytes that the writer fills before it writes; a million sentences need it a few times


class NoIndex(FileNotFoundError):
    """The snapshot has no search index that this version can read."""


def write_index(folder: Path, sentences: pd.DataFrame) -> None:
    """Write the index of the table SENTENCES into a new folder. Raises OSError."""
    folder.mkdir()
    try:
        _write(folder, sentences)
    except ValueError as fault:  # what the index says of a full disk as well
        raise OSError(f"The search index could not be written: {fault}") from fault
    for path in folder.iterdir():
        if path.suffix == LOCK:
            path.unlink()
        else:
            path.chmod(0o644)  # some are for their owner alone, who need not be who reads the snapshot


def _write(folder: Path, sentences: pd.DataFrame) -> None:
    writer = tantivy.Index(_schema(), path=str(folder)).writer(MEMORY, num_threads=1)
    for row, (kind, text) in enumerate(zip(sentences["kind"].to_list(), sentences["text"].to_list(), strict=True)):
        if kind in KINDS:
            writer.add_document(tantivy.Document(**{WORDS: " ".join(index_keys(text)), ROW: row}))
    writer.commit()
    writer.wait_merging_threads()


def open_index(folder: Path, links: Path) -> tantivy.Index:
    """The index in the folder, for reading, by way of links to its files in an empty folder. Raises NoIndex.

    Who opens an index writes a lock beside its files; a snapshot may be read-only, or another user's.
    """
    if not (folder / META).exists():
        raise NoIndex(f"{folder} holds no search index")
    for path in folder.resolve().iterdir():
        if path.suffix != LOCK:
            (links / path.name).symlink_to(path)
    try:
        index = tantivy.Index.open(str(links))
    except ValueError as fault:
        raise NoIndex(f"{folder} holds no search index that can be read: {fault}") from fault
    index.config_reader("manual")  # it never changes, so nothing need watch it
    return index


def can_be_read(folder: Path) -> bool:
    """Whether the folder holds an index that opens."""
    with ScratchFolder("search") as links:
        try:
            open_index(folder, links).searcher()
        except (NoIndex, ValueError):
            return False
    return True


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(WORDS, tokenizer_name="whitespace")
    builder.add_integer_field(ROW, fast=True)
    return builder.build()
