"""What sentences about days count: the timeline, its columns, and the periods of the panel."""

from __future__ import annotations

import re

import pandas as pd

from analysis.fields.cut import Cut
from analysis.queries.histogram import axis, bars
from tests.pages.numbers.counted import Page
from tests.pages.numbers.saying import CLAIMS, N, Saying


def _undated(page: Page) -> tuple[int, int]:
    """The claims without a day in the text: those that stand on the day of their report, and those that cannot."""
    n_nowhere = page.n(Cut("undated"), Cut("published", ""))
    return page.n(Cut("undated")) - n_nowhere, n_nowhere


def _any_period(page: Page) -> Page:
    return page._replace(selection=page.selection.without("period"))


def _beyond(page: Page) -> tuple[int, ...]:
    """The claims before and after the axis of the panel."""
    along, other = axis(page.database), _any_period(page)
    assert along is not None
    return tuple(other.n(Cut("period", one)) for one in (f"..{along.before}", f"{along.after}.."))


def _longer(page: Page, unit: str) -> tuple[int, ...]:
    """The claims on the axis of the panel that take longer than a bar of it."""
    along, other = axis(page.database), _any_period(page)
    assert along is not None
    longer = Cut(f"longer_than_{unit}")
    beyond = (Cut("period", f"..{along.before}"), Cut("period", f"{along.after}.."))
    return (other.n(longer) - sum(other.n(longer, one) for one in beyond),)


def _fullest(page: Page) -> tuple[int, ...]:
    """The most claims that one bar of the panel lets through."""
    along, other = axis(page.database), _any_period(page)
    assert along is not None
    return (max(other.n(Cut("period", f"{first}..{last}")) for first, last in bars(along)),)


def _told(page: Page) -> tuple[int, ...]:
    told = [page.n(Cut("told", value)) for value in ("before", "on", "after")]
    return (sum(told), *told)


def _on_the_timeline(page: Page) -> int:
    """The claims that stand on days, with those on the day of their report unless these are a mark by themselves."""
    in_grey = all(mark.cuts != (Cut("undated"),) for mark in page.marks)
    return page.n(Cut("dated")) + (_undated(page)[0] if in_grey else 0)


def _on_more_days(page: Page, with_undated: bool) -> tuple[int, ...]:
    """The claims that stand on days, and those of more than one day."""
    shown = page.n(Cut("dated")) + (_undated(page)[0] if with_undated else 0)
    return shown, page.n(Cut("longer_than_day"))


def _zoomed(page: Page, words: str) -> tuple[int, ...]:
    """The claims that a column of the timeline lets through when it is made the period."""
    if decade := re.fullmatch(r"the (\d{4})s", words):
        first, last = pd.Period(decade[1], "Y"), pd.Period(str(int(decade[1]) + 9), "Y")
    else:
        first = last = pd.Period(words, "D" if re.match(r"\d+ ", words) else None)
    return (_any_period(page).n(Cut("period", f"{first.start_time:%F}..{last.end_time:%F}")),)


OF_TIMES = (
    Saying(rf"^(?:.* )?(?:the )?\d{{4}}s? · {N} {CLAIMS}$", lambda page, said: _zoomed(page, said[0].split(" · ")[0])),
    Saying(rf"^Show {N} {CLAIMS} without a day, in grey", lambda page, _: _undated(page)[:1]),
    Saying(rf"{N} {CLAIMS} without a day stands? on the day of their report", lambda page, _: _undated(page)[:1]),
    Saying(rf"{N} {CLAIMS} without a day in the text stands? on that", lambda p, _: _undated(_any_period(p))[:1]),
    Saying(rf"{N} {CLAIMS} without any day", lambda page, _: _undated(_any_period(page))[1:]),
    Saying(rf"(?<= ){N} earlier\b", lambda page, _: (_beyond(page)[0],)),
    Saying(rf"(?<= ){N} later\b", lambda page, _: (_beyond(page)[1],)),
    Saying(rf"{N} longer than a (day|month|year)\.", lambda page, found: _longer(page, found[2])),
    Saying(rf"(?i:{CLAIMS}) by the month they begin in; most in \w+ \d+: {N}", lambda page, _: _fullest(page)),
    Saying(rf"^{N} {CLAIMS} on their days, {N} of them over .* in grey", lambda page, _: _on_more_days(page, True)),
    Saying(rf"^{N} {CLAIMS} on their days, {N} of them over ", lambda page, _: _on_more_days(page, False)),
    Saying(rf"no time for {N} of them.* in grey", lambda page, _: (_undated(page)[0] + page.n(Cut("report_day")),)),
    Saying(rf"no time for {N} of them(?!.* in grey)", lambda page, _: (page.n(Cut("report_day")),)),
    Saying(rf"^{N} {CLAIMS} are too many to show one by one", lambda page, _: (_on_the_timeline(page),)),
    Saying(rf"Of {N} dated {CLAIMS}: {N} over before the report, {N} of its own day, {N} still", lambda p, _: _told(p)),
)
