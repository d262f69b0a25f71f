"""The page People and places in a real browser: networks, the map, profiles."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from pages.parts.people.questions import FIT_A_PHONE
from tests.browser.conftest import Visit, choose, settle
from tests.browser.test_journeys import CARDS
from tests.marks import long


def click_point(page: Page, chart: str, number: int, trace: int = -1) -> None:
    """Click a point of the figure as a mouse does."""
    point = page.locator(f".st-key-chart-{chart} .trace.scatter").nth(trace).locator("path.point").nth(number)
    point.click(force=True)
    settle(page)


def counted(panel: Locator) -> int:
    said = panel.locator(".d-count").inner_text()
    return int(re.findall(r": ([\d,]+) (?:claim|sentence)", said)[-1].replace(",", ""))


@pytest.mark.parametrize("look", [long("does"), long("says"), "together"])
def test_a_click_on_a_name_opens_what_it_counts(visit: Visit, look: str):
    page = visit(f"/people?look={look}")

    click_point(page, look, 0)

    panel = page.locator(f".st-key-evidence-{look}")
    expect(panel.locator(CARDS).first).to_be_visible()
    expect(panel.locator(CARDS)).to_have_count(min(counted(panel), 10))
    assert f"open-{look}=" in page.url


@pytest.mark.parametrize(
    ("look", "words"),
    [
        ("does", " to "),
        long("says", " about "),
        long("together", " with "),
    ],
    ids=["does", "says", "together"],
)
def test_a_click_on_the_middle_of_a_line_opens_what_ties_the_two(visit: Visit, look: str, words: str):
    page = visit(f"/people?look={look}")
    opened = page.locator(f".st-key-evidence-{look} .d-count")

    points = page.locator(f".st-key-chart-{look} .trace.scatter path.point:first-child")
    points.last.wait_for(timeout=20_000)
    for point in points.all():
        point.scroll_into_view_if_needed()
        box = point.bounding_box()
        if box and box["width"] > 4:  # not the start of an arrow, which has no size
            page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            settle(page)
        if opened.count() and words in opened.inner_text():
            break

    panel = page.locator(f".st-key-evidence-{look}")
    expect(panel.locator(".d-count")).to_contain_text(words)
    expect(panel.locator(CARDS)).to_have_count(min(counted(panel), 10))


@pytest.mark.long
def test_what_is_looked_at_is_in_the_address_and_back_returns_to_it(visit: Visit, server: str):
    page = visit("/people")
    page.get_by_role("radio", name="Countries").click()
    settle(page)
    expect(page.locator(".st-key-chart-country")).to_be_visible()
    expect(page.locator(".st-key-chart-does")).to_have_count(0)

    other = visit(page.url.removeprefix(server))
    page.go_back()

    expect(other.locator(".st-key-chart-country")).to_be_visible()
    expect(page.locator(".st-key-chart-does")).to_be_visible()


def test_on_a_phone_the_map_begins_where_most_facts_are(visit: Visit):
    page = visit("/people?look=countries", width=390)

    figure = page.locator(".st-key-figure-country")
    expect(figure).to_have_attribute("data-begun", "yes")
    seen = figure.evaluate("""figure => {
        const frame = figure.getBoundingClientRect()
        const boxes = [...figure.querySelectorAll("path.point")].map(point => point.getBoundingClientRect())
        const widest = boxes.reduce((one, other) => (other.width > one.width ? other : one))
        return frame.left <= widest.left && widest.right <= frame.right
    }""")
    assert seen


def test_a_country_on_the_map_opens_its_facts_and_can_be_filtered_by(visit: Visit):
    page = visit("/people?look=countries")

    click_point(page, "country", 0)

    panel = page.locator(".st-key-evidence-country")
    expect(panel.locator(".d-count")).to_contain_text("Afghanistan: ")
    number = counted(panel)
    panel.get_by_role("button", name="Only this").click()
    settle(page)
    expect(page.locator(".st-key-active-filters")).to_contain_text(f"Showing {number} of 17 claims")
    assert "country=Afghanistan" in page.url


@pytest.mark.parametrize("region", ["The whole world", long("Europe")])
def test_the_map_has_outlines_and_needs_nobody_else(visit: Visit, region: str):
    page = visit(f"/people?look=countries&region={region.replace(' ', '+')}")

    expect(page.locator(".st-key-chart-country .scatterlayer .js-fill").first).to_be_attached(timeout=20_000)


def test_the_way_from_a_point_to_its_profile_keeps_the_filters(visit: Visit):
    page = visit("/people?look=together&theme=Diplomacy&open-together=Leyla+Rahimova")

    page.locator(".st-key-evidence-together").get_by_role("link", name="Profile of Leyla Rahimova").click()
    expect(page).to_have_url(re.compile("profile-of=Leyla"))

    expect(page.get_by_role("heading", name="Leyla Rahimova", exact=True)).to_be_visible()
    assert "theme=Diplomacy" in page.url


def test_a_profile_has_names_parts_partners_and_what_is_said(visit: Visit):
    page = visit("/people?profile-of=Leyla+Rahimova")

    expect(page.get_by_text("ambassador", exact=True)).to_be_visible()
    expect(page.locator(".st-key-chart-acts-on")).to_contain_text("Karim Sadat")
    panel = page.locator(".st-key-evidence-said")
    expect(panel.locator(".d-count")).to_have_text("What Leyla Rahimova says: 1 sentence")
    expect(panel.locator(CARDS)).to_contain_text("will train")


@pytest.mark.long
def test_another_profile_is_chosen_by_keyboard(visit: Visit):
    page = visit("/people?look=profile")

    choose(page, "profile-of", "Norland")

    expect(page.get_by_role("heading", name="Norland Mining", exact=True)).to_be_visible()
    assert "profile-of=Norland+Mining" in page.url


@pytest.mark.long
def test_a_profile_of_somebody_who_is_gone_says_so(visit: Visit):
    page = visit("/people?profile-of=Nobody+Known")

    expect(page.get_by_text("Profile of: Nobody Known")).to_be_visible()


def test_names_are_searched_in_the_list(visit: Visit):
    page = visit("/people?look=names&name-search=leila")

    expect(page.get_by_text(re.compile("Leyla Rahimova is named")).first).to_be_visible()


def test_on_a_phone_the_map_keeps_its_size_and_is_reached_by_keyboard(visit: Visit):
    page = visit("/people?look=countries", width=390)
    chart = page.locator(".st-key-figure-country")

    expect(chart).to_have_attribute("tabindex", "0")

    assert chart.evaluate("one => one.scrollWidth") > 600
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.long
@pytest.mark.parametrize("look", ["does", "together"])
def test_on_a_phone_a_network_of_many_names_is_moved_sideways_and_one_of_few_fits(visit: Visit, look: str):
    page = visit(f"/people?look={look}", width=390)
    chart = page.locator(f".st-key-figure-{look}")

    n_names = chart.locator(".textpoint").count()

    assert chart.evaluate("one => one.scrollWidth > 600") == (n_names > FIT_A_PHONE)


@pytest.mark.long
@pytest.mark.parametrize("path", ["/people?profile-of=Norland+Mining", long("/search?q=mine")])
def test_the_title_of_a_narrow_chart_stands_in_one_line_and_its_buttons_beside_each_other(visit: Visit, path: str):
    page = visit(path)

    heads = page.evaluate("""() => [...document.querySelectorAll('[class*="st-key-chart-"]')].map(chart => {
        const title = chart.querySelector('.d-title')
        const button = chart.querySelector('.d-buttons > button').getBoundingClientRect()
        const choice = chart.querySelector('.d-views').getBoundingClientRect()
        const style = getComputedStyle(title)
        const height = title.offsetHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)
        return { words: title.textContent, lines: Math.round(height / parseFloat(style.lineHeight)),
          level: Math.abs(button.top + button.bottom - choice.top - choice.bottom) < 8 && button.right <= choice.left }
    })""")

    assert len(heads) > 1
    assert [head for head in heads if head["lines"] > 1 or not head["level"]] == []
