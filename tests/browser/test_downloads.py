"""A chart saved as a picture or as a table says what it is of."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit, settle
from tests.marks import long

FILTERED = "/?theme=Mining&not-status=Denied"
FILTERS = "Mining; not Denied; claims alone"


def saved(page: Page, chart: str, kind: str) -> Path:
    """The file that the menu of a chart gives."""
    tools = page.locator(f".st-key-tools-{chart}")
    tools.get_by_role("button", name="Save this chart or its table").click()
    with page.expect_download() as download:
        tools.get_by_role("button", name=kind, exact=True).click()
    settle(page)
    return Path(download.value.path())


def test_a_picture_has_its_title_its_numbers_its_font_and_its_filters(visit: Visit):
    picture = saved(visit(FILTERED), "status", "SVG drawing").read_text(encoding="utf-8")

    assert picture.startswith("<svg")
    for words in ("Done, planned or denied", f"Filters: {FILTERS}", "Snapshot: snapshot-", ">Done</text>"):
        assert words in picture
    assert "@font-face" in picture
    assert "url(http" not in picture


def test_a_picture_that_no_longer_can_be_changed_is_a_png(visit: Visit):
    assert saved(visit(FILTERED), "status", "PNG picture").read_bytes().startswith(b"\x89PNG")


def test_the_same_is_saved_again_when_it_is_asked_for_again(visit: Visit):
    page = visit("/")

    first, second = (saved(page, "theme", "PNG picture") for _ in range(2))

    assert first != second


def test_a_table_has_its_rows_and_its_filters(visit: Visit):
    page = visit(FILTERED)
    shown = pd.read_csv(saved(page, "status", "CSV table"))
    parquet = pq.read_table(saved(page, "status", "Parquet table"))

    assert shown["Status"].tolist() == parquet["Status"].to_pylist()
    assert set(shown["filters"]) == {FILTERS}
    assert parquet.schema.metadata[b"filters"] == FILTERS.encode()


@pytest.mark.parametrize(("path", "rows"), [("/", "claims alone"), long("/?details=1", "with details")])
def test_a_table_without_filters_says_so_and_which_rows_it_counts(visit: Visit, path: str, rows: str):
    shown = pd.read_csv(saved(visit(path), "status", "CSV table"))

    assert set(shown["filters"]) == {f"none: every report; {rows}"}


@pytest.mark.parametrize("kind", ["CSV table", long("PNG picture")])
def test_names_of_a_report_are_no_formula_and_no_tag_in_a_file(visit: Visit, kind: str):
    path = saved(visit("/"), "publisher", kind)

    if kind == "CSV table":
        assert "'=1+1" in path.read_text(encoding="utf-8-sig")
    else:
        assert path.stat().st_size > 1000
