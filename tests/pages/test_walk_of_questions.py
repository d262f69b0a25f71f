"""An analyst asks what the pages promise to answer and gets sentences, on the seeds and on two thousand reports.

Each walk reads from a page what it asks the next, so it goes on any snapshot: `DOSSIER_WALK=FOLDER` walks on your own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from analysis.pipeline import Settings, build
from tests.pages import snapshots
from tests.pages.conftest import Open, html

ROOT = Path(__file__).resolve().parents[2]
COPIES = 220  # of nine reports
FOLDERS = {"": "overview"}  # the first page has no name
SECTION = {"report": "read", "documents": "corpus", "quality": "corpus", "share": "corpus"}
CORPORA = ("seeds", pytest.param("two thousand reports", marks=pytest.mark.long))
SAYING = re.compile(r'<mark class="d-action"[^>]*>(said|says|told|added)</mark>')

Follow = Callable[[str], AppTest]


@pytest.fixture(scope="module", params=CORPORA)
def corpus(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of snapshots."""
    folder = tmp_path_factory.mktemp("walk")
    if request.param == "seeds":
        build([ROOT / "seeds"], folder, Settings())
    elif own := os.environ.get("DOSSIER_WALK"):
        return Path(own)
    else:
        snapshots.large(folder, COPIES)
    return folder


@pytest.fixture
def follow(visit: Open, corpus: Path) -> Follow:
    """Open what a link leads to: `follow("./facts?theme=Mining")`."""

    def followed(href: str) -> AppTest:
        split = urlsplit(unescape(href))
        name = split.path.removeprefix("./")
        page = f"{SECTION.get(name, 'explore')}/{FOLDERS.get(name, name)}"
        app = visit(page, corpus, **parse_qs(split.query))
        assert not app.exception
        assert "It was left out" not in html(app)
        return app

    return followed


class Question(NamedTuple):
    """A question of the Overview, how many claims answer it, where they are, and its cards."""

    words: str
    number: int
    href: str
    cards: list[str]


def questions_of(app: AppTest) -> list[Question]:
    """The questions of the Overview."""
    found = re.findall(
        r'<li><a class="d-way" href="([^"]*)"[^>]*>([^<]*\?) <strong>([\d,]+)</strong></a>(.*?)</details></li>',
        html(app).partition('<ul class="d-questions">')[2],
    )
    return [
        Question(words, int(number.replace(",", "")), href, cards.split('<div class="d-answer">')[1:])
        for href, words, number, cards in found
    ]


def sentences_of(shown: str) -> list[str]:
    """The first lines of claims, as text."""
    found = re.findall(r'<span class="d-said">(.*?)</span>', shown)
    return [unescape(re.sub("<[^>]+>", "", one)) for one in found]


def are_sentences(claims: list[str]) -> bool:
    """Whether claims begin like sentences, have some words and end."""
    return bool(claims) and all(len(one.split()) > 2 and one[-1] in ".?!”\"'" for one in claims)


def test_a_question_is_answered_by_cards_and_by_all_its_claims(follow: Follow):
    asked = questions_of(follow("./"))

    assert {"Who pledges what?", "Who plans what?"} <= {one.words for one in asked}
    for one in asked:
        claims = sentences_of("".join(one.cards))
        assert are_sentences(claims), one.words
        assert len(claims) <= one.number
        assert all("Said by" in card and "d-quote" in card for card in one.cards)
        every = html(follow(one.href))
        assert re.search(rf">Showing {one.number:,} of [\d,]+ claims:", every) or f"{one.number:,} claims" in every
        assert are_sentences(sentences_of(every))


def test_who_answers_is_named_with_what_and_whom_in_the_sentence(follow: Follow):
    pledges = next(one for one in questions_of(follow("./")) if one.words == "Who pledges what?")

    card = pledges.cards[0]
    assert re.search(r'<p class="d-who" dir="auto">[^<]+</p>', card)
    assert '<mark class="d-action"' in card
    assert '<mark class="d-target"' in card
    assert "Planned · pledged" in card


def test_what_is_new_is_claims_and_nobody_merely_says(follow: Follow):
    shown = html(follow("./")).partition("What is new")[2].partition("What is told most")[0]

    assert are_sentences(sentences_of(shown))
    assert not SAYING.search(shown)
    assert "Nothing that is not told before" not in shown


def test_what_is_told_most_opens_every_claim_that_tells_it(follow: Follow):
    shown = html(follow("./")).partition("What is told most")[2]
    href, reports, claims = re.findall(
        r'href="(\./facts\?[^"]*)"[^>]*><strong>([\d,]+) reports?</strong>.*?· ([\d,]+) claim', shown
    )[0]

    every = html(follow(href))
    assert f">Showing {claims} of" in every
    assert f"In {reports} report" in every
    assert are_sentences(sentences_of(every))


def test_somebody_is_known_by_what_they_do_before_any_chart(follow: Follow):
    app = follow("./people?look=profile")
    page = html(app)

    does = page.partition('<div class="d-does">')[2]
    assert are_sentences(sentences_of(does))
    keys = [one.proto.id for one in app.get("bidi_component")]
    assert [key for key in keys if "tools-profile" in key]


def test_two_themes_differ_in_claims_before_words(follow: Follow):
    shown = html(follow("./topics?part=compare&against=theme&theme=Economy"))

    for side in re.findall(
        r'<div class="d-does"><h3>Only in .*?(?=<div class="d-does">|<h3 class="d-title">)', shown, re.S
    ):
        assert are_sentences(sentences_of(side)) or ">0 claims that" in side
    assert shown.index("Only in ") < shown.index(">Words</h2>")


def test_a_word_is_found_in_sentences_that_open_in_their_report(follow: Follow):
    shown = html(follow("./search?q=contract OR embassy"))

    href = re.findall(r'<a[^>]*href="(\./report\?[^"]*)"', shown)[0]
    report = follow(href)
    assert 'class="d-text"' in html(report)


def test_a_report_under_a_filter_says_why_it_is_here(follow: Follow):
    planned = follow("./facts?status=Planned")
    href = re.findall(r'<a href="(\./report\?[^"]*)"', html(planned))[0]

    report = html(follow(re.sub("&amp;fact=[^&]*", "", href)))
    assert re.search(r"Shown for [\d,]+ of its [\d,]+ claims|[\d,]+ claims? in this report", report)
