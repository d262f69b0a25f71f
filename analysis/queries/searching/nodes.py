"""What a query is made of. The parser gives Word, Prefix, Fuzzy and Name; expanding puts Forms in their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Word:
    """Sentences with this word."""

    key: str


@dataclass(frozen=True)
class Prefix:
    """Sentences with a word that begins so."""

    key: str


@dataclass(frozen=True)
class Fuzzy:
    """Sentences with a word that at most so many single letters tell from this one."""

    key: str
    edits: int


@dataclass(frozen=True)
class Name:
    """Sentences with a form of this name."""

    name: str


@dataclass(frozen=True)
class Forms:
    """Sentences with one of these words."""

    keys: frozenset[str]


@dataclass(frozen=True)
class Phrase:
    """Sentences in which the parts, one word each, follow each other."""

    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Near:
    """Sentences with all parts, in any order, each at most `distance` words from the next."""

    parts: tuple[Node, ...]
    distance: int


@dataclass(frozen=True)
class And:
    """Sentences that all parts find."""

    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Or:
    """Sentences that one of the parts finds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Not:
    """Sentences that the part does not find."""

    part: Node


Node = Word | Prefix | Fuzzy | Name | Forms | Phrase | Near | And | Or | Not
Expandable = Prefix | Fuzzy | Name


def below(node: Node) -> tuple[Node, ...]:
    """The nodes that a node is made of."""
    if isinstance(node, Not):
        return (node.part,)
    return node.parts if isinstance(node, Phrase | Near | And | Or) else ()


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, in the order of the query."""
    yield node
    for part in below(node):
        yield from walk(part)


def finds_something(node: Node) -> bool:
    """Whether the query says what to find, not only what to leave out.

    >>> finds_something(Or((Word("a"), Not(Word("b"))))), finds_something(And((Word("a"), Not(Word("b")))))
    (False, True)
    """
    if isinstance(node, Not):
        return False
    if isinstance(node, And):
        return any(finds_something(part) for part in node.parts)
    if isinstance(node, Or):
        return all(finds_something(part) for part in node.parts)
    return True
