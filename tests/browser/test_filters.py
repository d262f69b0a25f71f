"""The filters and the saved views in a real browser."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, chosen, open_filters, panel, settle, tick
from tests.marks import long

SECTIONS = ("People", "Organisations", "Places", "Countries", "Kind of event", "How sure the text is", "Said by")


def open_section(page: Page, title: str) -> None:
    """Open or close a section."""
    panel(page).locator("summary", has_text=re.compile(f"^{title}")).click()
    settle(page)


def hide(page: Page, value: str) -> None:
    """Hide a value of an open section, or show it again."""
    panel(page).get_by_role("button", name=f"Hide {value}", exact=True).click()
    settle(page)


def counts(page: Page, field: str) -> dict[str, int]:
    """The values of an open section and how many facts each would leave."""
    rows = panel(page).locator(f"[data-field={field}] li")
    return {
        row.locator(".name").inner_text(): int(row.locator(".n").inner_text().replace(",", "")) for row in rows.all()
    }


def test_a_tick_filters_the_page_and_the_counts_of_the_other_fields_follow(visit: Visit):
    page = visit("/")
    assert counts(page, "status")["Planned"] == 5

    tick(page, "Mining")

    expect(page).to_have_url(re.compile(r"\?theme=Mining$"))
    expect(page.get_by_text("Showing 6 of 17 claims")).to_be_visible()
    assert counts(page, "status")["Planned"] == 1
    assert counts(page, "theme")["Diplomacy"] == 3
    assert chosen(page, "theme") == ["Mining"]


def test_what_is_hidden_is_struck_through_and_can_be_shown_again(visit: Visit):
    page = visit("/")

    hide(page, "Mining")

    expect(page).to_have_url(re.compile("not-theme=Mining"))
    row = panel(page).locator("[data-field=theme] li").first
    expect(row.locator(".name")).to_have_css("text-decoration-line", "line-through")
    expect(row.get_by_role("button")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text("Showing 11 of 17 claims")).to_be_visible()
    hide(page, "Mining")
    assert "Mining" not in page.url


@pytest.mark.long
def test_back_takes_a_filter_away_and_forward_puts_it_back(visit: Visit):
    page = visit("/")
    tick(page, "Mining")
    hide(page, "Denied")

    page.go_back()
    settle(page)
    assert (chosen(page, "theme"), chosen(page, "status", "hidden")) == (["Mining"], [])
    page.go_back()
    settle(page)
    assert chosen(page, "theme") == []

    page.go_forward()
    settle(page)
    page.go_forward()
    settle(page)
    assert (chosen(page, "theme"), chosen(page, "status", "hidden")) == (["Mining"], ["Denied"])


def test_clicks_one_after_the_other_are_all_kept(visit: Visit):
    page = visit("/")

    for name in ("Mining", "Aid", "Security"):
        panel(page).get_by_role("checkbox", name=re.compile(f"^{name}, ")).click()
    panel(page).get_by_role("button", name="Hide Denied", exact=True).click()
    settle(page)

    expect(page).to_have_url(re.compile("not-status=Denied"))
    assert sorted(chosen(page, "theme")) == ["Aid", "Mining", "Security"]
    assert chosen(page, "status", "hidden") == ["Denied"]


@pytest.mark.long
def test_a_long_list_is_searched_and_shown_to_its_end(visit: Visit):
    page = visit("/")
    open_section(page, "Kind of event")
    kinds = panel(page).locator("[data-field=event_class]")
    assert len(counts(page, "event_class")) == 8

    kinds.get_by_role("searchbox").fill("gre")
    expect(kinds.locator(".name")).to_have_text(["Agree or pledge"])
    tick(page, "Agree or pledge")
    expect(page).to_have_url(re.compile("event_class=Agree"))
    open_filters(page)

    kinds.get_by_role("searchbox").fill("")
    expect(kinds.locator("li")).to_have_count(8)
    kinds.get_by_role("button", name="Show 1 more of 9").click()
    expect(kinds.locator("li")).to_have_count(9)


@pytest.mark.long
def test_what_is_open_is_remembered_in_this_browser(visit: Visit):
    page = visit("/")
    open_section(page, "People")
    open_section(page, "Theme")

    page.reload()
    settle(page)

    expect(panel(page).locator("[data-field=person] li").first).to_be_visible()
    expect(panel(page).locator("[data-field=theme] li").first).not_to_be_visible()


@pytest.mark.long
def test_a_drag_over_the_bars_sets_the_period(visit: Visit):
    page = visit("/")
    section = panel(page).locator("[data-field=period]")
    bars = section.locator(".plot")
    box = bars.bounding_box()
    assert box is not None
    month = box["width"] / 13

    page.mouse.move(box["x"] + 2.5 * month, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 4.5 * month, box["y"] + 25, steps=4)
    expect(section.locator(".tip")).to_have_text("March 2024 to May 2024: 8 or more")
    page.mouse.up()
    settle(page)

    expect(page).to_have_url(re.compile(r"period=2024-03-01\.\.2024-05-31"))
    expect(section.get_by_label("First day")).to_have_value("2024-03-01")
    expect(page.locator(".st-key-active-filters")).to_contain_text("1 March to 31 May 2024")

    section.get_by_role("button", name="Hide these days").click()
    settle(page)
    expect(page).to_have_url(re.compile(r"\?not-period=2024-03-01"))
    panel(page).get_by_role("button", name="Show 1 March to 31 May 2024 again").click()
    settle(page)
    assert "period" not in page.url


def test_the_days_of_the_period_are_typed(visit: Visit):
    page = visit("/")
    first = panel(page).locator("[data-field=period]").get_by_label("First day")

    first.focus()
    page.keyboard.type("04012024")
    page.keyboard.press("Enter")
    settle(page)

    expect(page).to_have_url(re.compile(r"period=2024-04-01\.\."))
    expect(first).to_have_value("2024-04-01")


@pytest.mark.long
def test_the_days_of_publication_are_typed_in_a_section_of_their_own(visit: Visit):
    page = visit("/")
    section = panel(page).locator("[data-field=reported]")
    section.locator("summary").click()
    settle(page)
    expect(section.locator(".tip")).to_contain_text("of their report")

    section.get_by_label("First day, when it was published").focus()
    page.keyboard.type("04012024")
    page.keyboard.press("Enter")
    settle(page)

    expect(page).to_have_url(re.compile(r"reported=2024-04-01\.\."))
    expect(page.locator(".st-key-active-filters")).to_contain_text("1 April 2024 or later")


@pytest.mark.long
def test_words_are_looked_for_and_left_out(visit: Visit):
    page = visit("/")

    panel(page).get_by_label("With these words", exact=True).press_sequentially("mine -pit")
    page.keyboard.press("Enter")
    settle(page)

    expect(page).to_have_url(re.compile("words=mine"))
    panel(page).get_by_label("Without these words").press_sequentially("denied (")
    page.keyboard.press("Enter")
    expect(panel(page).get_by_role("alert")).to_contain_text("The bracket that opens here never closes.")
    assert "not-words" not in page.url
    page.keyboard.press("Backspace")
    page.keyboard.press("Enter")
    settle(page)
    expect(page).to_have_url(re.compile("words=mine.*not-words=denied"))
    expect(panel(page).get_by_role("alert")).not_to_be_visible()
    panel(page).get_by_role("button", name="Clear all").click()
    settle(page)
    assert "words" not in page.url
    expect(panel(page).get_by_label("With these words", exact=True)).to_have_value("")


def test_all_is_done_by_keyboard_and_the_focus_stays(visit: Visit):
    page = visit("/")
    panel(page).locator("[data-field=theme] summary").focus()
    page.keyboard.press("Enter")
    settle(page)
    expect(panel(page).locator("[data-field=theme] li").first).not_to_be_visible()
    page.keyboard.press("Enter")
    settle(page)

    for _ in range(3):  # past Mining and its button, to Diplomacy
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    settle(page)

    assert chosen(page, "theme") == ["Diplomacy"]
    focused = "document.activeElement.shadowRoot.activeElement.getAttribute('aria-label')"
    assert page.evaluate(focused) == "Diplomacy, 3 claims"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    settle(page)
    assert chosen(page, "theme", "hidden") == ["Diplomacy"]
    assert page.evaluate(focused) == "Hide Diplomacy"


@pytest.mark.long
def test_a_view_is_saved_and_opened_in_another_browser(visit: Visit):
    page = visit("/facts?theme=Mining&not-status=Denied")
    open_section(page, "Saved views")
    panel(page).get_by_label("Name of this view").fill("Who <b>pledged</b> what")
    page.keyboard.press("Enter")
    settle(page)
    expect(panel(page).locator(".said")).to_have_text("Saved: Who <b>pledged</b> what")

    other = visit("/")
    open_section(other, "Saved views")
    panel(other).get_by_role("link", name="Who <b>pledged</b> what").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Facts")
    settle(other)
    assert (chosen(other, "theme"), chosen(other, "status", "hidden")) == (["Mining"], ["Denied"])

    panel(other).get_by_role("button", name="Rename Who <b>pledged</b> what").click()
    other.keyboard.type("Pledges")
    other.keyboard.press("Enter")
    settle(other)
    panel(other).get_by_role("button", name="Delete Pledges", exact=True).click()
    panel(other).get_by_role("button", name="Yes, delete Pledges").click()
    settle(other)
    expect(panel(other).locator(".views li")).to_have_count(0)


@pytest.mark.long
@pytest.mark.parametrize("look", ["light", long("dark")])
def test_axe_finds_nothing_when_all_is_open(visit: Visit, look: str):
    page = visit("/?theme=Mining&not-status=Denied&not-period=2024-05-01..2024-05-31", look=look)
    for title in (*SECTIONS, "Publisher", "Saved views"):
        open_section(page, title)

    found = Axe().run(page).response["violations"]

    assert [f"{v['id']}: {v['nodes'][0]['target']}" for v in found if v["impact"] in ("serious", "critical")] == []
    inside = [v["id"] for v in found if any("st-key-panel" in str(node["target"]) for node in v["nodes"])]
    assert inside == []
