"""From the words of a query to its nodes.

query  = and { "OR" and }
and    = not { [ "AND" ] not }
not    = { "NOT" | "-" } one
one    = "(" query ")" | near "(" query { "," query } [ "," number ] ")" | "phrase" [ ~number ] | name:... | word
"""

from __future__ import annotations

import re

from analysis.queries.searching.lexer import Piece, QueryFault, pieces
from analysis.queries.searching.nodes import (
    And,
    Fuzzy,
    Name,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
    finds_something,
)
from analysis.text.indexed_words import index_keys

LONGEST = 1_000  # characters of a query
DEEPEST = 20  # brackets in each other
MOST_PARTS = 5  # words of a `near`
FARTHEST = 50  # words that `near` may put between
USUAL_DISTANCE = 5
SHORT = 5  # letters of a word that `~` lets differ by one; a longer one may differ by two
SUFFIX = re.compile(r"(?P<base>.*?)(?P<suffix>\*|~\d*)?", re.DOTALL)
ENDS_AND = {"end", "close", "comma", "or"}


def parse(query: str) -> Node:
    """The query as nodes. Raises QueryFault.

    >>> parse("mine* -gold")
    And(parts=(Prefix(key='mine'), Not(part=Word(key='gold'))))
    """
    if len(query) > LONGEST:
        raise QueryFault(f"A query has at most {LONGEST:,} characters.", LONGEST, len(query))
    reader = _Reader(pieces(query))
    node = reader.query()
    last = reader.next
    if last.kind != "end":
        raise QueryFault("This closes a bracket that was never opened.", last.start, last.end)
    if node is None:
        raise QueryFault("Write a word to look for.", 0, len(query))
    if not finds_something(node):
        raise QueryFault("Say what to find as well as what to leave out.", 0, len(query))
    return node


class _Reader:
    """Reads the pieces one after the other."""

    def __init__(self, found: list[Piece]) -> None:
        self._pieces, self._place, self._depth = found, 0, 0

    @property
    def next(self) -> Piece:
        """The piece to read now."""
        return self._pieces[self._place]

    def _take(self) -> Piece:
        piece = self.next
        self._place += 1
        return piece

    def query(self) -> Node | None:
        """Parts with OR between them; None for nothing at all."""
        first = self._all()
        parts = [first]
        while self.next.kind == "or":
            sign = self._take()
            part = self._all()
            if first is None or part is None:
                raise QueryFault("OR stands between two words.", sign.start, sign.end)
            parts.append(part)
        return _one_or(Or, [part for part in parts if part is not None])

    def _all(self) -> Node | None:
        """Parts with AND or nothing between them; None for nothing at all."""
        parts: list[Node] = []
        while self.next.kind not in ENDS_AND or (self.next.kind == "comma" and not self._depth):
            if self.next.kind == "comma":
                self._take()
                continue
            if self.next.kind == "and":
                sign = self._take()
                if not parts or self.next.kind in ENDS_AND:
                    raise QueryFault("AND stands between two words.", sign.start, sign.end)
            part = self._maybe_not()
            if part is not None:
                parts.append(part)
        return _one_or(And, parts)

    def _maybe_not(self) -> Node | None:
        if self.next.kind != "not":
            return self._one()
        sign = self._take()
        if self.next.kind in ENDS_AND | {"and"}:
            raise QueryFault("A word follows NOT.", sign.start, sign.end)
        self._deeper(sign)
        part = self._maybe_not()
        self._depth -= 1
        if part is None:
            raise QueryFault("A word follows NOT.", sign.start, sign.end)
        return part.part if isinstance(part, Not) else Not(part)

    def _one(self) -> Node | None:
        piece = self._take()
        if piece.kind == "open":
            return self._bracket(piece)
        if piece.kind == "near":
            return self._near(piece)
        if piece.kind == "name":
            return _name(piece)
        if piece.kind == "and":
            raise QueryFault("AND stands between two words.", piece.start, piece.end)
        return _phrase(piece) if piece.kind == "phrase" else _word(piece.text, piece)

    def _bracket(self, opening: Piece) -> Node | None:
        self._deeper(opening)
        node = self.query()
        self._close(opening)
        return node

    def _near(self, opening: Piece) -> Node:
        self._deeper(opening)
        parts: list[Node | None] = []
        numbers: list[tuple[Piece, int]] = []
        while True:
            first = self.next
            parts.append(self.query())
            alone = self._pieces[self._place - 1] is first and first.kind == "word" and first.text.isdecimal()
            numbers = [(first, int(first.text[:9]))] if alone else []
            if self.next.kind != "comma":
                break
            self._take()
        end = self.next.end
        self._close(opening)
        if numbers:
            parts.pop()
        found = [_of_near(part, opening, end) for part in parts if part is not None]
        piece, distance = numbers[0] if numbers else (opening, USUAL_DISTANCE)
        return _near(found, distance, (piece.start, piece.end), (opening.start, end))

    def _deeper(self, piece: Piece) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise QueryFault("There are too many brackets in each other.", piece.start, piece.end)

    def _close(self, opening: Piece) -> None:
        if self.next.kind == "comma":
            raise QueryFault("A comma stands only inside near(…).", self.next.start, self.next.end)
        if self.next.kind != "close":
            raise QueryFault("The bracket that opens here never closes.", opening.start, opening.end)
        self._take()
        self._depth -= 1


