"""What people do with the dashboard, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PAGES, Visit, choose, chosen, number_of_bar, open_mark, serve, settle, tick
from tests.marks import long_but
from tests.pages import snapshots

CARDS = ".d-card"
QUICK = ("people",)  # to be opened on a server that has shown nothing yet


@pytest.mark.parametrize("name", long_but(QUICK, PAGES))
def test_a_cold_link_on_a_fresh_server_shows_its_page(visit: Visit, small: Path, name: str):
    with serve(small) as address:
        page = visit(f"/{name}?theme=Mining", base=address)

        expect(page.get_by_role("heading", level=1)).to_have_text(PAGES[name])
        expect(page.get_by_text("Page not found")).to_have_count(0)
        expect(page.get_by_test_id("stException")).to_have_count(0)
        assert chosen(page, "theme") == ["Mining"]


def test_a_filter_is_in_the_address_and_the_address_opens_the_same_view_elsewhere(visit: Visit, server: str):
    page = visit("/")
    tick(page, "Mining")
    tick(page, "Denied")
    address = page.url

    other = visit(address.removeprefix(server))

    assert "theme=Mining" in address
    assert "status=Denied" in address
    assert (chosen(other, "theme"), chosen(other, "status")) == (["Mining"], ["Denied"])
    assert other.locator(".d-lead").inner_text() == page.locator(".d-lead").inner_text()
    expect(other.get_by_text("Showing 1 of 17 claims:")).to_be_visible()


@pytest.mark.long
def test_filters_go_along_from_page_to_page_and_survive_a_reload(visit: Visit):
    page = visit("/?theme=Mining&words=mine&period=2024-01-01..2024-12-31")
    for title in list(PAGES.values())[1:]:
        page.locator(".d-menu").get_by_role("link", name=title).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        settle(page)
        assert "theme=Mining" in page.url
        assert "words=mine" in page.url
        assert "period=2024-01-01..2024-12-31" in page.url

    page.reload()
    settle(page)

    assert chosen(page, "theme") == ["Mining"]


@pytest.mark.long
def test_filters_go_along_though_the_page_is_left_before_it_is_drawn(visit: Visit):
    page = visit("/")
    page.goto(f"{page.url}?theme=Mining&words=mine&period=2024-01-01..2024-12-31", wait_until="commit")
    for title in ("Topics", "Timeline", "Facts"):
        page.locator(".d-menu").get_by_role("link", name=title).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)

    expect(page).to_have_url(re.compile("period=2024-01-01"))

    settle(page)
    assert chosen(page, "theme") == ["Mining"]
    expect(page.locator(".st-key-active-filters")).to_contain_text("1 January to 31 December 2024")


def test_a_click_on_a_bar_opens_as_many_sentences_as_it_says(visit: Visit):
    page = visit("/")
    number = number_of_bar(page, "theme", 0)

    page.locator(".st-key-chart-theme .bars .point path").first.click(force=True)
    panel = page.locator(".st-key-evidence-theme")

    expect(panel.locator(".d-count")).to_have_text(f"Mining: {number} claims")
    expect(panel.locator(CARDS)).to_have_count(number)
    assert "open-theme=Mining" in page.url


@pytest.mark.long
def test_the_keyboard_opens_what_a_click_opens(visit: Visit):
    page = visit("/people?look=together")

    open_mark(page, "together", "Azerbaijan with Leyla")

    panel = page.locator(".st-key-evidence-together")
    expect(panel.locator(".d-count")).to_have_text("Azerbaijan with Leyla Rahimova: 2 sentences")
    expect(panel.locator(CARDS)).to_have_count(2)


def test_a_column_of_the_timeline_opens_its_month_and_status(visit: Visit):
    page = visit("/timeline")

    page.locator(".st-key-chart-time .trace.bars").nth(1).locator(".point path").nth(2).click(force=True)

    expect(page.locator(".st-key-evidence-time .d-count")).to_have_text("March 2024: planned: 1 claim")


def test_the_way_from_a_sentence_to_the_report_keeps_the_filters_and_marks_the_fact(visit: Visit):
    page = visit("/?theme=Mining&open-theme=Mining&words=closed")
    sentence = page.locator(f".st-key-evidence-theme {CARDS} .d-quote").inner_text()

    page.locator(".st-key-evidence-theme").get_by_role("link", name="Open in the report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Report")
    settle(page)

    assert "theme=Mining" in page.url
    assert "words=closed" in page.url
    expect(page.locator(".d-text mark.d-chosen").first).to_be_visible()
    assert page.locator(".d-card .d-quote").inner_text() == sentence
    expect(page.get_by_role("rowheader", name="Who says so")).to_be_visible()


def test_a_verb_in_the_text_opens_the_record_of_its_fact(visit: Visit):
    page = visit("/report?doc=doc01&theme=Mining")

    page.locator(".d-text a.d-link", has_text="publish").click()
    settle(page)

    expect(page.locator(".d-record")).to_contain_text("the contract")
    expect(page.locator(".d-record")).to_contain_text("Requested")
    assert chosen(page, "theme") == ["Mining"]


def test_a_chosen_fact_is_in_the_address(visit: Visit, server: str):
    page = visit("/report?doc=doc01")

    choose(page, "fact-choice", "Workers")
    expect(page).to_have_url(re.compile("fact=doc01-f"))
    other = visit(page.url.removeprefix(server))

    expect(other.locator(".d-record")).to_contain_text("blocked")


def test_back_returns_to_the_page_before_with_its_filters(visit: Visit):
    page = visit("/topics?theme=Mining")
    page.locator(".d-menu").get_by_role("link", name="Facts").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Facts")
    settle(page)

    page.go_back()

    expect(page.get_by_role("heading", level=1)).to_have_text("Topics")
    settle(page)
    assert chosen(page, "theme") == ["Mining"]


@pytest.mark.long
def test_a_chip_is_taken_away_with_one_click(visit: Visit):
    page = visit("/?theme=Mining&theme=Aid")

    page.locator(".st-key-active-filters").get_by_role("button", name="Mining").click()
    settle(page)

    assert chosen(page, "theme") == ["Aid"]
    assert "Mining" not in page.url


@pytest.mark.long
def test_a_chart_has_a_table(visit: Visit):
    page = visit("/")

    page.locator(".st-key-chart-theme").get_by_text("Table", exact=True).click()
    settle(page)

    expect(page.locator(".st-key-chart-theme").get_by_test_id("stDataFrame")).to_be_visible()
    expect(page.locator(".st-key-chart-theme").get_by_test_id("stPlotlyChart")).to_have_count(0)


def test_the_file_has_the_facts_of_the_filters(visit: Visit):
    page = visit("/facts?theme=Mining")

    with page.expect_download() as download:
        page.get_by_role("button", name="Download 6 claims (CSV)").click()
    lines = Path(download.value.path()).read_text(encoding="utf-8-sig").strip().splitlines()

    assert len(lines) == 7
    assert lines[0].startswith("fact_id,claim,actor,action,target")


def test_text_that_means_no_good_is_shown_as_text(visit: Visit):
    page = visit("/report?doc=doc08&marks=Facts&marks=Names&marks=Who+says+so")

    assert page.title() == "Report · Dossier"
    expect(page.locator(".d-text").last).to_contain_text('<script>document.title="owned"</script> **bold** $x^2$')


@pytest.mark.long
def test_a_new_snapshot_is_shown_without_a_restart(visit: Visit, tmp_path: Path):
    snapshots.empty(tmp_path)
    with serve(tmp_path) as address:
        page = visit("/", base=address)
        expect(page.locator(".d-lead")).to_have_text("1 report holds 0 claims.")

        snapshots.small(tmp_path)
        page.reload()
        settle(page)

        expect(page.locator(".d-lead")).to_contain_text("9 reports from 4 publishers")
        tick(page, "Mining")
        expect(page.get_by_text("Showing 6 of 17 claims:")).to_be_visible()


@pytest.mark.long
def test_on_a_phone_the_filters_go_along_though_the_sidebar_is_closed(visit: Visit):
    page = visit("/?theme=Mining&words=closed&open-theme=Mining", width=390)

    page.locator(".st-key-evidence-theme").get_by_role("link", name="Open in the report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Report")
    settle(page)

    assert "theme=Mining" in page.url
    assert "words=closed" in page.url
