"""What a file would be read as, before it is added."""

from __future__ import annotations

from analysis.read.preview import MOST_SHOWN, PASSED_OVER, preview
from tests.read import made
from tests.read.folders import RAIN, lines


def test_a_file_is_shown_with_all_that_would_be_kept_of_it() -> None:
    found = preview(made.PAGE.encode(), "C:\\Downloads\\rain.html")

    (one,) = found.reports
    assert (found.name, found.form, found.unread, found.has_more) == ("Downloads/rain.html", "a web page", (), False)
    assert (one.title, one.author, one.publisher, one.language) == ("Rain in Baku", "Jane Doe", "Harbour Post", "en")
    assert (str(one.published)[:10], one.published_from) == ("2024-03-05", "metadata")
    assert one.first_lines.startswith("Rain in Baku\nIt rained in Baku on Monday")
    assert one.n_words == len(f"Rain in Baku {' '.join(made.PARAGRAPHS)}".split())


def test_what_of_an_archive_is_read_and_what_not() -> None:
    found = preview(made.packed({"a.txt": RAIN, "b.png": b"\x89PNG", "c.pdf": made.scanned()}), "a.zip")

    assert [one.source_id for one in found.reports] == ["a.zip/a.txt"]
    assert [one.source_id for one in found.unread] == ["a.zip/b.png", "a.zip/c.pdf"]


def test_of_a_large_file_the_first_reports_are_shown() -> None:
    found = preview(lines(*({"text": f"It rained {n} times."} for n in range(MOST_SHOWN + 1))).encode(), "a.jsonl")

    assert (len(found.reports), found.has_more) == (MOST_SHOWN, True)


def test_a_file_that_would_not_be_read_says_why() -> None:
    assert preview(b"", "a.txt").unread[0].reason == "It is empty."
    assert preview(RAIN.encode(), "README.md").unread[0].reason == PASSED_OVER
    assert (
        preview(b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "a.doc").unread[0].reason.endswith(".docx.")
    )
