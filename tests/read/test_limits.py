"""Files out of all measure, and folders that may not be read or written: a reason each, soon."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from analysis.read import pdf
from analysis.read.article import Article, Unreadable
from analysis.read.formats import File
from analysis.read.inputs import MAY_NOT_OPEN
from analysis.read.nested import MOST_LEVELS, TOO_DEEP
from tests.read import made
from tests.read.folders import RAIN, read, write

BEGINNINGS = {"a.txt": b"It rained.\n", "a.html": b"<html><p>It rained.", "a.pdf": b"%PDF-1.4\n", "a.rtf": b"{\\rtf1 "}


@pytest.mark.parametrize("name", BEGINNINGS)
def test_a_file_of_two_gigabytes_is_not_opened(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: BEGINNINGS[name]})
    os.truncate(tmp_path / name, 2_000_000_000)  # takes no room on the disk

    articles, unreadable = read(tmp_path)

    assert articles == []
    assert " MB" in unreadable[name]


def pages_of(path: Path) -> list[object]:
    return [one for one in pdf.read_pdf(File(path=str(path), source_id="a.pdf", kind="pdf")) if one is not None]


def test_of_a_pdf_without_end_the_first_pages_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    write(tmp_path, {"a.pdf": made.pdf([[(72, 700, f"It rained on day {n}.")] for n in range(5)])})

    report, said = pages_of(tmp_path / "a.pdf")

    assert isinstance(report, Article)
    assert "day 1" in report.text
    assert "day 2" not in report.text
    assert said == Unreadable("a.pdf", "Only 2 of its 5 pages are read. Split it.")


def test_pages_that_lie_in_each_other_end(tmp_path: Path) -> None:
    content = made.pdf([[(72, 700, RAIN)]])
    write(tmp_path, {"a.pdf": content.replace(b"/Kids [5 0 R] /Count 1", b"/Kids [2 0 R] /Count 9")})

    articles, unreadable = read(tmp_path)

    assert len(articles) + len(unreadable) == 1


def test_mails_in_mails_are_opened_so_deep_only(tmp_path: Path) -> None:
    content = made.mail("It froze.")
    for _ in range(MOST_LEVELS + 1):
        content = made.mail("It thawed.", {"inner.eml": content})

    articles, unreadable = read(write(tmp_path, {"a.eml": content}))

    assert len(articles) == MOST_LEVELS + 1
    assert list(unreadable.values()) == [TOO_DEEP]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read and write everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": RAIN, "b.txt": RAIN})
    (tmp_path / "b.txt").chmod(0)

    articles, unreadable = read(tmp_path)

    assert ([one.source_id for one in articles], unreadable) == (["a.txt"], {"b.txt": MAY_NOT_OPEN})
