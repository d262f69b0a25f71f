"""Lines that are no part of a report."""

from __future__ import annotations

import pytest

from analysis.lexicons.header_keys import load_header_keys
from analysis.lexicons.noise import LONGEST, kind_of_line, load_noise, load_run_in


@pytest.mark.parametrize(
    "line",
    [
        "Advertisment",
        "- ADVERTISEMENT -",
        "Share this article",
        "12 Comments",
        "Click to share on Facebook (Opens in new window)",
        "Follow us on Twitter and Facebook",
        "Follow @janedoe",
        "© 2024 The Daily Rain. All rights reserved.",
        "©2024",
        "Copyright 2024 The Daily Rain",
        "(Reporting by Jane Doe in Baku; Editing by John Roe)",
        "Reporting by Jane Doe; Editing by John Roe",
        "Read more: Rain in Baku",
        "We use cookies to improve our pages. By using them you accept this.",
        "By signing up you agree to our terms.",
        "Sign up for our newsletter and never miss the rain.",
        "Source: Trend",
        "Tags: rain, Baku",
        "2 min read",
    ],
)
def test_furniture_is_noise(line: str) -> None:
    assert kind_of_line(line) == "noise"


@pytest.mark.parametrize(
    "line",
    [
        "(illustrative photo)",
        "Photo: Jane Doe/AFP",
        "FILE PHOTO: A man walks in the rain. REUTERS/Jane Doe",
        "FILE - In this March 3 photo, a man walks in the rain.",
        "Image credit: Jane Doe",
        "A man walks in the rain. Jane Doe/Reuters",
        "A man walks in the rain (Getty Images)",
        "Image caption Rain fell on the old town",
    ],
)
def test_captions(line: str) -> None:
    assert kind_of_line(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Advertising fell by a tenth in May, the broadcaster said.",
        "Copyright law was changed in May.",
        "Shares fell by a tenth.",
        "Reporting by the newspaper shows that the mayor lied.",
        "By signing up to the pact, the country agreed to limits.",
        "He works for Getty Images.",
        "Source: the ministry said that it would send more than ten lorries to the north.",
        "File this under things that nobody asked for.",
        "Photographs show that the bridge is gone.",
        "Images of the rain were seen by millions.",
        "Related companies paid the rest.",
        "Updated guidance on travel",
        "Read more slowly, the teacher said.",
        "More rain is expected.",
        "Follow-up talks begin on Monday.",
        "Print runs were cut by half.",
        "",
        "rain " * 200,
    ],
)
def test_prose_is_neither(line: str) -> None:
    assert kind_of_line(line) == ""


def test_no_row_is_about_longer_lines_than_are_looked_up() -> None:
    lexicon = load_noise()
    rows = [row for table in (lexicon.lines, lexicon.starts) for group in table.values() for row in group]

    assert max(row.max_words for row in rows) <= LONGEST
    assert max(longest for _, _, longest in lexicon.ends) <= LONGEST


def test_what_runs_into_a_paragraph_is_found_by_its_trigger() -> None:
    text = "It rained. Click to share on X (Opens in new window) Click to print (Opens in new window) Then it stopped."
    row = next(row for row in load_run_in() if row.trigger in text)

    assert row.expression.sub("", text) == "It rained. Then it stopped."


def test_header_keys_are_lower_case_words() -> None:
    assert all(key == key.strip().lower() for key in load_header_keys().fields)
