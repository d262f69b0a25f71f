"""Every page once, on the nine reports, of which some mean no good: it is accessible, shows their words as words, fits
a phone, and does nothing that its policy forbids, for which the fixture `visit` watches.

The other look, and pages that are opened on a phone, take long: a few of them show the same code.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from pages.parts.report.reader import LAYERS
from tests.browser.checks import serious, wide
from tests.browser.conftest import PAGES, Visit, settle
from tests.marks import long_but

FILTERED = "/?theme=Mining&status=Done&words=mine&open-theme=Mining"
EVERY_LAYER = f"/report?doc=doc01&{'&'.join(f'marks={layer}' for layer in LAYERS)}"
RECORD = "/facts?theme=Mining&fact=doc00-f12"
PLAIN = {f"/{name}": title for name, title in PAGES.items()}
QUICK = PLAIN | {
    FILTERED: "filtered, with sentences open",
    "/?theme=Aid&words=nothing": "empty",
    EVERY_LAYER: "every layer",
    "/search?q=min*+OR+name:Rahimova": "found",
    "/search?q=mine)": "a query that is wrong",
    "/topics?part=matrix&theme=Mining": "Topics: matrix",
    "/topics?part=compare&against=theme&theme=Mining": "Topics: compare",
    "/topics?part=map&theme=Mining": "Topics: map",
    "/people?look=together": "People: together",
    "/people?look=countries": "People: countries",
    "/people?look=profile": "People: profile",
}
VIEWS = QUICK | {
    **{f"/topics?part={part}&theme=Mining": f"Topics: {part}" for part in ("words", "rise", "found")},
    **{f"/people?look={look}": f"People: {look}" for look in ("does", "says", "names")},
    "/people?part=network": "a part that is gone",
    "/people?part=places": "another part that is gone",
    "/search?q=the&order=word+before": "lines in order",
    "/search?q=the": "many lines",
    "/search?q=coppr": "nothing found",
    "/report?doc=doc00&beside=cite": "a citation",
    "/report?doc=doc01&fact=doc01-f166&through=Facts": "a claim",
    RECORD: "a record",
}
PATHS = {name: path for path, name in VIEWS.items()}


def views(*quick: str) -> list[Any]:
    """Every view by its name; all but these take long."""
    return long_but({VIEWS[path] for path in quick}, VIEWS.values())


def opened(visit: Visit, name: str, **others: Any) -> Page:
    """A view, with the first of its lines open."""
    page = visit(PATHS[name], **others)
    lines = page.locator(".d-line summary")
    if lines.count():
        lines.first.click()
        settle(page)
    return page


@pytest.mark.parametrize("name", views(*QUICK))
def test_a_page_is_accessible_harmless_and_fits_a_phone(visit: Visit, name: str):
    page = opened(visit, name)

    assert page.title() == f"{PAGES[PATHS[name][1:].split('?')[0]]} · Dossier"
    assert page.locator("img[src*='evil'], a[href*='evil']:not([href^='./'])").count() == 0
    assert serious(page) == []
    page.set_viewport_size({"width": 390, "height": 900})
    settle(page)
    assert wide(page) == []


@pytest.mark.parametrize("name", views(FILTERED, EVERY_LAYER))
def test_a_page_is_accessible_in_the_dark(visit: Visit, name: str):
    assert serious(opened(visit, name, look="dark")) == []


@pytest.mark.parametrize("name", views("/", RECORD))
def test_a_page_that_is_opened_on_a_phone_fits_it(visit: Visit, name: str):
    page = opened(visit, name, width=390)

    assert wide(page) == []
    assert serious(page) == []
