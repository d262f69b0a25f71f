"""The page Topics in a real browser: each question, its settings in the address, clicks that open sentences."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, open_mark, settle


def press(page: Page, group: str, label: str) -> None:
    """Choose in a segmented control by its key."""
    page.locator(f".st-key-{group}").get_by_role("radio", name=label, exact=True).click(force=True)
    settle(page)


def click_point(page: Page, chart: str, number: int) -> str:
    """Click a point of a scatter; the text that stands in it."""
    points = page.locator(f".st-key-chart-{chart} .scatterlayer .point")
    words = page.locator(f".st-key-chart-{chart} .scatterlayer .textpoint text")
    text = (words.nth(number).text_content() or "") if words.count() else ""
    box = points.nth(number).bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(150)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    settle(page)
    return text


def test_a_square_of_the_matrix_opens_as_many_sentences_as_it_says(visit: Visit):
    page = visit("/topics?part=matrix")
    page.locator(".st-key-chart-matrix-publisher .scatterlayer .point").first.wait_for()

    number = click_point(page, "matrix-publisher", 0)

    evidence = page.locator(".st-key-evidence-matrix-publisher")
    expect(evidence).to_be_visible()
    expect(evidence.locator(".d-count")).to_contain_text(f": {number} sentence")
    assert "open-matrix-publisher=" in page.url


@pytest.mark.long
def test_the_question_and_its_settings_are_in_the_address_and_back_takes_them_back(visit: Visit):
    page = visit("/topics")

    press(page, "part", "Where themes stand")
    press(page, "by", "Person")

    assert "part=matrix" in page.url
    assert "by=person" in page.url
    expect(page.get_by_role("heading", name="Themes by person")).to_be_visible()
    page.go_back()
    settle(page)
    expect(page.get_by_role("heading", name="Themes by publisher")).to_be_visible()


def test_the_slider_is_in_the_address_and_moves_by_keyboard(visit: Visit):
    page = visit("/topics")

    page.locator(".st-key-balance").get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    settle(page)

    assert "lambda=0.5" in page.url
    expect(page.locator(".st-key-balance")).to_contain_text("λ = 0.5")


@pytest.mark.long
def test_a_term_from_its_lines_to_the_report(visit: Visit):
    page = visit("/topics?part=rise&word=mine")
    line = page.locator(".st-key-lines .d-line").first

    line.locator("summary").click()
    line.get_by_role("link", name="Open in the report").click()
    settle(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Report")


def test_two_sides_from_a_filter_to_a_sentence(visit: Visit):
    page = visit("/topics?part=compare&theme=Mining&against=theme&against-theme=Education")

    expect(page.get_by_role("heading", name="Mining", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Education", exact=True)).to_be_visible()
    open_mark(page, "side-right")
    expect(page.locator(".st-key-evidence-side-right .d-card").first).to_be_visible()


def test_a_point_of_the_map_leads_to_its_report(visit: Visit):
    page = visit("/topics?part=map")
    page.locator(".st-key-chart-map .scatterlayer .point").first.wait_for()

    click_point(page, "map", 0)
    page.get_by_role("link", name="Read the report").click()
    settle(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Report")
    assert "doc=" in page.url


def test_few_reports_are_told_that_they_have_no_topics(visit: Visit):
    page = visit("/topics?part=found")

    expect(page.get_by_text("too few to find topics honestly")).to_be_visible()
