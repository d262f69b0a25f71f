"""Records of JSON lines and of tables in, articles out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.read import csv as csv_format
from analysis.read import json as json_format
from analysis.read import jsonl as jsonl_format
from tests.read.folders import RAIN, lines, read, write


def test_a_record_says_what_it_knows(tmp_path: Path) -> None:
    record = {
        "id": 7,
        "text": RAIN,
        "title": " Rain\nin Baku ",
        "published": "15 Feb 2024",
        "publisher": "Trend",
        "url": "https://example.org/rain",
        "author": "Jane Doe",
        "topics": ["rain"],
    }
    folder = write(tmp_path, {"a.jsonl": lines(record)})

    article = read(folder)[0][0]

    assert (article.source_id, article.title, article.publisher) == ("7", "Rain in Baku", "Trend")
    assert (str(article.published), article.published_from) == ("2024-02-15 00:00:00", "metadata")
    assert (article.url, article.author) == ("https://example.org/rain", "Jane Doe")


def test_values_that_are_no_words_are_left_out(tmp_path: Path) -> None:
    record = {"id": True, "text": RAIN, "title": 5, "published": 2024, "publisher": [], "url": "javascript:alert(1)"}
    folder = write(tmp_path, {"a.jsonl": lines(record)})

    article = read(folder)[0][0]

    assert (article.source_id, article.published_from) == ("a.jsonl:1", "unknown")
    assert (article.title, article.published, article.publisher, article.url) == (None, None, None, None)


def test_metadata_goes_before_the_header_and_that_before_the_name(tmp_path: Path) -> None:
    dated = "Date: 2024-03-02\nSource: Trend\n\n" + RAIN
    files = {
        "2024-03-01.txt": dated,
        "2024-03-03.txt": RAIN,
        "a.jsonl": lines({"text": dated, "published": "2024-03-04", "publisher": "Turan"}),
    }

    articles, _ = read(write(tmp_path, files))

    assert [(str(a.published)[:10], a.published_from, a.publisher) for a in articles] == [
        ("2024-03-02", "text", "Trend"),
        ("2024-03-03", "filename", None),
        ("2024-03-04", "metadata", "Turan"),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_of_records(tmp_path: Path, separator: str) -> None:
    rows = [("Title", "TEXT", "published"), ("Rain", f'"It rained{separator} then\nit ""stopped"""', "2024-03-01")]
    folder = write(tmp_path, {"a.csv": "\ufeff" + "".join(separator.join(row) + "\r\n" for row in rows)})

    articles, unreadable = read(folder)

    assert [(a.source_id, a.title, a.text) for a in articles] == [
        ("a.csv:2", "Rain", f'It rained{separator} then\nit "stopped"')
    ]
    assert unreadable == {}


def test_only_the_line_that_is_cut_in_half_is_lost(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.jsonl": lines({"text": RAIN}) + '{"text": "It ra\n\n' + lines({"text": RAIN})})

    articles, unreadable = read(folder)

    assert [article.source_id for article in articles] == ["a.jsonl:1", "a.jsonl:4"]
    assert unreadable == {"a.jsonl:2": "The line is cut off: its JSON ends too early."}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param("{}", "The record has no `text`.", id="no text"),
        pytest.param('{"text": null}', "The record has no `text`.", id="null"),
        pytest.param('{"text": 5}', "Its `text` is not in words.", id="a number"),
        pytest.param('{"text": NaN}', "Its `text` is not in words.", id="NaN"),
        pytest.param('{"text": " \\n"}', "It is empty.", id="blank"),
        pytest.param('["text"]', json_format.NO_RECORD, id="a list"),
        pytest.param("It rained.", jsonl_format.NO_RECORD, id="no JSON"),
        pytest.param('{"text": ', "The line is cut off: its JSON ends too early.", id="cut before the text"),
        pytest.param(
            '{"text" "a"}', "The line is not valid JSON at character 9: Expecting ':' delimiter.", id="no colon"
        ),
        pytest.param(
            '{"text": "a", "n": %s}' % ("1" * 5000),
            "The line is not a record: its JSON holds a number or a nesting out of all measure.",
            id="a number of 5,000 digits",
        ),
    ],
)
def test_a_line_that_is_no_record_says_why(tmp_path: Path, line: str, reason: str) -> None:
    assert read(write(tmp_path, {"a.jsonl": line + "\n"}))[1] == {"a.jsonl:1": reason}


def test_nesting_out_of_all_measure_is_said(tmp_path: Path) -> None:
    assert read(write(tmp_path, {"a.jsonl": "[" * 100_000}))[1] == {"a.jsonl": json_format.OUT_OF_MEASURE}


