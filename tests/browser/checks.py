"""What may be asked of any page: nothing that axe calls serious, and nothing wider than a phone."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# The classes of what reaches beyond the screen and cannot be scrolled into sight by itself.
WIDE = """() => {
  const scrolls = e => e && e.dataset?.testid !== 'stMain'
    && (['auto', 'scroll', 'hidden'].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  return [...document.querySelectorAll('[data-testid=stMain] *')]
    .filter(e => e.getBoundingClientRect().right > 391 && !scrolls(e.parentElement))
    .map(e => e.className.toString()).slice(0, 5);
}"""


def serious(page: Page) -> list[str]:
    """What axe calls serious or worse: the rule, and the first place that breaks it."""
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['target']}" for v in found if v["impact"] in ("serious", "critical")]


def wide(page: Page) -> list[str]:
    """What does not fit the width of a phone, on which the page is shown."""
    sideways = ["the page"] if page.evaluate("document.documentElement.scrollWidth") > 390 else []
    return [*sideways, *page.evaluate(WIDE)]
