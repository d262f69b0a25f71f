"""The themes of a claim: what it is about, also in a report whose title is about something else."""

from __future__ import annotations

from analysis.read.article import Article
from analysis.text.blocks import find_blocks
from analysis.text.language import load_language
from analysis.text.parse import parses
from analysis.text.records import Report
from analysis.text.report import read_report

TEXT = (
    "The school in Velmont opened a new classroom for 40 pupils on Monday. Teachers said that the pupils would get "
    "books in June. Nordair said that its profit fell by a fifth in March because of higher fuel prices."
)


def report(text: str, title: str | None = None) -> Report:
    article = Article(source_id="a", title=title, text=text)
    (parse,) = parses(load_language(), [(text, find_blocks(text, ()))])
    return read_report(article, parse)


def themes(found: Report, action: str) -> set[str]:
    return {one.theme for one in found.fact_themes if found.facts[one.fact].action == action}


def test_a_claim_has_the_theme_that_its_words_and_its_report_are_about() -> None:
    found = report(TEXT, "New school for Velmont")

    assert "education" in themes(found, "opened")


def test_a_claim_of_something_else_has_its_own_theme_too() -> None:
    found = report(TEXT, "New school for Velmont")

    assert "economy" in themes(found, "fell")


def test_every_theme_of_a_claim_is_given_once_and_its_evidence_stands_in_the_text() -> None:
    found = report(TEXT, "New school for Velmont")

    keys = [(one.fact, one.theme) for one in found.fact_themes]
    assert len(keys) == len(set(keys))
    assert all(TEXT[start:end].strip() for one in found.fact_themes for start, end in one.evidence)
