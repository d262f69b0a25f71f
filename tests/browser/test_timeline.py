"""The timeline: from decades to hours, into a time and out again."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

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


def test_the_neighbours_of_a_period_are_there_in_grey_and_can_be_opened(visit: Visit):
    page = visit("/timeline?by=month&period=2024-04-01..2024-04-30&open-time=March+2024:+planned")

    expect(page.locator(TIME)).to_contain_text("What lies beside the period is grey")
    expect(page.locator(".st-key-evidence-time .d-count")).to_have_text("March 2024: planned: 1 fact")


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
