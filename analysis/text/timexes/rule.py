"""A rule: a pattern, and what its matches mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis.text.timexes.context import Context
from analysis.text.timexes.tokens import Token

Parts = dict[str, str | int]
Found = Mapping[str, Sequence[Sequence[str]]]


class Meaning(NamedTuple):
    """What an expression means without a calendar: TIMEX3 type, how to resolve it, and with what."""

    type: str
    rule: str
    parts: Parts


class Match(NamedTuple):
    """What tokens[first:end] of a sentence mean."""

    first: int
    end: int
    meaning: Meaning

    def having(self, parts: Mapping[str, str | int]) -> Match:
        """The match with these parts as well."""
        return self._replace(meaning=self.meaning._replace(parts=self.meaning.parts | dict(parts)))


@dataclass(frozen=True)
class Rule:
    """A pattern; `meaning` says what a match means, None where it is no time; `guard` may refuse it in its place."""

    pattern: str
    meaning: Callable[[Found], Meaning | None]
    guard: Callable[[Context, int, int], bool] | None = None


def found(match: re.Match[str], tokens: Sequence[Token]) -> Found:
    """The words that each named part of a pattern matched, in order; parts that matched nothing are left out."""
    words: dict[str, list[list[str]]] = defaultdict(list)
    for name, codes in match.groupdict().items():
        if codes:
            start, end = match.span(name)
            words[name.split("_")[0]].append([token.text for token in tokens[start:end]])
    return words
