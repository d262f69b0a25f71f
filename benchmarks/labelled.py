"""Sentences whose themes were labelled by a reader, and the reports that they stand in.

`labels/theme_labels.csv` has no text: a row is a corpus, the id of a report, the characters of a sentence in its text,
and its themes (`none` for none; `second_reader` where the sentence was labelled twice). The corpora are files of a
folder: `reuters21578.jsonl.gz`, `wikinews2019.jsonl.gz` (records with id, title, text), and `documents.tar.xz` with the
pages and the `truth.json` of the article-extraction-benchmark.
"""

from __future__ import annotations

import csv
import gzip
import html
import json
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).with_name("labels")
PAGES = "article-extraction-benchmark"
NONE = "none"
TITLE = re.compile(r'<meta[^>]*property="og:title"[^>]*content="([^"]*)"'), re.compile(r"<title[^>]*>([^<]*)</title>")

Key = tuple[str, str]


class Label(NamedTuple):
    """The themes of one sentence by one reader, and by a second where it was read again."""

    report: Key
    start_char: int
    themes: frozenset[str]
    second: frozenset[str] | None


class Invented(NamedTuple):
    """A sentence that was made up, with the title of its report (empty for none) and its themes."""

    title: str
    text: str
    themes: frozenset[str]


class Text(NamedTuple):
    """A report of a corpus; `published` is its day in ISO 8601, None where the corpus does not have it."""

    title: str
    text: str
    published: str | None = None


def labels() -> list[Label]:
    """The labelled sentences, by report and place."""
    with (FOLDER / "theme_labels.csv").open(encoding="utf-8", newline="") as file:
        return [
            Label(
                (row["corpus"], row["id"]),
                int(row["start_char"]),
                _themes(row["themes"]),
                _themes(row["second_reader"]) if row["second_reader"] else None,
            )
            for row in csv.DictReader(file)
        ]


def invented() -> list[Invented]:
    """The sentences of `labels/theme_examples.csv`: plain ones, of which the corpora have few."""
    with (FOLDER / "theme_examples.csv").open(encoding="utf-8", newline="") as file:
        return [Invented(row["title"], row["text"], _themes(row["themes"])) for row in csv.DictReader(file)]


def texts(corpora: Path, wanted: set[Key]) -> dict[Key, Text]:
    """The wanted reports of the corpora in a folder. Raises OSError, KeyError for one that is not there."""
    found = {key: text for key, text in (*_records(corpora), *_pages(corpora)) if key in wanted}
    missing = wanted - found.keys()
    if missing:
        raise KeyError(f"{len(missing)} labelled reports are not in {corpora}, such as {min(missing)}.")
    return found


def _themes(words: str) -> frozenset[str]:
    return frozenset(words.split()) - {NONE}


def _records(corpora: Path) -> Iterator[tuple[Key, Text]]:
    for name in ("reuters21578", "wikinews2019"):
        with gzip.open(corpora / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            for record in map(json.loads, file):
                yield (name, record["id"]), Text(record["title"] or "", record["text"], record.get("published"))


def _pages(corpora: Path) -> Iterator[tuple[Key, Text]]:
    with tarfile.open(corpora / "documents.tar.xz") as archive:
        members = {m.name.split("/")[-1]: m for m in archive.getmembers() if PAGES in m.name}
        truth = json.loads(_read(archive, members["truth.json"]))
        for key, entry in truth.items():
            page = members.get(f"html__{key}.html.gz")
            markup = gzip.decompress(_read(archive, page)).decode("utf-8", "replace") if page else ""
            yield (PAGES, key), Text(_title(markup), entry["articleBody"])


def _read(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(member)
    return file.read() if file else b""


def _title(markup: str) -> str:
    match = next((found for pattern in TITLE if (found := pattern.search(markup))), None)
    return html.unescape(match[1]).strip() if match else ""
