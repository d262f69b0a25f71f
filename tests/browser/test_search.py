"""Searching in a real browser: from words to a report, by mouse and by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import serious
from tests.browser.conftest import Visit, choose, settle
from tests.marks import long

LINES = ".d-line"
# The left ends of what each line was aligned on, in pixels.
HITS = "() => [...document.querySelectorAll('.d-rest')].map(e => Math.round(e.getBoundingClientRect().left))"
WIDE = """() => [...document.querySelectorAll('[data-testid=stMain] .d-lines *, [data-testid=stMain] .d-help *')]
  .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > 391).map(e => e.className).slice(0, 5)"""


def ask(page: Page, query: str) -> None:
    """Type a query and send it."""
    page.get_by_label("Words to look for").fill(query)
    page.keyboard.press("Enter")
    settle(page)


def test_from_words_to_the_report(visit: Visit):
    page = visit("/search?theme=Mining")
    ask(page, '"copper mine" OR road')
    count = page.locator(LINES).count()

    expect(page.get_by_role("status").filter(has_text=re.compile(f"^{count} hits in"))).to_be_visible()
    line = page.locator(LINES).first
    line.locator("summary").click()
    line.get_by_role("link", name="Open in the report").click()
    settle(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Report")
    assert "theme=Mining" in page.url
    assert "sentence=" in page.url


def test_what_was_found_stands_below_each_other(visit: Visit):
    page = visit("/search?q=the")
    places = page.evaluate(HITS)

    assert len(places) > 5
    assert len(set(places)) == 1


def test_a_query_is_in_the_address_and_back_takes_it_away(visit: Visit):
    page = visit("/search")
    ask(page, "mine*")
    assert "q=mine" in page.url
    ask(page, "school")
    page.go_back()
    settle(page)

    expect(page.get_by_label("Words to look for")).to_have_value("mine*")
    expect(page.locator(LINES).first).to_contain_text("mine")


def test_by_keyboard_alone(visit: Visit):
    page = visit("/search")
    page.get_by_label("Words to look for").focus()
    page.keyboard.type("embassy")
    page.keyboard.press("Enter")
    settle(page)
    summary = page.locator(f"{LINES} summary").first
    summary.focus()
    page.keyboard.press("Enter")

    expect(page.locator(LINES).first.get_by_role("link", name="Open in the report")).to_be_visible()


def test_a_bar_opens_as_many_sentences_as_it_says(visit: Visit):
    page = visit("/search?q=mine&open-found-theme=Mining")

    said = page.locator(".st-key-evidence-found-theme .d-count").inner_text()
    assert said == f"Mining: {page.locator('.st-key-evidence-found-theme .d-quote').count()} sentences"


@pytest.mark.long
def test_only_these_filters_the_other_pages(visit: Visit):
    page = visit("/search?q=school")
    page.get_by_role("button", name="Only these").click()
    settle(page)
    page.get_by_role("link", name="Facts").click()
    settle(page)

    assert "words=school" in page.url
    expect(page.locator(".st-key-active-filters")).to_contain_text("school")


@pytest.mark.long
def test_a_list_of_queries_opens_one(visit: Visit):
    page = visit("/search")
    page.get_by_text("Many queries at once").click()
    page.locator("[class*=st-key-queries-file] input[type=file]").set_input_files(
        {"name": "list.txt", "mimeType": "text/plain", "buffer": b"mine\nschool\n"}
    )
    page.locator(".st-key-queries-table").wait_for()
    settle(page)
    choose(page, "queries-choice", "school")
    page.get_by_role("button", name="Show its sentences").click()
    settle(page)

    expect(page.get_by_label("Words to look for")).to_have_value("school")


@pytest.mark.long
@pytest.mark.parametrize(("look", "width"), [("light", 1280), long("dark", 390)])
def test_a_kept_list_is_renamed_and_deleted_by_keyboard(visit: Visit, look: str, width: int):
    page = visit("/search?q=mine", look=look, width=width)
    page.get_by_text("Many queries at once").click()
    queries = "\n".join(f"mine OR {look}{number:04}" for number in range(150))
    page.locator("[class*=st-key-queries-file] input[type=file]").set_input_files(
        {"name": f"{look}.txt", "mimeType": "text/plain", "buffer": queries.encode()}
    )
    page.locator(".st-key-queries-table").wait_for()
    settle(page)

    page.get_by_role("button", name="Rename or delete").focus()
    page.keyboard.press("Enter")
    name = page.get_by_label("Name of the list")
    expect(name).to_have_value(look)
    assert serious(page) == []
    name.fill("Mines & roads")
    page.keyboard.press("Enter")
    settle(page)
    delete = page.get_by_role("button", name="Delete Mines & roads")
    box = delete.bounding_box()
    assert box
    assert box["x"] + box["width"] <= width
    delete.focus()
    page.keyboard.press("Enter")
    settle(page)

    expect(page.locator(".st-key-queries-table")).to_have_count(0)
    expect(page.get_by_text("Deleted: Mines & roads")).to_be_visible()
    assert "kept-list" not in page.url


@pytest.mark.long
def test_at_390_pixels_nothing_reaches_beyond_the_screen(visit: Visit):
    assert visit("/search", width=390).evaluate(WIDE) == []
    assert visit("/search?q=the", width=390).evaluate(WIDE) == []
