"""The timeline: from decades to hours, into a time and out again."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit, settle

TIME = ".st-key-chart-time"


def choose_time(page: Page, words: str) -> None:
    """Choose a time to zoom to by keyboard."""
    box = page.locator(".st-key-zoom-to input").last
    box.focus()
    box.fill(words)
    page.keyboard.press("Enter")
    settle(page)


def test_zooming_in_narrows_the_period_of_the_link_and_out_widens_it(visit: Visit):
    page = visit("/timeline?by=year")

    choose_time(page, "2024")
    expect(page).to_have_url(re.compile(r"period=2024-01-01\.\.2024-12-31"))
    assert "by=" not in page.url
    choose_time(page, "March 2024")
    expect(page).to_have_url(re.compile(r"period=2024-03-01\.\.2024-03-31"))
    page.get_by_role("button", name="Zoom out").click()

    expect(page).to_have_url(re.compile(r"period=2024-01-01\.\.2024-12-31"))


@pytest.mark.long
def test_the_neighbours_of_a_period_are_there_in_grey_and_can_be_opened(visit: Visit):
    page = visit("/timeline?by=month&period=2024-04-01..2024-04-30&open-time=March+2024:+planned")

    expect(page.locator(TIME)).to_contain_text("What lies beside the chosen time is grey")
    expect(page.locator(".st-key-evidence-time .d-count")).to_have_text("March 2024: planned: 1 claim")


@pytest.mark.long
def test_lanes_are_of_themes_persons_or_publishers_and_the_link_says_which(visit: Visit):
    page = visit("/timeline")

    page.locator(".st-key-lanes button").get_by_text("Publisher").click()
    settle(page)

    expect(page).to_have_url(re.compile("lanes=publisher"))
    expect(page.locator(".st-key-chart-single")).to_contain_text("Northern Wire")


def test_a_sign_between_event_and_report_opens_its_sentence(visit: Visit):
    page = visit("/timeline")

    page.locator(".st-key-chart-reported .points path.point").first.click(force=True)
    settle(page)

    expect(page.locator(".st-key-evidence-reported .d-card")).to_have_count(1)


PLOT = ".st-key-figure-time .nsewdrag"


def drag(page: Page, start: float, end: float) -> None:
    """Press the mouse on the columns, and move it; shares of their width."""
    page.locator(PLOT).scroll_into_view_if_needed()
    box = page.locator(PLOT).bounding_box()
    assert box
    height = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * start, height)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * end, height + 20, steps=5)


def test_a_drag_over_the_columns_makes_their_time_the_period(visit: Visit):
    page = visit("/timeline?by=month")
    expect(page.locator(PLOT)).to_be_visible()

    drag(page, 0.35, 0.6)
    expect(page.locator(".st-key-brush .words")).to_have_text(
        re.compile(r"^\w+ 20\d\d to \w+ 20\d\d: \d+ or more claims?$")
    )
    page.mouse.up()
    settle(page)

    expect(page).to_have_url(re.compile(r"period=20\d\d-\d\d-01\.\.20\d\d-\d\d-(28|29|30|31)"))
    expect(page.locator(".st-key-active-filters")).to_be_visible()
    expect(page.locator(".st-key-brush .area")).to_be_hidden()


def test_a_drag_that_is_broken_off_chooses_nothing(visit: Visit):
    page = visit("/timeline?by=month")
    expect(page.locator(PLOT)).to_be_visible()

    drag(page, 0.35, 0.6)
    page.keyboard.press("Escape")
    page.mouse.up()
    settle(page)

    assert "period=" not in page.url


def test_a_click_on_a_column_opens_its_sentences(visit: Visit):
    page = visit("/timeline?by=month")

    page.locator(".st-key-figure-time .points path").first.click(force=True)
    settle(page)

    assert "open-time=" in page.url
    assert "period=" not in page.url
    expect(page.locator(".st-key-evidence-time .d-card").first).to_be_visible()


def test_a_finger_on_the_columns_scrolls_the_page_and_a_tap_opens_one(browser: Browser, server: str):
    with browser.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True, locale="en-GB"
    ) as context:
        page = context.new_page()
        page.goto(f"{server}/timeline?by=month")
        settle(page)
        column = page.locator(".st-key-figure-time .points path").first
        column.scroll_into_view_if_needed()

        swipe(page, up=200)

        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") > 100
        assert "period=" not in page.url
        column.scroll_into_view_if_needed()
        column.tap(force=True)
        settle(page)
        expect(page).to_have_url(re.compile("open-time="))


def swipe(page: Page, up: int) -> None:
    """Move a finger up from the lower part of the columns."""
    box = page.locator(PLOT).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] - 10
    session = page.context.new_cdp_session(page)
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 11):
        point = {"x": x, "y": y - up * step / 10}
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(500)
