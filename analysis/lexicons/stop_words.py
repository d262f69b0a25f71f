"""Words that say nothing of a topic: function words, the small change of news prose, numbers and measures."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from analysis.lexicons.measures import untelling_measures
from analysis.lexicons.rows import read_rows

NEWS = Path(__file__).with_name("stop_words.txt")
TELLING = Path(__file__).with_name("telling_nouns.txt")
NUMBERS = frozenset({"NUMBER", "VAGUE", "ORDINAL"})


@cache
def stop_words() -> frozenset[str]:
    """scikit-learn's English stop words, those of `stop_words.txt`, the words of numbers, and measures."""
    return frozenset(ENGLISH_STOP_WORDS) | _lines(NEWS) | _number_words() | untelling_measures()


@cache
def telling_nouns() -> frozenset[str]:
    """The stop words that as nouns tell what a text is about, by `telling_nouns.txt`: `mine`, `fire`."""
    return _lines(TELLING)


def _number_words() -> frozenset[str]:
    rows = read_rows("time_words", ("word", "kinds", "value", "form"), optional=("value", "form"))
    return frozenset(row["word"] for row in rows if not NUMBERS.isdisjoint(row["kinds"].split()))


def _lines(path: Path) -> frozenset[str]:
    """The words of a file, one a line; `#` begins a remark."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
