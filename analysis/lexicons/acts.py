"""Families of acts: verbs and nouns that tell the same event in other words (`act_families.csv`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from analysis.lexicons.rows import LexiconError, read_rows

PARTS_OF_SPEECH = ("verb", "noun", "alone", "once")


@cache
def families() -> Mapping[tuple[str, str], str]:
    """The family of each verb and noun, by word and part of speech; empty for words that say too little."""
    rows = read_rows("act_families", ("word", "part_of_speech", "family"), optional=("family",))
    strange = sorted({row["part_of_speech"] for row in rows} - set(PARTS_OF_SPEECH))
    if strange:
        raise LexiconError(f"act_families.csv has {strange}, not one of {list(PARTS_OF_SPEECH)}")
    return MappingProxyType({(row["word"], row["part_of_speech"]): row["family"] for row in rows})


def needs_no_object(family: str) -> bool:
    """Whether an act is told in full without what it is done to.

    >>> needs_no_object("resign"), needs_no_object("attack")
    (True, False)
    """
    return (family, "alone") in families()


@cache
def once() -> tuple[str, ...]:
    """The families of acts that are not soon done again by the same on the same: opening, appointing."""
    return tuple(sorted(word for word, part_of_speech in families() if part_of_speech == "once"))