def test_half_a_surrogate_pair_in_a_record_can_be_stored(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.jsonl": '{"id": "\\ud800", "text": "It rained \\ud800 \\ud83d\\ude00."}'})

    article = read(folder)[0][0]

    assert (article.source_id, article.text) == ("\ufffd", "It rained \ufffd 😀.")


def test_records_that_share_an_id_are_both_kept(tmp_path: Path) -> None:
    files = {"a.jsonl": lines({"id": "1", "text": "It rained."}), "b.jsonl": lines({"id": "1", "text": "It snowed."})}

    articles, _ = read(write(tmp_path, files))

    assert [(a.source_id, a.text) for a in articles] == [("1", "It rained."), ("1", "It snowed.")]


@pytest.mark.parametrize(
    ("table", "unreadable"),
    [
        pytest.param(
            "title,blurb\nRain,It rained.\n",
            {"a.csv": "It has no column `text`. Its columns are: title, blurb. Call the column with the texts `text`."},
            id="no text",
        ),
        pytest.param("text\n", {"a.csv": "It has no row under its heading."}, id="no row"),
        pytest.param("\n\n", {"a.csv": "It is empty."}, id="blank lines"),
        pytest.param("id,text\n1\n", {"a.csv:2": "The record has no `text`; it has id."}, id="a row too short"),
        pytest.param(
            "id,text\n1,It rained, then it stopped.\n2,It snowed.\n",
            {"a.csv:2": "The row has 3 cells under 2 columns: quote texts with commas."},
            id="a comma that is not quoted",
        ),
        pytest.param(
            'id,text\n1,"It rained."\n2,"It snowed.\n',
            {"a.csv:3": "The row is no CSV: unexpected end of data. Is a quotation mark not closed, or not doubled?"},
            id="a quotation mark that is not closed",
        ),
    ],
)
def test_a_table_that_is_not_whole_says_why(tmp_path: Path, table: str, unreadable: dict[str, str]) -> None:
    assert read(write(tmp_path, {"a.csv": table}))[1] == unreadable


def test_records_that_are_too_long_cost_only_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (jsonl_format, csv_format):
        monkeypatch.setattr(module, "LONGEST_LINE", 1000)
    monkeypatch.setattr(csv_format, "LONGEST_TEXT", 500)
    long = "It rained. " * 200
    files = {"a.jsonl": lines({"text": long}, {"text": RAIN}), "b.csv": f'text\n{long}\n"{RAIN}"\n'}

    articles, unreadable = read(write(tmp_path, files))

    assert [article.source_id for article in articles] == ["a.jsonl:2", "b.csv:3"]
    assert list(unreadable) == ["a.jsonl:1", "b.csv:2"]


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(
            {"headline": "Rain", "authors": ["Jane Doe", "John Roe"], "source_domain": "example.org",
             "date_publish": "2024-05-15 10:00:00", "url": "https://example.org/a", "maintext": RAIN},
            id="news-please",
        ),
        pytest.param(
            {"title": "Rain", "author": "Jane Doe, John Roe", "date": "2024-05-15", "hostname": "example.org",
             "source": "https://example.org/a", "raw_text": "", "text": RAIN},
            id="trafilatura",
        ),
        pytest.param(
            {"title": "Rain", "authors": "['Jane Doe', 'John Roe']", "publish_date": 1715767200,
             "source_url": "https://example.org/a", "site": "example.org", "Text": RAIN},
            id="newspaper",
        ),
        pytest.param(
            {"source": {"id": None, "name": "example.org"}, "author": "Jane Doe, John Roe", "title": "Rain",
             "description": "It rained.", "url": "https://example.org/a", "publishedAt": "2024-05-15T10:00:00Z",
             "content": RAIN},
            id="NewsAPI",
        ),
        pytest.param(
            {"title": {"rendered": "Rain"}, "content": {"rendered": f"<p>{RAIN}</p>"}, "link": "https://example.org/a",
             "date": "2024-05-15T10:00:00", "site_name": "example.org",
             "authors": [{"name": "Jane Doe"}, {"name": "John Roe"}]},
            id="WordPress",
        ),
        pytest.param(
            {"_id": "1", "_source": {"Title": "Rain", "Body": [RAIN],
             "pubDate": {"$date": {"$numberLong": "1715767200000"}},
             "Author": [{"name": "Jane Doe"}, "John Roe"], "Publisher": "example.org", "Link": "https://example.org/a"}},
            id="Elasticsearch and MongoDB",
        ),
    ],
)  # fmt: skip
def test_records_of_scrapers_are_read_by_their_own_names(tmp_path: Path, record: dict[str, object]) -> None:
    (one,), unreadable = read(write(tmp_path, {"a.jsonl": lines(record)}))

    assert (one.title, one.text, one.author, one.publisher) == ("Rain", RAIN, "Jane Doe, John Roe", "example.org")
    assert (str(one.published)[:10], one.published_from, one.url) == ("2024-05-15", "metadata", "https://example.org/a")
    assert unreadable == {}


