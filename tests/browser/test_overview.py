"""The front page: what is in here, and the way from each number to its rows."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, number_of_bar, settle, tick
from tests.marks import long


@pytest.mark.parametrize(
    ("figure", "title", "query"),
    [
        long("Reports", "Report", ""),
        long("with a day", "Facts", "dated=yes"),
        ("with a speaker", "Facts", "not-said_by="),
    ],
)
def test_a_figure_is_a_way_to_its_rows(visit: Visit, figure: str, title: str, query: str):
    page = visit("/?theme=Mining")

    page.locator(".d-figures").get_by_role("link", name=figure).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    settle(page)

    assert "theme=Mining" in page.url
    assert query in page.url


def test_a_figure_opens_as_many_facts_as_it_says(visit: Visit):
    page = visit("/")
    dated = page.locator(".d-figures").get_by_role("link", name="with a day")
    number = int(re.findall(r"\d+", dated.inner_text())[-1])

    dated.click()
    settle(page)

    expect(page.locator(".st-key-active-filters")).to_contain_text(f"Showing {number} of")


def test_the_first_filter_moves_nothing(visit: Visit):
    page = visit("/", width=1440)
    first = page.locator(".d-lead").bounding_box()

    tick(page, "Mining")
    expect(page.locator(".st-key-active-filters")).to_contain_text("Mining")

    now = page.locator(".d-lead").bounding_box()
    assert first
    assert now
    assert abs(now["y"] - first["y"]) <= 1


def test_a_question_opens_as_many_facts_as_it_says(visit: Visit):
    page = visit("/?theme=Mining")
    question = page.locator(".d-questions").get_by_role("link", name="Who plans what?")
    number = int(re.findall(r"\d+", question.inner_text())[-1])

    question.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Facts")
    settle(page)

    expect(page.locator(".st-key-active-filters")).to_contain_text(f"Showing {number} of")
    assert "theme=Mining" in page.url
    assert "plan=Announced&plan=Intended" in page.url


def test_a_headline_opens_its_report(visit: Visit):
    page = visit("/")
    headline = page.locator(".st-key-newest").get_by_role("link").first

    headline.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Report")
    settle(page)
    assert "doc=" in page.url


def test_what_a_filter_takes_away_stays_in_grey_and_opens(visit: Visit):
    page = visit("/?theme=Mining&open-theme=Aid")
    panel = page.locator(".st-key-evidence-theme")

    expect(page.locator(".st-key-chart-theme")).to_contain_text("What the filters take away is grey")
    number = int(re.findall(r"Aid: (\d+)", panel.locator(".d-count").inner_text())[0])
    assert number > 0
    expect(panel.locator(".d-card")).to_have_count(min(number, 10))

    panel.get_by_role("button", name="Only this").click()
    expect(page).to_have_url(re.compile(r"theme=Aid(?!.*theme=Mining)"))


def test_a_column_of_a_theme_opens_its_month(visit: Visit):
    page = visit("/")
    assert number_of_bar(page, "theme", 0)

    page.locator(".st-key-chart-lanes-theme .bars .point path").first.click(force=True)
    settle(page)

    expect(page.locator(".st-key-evidence-lanes-theme .d-count")).to_contain_text("claim")
