"""The line under a claim: who says so and when, when it happens, its themes, what it counts, and its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.queries.engine.database import Row
from display import day_words, words
from display.claims.claim_sentence import HAPPENS, themes_of
from display.palette import theme_class
from display.safe import is_empty, shortened, text
from pages.parts.filtered_links import REPORT, address_of

LONGEST_TITLE, LONGEST_SOURCE = 70, 120  # characters


def about(row: Row, themes: Sequence[str], has_report: bool = True, is_brief: bool = False, told: str = "") -> str:
    """The line of a row of FACT_ROWS as HTML; a brief one says who says so and when. `told` is HTML about others that
    tell it."""
    items = [*_who_and_when(row), *(() if is_brief else _more(row, themes))]
    items += [("", in_report(row))] if has_report else []
    items += [(' class="d-beside"', told)] if told else []
    return f'<p class="d-meta">{"".join(f"<span{look}>{item}</span>" for look, item in items)}</p>'


def _who_and_when(row: Row) -> Iterator[tuple[str, str]]:
    """What the items look like, and their HTML."""
    if not row["is_claim"]:
        yield "", "A detail"
    yield ' class="d-by"', _labelled("Said by", said_by(row))
    if when := day_words.when(row):
        grey = ' class="d-when d-grey"' if row["precision"] == "report" else ' class="d-when"'
        yield grey, _labelled(HAPPENS.get(str(row["status"]), "When"), text(when))


def _more(row: Row, themes: Sequence[str]) -> Iterator[tuple[str, str]]:
    if not is_empty(row["recipient"]):
        yield "", _labelled("For", text(row["recipient"]))
    if not is_empty(row["amounts"]):
        yield "", _labelled("Amount", text(row["amounts"]))
    yield from (("", theme_badge(theme, themes)) for theme in themes_of(row))


def said_by(row: Row) -> str:
    """Who says so, and when, as HTML."""
    source = "the report itself" if is_empty(row["source"]) else str(row["source"])
    when = day_words.days(row["said_first_day"], row["said_end_day"])
    return text(shortened(source, LONGEST_SOURCE)) + (f", {text(when)}" if when else "")


def in_report(row: Row) -> str:
    """The report and its publisher and day, as a link to the place where it says so."""
    href = address_of(REPORT, doc=str(row["doc_id"]), fact=str(row["fact_id"]))
    title = shortened(str(row["source_id"] if is_empty(row["title"]) else row["title"]), LONGEST_TITLE)
    origin = text(words.origin(row))
    return f'<span class="d-label">In</span> <a href="{text(href)}" dir="auto">{text(title)}</a>, {origin}'


def theme_badge(theme: object, themes: Sequence[str]) -> str:
    """The name of a theme with its colour."""
    name = "" if is_empty(theme) else str(theme)
    return f'<span class="{theme_class(name, themes)}">{text(words.theme(name))}</span>'


def status_badge(row: Row) -> str:
    """The status of a fact, and its kind of plan: a word, and a pattern beside it."""
    status = str(row["status"])
    plan = "" if is_empty(row["plan"]) else f" · {words.PLAN[str(row['plan'])].lower()}"
    meaning = text(words.STATUS_MEANING[status])
    return f'<span class="d-status d-{status}" title="{meaning}">{words.STATUS[status]}{plan}</span>'


def _labelled(label: str, value: str) -> str:
    return f'<span class="d-label">{label}</span> <span dir="auto">{value}</span>'
