"""The order in which days are written: that of the reader's language, one for sentences, tables, charts and fields.

The words are English for everybody; what comes first, the day, the month or the year, is what the browser's language
has in its long dates (CLDR 45, `dateFormats-long`). Files keep ISO 8601.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

# Every locale that is not named here writes the day first.
MONTH_FIRST = {f"en-{of}" for of in ("US", "AS", "BI", "CA", "GU", "MH", "MP", "PH", "PR", "UM", "VI")} | {"en", "fil"}
YEAR_FIRST = {"dz", "eo", "eu", "hu", "ii", "ja", "ko", "ky", "lt", "mn", "ne", "si", "yue", "zh"}


@dataclass(frozen=True)
class Order:
    """How a day is written: in words, with `{day}`, `{month}` and `{year}`; along an axis, as d3 says it; in a column
    of a table, as Moment.js does; in a field, as Streamlit does."""

    in_words: str
    in_year: str  # without the year
    tick: str
    month_tick: str
    column: str
    field: str

    @property
    def is_year_first(self) -> bool:
        """Whether the year stands before the month."""
        return self.in_words.startswith("{year}")


DAY_FIRST = Order(
    in_words="{day} {month} {year}",
    in_year="{day} {month}",
    tick="%-d %b<br>%Y",
    month_tick="%b<br>%Y",
    column="D MMMM YYYY",
    field="DD/MM/YYYY",
)
AMERICAN = Order(
    in_words="{month} {day}, {year}",
    in_year="{month} {day}",
    tick="%b %-d<br>%Y",
    month_tick="%b<br>%Y",
    column="MMMM D, YYYY",
    field="MM/DD/YYYY",
)
ISO_LIKE = Order(
    in_words="{year} {month} {day}",
    in_year="{month} {day}",
    tick="%Y<br>%b %-d",
    month_tick="%Y<br>%b",
    column="YYYY MMMM D",
    field="YYYY/MM/DD",
)


def read_locale_with(read: Callable[[], str]) -> None:
    """Set what says the locale of the reader of the thread that runs: pages ask the browser."""
    global _read_locale
    _read_locale = read


def _nobody() -> str:
    return ""


_read_locale: Callable[[], str] = _nobody


def order() -> Order:
    """The order of the reader; the day first where no browser says a language."""
    return order_of(_read_locale())


@lru_cache(maxsize=200)
def order_of(locale: str) -> Order:
    """The order of a locale, as browsers name it (BCP 47).

    >>> [order_of(one).tick for one in ("en-GB", "de", "en-US", "ja-JP", "")]
    ['%-d %b<br>%Y', '%-d %b<br>%Y', '%b %-d<br>%Y', '%Y<br>%b %-d', '%-d %b<br>%Y']
    """
    if locale in MONTH_FIRST or locale.startswith("fil-"):
        return AMERICAN
    return ISO_LIKE if locale.partition("-")[0] in YEAR_FIRST else DAY_FIRST


def ticks(bucket: str) -> str:
    """How the columns of a day, month, year or decade are named along an axis, as d3 says it."""
    return {"day": order().tick, "month": order().month_tick, "year": "%Y", "decade": "%Ys"}[bucket]
