"""Files of every format, truncated at every percent and with bytes flipped: each gives a report or a reason in time.

`DOSSIER_FUZZ` is the number of mutated files for each reader, 10,000 unless it is set; `DOSSIER_REAL_FILES` a folder of
real files, which are mutated as well as those that tests make; `DOSSIER_SEED` chooses other files and bytes, so that so
many can be had in portions.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from analysis.read.apart import Apart
from analysis.read.article import Article, Taken, Unreadable
from analysis.read.inputs import Input, is_passed_over, read_file
from analysis.read.kinds import kind_of
from analysis.read.nested import suffix_of
from tests.read import made
from tests.read.folders import RAIN, lines

N_FILES = int(os.environ.get("DOSSIER_FUZZ", "10000"))
REAL, SEED = os.environ.get("DOSSIER_REAL_FILES", ""), os.environ.get("DOSSIER_SEED", "")
LARGEST = 300_000  # bytes of a real file that is mutated
SECONDS = 30.0
LONG = "\n\n".join(made.PARAGRAPHS * 4)
RECORDS = [{"title": "Rain", "text": RAIN, "date": "03/04/2024"}, {"title": "Snow", "text": LONG, "date": "13/04/2024"}]
TABLE = "title;text;date\n" + "".join(f'{one["title"]};"{one["text"]}";{one["date"]}\n' for one in RECORDS)
MADE: dict[str, bytes] = {
    "a.txt": f"Rain In Baku\n\nBy Jane Doe\n\n4 March 2024\n\n{LONG}".encode(),
    "a.csv": TABLE.encode("utf-16"),
    "a.jsonl": lines(*RECORDS).encode(),
    "a.json": json.dumps(RECORDS, indent=1).encode(),
    "a.html": made.PAGE.encode(),
    "a.pdf": made.pdf([[(72, 700 - 14 * n, RAIN) for n in range(6)]] * 3, "/Title (Rain)"),
    "a.docx": made.docx("".join(made.paragraph(one) for one in made.PARAGRAPHS)),
    "a.odt": made.odt("".join(f"<text:p>{one}</text:p>" for one in made.PARAGRAPHS)),
    "a.rtf": b"{\\rtf1\\ansi{\\info{\\title Rain}}{\\b Rain}\\par " + LONG.encode() + b"}",
    "a.eml": made.mail(RAIN, {"a.txt": LONG.encode(), "b.pdf": made.pdf([[(72, 700, RAIN)]])}, made.PAGE),
    "a.mbox": made.mbox(made.mail(RAIN), made.mail(LONG, {"a.docx": made.docx(made.paragraph(RAIN))})),
    "a.rss": made.RSS.encode(),
    "a.xlsx": made.xlsx([tuple(RECORDS[0]), *(tuple(one.values()) for one in RECORDS)]),
    "a.parquet": made.parquet_of({key: [one[key] for one in RECORDS] for key in RECORDS[0]}),
    "a.zip": made.packed({"a.txt": RAIN, "b/c.html": made.PAGE, "d.zip": made.packed({"e.csv": TABLE})}),
    "a.jsonl.gz": gzip.compress(lines(*RECORDS).encode()),
    "a.warc": made.warc(("https://example.org/a", made.PAGE), ("https://example.org/b", made.PAGE)),
}
KINDS = ("txt", "csv", "jsonl", "json", "html", "pdf", "docx", "odt", "rtf", "mail", "mbox", "feed", "xlsx", "parquet")
PACKED = ("zip", "gz", "warc")


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, bytes]]]:
    """The files to mutate by the kind that they are."""
    folder = tmp_path_factory.mktemp("originals")
    found: dict[str, list[tuple[str, bytes]]] = defaultdict(list)
    for name, content in MADE.items():
        (folder / name).write_bytes(content)
    for path in [*folder.iterdir(), *(Path(REAL).rglob("*") if REAL else ())]:
        if path.is_file() and not is_passed_over(path.name) and 0 < path.stat().st_size < LARGEST:
            found[kind_of(path, suffix_of(path.name))].append((path.name, path.read_bytes()))
    return found


def mutated(files: list[tuple[str, bytes]], number: int, random: Random) -> Iterator[tuple[str, bytes]]:
    """So many mutated files: in turn one cut, at each percent, and one with bytes flipped or pieces doubled, lost or
    zeroed; files of which there are few come again."""
    for n in range(number):
        name, content = random.choice(files)
        if n % 2:
            yield name, spoilt(content, random)
        else:
            yield name, content[: max(1, len(content) * (n // 2 % 100) // 100)]


def spoilt(content: bytes, random: Random) -> bytes:
    """The content with a few bytes changed, or a piece of it lost, doubled or zeroed."""
    raw = bytearray(content)
    start = random.randrange(len(raw))
    end = min(len(raw), start + random.choice((1, 2, 4, 16, 200, 5_000)))
    change = random.randrange(6)
    if change < 3:
        for _ in range(random.choice((1, 3, 30, 300))):
            raw[random.randrange(len(raw))] = random.randrange(256)
    elif change == 3:
        del raw[start:end]
    elif change == 4:
        raw[start:start] = raw[start:end]
    else:
        raw[start:end] = bytes(end - start)
    return bytes(raw)


@pytest.mark.long
@pytest.mark.timeout(0)
@pytest.mark.parametrize("kind", [*KINDS, *PACKED])
def test_whatever_a_file_has_become_it_gives_a_report_or_a_reason(
    tmp_path: Path, originals: dict[str, list[tuple[str, bytes]]], capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    slowest, guarded, faults = 0.0, 0, list[tuple[int, str, str]]()
    with Apart() as apart:
        for number, (name, content) in enumerate(mutated(originals[kind], N_FILES, Random(kind + SEED))):
            path = tmp_path / name
            path.write_bytes(content)
            began = time.monotonic()
            found = list(read_file(Input(path, name, tmp_path), apart))
            took = time.monotonic() - began
            path.unlink()

            faults += [(number, name, fault) for fault in faults_of(found, took)]
            slowest = max(slowest, took)
            guarded += any(isinstance(one, Unreadable) and "It could not be read (" in one.reason for one in found)
    with capsys.disabled():
        sys.stdout.write(f"{kind}: {N_FILES:,} files, slowest {slowest:.1f} s, {guarded} faults of parsers\n")
    assert faults == []


def faults_of(found: list[Article | Unreadable | Taken], seconds: float) -> Iterator[str]:
    """What is wrong with what a file gave in so many seconds."""
    if not any(isinstance(one, Article | Unreadable) for one in found):
        yield "silent"
    if seconds > SECONDS:
        yield f"{seconds:.0f} s"
    yield from (repr(one)[:200] for one in found if not well_formed(one))


def well_formed(one: Article | Unreadable | Taken) -> bool:
    """Whether a reason is a sentence, and a report has words and spans inside of its text."""
    if isinstance(one, Unreadable):
        return one.reason.endswith((".", "?"))
    if isinstance(one, Article):
        return bool(one.text.strip()) and all(0 <= start < end <= len(one.text) for start, end in one.header)
    return one.n_records >= 0
