"""Very long titles and control characters in a real browser: pages stay readable, and pictures can be saved."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from tests.browser.conftest import PAGES, Visit, serve
from tests.browser.test_downloads import saved
from tests.marks import long_but
from tests.pages import snapshots

QUICK = ("", "report", "documents")  # AppTest sees them all
HIGHEST = 12_000  # pixels; the nine reports with ordinary titles take up to 5,000


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("odd")
    snapshots.odd(folder)
    with serve(folder) as address:
        yield address


@pytest.mark.parametrize("path", long_but(QUICK, PAGES))
def test_a_page_with_a_title_of_990_000_characters_is_no_higher_than_others(visit: Visit, odd: str, path: str):
    page = visit(f"/{path}?q=mine" if path == "search" else f"/{path}", base=odd)

    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollHeight") < HIGHEST
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth + 1")


@pytest.mark.long
def test_a_chart_of_names_with_control_characters_is_saved(visit: Visit, odd: str):
    page = visit("/", base=odd)

    picture = saved(page, "publisher", "SVG drawing").read_text(encoding="utf-8")
    ElementTree.fromstring(picture)
    assert "\u241b[2J" in picture
    assert saved(page, "publisher", "PNG picture").read_bytes().startswith(b"\x89PNG")
