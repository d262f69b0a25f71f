"""The path from the word that frames a claim down to its head: `expressed its interest in investing`."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

FRAMING = frozenset(
    {
        "to",
        "ing",
        "of",
        "in",
        "for",
        "on",
        "at",
        "with",
        "about",
        "from",
        "into",
        "toward",
        "towards",
        "copula",
        "holds",
    }
)  # scopes in which a governor and what it governs are one statement; `that` opens a statement of its own
APART = frozenset({"relcl", "advcl", "parataxis"})  # clauses that stand beside the one above
HOPS = 6  # words climbed; longer chains are errors of the parse


def framed_by(head: Token, governors: Sequence[tuple[int, str]]) -> Token:
    """The outermost word whose clause states the event of `head`: the word itself where nothing frames it.

    `governors` are the governing words from the nearest outwards: position in the Doc and scope.
    """
    top = head
    for position, scope in governors[:HOPS]:
        above = head.doc[position]
        is_held = scope == "object" and top.i != head.i  # `expressed its interest in`, `made an offer to`
        if not (scope in FRAMING or is_held) or top.dep_ in APART:
            break
        top = above
    return top


def path(top: Token, head: Token) -> list[Token]:
    """The words from `top` down to `head` along the tree, both included; `[head]` where `top` is not above it."""
    found = [head]
    one = head
    for _ in range(4 * HOPS):
        if one.i == top.i:
            return found[::-1]
        if one.head.i == one.i:
            break
        one = one.head
        found.append(one)
    return [head]
