"""The journeys of a reader, on the seeds and on two thousand reports; on the nine reports other files go most of them.

Each walk reads from the page what it clicks, so it goes on any snapshot: set DOSSIER_WALK to a folder of snapshots to
walk on your own. Without it the two thousand reports are made from a few.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from analysis.pipeline import Settings, build
from tests.browser.conftest import ROOT, Visit, close_filters, number_of_bar, open_mark, panel, serve, settle
from tests.marks import long
from tests.pages import snapshots

LARGE = "two thousand reports"
COPIES = 220  # of nine reports


@pytest.fixture(scope="module", params=[long(LARGE), "seeds"])
def corpus(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server on a corpus."""
    folder = tmp_path_factory.mktemp("walk")
    if request.param == "seeds":
        build([ROOT / "seeds"], folder, Settings())
    elif own := os.environ.get("DOSSIER_WALK"):
        folder = Path(own)
    else:
        snapshots.large(folder, COPIES)
    with serve(folder) as address:
        yield address


def showing(page: Page) -> tuple[int, int]:
    """How many claims of how many the filters let through."""
    said = page.get_by_text(re.compile(r"Showing [\d,]+ of [\d,]+ claim")).first.inner_text()
    shown, total = re.findall(r"[\d,]+", said)[:2]
    return int(shown.replace(",", "")), int(total.replace(",", ""))


def first_theme(page: Page) -> tuple[str, Locator]:
    """The first theme of the filters and its row."""
    row = panel(page).locator("[data-field=theme] li").first
    return row.locator(".name").inner_text(), row


def opened(page: Page, chart: str) -> Locator:
    """The sentences behind what is open in a chart."""
    return page.locator(f".st-key-evidence-{chart}")


@pytest.mark.parametrize(
    ("width", "look"),
    [
        (1280, "light"),
        long(1280, "dark"),
        long(390, "light"),
    ],
)
def test_from_a_bar_to_the_sentence_and_on_to_the_report(visit: Visit, corpus: str, width: int, look: str):
    page = visit("/", base=corpus, width=width, look=look)
    number = number_of_bar(page, "theme", 0)

    page.locator(".st-key-chart-theme .bars .point path").first.click(force=True)
    settle(page)
    expect(opened(page, "theme").locator(".d-count")).to_contain_text(f"{number:,} claim")
    expect(opened(page, "theme").locator(".d-card")).to_have_count(min(number, 10))
    sentence = opened(page, "theme").locator(".d-quote").first.inner_text()

    opened(page, "theme").get_by_role("link", name="Open in the report").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Report")
    settle(page)
    expect(page.locator(".d-text mark.d-chosen").first).to_be_visible()
    assert page.locator(".d-card .d-quote").first.inner_text() == sentence


@pytest.mark.long
def test_what_is_hidden_is_in_no_number_and_back_shows_it_again(visit: Visit, corpus: str):
    page = visit("/", base=corpus)
    name, row = first_theme(page)
    number = int(row.locator(".n").inner_text().replace(",", ""))

    row.get_by_role("button", name=f"Hide {name}", exact=True).click()
    settle(page)
    shown, total = showing(page)
    assert shown == total - number

    page.go_back()
    settle(page)
    expect(page.get_by_text(re.compile("Showing "))).to_have_count(0)
    page.go_forward()
    settle(page)
    assert showing(page) == (shown, total)


@pytest.mark.long
def test_a_link_shows_the_same_in_a_second_browser(visit: Visit, corpus: str):
    page = visit("/", base=corpus)
    first_theme(page)[1].get_by_role("checkbox").click()
    settle(page)
    close_filters(page)
    page.locator(".st-key-chart-status .bars .point path").first.click(force=True)
    settle(page)

    other = visit(page.url.removeprefix(corpus), base=corpus)

    assert showing(other) == showing(page)
    assert opened(other, "status").locator(".d-count").inner_text() == (
        opened(page, "status").locator(".d-count").inner_text()
    )


