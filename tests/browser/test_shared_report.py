"""The report in one file, opened from a disk: it asks for nothing, filters, prints, and is accessible."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from sharing.report.page import report_html
from sharing.shared import open_shared
from tests.marks import long
from tests.pages import snapshots
from tests.sharing.conftest import AT, hostile_frames


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    snapshots.small(folder)
    to = folder / "report.html"
    to.write_text(report_html(open_shared(folder, AT)), encoding="utf-8")
    return to


def opened(browser: Browser, report: Path, look: str = "light", width: int = 1200) -> Page:
    """The report in a page; any request but for the file itself fails the test, as any message of the console does."""
    page = browser.new_page(color_scheme=look, viewport={"width": width, "height": 900})
    said: list[str] = []
    page.on("request", lambda request: said.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda fault: said.append(str(fault)))
    page.goto(report.as_uri())
    page.wait_for_selector("html[data-ready]")
    assert said == [report.as_uri()]
    return page


def test_it_draws_its_charts_and_filters_its_claims(browser: Browser, report: Path):
    page = opened(browser, report)
    total = page.locator("#list > li").count()

    page.select_option("#theme", "mining")
    mining = page.locator("#list > li").count()
    page.select_option("#status", "done")
    page.fill("#words", "zzz")

    assert 0 < mining < total
    assert page.locator("#list > li").count() == 0
    page.click("text=Show all")
    expect(page.locator("#list > li")).to_have_count(total)
    assert page.locator(".plot svg.main-svg").count() >= 4


@pytest.mark.parametrize("look", ["light", long("dark")])
def test_axe_finds_nothing(browser: Browser, report: Path, look: str):
    page = opened(browser, report, look)

    assert [f"{v['id']}: {v['nodes'][0]['target']}" for v in Axe().run(page).response["violations"]] == []


def test_a_phone_needs_no_scrolling_sideways(browser: Browser, report: Path):
    page = opened(browser, report, width=390)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_it_prints_light_with_all_that_is_shown(browser: Browser, report: Path):
    page = opened(browser, report, "dark")

    assert page.pdf(format="A4").startswith(b"%PDF")


def test_hostile_words_run_nothing_and_ask_for_nothing(browser: Browser, tmp_path: Path):
    snapshots.publish(tmp_path, hostile_frames(), {"model": "by hand"})
    to = tmp_path / "report.html"
    to.write_text(report_html(open_shared(tmp_path, AT)), encoding="utf-8")

    page = opened(browser, to)

    assert page.locator("img, #list script, a[href^='javascript']").count() == 0
    assert page.locator("#list > li").count() > 0
