"""What we rely on of Streamlit's and plotly's pages is there. It runs first: when an upgrade changes a page, this test
says which selector of pages/parts/browser/selectors.py is broken, and others fail for that reason alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pages.parts.browser.selectors import SCRIPT_STATE, SELECTORS
from tests.browser.conftest import Visit, settle

BROWSER = Path(__file__).resolve().parents[2] / "pages" / "parts" / "browser"
# Where each can be met; those that are not named are on every page with a chart.
TABLE = "/facts?shown=table"
PHONE = "on a phone"
TYPED = "while a name is typed"
RUNS = "while a script runs"
AT = {
    "open_sidebar": PHONE,
    "close_sidebar": PHONE,
    "select_box": TABLE,
    "toolbar": TABLE,
    "primary_button": "/quality",
    "tag": "/topics?part=rise",
    "input_hint": TYPED,
    "stale": RUNS,
    "point": "/people?look=does",
    "text_point": "/people?look=does",
}
EVERYWHERE = "/"
PLACES = [EVERYWHERE, *(place for place in dict.fromkeys(AT.values()) if place.startswith("/"))]


def missing(page: Page, where: str) -> list[str]:
    """The selectors that should match here and do not."""
    names = [name for name in SELECTORS if AT.get(name, EVERYWHERE) == where]
    return [name for name in names if not page.locator(SELECTORS[name]).count()]


@pytest.mark.parametrize(
    "where", [EVERYWHERE, *(place for place in dict.fromkeys(AT.values()) if place.startswith("/"))]
)
def test_a_page_has_what_the_selectors_say(visit: Visit, where: str) -> None:
    page = visit(where)

    assert missing(page, where) == [], "Streamlit or plotly changed: see pages/parts/browser/selectors.py"


def test_the_menu_opens_and_closes_on_a_phone(visit: Visit) -> None:
    page = visit(EVERYWHERE, width=390)

    page.locator(SELECTORS["open_sidebar"]).click()
    settle(page)

    page.locator(SELECTORS["close_sidebar"]).click()
    expect(page.locator(SELECTORS["open_sidebar"])).to_be_visible()


def test_what_a_run_has_not_drawn_again_is_stale(visit: Visit) -> None:
    page = visit(EVERYWHERE)
    page.evaluate(
        """stale => new MutationObserver((_, seen) => {
          if (document.querySelector(stale)) { document.body.dataset.sawStale = "yes"; seen.disconnect() }
        }).observe(document.body, { subtree: true, attributes: true, childList: true })""",
        SELECTORS["stale"],
    )

    page.get_by_role("link", name="Timeline").first.click()
    settle(page)

    assert page.evaluate("document.body.dataset.sawStale") == "yes"


def test_a_text_that_is_typed_has_a_hint(visit: Visit) -> None:
    page = visit("/search?q=mine")
    page.get_by_text("Many queries at once").click()
    queries = "\n".join(f"mine OR hint{number:04}" for number in range(150))  # so many are kept, and have a name
    page.locator("[class*=st-key-queries-file] input[type=file]").set_input_files(
        {"name": "hint.txt", "mimeType": "text/plain", "buffer": queries.encode()}
    )
    page.locator(".st-key-queries-table").wait_for()
    settle(page)
    page.get_by_role("button", name="Rename or delete").press("Enter")

    page.get_by_label("Name of the list").fill("Mines")

    expect(page.locator(SELECTORS["input_hint"]).first).to_be_attached()


def test_elements_have_the_class_of_their_key(visit: Visit) -> None:
    page = visit(EVERYWHERE)

    assert page.locator(".st-key-scripts").count() == 1


def test_the_state_of_the_script_is_an_attribute_of_the_app(visit: Visit) -> None:
    page = visit(EVERYWHERE)

    assert page.locator(SELECTORS["app"]).get_attribute(SCRIPT_STATE) == "notRunning"


def test_the_theme_has_its_custom_properties(visit: Visit) -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in BROWSER.iterdir() if path.suffix in (".js", ".css"))
    names = sorted(set(re.findall(r"--st-[a-z-]+", text)))
    page = visit(EVERYWHERE)

    empty = page.locator(".st-key-panel .panel").evaluate(
        "(panel, names) => names.filter(name => !getComputedStyle(panel).getPropertyValue(name))", names
    )

    assert names
    assert empty == [], "Streamlit renamed a custom property of its theme"
