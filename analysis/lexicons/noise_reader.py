"""Paragraphs that speak to the reader of a web page, of accounts, cookies, newsletters: by `noise_reader.csv`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from analysis.lexicons.rows import LexiconError, read_rows

KINDS = ("topic", "reader", "opener", "prose")
ENOUGH = 2  # the weight of the topics of a paragraph from which it is furniture
LONGEST = 70  # words: what is longer tells something
QUOTES = re.compile(r"[\"“”«»„]")
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
OPENING = re.compile(r"(?:^|[.?!,:]\s+)([^\W\d_]+)")
LONG = 4  # blanks in a sentence from which on it must address somebody as well
WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


class ReaderLexicon(msgspec.Struct, frozen=True):
    """The words by kind; without one of `looked_for`, parts of the topics, a paragraph is about none of them."""

    topics: dict[str, int]
    looked_for: tuple[str, ...]
    readers: frozenset[str]
    openers: frozenset[str]
    prose: frozenset[str]


@cache
def load_noise_reader() -> ReaderLexicon:
    """The rows of `noise_reader.csv`. Raises LexiconError."""
    rows = read_rows("noise_reader", ("words", "kind", "weight"), optional=("weight",))
    for row in rows:
        if row["kind"] not in KINDS or row["weight"].isdigit() != (row["kind"] == "topic"):
            raise LexiconError(
                f"noise_reader.csv: the row of {row['words']!r} has another kind or weight than there are"
            )
    by_kind = {kind: frozenset(row["words"] for row in rows if row["kind"] == kind) for kind in KINDS}
    topics = {row["words"]: int(row["weight"]) for row in rows if row["kind"] == "topic"}
    return ReaderLexicon(topics, _shortest(topics), by_kind["reader"], by_kind["opener"], by_kind["prose"])


def may_speak_to_reader(text: str) -> bool:
    """Whether a paragraph has one of the words that furniture turns on; a first look."""
    small = text.casefold()
    return any(words in small for words in load_noise_reader().looked_for)


def speaks_to_reader(text: str) -> bool:
    """Whether a paragraph or sentence speaks to the reader of a page about the page.

    >>> speaks_to_reader("You have read two of your three free articles."), speaks_to_reader("Log in to your account.")
    (True, True)
    >>> speaks_to_reader("The bank told you of cookies."), speaks_to_reader("He closed his account.")
    (False, False)
    """
    small = text.casefold().replace("’", "'")
    words = WORD.findall(small)
    lexicon = load_noise_reader()
    if not 0 < len(words) <= LONGEST or QUOTES.search(small) or not lexicon.prose.isdisjoint(words):
        return False
    if not all(_addresses(one, lexicon) for one in SENTENCE_END.split(small) if one.count(" ") >= LONG):
        return False
    return _addresses(small, lexicon) and _weight(" ".join(words), lexicon) >= ENOUGH


def _addresses(small: str, lexicon: ReaderLexicon) -> bool:
    """Whether words in small letters address somebody, `your`, or ask for something, `Log in`, `To read on, log in`."""
    return not lexicon.openers.isdisjoint(OPENING.findall(small)) or not lexicon.readers.isdisjoint(WORD.findall(small))


def _weight(words: str, lexicon: ReaderLexicon) -> int:
    """The weights of the topics in the words; of one within another the longer counts."""
    padded, weight = f" {words} ", 0
    for topic in sorted(lexicon.topics, key=len, reverse=True):
        if f" {topic} " in padded:
            weight += lexicon.topics[topic]
            padded = padded.replace(f" {topic} ", "  ")
    return weight


def _shortest(topics: Iterable[str]) -> tuple[str, ...]:
    """The topics that have no other topic within them."""
    found: list[str] = []
    for topic in sorted(topics, key=len):
        if not any(one in topic for one in found):
            found.append(topic)
    return tuple(found)