@pytest.mark.long
def test_a_saved_view_opens_in_a_second_browser(visit: Visit, corpus: str):
    page = visit("/", base=corpus)
    first_theme(page)[1].get_by_role("checkbox").click()
    settle(page)
    panel(page).locator("summary", has_text="Saved views").click()
    settle(page)
    panel(page).get_by_label("Name of this view").fill("The first theme")
    page.keyboard.press("Enter")
    settle(page)

    other = visit("/facts", base=corpus)
    panel(other).locator("summary", has_text="Saved views").click()
    settle(other)
    panel(other).get_by_role("link", name="The first theme").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Overview")
    settle(other)

    assert showing(other) == showing(page)


@pytest.mark.long
def test_from_words_to_the_report(visit: Visit, corpus: str):
    page = visit("/search", base=corpus)
    page.get_by_label("Words to look for").fill("the")
    page.keyboard.press("Enter")
    settle(page)

    line = page.locator(".d-line").first
    line.locator("summary").click()
    line.get_by_role("link", name="Open in the report").click()
    settle(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Report")
    expect(page.locator(".d-text").last).to_be_visible()


def test_with_the_keyboard_alone_from_a_filter_to_the_sentence(visit: Visit, corpus: str):
    page = visit("/", base=corpus)
    first_theme(page)[1].get_by_role("checkbox").focus()
    page.keyboard.press("Space")
    settle(page)
    assert showing(page)[0] <= showing(page)[1]
    page.keyboard.press("Escape")

    open_mark(page, "status")
    link = opened(page, "status").get_by_role("link", name="Open in the report").first
    link.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Report")
    settle(page)
    expect(page.locator(".d-text mark.d-chosen").first).to_be_visible()


@pytest.mark.long
def test_only_this_and_hide_this_take_what_is_open(visit: Visit, corpus: str):
    page = visit("/", base=corpus)
    number = number_of_bar(page, "status", 0)
    page.locator(".st-key-chart-status .bars .point path").first.click(force=True)
    settle(page)

    opened(page, "status").get_by_role("button", name="Only this").first.click()
    settle(page)
    shown, total = showing(page)
    assert shown == number

    opened(page, "status").get_by_role("button", name="Hide this").first.click()
    settle(page)
    assert showing(page) == (total - number, total)


@pytest.mark.long
def test_two_sides_are_compared_down_to_the_sentences(visit: Visit, corpus: str):
    page = visit("/", base=corpus)
    name, row = first_theme(page)
    row.get_by_role("checkbox").click()
    settle(page)
    page.locator(".d-menu").get_by_role("link", name="Topics").click()
    settle(page)
    close_filters(page)
    page.get_by_role("radio", name="Compare two sides").click()
    settle(page)
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()

    open_mark(page, "side-left")
    expect(opened(page, "side-left").locator(".d-card").first).to_be_visible()


def test_a_long_list_of_a_chart_is_searched_and_closed_by_keyboard(visit: Visit, corpus: str):
    page = visit("/people?look=names", base=corpus)
    tools = page.locator(".st-key-tools-named")
    way, search = tools.locator(".d-open"), tools.get_by_label("Search in the list")
    way.press("Enter")
    names = tools.locator(".d-drop li:visible span:first-child").all_inner_texts()

    search.fill(names[-1].upper())
    assert len(names) > tools.locator(".d-drop li:visible").count() > 0
    search.press("Escape")
    expect(tools.locator(".d-drop")).to_have_count(0)
    expect(way).to_be_focused()

    way.press("Enter")
    search.fill(names[-1])
    search.press("Enter")
    settle(page)
    expect(opened(page, "named").locator(".d-card").first).to_be_visible()
    expect(way).to_be_focused()


@pytest.mark.parametrize("corpus", ["seeds"], indirect=True)
def test_the_overview_of_three_reports_fits_two_screens(visit: Visit, corpus: str):
    page = visit("/", base=corpus, width=1440)

    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight") <= 1800
    foot = page.evaluate("document.querySelector('.st-key-frame').getBoundingClientRect().bottom")
    assert foot < 140  # where the content begins
