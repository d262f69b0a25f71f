"""A snapshot that is damaged while a page of it is open: the page says so, where the damage was met."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from analysis.duck import FILE
from pages.parts.data import DAMAGED
from tests.browser.conftest import Visit, open_mark, serve
from tests.pages import snapshots

HEADS = 12288  # bytes of a DuckDB file before its first block


def test_a_damage_that_a_click_meets_is_said_beside_the_chart(visit: Visit, tmp_path: Path):
    tables = snapshots.small(tmp_path).folder / FILE
    with serve(tmp_path) as address:
        page = visit("/topics", base=address)
        with tables.open("r+b") as file:
            file.seek(HEADS)
            file.write(bytes(tables.stat().st_size - HEADS))

        open_mark(page, "terms-mining")  # where a term stands, which no page before has read

        alert = page.get_by_test_id("stMain").get_by_test_id("stAlert")
        expect(alert).to_have_text(DAMAGED)
        expect(page.locator(".st-key-chart-terms-mining")).to_be_visible()
        assert page.get_by_test_id("stException").count() == 0
