"""The drawer that the filters are in: how it opens and closes, by keyboard and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PANEL, Visit, chosen, open_filters, panel, settle, tick


def test_the_drawer_opens_and_closes_by_keyboard_and_is_skipped_while_it_is_closed(visit: Visit):
    page = visit("/?theme=Mining")
    assert page.locator(".d-filter").inner_text().split()[-1] == "1"
    expect(page.locator(PANEL)).not_to_be_visible()

    page.keyboard.press("f")
    expect(page.locator(PANEL)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    expect(page.locator(PANEL)).not_to_be_visible()
    expect(page.locator(".d-filter")).to_be_focused()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.querySelector('.st-key-drawer').contains(document.activeElement)")


def test_a_letter_that_is_typed_opens_no_drawer(visit: Visit):
    page = visit("/search")

    page.keyboard.press("/")
    page.keyboard.type("f")

    expect(page.locator(".st-key-q input")).to_have_value("f")
    expect(page.locator(PANEL)).not_to_be_visible()


def test_the_menu_and_the_way_to_the_filters_stay_while_a_page_scrolls(visit: Visit):
    page = visit("/facts")

    page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 100000)")
    settle(page)

    expect(page.locator(".d-filter")).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(page.locator("nav.d-menu")).to_be_in_viewport()


def test_on_a_phone_the_filters_are_a_sheet_that_says_how_many_it_lets_through(visit: Visit):
    page = visit("/facts", width=390)
    open_filters(page)

    panel(page).get_by_role("checkbox", name="Mining, ").click()
    settle(page)
    panel(page).get_by_role("button", name="Show 6 claims").click()

    expect(page.locator(PANEL)).not_to_be_visible()
    expect(page.locator(".d-filter")).to_be_in_viewport()


@pytest.mark.long
def test_on_a_phone_the_filters_fit_and_work(visit: Visit):
    page = visit("/", width=390)

    tick(page, "Mining")

    assert chosen(page, "theme") == ["Mining"]
    box = panel(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    wide = panel(page).evaluate(
        "root => [...root.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > 391).length"
    )
    assert wide == 0
