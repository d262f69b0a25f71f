"""Reports are kept for the reader that read them, and only for that one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from analysis import cache as module
from analysis.cache import FILE, TABLE, ReportCache, decoded, encoded, reader_digest
from analysis.read import Article
from analysis.text.language import DEFAULT_MODEL
from analysis.text.records import Mention, Report, Sentence
from tests.damages import DAMAGES as COMMON
from tests.damages import sql

REPORT = Report(
    sentences=(Sentence(0, 5, "body"),),
    mentions=(Mention(sentence=0, start_char=0, end_char=5, text="Kabul", label="GPE", name="Kabul", chain=0),),
    references=(),
    timexes=(),
    attributions=(),
    facts=(),
    themes=(),
    terms=(),
)
ARTICLE = Article("a.txt", "Kabul")


def test_a_report_comes_back_as_it_was() -> None:
    assert decoded(encoded(REPORT)) == REPORT


def test_what_was_put_is_found_by_content_not_by_name(tmp_path: Path) -> None:
    cache = ReportCache(tmp_path, b"reader")
    cache.put([(ARTICLE, REPORT)])

    assert cache.get([Article("other.txt", "Kabul"), Article("a.txt", "Kabul.")]) == [REPORT, None]


def test_another_reader_finds_nothing_and_can_clear_up(tmp_path: Path) -> None:
    ReportCache(tmp_path, b"old").put([(ARTICLE, REPORT)])
    new = ReportCache(tmp_path, b"new")

    assert new.get([ARTICLE]) == [None]
    new.drop_others()
    assert ReportCache(tmp_path, b"old").get([ARTICLE]) == [None]


def test_the_reader_changes_with_the_theme_file(tmp_path: Path) -> None:
    path = tmp_path / "themes.csv"
    path.write_text("theme,term\n", encoding="utf-8")
    first = reader_digest(DEFAULT_MODEL, path)
    path.write_text("theme,term\nsport,ball\n", encoding="utf-8")

    assert len({first, reader_digest(DEFAULT_MODEL, path), reader_digest(DEFAULT_MODEL, None)}) == 3


def full_cache(out: Path) -> ReportCache:
    """A cache with many reports, over many pages of its file."""
    cache = ReportCache(out, b"reader")
    cache.put((Article("a.txt", f"Kabul {number}"), REPORT) for number in range(2_000))
    return cache


DAMAGES: dict[str, Callable[[Path], object]] = COMMON | {
    "other columns": lambda path: sql(
        path, "DROP TABLE reports", TABLE.format("reports").replace("value BLOB", "found BLOB")
    ),
    "more columns": lambda path: sql(path, "ALTER TABLE reports ADD COLUMN n INTEGER"),
    "a view": lambda path: sql(path, "DROP TABLE reports", "CREATE VIEW reports AS SELECT 1 key, 2 reader, 3 report"),
    "the end of another file": lambda path: path.with_name(FILE + "-journal").write_bytes(b"x" * 5000),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    damage(full_cache(tmp_path).path)
    cache = ReportCache(tmp_path, b"reader")

    cache.get([ARTICLE])
    cache.put([(ARTICLE, REPORT)])
    cache.drop_others()

    assert cache.get([ARTICLE]) == [REPORT]


@pytest.mark.parametrize("blob", [b"x", encoded(REPORT)[:-9], "words", None, 7], ids=str)
def test_a_damaged_report_is_none(tmp_path: Path, blob: object) -> None:
    cache = ReportCache(tmp_path, b"reader")
    cache.put([(ARTICLE, REPORT)])
    with sqlite3.connect(cache.path) as connection:
        connection.execute("UPDATE reports SET value = ?", (blob,))
    connection.close()

    assert cache.get([ARTICLE]) == [None]


def test_whatever_bytes_change_no_report_is_another(tmp_path: Path) -> None:
    whole, random = full_cache(tmp_path).path.read_bytes(), Random(1)
    articles = [Article("a.txt", f"Kabul {number}") for number in range(0, 2_000, 100)]

    for _ in range(60):
        spoilt = bytearray(whole)
        for place in random.sample(range(len(whole)), 40):
            spoilt[place] = random.randrange(256)
        (tmp_path / FILE).write_bytes(spoilt)

        found = ReportCache(tmp_path, b"reader").get(articles)

        assert all(report in (None, REPORT) for report in found)


def test_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    def on_a_full_disk(*arguments, **options):  # type: ignore[no-untyped-def]
        connection = connect(*arguments, **options)
        connection.execute("PRAGMA max_page_count = 2")
        return connection

    cache = ReportCache(tmp_path, b"reader")
    monkeypatch.setattr(sqlite3, "connect", on_a_full_disk)

    with pytest.raises(OSError, match=r"cache\.sqlite can't be used: the disk is full\.$"):
        cache.put((Article("a.txt", str(number)), REPORT) for number in range(2_000))


def test_a_locked_file_is_said_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS_TO_WAIT", 0.1)
    cache = ReportCache(tmp_path, b"reader")
    cache.put([(ARTICLE, REPORT)])
    other = sqlite3.connect(cache.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(OSError, match="another program has locked it"):
        cache.get([ARTICLE])

    other.close()
    assert cache.get([ARTICLE]) == [REPORT]