SHAPES = {
    "an array": json.dumps([{"text": RAIN}, {"text": "It snowed."}]),
    "an array over lines": json.dumps([{"text": RAIN}, {"text": "It snowed."}], indent=1),
    "records over lines": json.dumps({"text": RAIN}, indent=1) + "\n" + json.dumps({"text": "It snowed."}, indent=1),
    "lines": lines({"text": RAIN}, {"text": "It snowed."}),
}


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.ndjson"])
@pytest.mark.parametrize("content", SHAPES.values(), ids=SHAPES)
def test_json_in_any_shape(tmp_path: Path, name: str, content: str) -> None:
    articles, unreadable = read(write(tmp_path, {name: content}))

    assert ([article.text for article in articles], unreadable) == ([RAIN, "It snowed."], {})


def test_an_object_around_an_array_is_no_record(tmp_path: Path) -> None:
    around = json.dumps({"n": 2, "data": {"hits": [{"text": RAIN}, {"text": "It snowed."}]}})

    articles, unreadable = read(write(tmp_path, {"a.json": around}))

    assert [(a.source_id, a.text) for a in articles] == [("a.json:1", RAIN), ("a.json:2", "It snowed.")]
    assert unreadable == {}


def test_an_array_that_is_cut_off_gives_what_stands_before(tmp_path: Path) -> None:
    articles, unreadable = read(write(tmp_path, {"a.json": '[{"text": "It rained."}, {"text": "It sn'}))

    assert [article.text for article in articles] == ["It rained."]
    assert unreadable == {"a.json:2": "It is cut off: its JSON ends too early. What stands before it was read: 1."}


@pytest.mark.parametrize(
    "table",
    [
        pytest.param('id,"address\n(url)",text\n1,http://example.org/1,"It rained, and stopped."\n', id="line break"),
        pytest.param('id,"published, or updated",text\n1,x,"It rained, and stopped."\n', id="a comma in the heading"),
        pytest.param("sep=;\nid;text\n1;It rained, and stopped.\n", id="sep="),
        pytest.param("Export, of, May, 2024\n\nid\tFull text\n1\tIt rained, and stopped.\n", id="lines above"),
        pytest.param("id|headline|body\n1|Rain|It rained, and stopped.\n", id="bars"),
        pytest.param("id,text,\n1,\"It rained, and stopped.\",,\n", id="empty cells at the end"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_tables_as_spreadsheets_write_them(tmp_path: Path, table: str, encoding: str) -> None:
    articles, unreadable = read(write(tmp_path, {"a.csv": table.encode(encoding)}))

    assert ([article.text for article in articles], unreadable) == (["It rained, and stopped."], {})


def test_quotes_that_are_marked_by_a_backslash(tmp_path: Path) -> None:
    rows = ["id,text", r'1,"She said \"no\", and left."', '2,"It rained."']

    articles, unreadable = read(write(tmp_path, {"a.csv": "\n".join(rows)}))

    assert [article.text for article in articles] == ['She said "no", and left.', "It rained."]
    assert unreadable == {}


def test_a_backslash_before_a_quote_that_ends_a_cell_is_no_mark(tmp_path: Path) -> None:
    articles, unreadable = read(write(tmp_path, {"a.csv": 'id,text\n1,"It lies in C:\\"\n2,"It rained."\n'}))

    assert [article.text for article in articles] == ["It lies in C:\\", "It rained."]
    assert unreadable == {}


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        pytest.param("<p>It rained.</p><p>It snowed.</p>", "It rained.\n\nIt snowed.", id="paragraphs"),
        pytest.param("It rained.<br/>It&nbsp;snowed &amp; froze.", "It rained.\nIt snowed & froze.", id="breaks"),
        pytest.param("<p>It rained.<script>if (a<b) x()</script></p>", "It rained.", id="script"),
        pytest.param("<p>It <!-- <p>snowed --> rained.</p>", "It rained.", id="comment"),
        pytest.param("It rained: 3 < 5 > 2.", "It rained: 3 < 5 > 2.", id="no HTML"),
        pytest.param("<p>It rained.<b", "It rained.<b", id="cut off"),
    ],
)
def test_a_text_in_html_is_its_words(tmp_path: Path, piece: str, text: str) -> None:
    assert [one.text for one in read(write(tmp_path, {"a.jsonl": lines({"text": piece})}))[0]] == [text]
