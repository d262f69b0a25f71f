"""Reports are kept for the reader that read them, and only for that one."""

from __future__ import annotations

from pathlib import Path

from analysis.cache import ReportCache, decoded, encoded, reader_digest
from analysis.read import Article
from analysis.text.language import DEFAULT_MODEL
from analysis.text.records import Mention, Report, Sentence

REPORT = Report(
    sentences=(Sentence(0, 5, "body"),),
    mentions=(Mention(0, 0, 5, "Kabul", "GPE", "Kabul", 0),),
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
