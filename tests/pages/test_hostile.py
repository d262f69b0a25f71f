"""A hostile corpus on every page: nothing of our own HTML or of what Streamlit draws of words is made by them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import fromstring

from tests.pages import snapshots
from tests.pages.conftest import Open, html

PAGES = [
    ("explore/overview", {}),
    ("explore/topics", {"part": "matrix"}),
    ("explore/topics", {"part": "map"}),
    ("explore/timeline", {}),
    ("explore/people", {"look": "names"}),
    ("explore/people", {"about": "e0"}),
    ("explore/facts", {}),
    ("explore/facts", {"shown": "table"}),
    ("explore/search", {"q": "mine"}),
    ("read/report", {}),
    ("corpus/documents", {}),
    ("corpus/quality", {}),
    ("corpus/share", {}),
]
# Elements that only the words of a report could have made.
MADE = (
    "//script | //iframe | //base | //img[contains(@src, 'evil')] | //*[@onload or @onerror]"
    " | //a[starts-with(@href, 'http://evil') or starts-with(@href, 'javascript')]"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    snapshots.hostile(folder)
    return folder


@pytest.mark.parametrize(("page", "query"), PAGES, ids=[" ".join([page, *query.values()]) for page, query in PAGES])
def test_words_of_reports_make_no_element(visit: Open, hostile: Path, page: str, query: dict[str, str]):
    app = visit(page, hostile, **query)

    assert not app.exception
    assert fromstring(html(app)).xpath(MADE) == []
