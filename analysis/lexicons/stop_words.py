"""Words that say nothing of a topic: the function words of English and the small change of news prose."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

NEWS = Path(__file__).with_name("stop_words.txt")


@cache
def stop_words() -> frozenset[str]:
    """scikit-learn's English stop words and those of `stop_words.txt` (one a line, `#` begins a remark)."""
    lines = NEWS.read_text(encoding="utf-8").splitlines()
    return frozenset(ENGLISH_STOP_WORDS) | {line.strip() for line in lines if line.strip() and not line.startswith("#")}
