"""A sentence with all that its amounts are read from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Span, Token

from analysis.text.amounts.owners import Owners
from analysis.text.amounts.pieces import Piece, pieces
from analysis.text.amounts.readings import TIMES, Reading

Chars = tuple[int, int]


@dataclass(frozen=True)
class Clauses:
    """A sentence: its Doc part and its text, what dates and names take of the document, and the facts of its words."""

    span: Span
    text: str
    times: Sequence[Chars]
    names: Sequence[Chars]
    peoples: frozenset[Chars]
    owners: Owners

    @cached_property
    def pieces(self) -> list[Piece]:
        """The pieces of the text."""
        return pieces(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """The first character of each token, in characters of the sentence."""
        return [token.idx - self.span.start_char for token in self.span]

    def token(self, char: int) -> Token:
        """The token that a character of the sentence stands in."""
        return self.span[max(0, bisect_right(self.starts, char) - 1)]

    def first(self, one: Reading) -> Token:
        """The first token of a number."""
        return self.token(self.pieces[one.number.first].start)

    def last(self, one: Reading) -> Token:
        """The last token of a number."""
        return self.token(self.pieces[one.number.end - 1].start)

    def holds(self, one: Reading, token: Token) -> bool:
        """Whether a token is one of the words that bound a number: `400 or more`."""
        return token.idx - self.span.start_char < self.pieces[one.end - 1].end

    def is_dated(self, token: Token) -> bool:
        """Whether a token stands in a date."""
        return _is_in(self.times, token.idx)

    def is_taken(self, one: Reading) -> bool:
        """Whether a date has the number, or a name goes on around it."""
        if one.unit is None or one.is_lent or one.unit.name in TIMES:
            first, last = self.pieces[one.number.first].start, self.pieces[one.number.end - 1].start
            if any(_is_in(self.times, self.span.start_char + char) for char in (first, last)):
                return True
        return (one.unit is None or one.number.is_word) and self._is_named(one)

    def names_people(self, noun: Token) -> bool:
        """Whether a noun is the name of people: `15 Afghans`."""
        return (noun.idx, noun.idx + len(noun)) in self.peoples and noun.text.endswith(("s", "en"))

    def _is_named(self, one: Reading) -> bool:
        at, first, last = self.span.start_char, self.pieces[one.number.first], self.pieces[one.end - 1]
        around = (at + first.start - 1, at + last.end)
        return _is_in(self.names, at + first.start) and any(_is_in(self.names, char) for char in around)


def _is_in(spans: Sequence[Chars], char: int) -> bool:
    return any(start <= char < end for start, end in spans)
