"""Links of our own HTML: followed without a reload, with the filters, by mouse and by keyboard, and back again."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PANEL, Visit, settle

# Where a link stands, how to find it, and the page that it leads to.
LINKS = [
    ("/?theme=Mining", ".d-menu a:has-text('Facts')", "Facts"),
    ("/?theme=Mining", ".d-figures a:has-text('Reports')", "Report"),
    ("/?theme=Mining", ".d-questions a", "Facts"),
    ("/?theme=Mining", ".st-key-newest h3 a", "Report"),
    ("/?theme=Mining&open-theme=Mining", ".d-card a:has-text('Open in the report')", "Report"),
    ("/?theme=Mining&open-theme=Mining", ".d-ways a + a", "People and places"),
    ("/search?theme=Mining&q=mine", ".d-report a", "Report"),
]


def marked(page: Page) -> Page:
    """The page with a mark that a reload would lose."""
    page.evaluate("window.isTheSamePage = true")
    return page


def is_marked(page: Page) -> bool:
    return bool(page.evaluate("window.isTheSamePage === true"))


@pytest.mark.parametrize(("start", "link", "title"), LINKS)
def test_a_link_is_followed_without_a_reload_and_takes_the_filters_along(
    visit: Visit, start: str, link: str, title: str
):
    page = marked(visit(start))
    was = page.get_by_role("heading", level=1).inner_text()
    page.locator("[data-testid=stMain]").evaluate("main => main.scrollTo(0, 300)")

    page.locator(link).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    settle(page)

    assert "theme=Mining" in page.url
    expect(page.locator(".st-key-active-filters")).to_contain_text("Mining")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(was)
    settle(page)
    assert page.url.endswith(start)
    assert is_marked(page)


def test_a_saved_view_is_opened_without_a_reload(visit: Visit):
    page = marked(visit("/facts?theme=Mining&sort=who"))
    page.locator(PANEL).locator("summary", has_text="Saved views").click()
    settle(page)
    page.locator(PANEL).get_by_label("Name of this view").fill("Mining by who")
    page.keyboard.press("Enter")
    settle(page)
    page.locator(".d-menu").get_by_role("link", name="Timeline").click()
    settle(page)

    page.locator(PANEL).get_by_role("link", name="Mining by who").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Facts")
    expect(page).to_have_url(re.compile(r"/facts\?(?=.*sort=who)(?=.*theme=Mining)"))
    assert is_marked(page)


def test_the_menu_is_walked_by_keyboard(visit: Visit):
    page = marked(visit("/"))

    page.locator(".d-menu").get_by_role("link", name="Overview").focus()
    for title in ("Topics", "Timeline"):
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        settle(page)
        expect(page.locator(".d-menu").get_by_role("link", name=title)).to_be_focused()
        expect(page.locator(".d-menu a[aria-current=page]")).to_contain_text(title)

    assert is_marked(page)


def test_a_link_opens_in_a_new_tab_when_asked(visit: Visit):
    page = visit("/?theme=Mining")

    with page.context.expect_page() as other:
        page.locator(".d-menu").get_by_role("link", name="Facts").click(modifiers=["Control"])
    settle(other.value)

    expect(other.value.get_by_role("heading", level=1)).to_have_text("Facts")
    expect(page.get_by_role("heading", level=1)).to_have_text("Overview")


def test_on_a_phone_the_menu_makes_room_for_the_page_that_was_chosen(visit: Visit):
    page = visit("/", width=390)
    page.get_by_test_id("stExpandSidebarButton").click()
    settle(page)

    page.locator(".d-menu").get_by_role("link", name="Facts").click()
    settle(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Facts")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(page.locator(".d-menu")).not_to_be_in_viewport()
