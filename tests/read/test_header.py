"""Headers of texts, and datelines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.read.byline import read_byline
from analysis.read.dateline import find_dateline
from analysis.read.header import find_header

BODY = "It rained in the old town on Monday, the mayor said, and the streets were closed."
FIELDS = ("title", "published", "publisher", "author", "url")


def said(text: str) -> dict[str, str]:
    header = find_header(text)
    found = {name: value for name in FIELDS if (value := getattr(header, name))}
    return {name: str(value)[:10] if name == "published" else value for name, value in found.items()}


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        pytest.param(
            " date 2024-03-21 On Monday it rained.", {"published": "2024-03-21"}, id="run into the first line"
        ),
        pytest.param("Date: 2024-03-21 Rain fell.", {"published": "2024-03-21"}, id="run in after a colon"),
        pytest.param("2024-03-21 Rain fell.", {"published": "2024-03-21"}, id="run in without a key"),
        pytest.param("March 3, 2024 10:30 GMT\n\n", {"published": "2024-03-03"}, id="a line of its own"),
        pytest.param(
            "Published 15 Feb 2024 | Updated 16 Feb 2024\n\n", {"published": "2024-02-15"}, id="the first publication"
        ),
        pytest.param(
            "Title: Rain in Baku\nDate: 15 Feb 2024\nSource: Trend\nURL: https://example.org/a\nBy: Jane Doe\n\n",
            {
                "title": "Rain in Baku",
                "published": "2024-02-15",
                "publisher": "Trend",
                "url": "https://example.org/a",
                "author": "Jane Doe",
            },
            id="keys",
        ),
        pytest.param(
            "Rain In Baku\n\nBy JANE DOE and John Roe, AP\n\n",
            {"title": "Rain In Baku", "author": "JANE DOE, John Roe", "publisher": "Associated Press"},
            id="headline and byline",
        ),
        pytest.param("Rain In Baku\n\n", {"title": "Rain In Baku"}, id="headline"),
        pytest.param("Advertisement\n\nRain In Baku\n\n", {"title": "Rain In Baku"}, id="headline below an advert"),
        pytest.param("(Reuters)\n\n", {"publisher": "Reuters"}, id="agency alone"),
        pytest.param("https://example.org/rain\n\n", {"url": "https://example.org/rain"}, id="address alone"),
        pytest.param("BAKU, March 3 (Reuters) - ", {"publisher": "Reuters"}, id="dateline"),
        pytest.param(
            "BAKU, March 3, 2024 (AP) — ",
            {"publisher": "Associated Press", "published": "2024-03-03"},
            id="with a year",
        ),
    ],
)
def test_a_header_is_read(lines: str, fields: dict[str, str]) -> None:
    assert said(lines + BODY) == fields


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BODY, id="no header"),
        pytest.param("Date palms are in bloom.", id="another date"),
        pytest.param("date 2024-03-21 was chosen for the vote.", id="a date that is the subject"),
        pytest.param("March 21, 2024 was a Thursday.", id="a sentence that begins with a date"),
        pytest.param("Date: 03/04/2024\n\n" + BODY, id="a date that two readers may read differently"),
        pytest.param("Source: the ministry said that it had sent ten lorries to the north.", id="a long value"),
        pytest.param("URL: javascript:alert(1)\n\n" + BODY, id="no address of the web"),
        pytest.param("By Monday, the rain had stopped.\n\n" + BODY, id="no byline"),
        pytest.param("It rained.\n\n" + BODY, id="a first sentence is no headline"),
        pytest.param(
            "The rain in the old town was so heavy on\nMonday that streets were closed, it said.", id="wrapped"
        ),
        pytest.param("Profit 34 cts vs 19 cts\n\nNet 21 mln vs 20 mln\n\n" + BODY, id="a table"),
        pytest.param("(illustrative photo)\n\n" + BODY, id="a caption"),
        pytest.param("Rain", id="a word alone"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_only_looks_like_a_header_is_none(text: str) -> None:
    assert said(text) == {}


def test_the_spans_hold_what_only_carries_the_header() -> None:
    text = " date 2024-03-21 On Monday it rained."

    assert [text[start:end] for start, end in find_header(text).spans] == ["date 2024-03-21"]


def test_a_sentence_behind_a_date_is_left_to_the_analysis() -> None:
    assert find_header("Date: 2024-03-21 It rained.").spans == ((0, 16),)


def test_a_title_behind_its_key_is_left_to_the_analysis() -> None:
    text = "Title: Rain in Baku\n\n" + BODY

    assert [text[start:end] for start, end in find_header(text).spans] == ["Title: "]


@pytest.mark.parametrize(
    ("text", "dateline", "publisher"),
    [
        pytest.param("BAKU, March 3 (Reuters) - It rained.", "BAKU, March 3 (Reuters) -", "Reuters", id="Reuters"),
        pytest.param("MOSCOW, March 3. /TASS/. The army", "MOSCOW, March 3. /TASS/.", "TASS", id="TASS"),
        pytest.param("BEIJING, Nov. 9 (Xinhua) -- A man", "BEIJING, Nov. 9 (Xinhua) --", "Xinhua", id="Xinhua"),
        pytest.param("KABUL, Afghanistan (AP) — Two", "KABUL, Afghanistan (AP) —", "Associated Press", id="AP"),
        pytest.param("(CNN) -- Smoke rose", "(CNN) --", "CNN", id="agency alone"),
        pytest.param("NEW YORK/LONDON — Oil rose", "NEW YORK/LONDON —", None, id="places in capitals"),
        pytest.param("ST. PETERSBURG, Russia, 3 March 2024 (AFP) - A", "ST. PETERSBURG, Russia, 3 March 2024 (AFP) -",
                     "Agence France-Presse", id="a day with a year"),
    ],
)  # fmt: skip
def test_datelines(text: str, dateline: str, publisher: str | None) -> None:
    found = find_dateline(text)

    assert found
    assert (text[found.start_char : found.end_char], found.publisher) == (dateline, publisher)


@pytest.mark.parametrize(
    "text",
    [
        "Iran said — again — that it rained.",
        "The United States — which left — said so.",
        "COLUMN | After the rain",
        "A man (Reuters) said so.",
        "Kabul (Afghanistan) - again",
        "NATO - said the minister - agreed.",
        "ISLAMABAD: The minister",
        "",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


@given(st.text(alphabet=st.sampled_from("date: 2024-03-21 On\nBy JaneTitle()–/.\r\t"), max_size=120))
def test_spans_are_in_order_inside_the_text(text: str) -> None:
    spans = find_header(text).spans

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


@pytest.mark.parametrize(
    ("line", "author", "day"),
    [
        pytest.param("By Jane Doe", "Jane Doe", "", id="one"),
        pytest.param("By JANE DOE, ALI ALIYEV and JOHN ROE", "JANE DOE, ALI ALIYEV, JOHN ROE", "", id="three"),
        pytest.param("By Jane Doe, Ali Aliyev, and John Roe", "Jane Doe, Ali Aliyev, John Roe", "", id="serial comma"),
        pytest.param("Written by J. A. Doe in Baku and A. Roe in New York", "J. A. Doe, A. Roe", "", id="places"),
        pytest.param("By Jane Doe, Baku", "Jane Doe", "", id="a place is no author"),
        pytest.param("By Jane Doe | May 15, 2024", "Jane Doe", "2024-05-15", id="a day behind"),
        pytest.param("By May 15, 2024", "", "2024-05-15", id="a day without a name"),
    ],
)
def test_bylines(line: str, author: str, day: str) -> None:
    found = find_header(f"Rain In Baku\n\n{line}\n\n{BODY}")

    assert (found.author or "", str(found.published or "")[:10]) == (author, day)


@pytest.mark.parametrize("line", ["Staff Reporter", "Business desk", "Updated 3 hours ago", "By our correspondent"])
def test_a_line_between_title_and_day_does_not_end_the_header(line: str) -> None:
    found = find_header(f"Rain In Baku\n\n{line}\n\nMay 15, 2024\n\n{BODY}")

    assert (found.title, str(found.published)[:10]) == ("Rain In Baku", "2024-05-15")


def test_lines_that_only_begin_like_a_byline_are_none() -> None:
    assert read_byline("By Monday Jane Doe had left the town, and it rained.") is None
    assert read_byline("By the river") is None


@pytest.mark.parametrize(
    "between",
    [
        "From our own correspondent in Kabul",
        "Special to The Herald",
        "Politics | Economy",
        "WORLD NEWS",
        "Jane Doe and John Roe",
        "jane.doe@example.org",
        "Our Foreign Staff",
        "Updated at 10:30",
        "Home > News > World",
        "The mayor said the town would be dry again within the week.",
        "\n".join(f"The mayor said that it rained {n} times." for n in range(12)),
    ],
)
def test_a_full_date_alone_on_one_of_the_first_lines_counts(between: str) -> None:
    text = f"Rain In Baku\n\n{between}\n\nMay 15, 2024\n\n{BODY}"

    found = find_header(text)

    assert str(found.published)[:10] == "2024-05-15"
    assert [text[start:end] for start, end in found.spans] == ["May 15, 2024"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{BODY}\n\nMay 15, 2024\n\n{BODY}\n\nMay 16, 2024\n\n{BODY}", id="a chronology"),
        pytest.param("\n".join([BODY] * 15) + "\nMay 15, 2024", id="too far below"),
        pytest.param(f"{BODY}\n\nOn May 15, 2024 it rained again.", id="a date in a sentence"),
        pytest.param(f"{BODY}\n\nMay 2024\n", id="no day"),
        pytest.param("The rain fell on\nMay 15, 2024\nand stopped the next day.", id="a sentence in several lines"),
    ],
)
def test_other_dates_are_not_the_day_of_publication(text: str) -> None:
    assert find_header(text).published is None
