"""What the commands write and say."""

from __future__ import annotations

from pathlib import Path

import pytest

from sharing.__main__ import main


def test_a_report_is_written(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    to = tmp_path / "report.html"

    code = main(["report", str(small), "--to", str(to), "--view", "theme=Mining"])

    assert (code, capsys.readouterr().out) == (0, f"{to} has {to.stat().st_size:,} bytes.\n")
    assert to.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("name", ["briefing.md", "briefing.docx"])
def test_a_briefing_is_written(small: Path, tmp_path: Path, name: str):
    assert main(["briefing", str(small), "--to", str(tmp_path / name), "--no-texts"]) == 0
    assert (tmp_path / name).stat().st_size


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "{small}", "--to", "{to}/report.txt"),
        ("report", "{small}", "--to", "{to}/away/report.html"),
        ("report", "{to}", "--to", "{to}/report.html"),
        ("report", "{small}", "--to", "{to}/report.html", "--view", "theme=Fishing"),
        ("briefing", "{small}", "--to", "{to}/briefing.txt"),
    ],
)
def test_bad_input_is_one_line_and_leaves_nothing(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
):
    code = main([one.format(small=small, to=tmp_path) for one in arguments])

    said = capsys.readouterr()
    assert code == 1
    assert said.err.startswith("Nothing was written. ")
    assert said.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_command_without_a_file_says_what_is_missing(small: Path, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main(["report", str(small)])

    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1
