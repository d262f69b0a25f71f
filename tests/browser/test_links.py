"""Links of our own HTML: followed without a reload, with the filters, by mouse and by keyboard, and back again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit, panel, serve, settle
from tests.marks import long
from tests.pages import snapshots

# Where a link stands, how to find it, and the page that it leads to.
LINKS = [
    ("/?theme=Mining", ".d-menu a:has-text('Facts')", "Facts"),
    long("/?theme=Mining", ".d-figures a:has-text('Reports')", "Report"),
    long("/?theme=Mining", ".d-questions a", "Facts"),
    ("/?theme=Mining", ".st-key-newest h3 a", "Report"),
    long("/?theme=Mining&open-theme=Mining", ".st-key-evidence-theme a:has-text('Open in the report')", "Report"),
    long("/?theme=Mining&open-theme=Mining", ".st-key-evidence-theme .d-ways a + a", "People and places"),
    ("/search?theme=Mining&q=mine", ".d-report a", "Report"),
]

# A line on which what the browser says comes late, and some of it (`window.nLost`) never.
SLOW_LINE = """() => {
  const send = WebSocket.prototype.send
  window.nLost = 0
  WebSocket.prototype.send = function (said) {
    if (window.nLost) window.nLost -= 1
    else setTimeout(() => send.call(this, said), 400)
  }
}"""
NOBODY_ANSWERS = re.compile("^chrome-error:")


def in_menu(page: Page, title: str) -> Locator:
    """The link of the menu to a page."""
    return page.locator(".d-menu").get_by_role("link", name=title, exact=True)


def head(page: Page) -> Locator:
    """The title at the top of the page."""
    return page.get_by_role("heading", level=1)


def n_entries(page: Page) -> int:
    """How many entries the history has; a browser keeps fifty."""
    return int(page.evaluate("history.length"))


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


@pytest.mark.long
def test_a_saved_view_is_opened_without_a_reload(visit: Visit, tmp_path: Path):
    snapshots.small(tmp_path)
    with serve(tmp_path) as address:  # of its own: a view is for all who use a server
        page = marked(visit("/facts?theme=Mining&sort=who", base=address))
        panel(page).locator("summary", has_text="Saved views").click()
        settle(page)
        panel(page).get_by_label("Name of this view").fill("Mining by who")
        page.keyboard.press("Enter")
        settle(page)
        page.locator(".d-menu").get_by_role("link", name="Timeline").click()
        settle(page)

        panel(page).get_by_role("link", name="Mining by who").click()

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


@pytest.mark.long
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


def test_quick_clicks_over_a_slow_line_open_the_last_page_and_make_an_entry_each(visit: Visit):
    page = visit("/?theme=Mining")
    page.evaluate(SLOW_LINE)

    for title in ("Facts", "Timeline", "Topics"):
        in_menu(page, title).click()
    expect(head(page)).to_have_text("Topics")
    settle(page)

    for title in ("Timeline", "Facts", "Overview"):  # one step each: another entry would be in the way
        page.go_back()
        expect(head(page)).to_have_text(title)
        settle(page)
        expect(page).to_have_title(f"{title} · Dossier")
        assert page.url.endswith("theme=Mining")


def test_a_click_that_streamlit_forgets_is_followed_again(visit: Visit):
    page = visit("/")
    page.evaluate(SLOW_LINE)
    link = page.locator(".st-key-newest h3 a").first
    address = link.get_attribute("href") or ""

    panel(page).get_by_role("checkbox", name="Mining, ").click()
    page.evaluate("window.nLost = 1")
    link.click()

    expect(head(page)).to_have_text("Report")
    settle(page)
    assert page.url.endswith(address.removeprefix("."))
    expect(page.locator(".d-text").first).to_be_visible()


def test_a_filter_that_streamlit_forgets_is_sent_again(visit: Visit):
    page = visit("/facts")
    page.evaluate(SLOW_LINE)

    page.evaluate("window.nLost = 1")
    panel(page).get_by_role("checkbox", name="Mining, ").click()

    expect(page.locator(".st-key-active-filters")).to_contain_text("Mining", timeout=20_000)
    settle(page)
    expect(page).to_have_url(re.compile("theme=Mining$"))


@pytest.mark.long
def test_without_a_server_a_click_is_not_swallowed(visit: Visit, tmp_path: Path):
    snapshots.small(tmp_path)
    with serve(tmp_path) as address:
        left, leaving = visit("/", base=address), visit("/", base=address)
        leaving.evaluate(SLOW_LINE)
        leaving.evaluate("window.nLost = 1")
        in_menu(leaving, "Facts").click()
        expect(leaving).to_have_url(f"{address}/facts")

    expect(leaving).to_have_url(NOBODY_ANSWERS)
    left.locator("[data-testid=stApp]:not([data-test-connection-state=CONNECTED])").wait_for()
    in_menu(left, "Facts").evaluate("link => link.click()")
    expect(left).to_have_url(NOBODY_ANSWERS)
    left.close()
    leaving.close()


@pytest.mark.long
@pytest.mark.parametrize(
    ("link", "title"),
    [
        (".st-key-newest h3 a", "Report"),
        long(".d-figures a:has-text('Claims')", "Facts"),
    ],
)
def test_who_follows_a_link_by_keyboard_reads_on_at_the_head_of_its_page(visit: Visit, link: str, title: str):
    page = visit("/")

    page.locator(link).first.focus()
    page.keyboard.press("Enter")
    expect(head(page)).to_have_text(title)
    settle(page)

    expect(head(page)).to_be_focused()
    expect(head(page)).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-testid=stMain]') !== null")


def test_a_verb_that_is_opened_by_keyboard_keeps_the_focus(visit: Visit):
    page = visit("/report")
    verb = page.locator(".d-text a.d-link:not(:has(.d-chosen))").last
    address = verb.get_attribute("href")

    verb.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"fact="))
    settle(page)

    expect(page.locator(f'.d-text a[href="{address}"]').first).to_be_focused()


def test_a_link_to_the_page_that_is_open_makes_no_entry(visit: Visit):
    page = marked(visit("/facts?theme=Mining"))
    before = n_entries(page)

    in_menu(page, "Facts").click()
    settle(page)

    assert (n_entries(page), page.url.endswith("/facts?theme=Mining")) == (before, True)
    assert is_marked(page)


def test_a_page_within_another_one_stays_without_its_frame(visit: Visit):
    page = visit("/?embed=true&embed_options=show_padding&theme=Mining")

    page.locator(".st-key-newest h3 a").first.click()
    expect(head(page)).to_have_text("Report")
    settle(page)

    for said in ("embed=true", "embed_options=show_padding", "theme=Mining", "doc="):
        assert page.url.count(said) == 1


def test_links_stay_under_the_path_of_the_dashboard(visit: Visit, tmp_path: Path):
    snapshots.small(tmp_path)
    with serve(tmp_path, "/dossier") as address:
        page = marked(visit("/?theme=Mining", base=address))

        for link, path in (
            (in_menu(page, "Facts"), "facts"),
            (in_menu(page, "Overview"), ""),
            (page.locator(".st-key-newest h3 a").first, "report"),
            (page.locator(".d-text a.d-link").last, "report"),
        ):
            link.click()
            expect(page).to_have_url(re.compile(rf"^{address}/{path}\?"))
            settle(page)

        assert "fact=" in page.url
        assert is_marked(page)
