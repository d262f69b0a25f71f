"""A query cut into pieces, each with its place."""

from __future__ import annotations

import re
from typing import NamedTuple


class QueryFault(ValueError):
    """A query that can't be read: why, in plain words, and from where to where."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message, self.start, self.end = message, start, end

    def said_of(self, query: str) -> str:
        """What is wrong, with the words of the query where it is.

        >>> QueryFault("It never closes.", 2, 4).said_of('a "b')
        'It never closes. See “"b”.'
        """
        wrong = query[self.start : self.end].strip()
        return f"{self.message} See “{wrong}”." if wrong and wrong != query.strip() else self.message


class Piece(NamedTuple):
    """A piece of a query. `kind` is open, close, comma, near, and, or, not, phrase, name, word or end."""

    kind: str
    text: str
    start: int
    end: int
    distance: str = ""  # the number after the ~ of a phrase


OPENING, CLOSING = '"“„«', '"”“»'
PATTERN = re.compile(
    rf"""(?P<blank>\s+)
    | (?P<near>[nN][eE][aA][rR]\s*\()
    | (?P<name>[nN][aA][mM][eE]:\s*
        (?:[{OPENING}](?P<quoted>[^{CLOSING}]*)[{CLOSING}] | (?P<bare>[^\s(),{OPENING}{CLOSING}]*)))
    | [{OPENING}](?P<phrase>[^{CLOSING}]*)[{CLOSING}](?:~(?P<distance>\w*))?
    | (?P<open>\() | (?P<close>\)) | (?P<comma>,)
    | (?P<minus>(?<![^\s(,])-(?=[^\s,)-]))
    | (?P<word>[^\s(),{OPENING}{CLOSING}]+)""",
    re.VERBOSE,
)
OPERATORS = {"AND": "and", "OR": "or", "NOT": "not"}


def pieces(query: str) -> list[Piece]:
    """The pieces of the query, then one of kind `end`. Raises QueryFault.

    >>> [(piece.kind, piece.text) for piece in pieces('mine* OR "copper mine"')]
    [('word', 'mine*'), ('or', 'OR'), ('phrase', 'copper mine'), ('end', '')]
    """
    found: list[Piece] = []
    place = 0
    while place < len(query):
        match = PATTERN.match(query, place)
        if match is None:
            raise QueryFault("The quotation marks that open here never close.", place, len(query))
        place = match.end()
        piece = _piece(match)
        if piece:
            found.append(piece)
    return [*found, Piece("end", "", len(query), len(query))]


def _piece(match: re.Match[str]) -> Piece | None:
    """What the match is; None for blanks."""
    kind, (start, end) = str(match.lastgroup), match.span()
    if kind == "blank":
        return None
    if match["name"] is not None:
        return Piece("name", match["quoted"] or match["bare"] or "", start, end)
    if match["phrase"] is not None:
        return Piece(
            "phrase", match["phrase"], start, end, "" if match["distance"] is None else "~" + match["distance"]
        )
    if kind == "minus":
        return Piece("not", "-", start, end)
    text = match.group()
    return Piece(OPERATORS.get(text, kind) if kind == "word" else kind, text, start, end)
