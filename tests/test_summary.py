"""What a build says as it goes on and at its end."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from analysis.__main__ import main
from analysis.progress import FILES, REPORTS, TABLES, Bar, shown_progress

pytestmark = pytest.mark.usefixtures("in_this_process")

RAIN = "The mayor of Baku opened the new bridge on Monday."


def test_the_summary_has_what_was_read_and_what_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"a.txt": RAIN, "b.txt": RAIN, "c.txt": "Дождь шел в Баку весь понедельник.", "d.txt": "", "e.txt": " "}
    (tmp_path / "in").mkdir()
    for name, text in files.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")

    assert main(["build", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) == 0

    said = capsys.readouterr().out.splitlines()
    assert "is published: 3 reports" in said[-6]
    assert said[-5:-1] == [
        "1 report is a copy of another.",
        "1 report is in another language than English, kept with its text and not analysed: 1 Russian.",
        "2 inputs could not be read; the Overview page and the table `unreadable` say why.",
        "  2: It is empty. (d.txt, e.txt)",
    ]
    assert said[-1].startswith("It took ")


def test_elsewhere_than_on_a_terminal_progress_is_lines(capsys: pytest.CaptureFixture[str]) -> None:
    with shown_progress() as show:
        show(FILES, 3, 3)
        show(FILES, 60, 60)
        show(REPORTS, 1, 3)
        show(TABLES, 0, 20)

    assert capsys.readouterr().out == "Opened 60 of 60 files\nRead 1 of 3 reports\n"


def test_on_a_terminal_progress_is_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(sys, "stderr", terminal)
    bar = Bar()

    bar.show(FILES, 1, 4)
    bar.show(REPORTS, 1, 4)
    bar.end()

    assert "Opened files:  25%" in terminal.getvalue() or "Opened files:   0%" in terminal.getvalue()
    assert "Read reports" in terminal.getvalue()


def test_the_summary_says_what_records_were_taken_for_and_which_dates_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    rows = "".join(f"{RAIN} {n}.,{day}\n" for n, day in enumerate(("03/04/2024", "soon", "2124-01-01")))
    (tmp_path / "in" / "a.csv").write_text("body,date\n" + rows, encoding="utf-8")
    command = ["build", str(tmp_path / "in"), "--out", str(tmp_path / "out")]

    assert main(command) == 0
    said = capsys.readouterr().out

    assert "a.csv: 3 records; text from body, date from date." in said
    assert "  2 records have a date that can't be read: 03/04/2024, soon." in said
    assert "Say it: --dates day-first or --dates month-first." in said

    assert main([*command, "--dates", "day-first"]) == 0
    said = capsys.readouterr().out
    assert "  Dates such as 03/04/2024 are read day first" in said
    assert "  1 record has a date that can't be read: soon." in said

    assert main(["build", "--out", str(tmp_path / "out")]) == 0  # what was said holds for the next build
    assert "is up to date" in capsys.readouterr().out