def _near(parts: list[Node], distance: int, at: tuple[int, int], whole: tuple[int, int]) -> Near:
    if not 2 <= len(parts) <= MOST_PARTS:
        message = (
            f"near takes two to {MOST_PARTS} words or phrases and how far apart they may be: near(copper, mine, 5)."
        )
        raise QueryFault(message, *whole)
    if not 1 <= distance <= FARTHEST:
        raise QueryFault(f"Words can be near by 1 to {FARTHEST} words.", *at)
    return Near(tuple(parts), distance)


def _of_near(part: Node, opening: Piece, end: int) -> Node:
    """A part of `near`: words that stand together without quotation marks are a phrase."""
    if isinstance(part, And) and all(isinstance(one, Word | Prefix | Fuzzy) for one in part.parts):
        return Phrase(part.parts)
    if isinstance(part, Word | Prefix | Fuzzy | Name | Phrase):
        return part
    if isinstance(part, Or):
        return Or(tuple(_of_near(one, opening, end) for one in part.parts))
    raise QueryFault("Inside near stand words, phrases, and OR between them.", opening.start, end)


def _name(piece: Piece) -> Name:
    if not index_keys(piece.text):
        raise QueryFault("A name follows name: as in name:Mamedov.", piece.start, piece.end)
    return Name(" ".join(piece.text.split()))


def _phrase(piece: Piece) -> Node:
    words = [_word(word, piece) for word in piece.text.split()]
    parts = [one for word in words if word for one in (word.parts if isinstance(word, Phrase) else (word,))]
    if not parts:
        raise QueryFault("There is no word between the quotation marks.", piece.start, piece.end)
    if not piece.distance:
        return parts[0] if len(parts) == 1 else Phrase(tuple(parts))
    if not piece.distance[1:].isdecimal():
        raise QueryFault('A number follows ~, as in "copper mine"~5.', piece.start, piece.end)
    return _near(parts, int(piece.distance[1:][:9]), (piece.start, piece.end), (piece.start, piece.end))


def _word(text: str, piece: Piece) -> Node | None:
    """The word; a phrase where it is several, as in `copper-mine`; None for signs alone."""
    match = SUFFIX.fullmatch(text)
    base, suffix = (match["base"], match["suffix"] or "") if match else (text, "")
    keys = index_keys(base)
    if "*" in base:
        raise QueryFault("A * stands at the end of a word, as in mine*.", piece.start, piece.end)
    if not keys:
        if suffix:
            raise QueryFault(f"Letters stand before {suffix}, as in mine{suffix}.", piece.start, piece.end)
        return None
    last = _last(keys[-1], suffix, piece)
    return last if len(keys) == 1 else Phrase((*(Word(key) for key in keys[:-1]), last))


def _last(key: str, suffix: str, piece: Piece) -> Node:
    if not suffix:
        return Word(key)
    if suffix == "*":
        if len(key) < 2:
            raise QueryFault("At least two letters stand before *.", piece.start, piece.end)
        return Prefix(key)
    if suffix not in ("~", "~1", "~2"):
        raise QueryFault("After ~ stands 1 or 2: so many letters may differ.", piece.start, piece.end)
    return Fuzzy(key, int(suffix[1:] or (1 if len(key) <= SHORT else 2)))


def _one_or(kind: type[And] | type[Or], parts: list[Node]) -> Node | None:
    return kind(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None
