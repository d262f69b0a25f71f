"""Context: what the words beside a name say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.lexicons.name_words import kinds, name_context, role_heads
from analysis.text.names.name import Name
from analysis.text.names.people import given_gender
from analysis.text.names.places import LARGE, SMALL, is_place, place_entry
from analysis.text.names.roles import described_as
from analysis.text.names.token_lists import Words

IN_COUNTRY = 1.5
SHARE = re.compile(r"[A-Z0-9]{1,6}\.[A-Z]{1,2}")
BEFORE_PLACES = frozenset({"in", "at", "near", "from", "outside", "of", "to"})
SEVERAL_WORDS = 0.5  # of the votes of `in` before a name of several words: it goes with bodies too
Vote = tuple[str, float, str]

WITH_COUNTRY, ARTICLE, ACRONYM, AGE, KIND, OFFICE, APPOSED, GIVEN_ALONE = 3.0, 0.7, 0.8, 3.0, 1.5, 0.6, 2.5, 1.2
TICKER = 3.0


def context_votes(words: Words, name: Name) -> Iterator[Vote]:
    """The votes of the words before and after a name."""
    yield from _before(words, name)
    yield from _after(words, name)
    yield from _form(words, name)
    yield from _described(words, name)


def _before(words: Words, name: Name) -> Iterator[Vote]:
    word, steps = words.before(name.start), 1
    if word in kinds() and not words.large[name.start - 1]:
        yield kinds()[word], KIND, f"`{word}` before it"
    if word == "the":
        steps = 2
        if name.end - name.start == 1 and words.tag[name.end : name.end + 1] not in (("NN",), ("NNS",)):
            yield "PERSON", -ARTICLE, "article before it"
            yield "ORG", ARTICLE, "article before it"
        word = words.before(name.start, steps)
    if word == "of":
        before = words.before(name.start, steps + 1)
        for label, weight in name_context("of").get(before, ()):
            yield label, weight, f"`{before} of` before it"
    elif steps == 1 or word in ("in", "near"):
        share = SEVERAL_WORDS if word == "in" and " " in words.phrase(name.start, name.end) else 1.0
        for label, weight in name_context("before").get(word, ()):
            yield label, weight * share, f"`{word}` before it"


def _after(words: Words, name: Name) -> Iterator[Vote]:
    word = words.after(name.end)
    for label, weight in name_context("after").get(word, ()):
        yield label, weight, f"`{word}` after it"
    if word in role_heads():
        yield "PERSON", -OFFICE, f"`{word}` after it"
        yield "ORG", OFFICE, f"`{word}` after it"
    if word == ",":
        if _is_place_after(words, name.end + 1):
            yield "GPE", WITH_COUNTRY, "a place after it that it lies in"
        elif words.after(name.end, 1).isdigit() and words.after(name.end, 2) == ",":
            yield "PERSON", AGE, "age after it"
    elif word == "in" and words.before(name.start) in BEFORE_PLACES and _is_place_after(words, name.end + 1):
        yield "GPE", IN_COUNTRY, "a place after it that it lies in"
    elif _is_before_ticker(words, name.end):
        yield "ORG", TICKER, "ticker of its shares after it"
    elif word == "-" and words.after(name.end, 1) == "based":
        yield "GPE", 1.5, "`-based` after it"


def _is_before_ticker(words: Words, end: int) -> bool:
    """Whether the sign of a share stands at a place: `<ACM>`, `(ACM.CO)`."""
    opened, closed = words.after(end), words.after(end, 2)
    if (opened, closed) == ("<", ">"):
        return True
    return (opened, closed) == ("(", ")") and SHARE.fullmatch(words.text[end + 1]) is not None


def _described(words: Words, name: Name) -> Iterator[Vote]:
    label = described_as(words, name.start, name.end) if name.label != "NORP" else ""
    if label:
        yield label, APPOSED, "description beside it"


def _is_place_after(words: Words, i: int) -> bool:
    """Whether a country or province stands at i, and no longer list goes on."""
    end = i
    while end < len(words.text) and words.large[end] and end < i + 3:
        end += 1
    if end == i or words.sentence[i] != words.sentence[i - 1]:
        return False
    entry = place_entry(words.phrase(i, end))
    is_place = entry is not None and entry.label in ("GPE", "LOC") and entry.weight >= LARGE
    return is_place and words.after(end) not in ("and", "or", "'s", "’s")


def _form(words: Words, name: Name) -> Iterator[Vote]:
    text = words.text[name.start]
    if name.end == name.start + 1 and given_gender(text) is not None and not is_place(text, SMALL):
        yield "PERSON", GIVEN_ALONE, "given name"
    is_acronym = name.end == name.start + 1 and text.isupper() and text.isalpha() and 2 <= len(text) <= 6
    if is_acronym and not words.in_headline[words.sentence[name.start]]:
        yield "ORG", ACRONYM, "acronym"
        yield "PERSON", -ACRONYM, "acronym"
