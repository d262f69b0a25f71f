"""Files of records: how their dates are written, what their fields are taken for, and what somebody says of both."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.read import Article, read_inputs
from analysis.read import records as records_of_files
from analysis.read.article import Hint, Hints, Taken
from analysis.read.inputs import NO_HINTS
from tests.read import made
from tests.read.folders import lines, read, write


def taken(folder: Path, hints: Hints = NO_HINTS) -> tuple[list[str], Taken]:
    """The days of the reports, and what the records of the one file were taken for."""
    found = list(read_inputs([folder], hints=hints))
    days = [str(one.published)[:10] for one in found if isinstance(one, Article)]
    return days, [one for one in found if isinstance(one, Taken)][-1]


def dated(*days: str) -> str:
    return "body,date,source,tag\n" + "".join(f"It rained {n} times.,{day},Trend,x\n" for n, day in enumerate(days))


@pytest.mark.parametrize(
    ("days", "read_as", "order", "n_unread"),
    [
        pytest.param(["03/04/2024", "13/04/2024"], ["2024-04-03", "2024-04-13"], "day-first", 0, id="day first"),
        pytest.param(["03/04/2024", "03/13/2024"], ["2024-03-04", "2024-03-13"], "month-first", 0, id="month first"),
        pytest.param(["03/04/2024", "05/06/2024"], ["None", "None"], "unclear", 2, id="nothing tells it"),
        pytest.param(
            ["03/04/2024", "13/04/2024", "04/13/2024"], ["None", "2024-04-13", "2024-04-13"], "mixed", 1, id="both"
        ),
        pytest.param(["2024-04-03", "5 May 2024"], ["2024-04-03", "2024-05-05"], "", 0, id="no such date"),
        pytest.param(["5.5.2024", "soon"], ["2024-05-05", "None"], "", 1, id="day and month are the same"),
        pytest.param(["", ""], ["None", "None"], "", 0, id="no date"),
    ],
)
@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json", "a.xlsx", "a.parquet"])
def test_how_dates_are_written_is_told_from_all_of_a_file(
    tmp_path: Path, name: str, days: list[str], read_as: list[str], order: str, n_unread: int
) -> None:
    records = [{"body": f"It rained {n} times.", "date": day, "source": "Trend"} for n, day in enumerate(days)]
    content = {
        "a.csv": dated(*days),
        "a.jsonl": lines(*records),
        "a.json": json.dumps(records),
        "a.xlsx": made.xlsx([("body", "date", "source"), *(tuple(one.values()) for one in records)]),
        "a.parquet": made.parquet_of({key: [one[key] for one in records] for key in records[0]}),
    }[name]

    found, said = taken(write(tmp_path, {name: content}))

    assert (found, said.dates, said.n_unread_dates) == (read_as, order, n_unread)
    assert said.n_records == len(days)


def test_what_somebody_says_of_dates_counts_where_the_file_tells_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.csv": dated("03/04/2024")})

    assert taken(folder, Hints(Hint(dates="day-first")))[0] == ["2024-04-03"]
    assert taken(folder, Hints(of_file={"a.csv": Hint(dates="month-first")}))[0] == ["2024-03-04"]
    assert taken(folder, Hints(of_file={"b.csv": Hint(dates="month-first")}))[0] == ["None"]
    write(tmp_path, {"a.csv": dated("03/04/2024", "13/04/2024")})
    assert taken(folder, Hints(Hint(dates="month-first")))[0] == ["2024-04-03", "2024-04-13"]


def test_what_the_fields_were_taken_for_is_said(tmp_path: Path) -> None:
    _, said = taken(write(tmp_path, {"a.csv": dated("soon", "never", "soon")}))

    assert said.fields == {"text": "body", "published": "date", "publisher": "source"}
    assert said.unused == ("tag",)
    assert said.unread_dates == ("soon", "never")


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.xlsx", "a.parquet"])
def test_the_field_with_the_text_can_be_chosen(tmp_path: Path, name: str) -> None:
    record = {"blurb": "It rained.", "summary": "Rain."}
    content = {
        "a.csv": "blurb,summary\nIt rained.,Rain.\n",
        "a.jsonl": lines(record),
        "a.xlsx": made.xlsx([tuple(record), tuple(record.values())]),
        "a.parquet": made.parquet_of({key: [value] for key, value in record.items()}),
    }[name]
    folder = write(tmp_path, {name: content})

    chosen = [one.text for one in read_inputs([folder], hints=Hints(Hint(text="Blurb"))) if isinstance(one, Article)]
    missing = [one.text for one in read_inputs([folder], hints=Hints(Hint(text="none"))) if isinstance(one, Article)]

    assert chosen == ["It rained."]
    assert missing == ["Rain."]


def test_a_table_without_a_column_of_texts_says_which_it_has(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.csv": "blurb,n\nIt rained.,1\n"})

    assert taken(folder)[1].unused == ("blurb", "n")
    assert [one.text for one in read(folder)[0]] == []
    assert taken(folder, Hints(Hint(text="blurb")))[1].fields == {"text": "blurb"}


def test_of_a_long_file_all_records_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records_of_files, "LOOKED_AT", 2)

    found, said = taken(write(tmp_path, {"a.csv": dated("13/04/2024", "soon", "04/05/2024", "never")}))

    assert found == ["2024-04-13", "None", "2024-05-04", "None"]
    assert (said.n_records, said.n_unread_dates) == (4, 2)
