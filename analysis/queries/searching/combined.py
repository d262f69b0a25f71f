"""Queries put together, and taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.queries.searching.lexer import Piece, QueryFault, pieces
from analysis.text.indexed_words import index_keys

DEEPER = {"open": 1, "near": 1, "close": -1}


class Part(NamedTuple):
    """A part of a query that stands for itself: a word, a phrase, brackets. `start` is its place in the query."""

    query: str
    start: int
    is_left_out: bool = False


def parts_of(query: str) -> list[Part]:
    """The parts of a query, without their brackets and the sign that leaves them out; with AND or OR it is one part.

    Raises QueryFault where a quotation mark never closes; the parts may have other faults.

    >>> [part.query for part in parts_of('mine "old road" (a OR b)')]
    ['mine', '"old road"', 'a OR b']
    >>> parts_of("-gold")
    [Part(query='gold', start=1, is_left_out=True)]
    >>> [part.query for part in parts_of("mine OR road -gold")]
    ['mine OR road -gold']
    """
    groups = _groups(query)
    if groups is None:
        return [Part(query.strip(), len(query) - len(query.lstrip()))]
    return [_part(query, one) for one in groups]


def _groups(query: str) -> list[list[Piece]] | None:
    """The pieces of each part; None where AND or OR stands between parts."""
    found: list[list[Piece]] = [[]]
    depth = 0
    for piece in pieces(query):
        if piece.kind == "end" or (not depth and (piece.kind == "comma" or _is_sign(piece))):
            continue
        if not depth and piece.kind in ("and", "or"):
            return None
        depth = max(depth + DEEPER.get(piece.kind, 0), 0)
        found[-1].append(piece)
        if not depth and piece.kind != "not":
            found.append([])
    return [one for one in found if one]


def _is_sign(piece: Piece) -> bool:
    """Whether it is no word, like the `&` of `gold & copper`."""
    return piece.kind == "word" and not index_keys(piece.text) and piece.text[-1] not in "*~"


def _part(query: str, own: list[Piece]) -> Part:
    """The part of these pieces; a phrase of one word is a word."""
    first = next((number for number, piece in enumerate(own) if piece.kind != "not"), len(own) - 1)
    start, end = own[first].start, own[-1].end
    text, is_left_out = query[start:end], first > 0
    inner = own[first + 1 : -1]
    if own[first].kind == "open" and own[-1].kind == "close" and inner:
        text, start = query[inner[0].start : inner[-1].end], inner[0].start
        within = _alone(text)
        if within and not within.is_left_out:
            return within._replace(start=within.start + start, is_left_out=is_left_out)
    return Part(text, start, is_left_out)


def _alone(query: str) -> Part | None:
    """The only part of a query that has one; None for several, and for what cannot be read."""
    try:
        found = parts_of(query)
    except QueryFault:
        return None
    return found[0] if len(found) == 1 else None


def is_one_part(query: str) -> bool:
    """Whether the query says the same among other parts without brackets.

    >>> is_one_part('"old road"'), is_one_part("old road"), is_one_part("(a) OR b"), is_one_part("-a")
    (True, False, False, False)
    """
    try:
        groups = _groups(query)
    except QueryFault:
        return False
    return groups is not None and [_part(query, one) for one in groups] == [Part(query, 0)]


def bracketed(query: str) -> str:
    """The query as a part of another; a comma, which says nothing between words, may not stand in brackets.

    >>> bracketed("mine*"), bracketed("mine, near(road, pit)")
    ('mine*', '(mine near(road, pit))')
    """
    return query if is_one_part(query) else f"({_without_commas(query)})"


def _without_commas(query: str) -> str:
    """The query without the commas that stand outside brackets; as it is where it cannot be read."""
    depth, kept = 0, query
    try:
        for piece in pieces(query):
            depth = max(depth + DEEPER.get(piece.kind, 0), 0)
            if piece.kind == "comma" and not depth:
                kept = f"{kept[: piece.start]} {kept[piece.end :]}"
    except QueryFault:
        return query
    return " ".join(kept.split())


def either(queries: Sequence[str]) -> str:
    """The query that finds what one of the queries finds; empty for none.

    >>> either(["mine", "old road"]), either(["old road"])
    ('mine OR (old road)', 'old road')
    """
    return " OR ".join(map(bracketed, queries)) if len(queries) > 1 else "".join(queries)


def both(queries: Sequence[str], query: str) -> str:
    """The query that finds what one of the queries finds, if there are any, and this one as well.

    >>> both(["mine", "road"], "gold OR iron"), both([], "gold iron"), both(["mine"], "mine")
    ('(mine OR road) (gold OR iron)', 'gold iron', 'mine')
    """
    return query if set(queries) <= {query} else f"{bracketed(either(queries))} {bracketed(query)}"
