"""The page Report in a real browser: steps that scroll, the record that stays, citations to copy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, serve, settle
from tests.pages import snapshots

COUNT = ".st-key-steps .d-count"
IN_SIGHT = """() => {
  const box = document.querySelector('.d-text mark.d-here')?.getBoundingClientRect();
  return Boolean(box) && box.top > 0 && box.bottom < window.innerHeight;
}"""


def test_steps_go_by_click_and_by_key_and_bring_the_place_into_sight(visit: Visit):
    page = visit("/report?doc=doc00&through=Norland+Mining+(2)")
    expect(page.locator(COUNT)).to_have_text("1 of 2")

    page.get_by_role("button", name="Next", exact=False).and_(page.locator(".st-key-step-next button")).first.click()
    expect(page.locator(COUNT)).to_have_text("2 of 2")
    expect(page).to_have_url(re.compile("at=2"))
    page.wait_for_function(IN_SIGHT)

    page.keyboard.press("p")
    expect(page.locator(COUNT)).to_have_text("1 of 2")


def test_back_goes_a_step_back(visit: Visit):
    page = visit("/report?doc=doc00&through=Norland+Mining+(2)")
    page.locator(".st-key-step-next button").first.click()
    expect(page.locator(COUNT)).to_have_text("2 of 2")

    page.go_back()

    expect(page.locator(COUNT)).to_have_text("1 of 2")


def test_words_are_found_and_marked(visit: Visit):
    page = visit("/report?doc=doc00")

    page.locator(".st-key-find input").fill("mine")
    page.keyboard.press("Enter")

    expect(page.locator(COUNT)).to_have_text(re.compile("^1 of "))
    expect(page.locator(".d-text mark.d-hit").first).to_be_visible()
    assert page.locator(".d-text mark.d-here").inner_text().lower() == "mine"


def test_a_citation_can_be_copied(visit: Visit):
    page = visit("/report?doc=doc00&beside=cite&citation=annotation")

    expect(page.get_by_test_id("stCode")).to_contain_text("TextQuoteSelector")


def test_the_record_stays_beside_the_text_on_a_wide_screen(visit: Visit):
    page = visit("/report?doc=doc00")

    style = page.locator(".st-key-beside-text").evaluate("e => getComputedStyle(e.parentElement).position")

    assert style == "sticky"


@pytest.mark.parametrize("look", ["light", "dark"])
def test_on_a_phone_everything_fits(visit: Visit, look: str):
    page = visit("/report?doc=doc00&beside=cite", width=390, look=look)

    page.wait_for_timeout(500)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.slow
def test_a_copy_of_the_sentence_is_shown_beside_it(visit: Visit, tmp_path: Path):
    snapshots.large(tmp_path, 3)
    with serve(tmp_path) as address:
        page: Page = visit("/report?doc=doc00-0&beside=facts", base=address)

        expect(page.locator(".d-likeness").first).to_contain_text("The same words")
        settle(page)
        page.close()
