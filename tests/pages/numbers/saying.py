"""A sentence with numbers, and what they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tests.pages.numbers.counted import Page

N = r"(\d[\d,]*)"
CLAIMS = "(?:claim|fact)s?"


class Saying(NamedTuple):
    """A sentence with numbers, and what they are."""

    pattern: str
    counted: Callable[[Page, re.Match[str]], Sequence[int]]
