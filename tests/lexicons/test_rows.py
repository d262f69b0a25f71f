"""Lexicons keep to their form, or say where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.lexicons import rows
from analysis.lexicons.rows import LexiconError, read_rows


@pytest.fixture
def lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a lexicon called `words`."""
    monkeypatch.setattr(rows, "files", lambda _: tmp_path)
    return tmp_path / "words.csv"


def test_rows_come_by_column(lexicon: Path) -> None:
    lexicon.write_text("# Written for a test.\nword,code\nBaku , AZ\n", encoding="utf-8")

    assert read_rows("words", ("word", "code")) == ({"word": "Baku", "code": "AZ"},)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("word,code\nBaku,AZ\n", "line 1 does not name the source"),
        ("# Source.\nname,code\nBaku,AZ\n", "the columns are not word,code"),
        ("# Source.\nword,code\nBaku\n", "line 3 has 1 cells, not 2"),
        ("# Source.\nword,code\nBaku,\n", "line 3 has no code"),
        ("# Source.\nword,code\nBaku,AZ\nBaku,AZ\n", "line 4 stands there twice"),
        ("", "line 1 does not name the source"),
    ],
)
def test_a_fault_is_named_with_its_line(lexicon: Path, text: str, fault: str) -> None:
    lexicon.write_text(text, encoding="utf-8")

    with pytest.raises(LexiconError, match=fault):
        read_rows("words", ("word", "code"))


def test_an_optional_cell_may_be_empty(lexicon: Path) -> None:
    lexicon.write_text("# Source.\nword,code\nAsia,\n", encoding="utf-8")

    assert read_rows("words", ("word", "code"), optional=("code",)) == ({"word": "Asia", "code": ""},)
