"""The page Facts in a real browser: a click on any value, groups, files, keyboard, phone."""

from __future__ import annotations

import re
from pathlib import Path

import pyarrow.parquet as pq
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, choose, settle

HEADER, ROW, CLAIM = 35, 66, 400
RECORD = ".st-key-ledger-record"


def click_cell(page: Page, number: int, x: int = CLAIM + 60) -> None:
    """Click a cell of the ledger: a row from 0, and how far from the left."""
    table = page.locator(".st-key-ledger canvas").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box
    page.mouse.click(box["x"] + x, box["y"] + HEADER + ROW * (number + 0.5))
    settle(page)


def test_a_click_on_a_value_offers_what_can_be_done_with_it(visit: Visit):
    page = visit("/facts?shown=table&theme=Mining&sort=who")

    click_cell(page, 0)

    expect(page).to_have_url(re.compile("value=status"))
    expect(page.locator(".st-key-value-bar")).to_contain_text("of these")
    expect(page.locator(RECORD)).to_contain_text("The record of the claim")
    page.locator(".st-key-value-actions").get_by_role("button", name="Hide this").click()
    expect(page).to_have_url(re.compile("not-status"))


def test_the_sentence_of_a_clicked_value_is_on_the_screen_without_scrolling(visit: Visit):
    page = visit("/facts?shown=table&theme=Mining&sort=who", width=1440)
    canvas = page.locator(".st-key-ledger canvas").first.bounding_box()
    assert canvas

    page.mouse.click(canvas["x"] + CLAIM + 60, canvas["y"] + HEADER + ROW / 2)
    settle(page)

    expect(page.locator(f"{RECORD} .d-quote").first).to_be_in_viewport(ratio=1)


def test_the_record_of_a_row_stands_beside_the_table(visit: Visit):
    page = visit("/facts?shown=table", width=1440)

    table, record = (page.locator(where).first.bounding_box() for where in (".st-key-ledger", RECORD))

    assert table
    assert record
    assert record["x"] >= table["x"] + table["width"]
    assert abs(record["y"] - table["y"]) < 120


def test_claims_are_copied_as_text_with_their_sources(visit: Visit):
    page = visit("/facts?theme=Mining&status=Planned", width=390)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Copy as text").click()

    expect(page.locator(".d-copy")).to_have_text("Copied 1")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("1. Norland Mining will build a road to the mine. [Planned · announced]\n")
    assert "Said by The Ministry of Mines, 5 March 2024. Planned for May 2024" in copied
    assert "“The Ministry of Mines said Norland Mining will build a road to the mine in May.”" in copied
    assert "Ministry signs copper contract. Kabul Courier. 4 March 2024. https://courier.example/copper" in copied
    assert re.search(r"Snapshot: snapshot-\w+\.$", copied)


def test_what_is_open_opens_from_a_link_and_goes_with_back(visit: Visit, server: str):
    page = visit("/facts?shown=table&theme=Mining&sort=who")
    click_cell(page, 0)
    expect(page.locator(RECORD)).to_be_visible()

    other = visit(page.url.removeprefix(server))
    expect(other.locator(".st-key-value-bar")).to_be_visible()
    assert other.locator(".d-record").inner_text() == page.locator(".d-record").inner_text()

    page.go_back()
    expect(page.locator(".st-key-value-bar")).to_have_count(0)


def test_a_group_and_a_value_are_chosen_by_keyboard(visit: Visit):
    page = visit("/facts?shown=table&group=theme")

    for key, wanted in (("within", "Mining"), ("fact", "1. "), ("value", "Status")):
        choose(page, key, wanted)

    expect(page.locator(".st-key-open-group")).to_contain_text("The claims of Mining")
    expect(page.locator(".st-key-value-bar")).to_be_visible()


def test_the_parquet_file_says_what_was_selected(visit: Visit):
    page = visit("/facts?theme=Mining&not-status=Done")

    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile(r"Download \d claims \(Parquet\)")).click()
    table = pq.read_table(Path(download.value.path()))

    assert set(table["theme"].to_pylist()) == {"mining"}
    assert table.schema.metadata[b"filters"] == b"Mining; not Done; claims alone"
    assert b"snapshot-" in table.schema.metadata[b"snapshot"]
