"""The Quality page: facts are judged one by one, and the judgements add up to shares with their intervals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, serve, settle
from tests.pages import snapshots

FIELDS = ("Who", "Does what", "To whom or what", "Where", "When", "Status", "Who says so", "Theme")
KEEP, ALL_RIGHT = "Keep, and show the next", "Everything is right"


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of its own: what is judged here is kept."""
    folder = tmp_path_factory.mktemp("judged")
    snapshots.small(folder)
    with serve(folder) as address:
        yield address


def fact_shown(page: Page) -> str | None:
    """The way into the report of the fact that is to be judged, None when all are."""
    link = page.locator(".st-key-check").get_by_role("link", name="Open in the report")
    return link.first.get_attribute("href") if link.count() else None


def judge(page: Page, wrong: str) -> None:
    """Say of the fact that is shown that one field is wrong and the others right, and keep it."""
    form = page.locator(".st-key-check").get_by_test_id("stForm")
    for name in FIELDS:
        group = form.get_by_role("radiogroup", name=name, exact=True)
        group.get_by_role("radio", name="Wrong" if name == wrong else "Right", exact=True).click()
    form.get_by_role("button", name=KEEP).click()
    settle(page)


def test_a_fact_judged_field_by_field_gives_shares_with_intervals_and_a_file(visit: Visit, own_server: str):
    page = visit("/quality", base=own_server)
    check = page.locator(".st-key-check")
    expect(check).to_contain_text(re.compile(r"\b0 of \d+ are checked"))
    first = fact_shown(page)

    judge(page, wrong="When")

    expect(check).to_contain_text(re.compile(r"\b1 of \d+ are checked"))
    assert fact_shown(page) != first
    chart = page.locator(".st-key-chart-quality-field")
    expect(chart).to_contain_text("1 claim checked. When is right least often: 0 of 1. Lines are 95 % intervals.")
    expect(chart.locator(".xerror").first).to_be_attached()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download 8 judgements (CSV)").click()
    judged = pd.read_csv(Path(download.value.path()))
    assert judged.loc[~judged["is_right"], "field"].tolist() == ["when"]
    assert judged["sentence"].nunique() == 1


@pytest.mark.long
def test_a_fact_that_is_wholly_right_takes_one_click_and_what_is_judged_stays(visit: Visit, own_server: str):
    page = visit("/quality?theme=Mining", base=own_server)
    check = page.locator(".st-key-check")
    before = fact_shown(page)

    check.get_by_role("button", name=ALL_RIGHT).click()
    settle(page)

    assert fact_shown(page) != before
    again = visit("/quality?theme=Mining", base=own_server)
    expect(again.locator(".st-key-chart-quality-theme")).to_contain_text("Mining")
    expect(again.locator(".st-key-check")).not_to_contain_text(re.compile(r"\b0 of"))


@pytest.mark.long
def test_a_fact_is_kept_only_when_every_field_is_judged(visit: Visit, own_server: str):
    page = visit("/quality?theme=Education", base=own_server)

    page.get_by_role("button", name=KEEP).click()
    settle(page)

    expect(page.get_by_text("Say right or wrong for every field, then keep it.")).to_be_visible()


def test_the_measured_figures_and_the_known_errors_are_on_the_page(visit: Visit):
    page = visit("/quality")

    expect(page.locator(".st-key-measured")).to_contain_text("when, token F1")
    expect(page.locator(".st-key-measured")).to_contain_text("When, word for word")
    assert page.locator(".st-key-measured tbody tr").count() > 20
    assert page.locator(".st-key-known-errors tbody tr").count() >= 10


def test_on_a_phone_the_tables_of_quality_fit_the_screen(visit: Visit):
    page = visit("/quality", width=390)

    wide = page.evaluate("[...document.querySelectorAll('.d-table')].filter(one => one.scrollWidth > 340).length")

    broken = page.evaluate(
        "[...document.querySelectorAll('.d-measured b')].filter(one => one.offsetHeight > 30).length"
    )
    assert (wide, broken) == (0, 0)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
