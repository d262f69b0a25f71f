"""The page Documents: the list for all, and who may change it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from analysis.corpus import Corpus, keep_corpus
from hosting.asking import NOT_FROM_HERE
from pages.parts.documents import rebuild
from pages.parts.documents.access import is_own
from tests.pages import snapshots
from tests.pages.conftest import Open, html
from tests.pages.documents.conftest import PAGE

OWN = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}


def test_every_report_is_listed_with_what_it_was_read_as(visit: Open) -> None:
    shown = html(visit(PAGE))

    assert "9 reports" in shown
    assert shown.count("<summary>First lines</summary>") == 9
    assert "Ministry signs copper contract" in shown
    assert "4 March 2024" in shown


def test_a_collection_of_one_report_without_a_date_says_so(visit: Open, blank: Path) -> None:
    app = visit(PAGE, blank)

    assert "No date 1" in app.get("button_group")[0].proto.options[0].content
    assert "1 report<" in html(app)


def test_nothing_that_fits_is_said(visit: Open) -> None:
    assert "No report fits" in html(visit(PAGE, find_report="nothing-has-this"))


def test_inputs_that_could_not_be_read_are_listed_under_their_reason(visit: Open) -> None:
    assert "could not be read" in html(visit(PAGE, work="unread"))


@pytest.mark.parametrize("shown_as", ["list", "change"])
def test_titles_that_are_long_or_no_words_are_shown_as_words(
    visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown_as: str
) -> None:
    monkeypatch.setenv("DOSSIER_ADD", "everyone")
    snapshots.odd(tmp_path / "odd")
    keep_corpus(tmp_path / "odd", Corpus((str(tmp_path),), "model"))

    app = visit(PAGE, tmp_path / "odd", documents_as=shown_as)

    assert not app.exception
    assert "<script>" not in html(app).lower()
    assert all(len(box.label) < 800 and "\x1b" not in box.label for box in app.checkbox)


@pytest.mark.parametrize(
    ("headers", "address", "may"),
    [
        pytest.param(OWN, None, True, id="localhost"),
        pytest.param({"Host": "127.0.0.1:8501"}, "127.0.0.1", True, id="its number"),
        pytest.param(OWN | {"X-Forwarded-For": "1.2.3.4"}, None, False, id="a proxy"),
        pytest.param(OWN | {"Forwarded": "for=1.2.3.4"}, None, False, id="a proxy of the standard"),
        pytest.param(OWN | {"x-real-ip": "1.2.3.4"}, None, False, id="nginx"),
        pytest.param(OWN, "192.168.0.7", False, id="another machine"),
        pytest.param({"Host": "dossier.example"}, None, False, id="another name"),
        pytest.param({"Host": "localhost.evil.example"}, None, False, id="a name that begins so"),
        pytest.param({"Host": "localhost", "Origin": "http://evil.example"}, None, False, id="from another page"),
        pytest.param({}, None, False, id="no name"),
        pytest.param({"Host": "[::1"}, None, False, id="no name at all"),
    ],
)
def test_a_server_is_ones_own_where_nothing_lies_between(
    headers: dict[str, str], address: str | None, may: bool
) -> None:
    assert is_own(headers, address) == may


def test_nobody_may_add_unless_it_is_said(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_LOCAL", "1")  # but this request has no name of this machine

    app = visit(PAGE, documents_as="change")

    assert NOT_FROM_HERE in html(app)
    assert not app.get("file_uploader")
    assert not app.checkbox


HEAVY = ("spacy", "lxml", "trafilatura", "pypdfium2", "mammoth", "feedparser", "py3langid", "puremagic", "warcio")


def test_the_server_imports_no_reading_library() -> None:
    imports = "import sys, dashboard, pages.parts.documents.changing, pages.parts.documents.looking"
    said = f"{imports}; print([name for name in {HEAVY!r} if name in sys.modules])"

    found = subprocess.run([sys.executable, "-c", said], cwd=rebuild.ROOT, capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"
