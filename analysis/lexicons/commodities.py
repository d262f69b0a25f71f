"""Commodities: what markets trade, by the words of headlines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from analysis.lexicons.rows import read_rows


def commodity(words: str) -> str:
    """The commodity that words name first, empty for none; the longest name there (`palm oil`, not `oil`).

    >>> commodity("U.S. PALM OIL STOCKS RISE"), commodity("Borax Ltd names chairman")
    ('palm oil', '')
    """
    found = _pattern().search(words.lower())
    return "" if found is None else _names()[found[0]]


@cache
def _names() -> Mapping[str, str]:
    return MappingProxyType({row["word"]: row["name"] for row in read_rows("commodities", ("word", "name"))})


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_names(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
