"""The page Report in a real browser: steps that scroll, the record that stays, citations to copy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit, serve, settle
from tests.marks import long
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


VERB = ".d-text a.d-link"
DOES_WHAT = ".st-key-beside-text .d-record tr:nth-child(2) td span"
SENTENCE = ".st-key-beside-text .d-card"
SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"


def open_long(visit: Visit, look: str = "light", width: int = 1280) -> Page:
    """A report on a low screen, with a mark in the address that another run would lose."""
    page = visit("/report?doc=doc01&beside=record", width=width, look=look)
    page.set_viewport_size({"width": width, "height": 420})
    page.evaluate("window.isTheSamePage = true")
    return page


def verb(page: Page, words: str) -> Locator:
    return page.locator(VERB).filter(has_text=words).first


@pytest.mark.parametrize("width", [1280, long(390)])
def test_a_click_on_a_verb_opens_its_fact_in_the_same_page_and_nothing_moves(visit: Visit, width: int):
    page = open_long(visit, width=width)
    verb(page, "publish").scroll_into_view_if_needed()
    page.wait_for_timeout(400)
    before = page.evaluate(SCROLLED)

    verb(page, "publish").click()

    expect(page.locator(DOES_WHAT)).to_have_text("publish")
    expect(page).to_have_url(re.compile("fact=doc01-f166"))
    expect(page.locator(".d-text mark.d-here")).to_have_text("publish")
    page.wait_for_timeout(1200)
    assert page.evaluate(SCROLLED) == before
    assert page.evaluate("window.isTheSamePage") is True


def test_back_and_forward_go_through_what_was_clicked(visit: Visit):
    page = open_long(visit)
    for words in ("closed", "publish"):
        verb(page, words).click()
        expect(page.locator(DOES_WHAT)).to_have_text(words)

    page.go_back()
    expect(page.locator(DOES_WHAT)).to_have_text("closed")
    page.go_forward()
    expect(page.locator(DOES_WHAT)).to_have_text("publish")

    assert page.evaluate("window.isTheSamePage") is True


def test_a_verb_is_opened_by_keyboard_and_keeps_the_focus(visit: Visit):
    page = open_long(visit)

    verb(page, "closed").focus()
    page.keyboard.press("Enter")

    expect(page.locator(DOES_WHAT)).to_have_text("closed")
    expect(verb(page, "closed")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(DOES_WHAT)).not_to_have_text("closed")
    assert page.evaluate("window.isTheSamePage") is True


@pytest.mark.long
def test_the_link_of_a_verb_opens_the_same_in_another_tab(visit: Visit):
    page = open_long(visit)

    with page.context.expect_page() as other:
        verb(page, "publish").click(modifiers=["Control"])

    settle(other.value)
    expect(other.value.locator(DOES_WHAT)).to_have_text("publish")
    expect(page).not_to_have_url(re.compile("fact="))


def test_a_verb_that_means_no_good_opens_as_text(visit: Visit):
    page = visit("/report?doc=doc08")

    verb(page, "=cmd()").click()

    expect(page.locator(DOES_WHAT)).to_have_text("=cmd()")
    assert page.evaluate("window.hacked") is None


def test_on_a_phone_the_way_to_the_record_stays_in_sight(visit: Visit):
    page = open_long(visit, width=390)
    verb(page, "closed").click()
    expect(page.locator(DOES_WHAT)).to_have_text("closed")

    page.locator("a.d-below").click()

    expect(page.locator(DOES_WHAT)).to_be_in_viewport()
    expect(page.locator(SENTENCE)).to_be_in_viewport(ratio=1)
    expect(page).to_have_url(re.compile("fact=doc01-f73"))


@pytest.mark.long
def test_on_a_phone_that_has_room_the_choices_above_the_record_are_in_sight_too(visit: Visit):
    page = open_long(visit, width=390)
    page.set_viewport_size({"width": 390, "height": 844})
    verb(page, "closed").click()
    expect(page.locator(DOES_WHAT)).to_have_text("closed")

    page.locator("a.d-below").click()

    expect(page.locator(DOES_WHAT)).to_be_in_viewport()
    expect(page.get_by_role("radio", name="Told alike")).to_be_in_viewport()


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


@pytest.mark.long
@pytest.mark.slow
def test_a_copy_of_the_sentence_is_shown_beside_it(visit: Visit, tmp_path: Path):
    snapshots.large(tmp_path, 3)
    with serve(tmp_path) as address:
        page: Page = visit("/report?doc=doc00-0&beside=facts", base=address)

        expect(page.locator(".d-likeness").first).to_contain_text("The same words")
        settle(page)
