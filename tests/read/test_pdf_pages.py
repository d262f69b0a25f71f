"""Pages of a PDF: columns in order, lines joined to paragraphs, hyphens undone, running heads as noise."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from benchmarks.pdf_pages import Layout, lay_out
from tests.read import made
from tests.read.folders import read, write

SENTENCE = (
    "The mayor of town {0} said on Monday that the harbour of the town would be rebuilt before winter number {0}."
)
PARAGRAPHS = [" ".join(SENTENCE.format(3 * n + k) for k in range(3)) for n in range(24)]


def test_lines_of_a_pdf_are_joined_to_paragraphs(tmp_path: Path) -> None:
    page = [
        (72, 700, "The mayor of Baku said on Monday that the long-term plan for the har-"),
        (72, 686, "bour would be shown to the council before the end of the next month"),
        (72, 672, "and not later."),
        (84, 644, "It rained in the town on Tuesday, and the streets were closed to all cars"),
        (72, 630, "for the whole day, long-"),
        (72, 616, "term plans or not."),
    ]

    assert read(write(tmp_path, {"a.pdf": made.pdf([page])}))[0][0].text == (
        "The mayor of Baku said on Monday that the long-term plan for the harbour would be shown to the council before "
        "the end of the next month and not later.\n\nIt rained in the town on Tuesday, and the streets were closed to "
        "all cars for the whole day, long-term plans or not."
    )


def test_running_heads_and_page_numbers_do_not_cut_a_sentence(tmp_path: Path) -> None:
    pages = [
        [
            (72, 800, f"Harbour Post, 5 March 2024, part {number}"),
            (72, 700, f"This is page {number} of the report, and its last sentence about the town of Baku goes on to"),
            (72, 686, "the page behind it, as the sentences of reports will do now and then, and it ends"),
            (290, 30, str(number)),
        ]
        for number in (1, 2, 3)
    ]

    one = read(write(tmp_path, {"a.pdf": made.pdf(pages)}))[0][0]

    assert "and it ends This is page 2" in one.text
    heads = [one.text[start:end] for start, end in one.header]
    assert {"Harbour Post, 5 March 2024, part 2", "1", "2", "3"} <= set(heads)


@pytest.mark.parametrize("is_justified", [False, True])
@pytest.mark.parametrize("written", ["columns", "rows", "last first"])
@pytest.mark.parametrize("n_columns", [2, 3])
def test_columns_are_read_one_after_the_other(tmp_path: Path, n_columns: int, written: str, is_justified: bool) -> None:
    laid = lay_out(PARAGRAPHS, Layout(n_columns, written, is_justified), Random(1))

    one = read(write(tmp_path, {"a.pdf": laid.content}))[0][0]

    heads = [one.text[start:end] for start, end in one.header]
    assert [block for block in one.text.split("\n\n") if block not in heads] == PARAGRAPHS
    assert heads == laid.heads


def test_cells_of_a_table_stay_in_their_rows(tmp_path: Path) -> None:
    towns = ("Baku", "Ganja", "Sumqayit", "Mingachevir", "Sheki", "Quba", "Lankaran", "Shirvan")
    rows = [
        [(72, 700 - 14 * n, f"{town} in the year"), (320, 700 - 14 * n, f"{n} of the {town} schools are open")]
        for n, town in enumerate(towns)
    ]

    text = read(write(tmp_path, {"a.pdf": made.pdf([[cell for row in rows for cell in row]])}))[0][0].text

    assert [text.index(town) for town in towns] == sorted(text.index(town) for town in towns)
    assert all(f"{town} in the year {n} of the {town} schools are open" in text for n, town in enumerate(towns))


def test_a_head_on_both_of_two_pages_is_one(tmp_path: Path) -> None:
    pages = [
        [(72, 800, f"Harbour Post, part {n}"), *((72, 700 - 14 * k, f"Line {k} of page {n} is long") for k in range(6))]
        for n in (1, 2)
    ]

    one = read(write(tmp_path, {"a.pdf": made.pdf(pages)}))[0][0]

    assert [one.text[start:end] for start, end in one.header] == ["Harbour Post, part 1", "Harbour Post, part 2"]


def test_paragraphs_of_one_line_are_told_by_how_far_they_are_indented(tmp_path: Path) -> None:
    long = "The mayor of the town of Baku said that the harbour of the town is to be rebuilt by the"
    lines = [(84, long), (72, "end of the year."), (84, "It rained."), (84, long), (72, "end of May.")]
    page = [(x, 700 - 14 * n, words) for n, (x, words) in enumerate(lines)]

    text = read(write(tmp_path, {"a.pdf": made.pdf([page])}))[0][0].text

    assert text.split("\n\n") == [f"{long} end of the year.", "It rained.", f"{long} end of May."]
