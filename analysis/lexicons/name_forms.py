"""Words about names: titles, particles, short forms, spellings, sounds, legal forms, words of bodies.

All keys are plain small letters, as `analysis.lexicons.keys.fold` and `str.lower` make them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from analysis.lexicons.rows import LexiconError, read_rows

PART_KINDS = ("title", "honorific", "degree", "generation", "particle", "patronymic")
BODY_KINDS = ("head", "office", "field", "common", "little", "spelling", "number", "vessel")
VARIANT_KINDS = ("spelling", "language")


@cache
def person_words() -> Mapping[str, str]:
    """The kind of each word beside or within a name: title, honorific, degree, generation, particle, patronymic."""
    return _kinds(read_rows("person_words", ("word", "kind")), "word", PART_KINDS)


@cache
def body_words() -> Mapping[str, tuple[str, str]]:
    """Kind and plain form of the words that names of bodies are made of."""
    rows = read_rows("body_words", ("word", "kind", "plain"), optional=("plain",))
    _kinds(rows, "word", BODY_KINDS)
    return MappingProxyType({row["word"]: (row["kind"], row["plain"]) for row in rows})


@cache
def legal_forms() -> Mapping[tuple[str, ...], str]:
    """The kind of each legal form, by its words."""
    return MappingProxyType({tuple(r["form"].split()): r["kind"] for r in read_rows("legal_forms", ("form", "kind"))})


@cache
def variants(kind: str) -> Mapping[str, str]:
    """The form under which the spellings of a name are compared; kind is spelling or language."""
    rows = read_rows("name_variants", ("name", "kind", "variants"))
    _kinds(rows, "name", VARIANT_KINDS)
    chosen = [row for row in rows if row["kind"] == kind]
    pairs = [(form, row["name"]) for row in reversed(chosen) for form in (*row["variants"].split(), row["name"])]
    return MappingProxyType(dict(pairs))


@cache
def full_names() -> Mapping[str, tuple[str, ...]]:
    """The full names that a short one stands for."""
    return MappingProxyType(
        {row["short"]: tuple(row["full"].split()) for row in read_rows("nicknames", ("short", "full"))}
    )


@cache
def genders() -> Mapping[str, str]:
    """`m` or `f` for the given names that nearly always have one."""
    rows = read_rows("given_names", ("name", "gender"), optional=("gender",))
    return MappingProxyType({row["name"].lower(): row["gender"] for row in rows})


def is_given_name(word: str) -> bool:
    """Whether a word is known as a given name."""
    return word in genders() or word in variants("language") or word in full_names()


@cache
def sound_rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Pattern and replacement of each spelling of a sound, in order."""
    rows = read_rows("sounds", ("pattern", "replacement", "note"), optional=("replacement",))
    return tuple((re.compile(row["pattern"]), row["replacement"]) for row in rows)


@cache
def close_letters() -> Mapping[tuple[str, str], float]:
    """What it costs to change one letter into a close one, both ways round."""
    pairs = [(row["letters"], float(row["cost"])) for row in read_rows("close_letters", ("letters", "cost"))]
    return MappingProxyType({key: cost for pair, cost in pairs for key in ((pair[0], pair[1]), (pair[1], pair[0]))})


@cache
def letters() -> Mapping[int, str]:
    """Latin letters by letter of another script, for `str.translate`."""
    rows = read_rows("letters", ("letter", "latin"), optional=("latin",))
    return MappingProxyType({ord(row["letter"]): row["latin"] for row in rows})


def _kinds(rows: tuple[dict[str, str], ...], key: str, allowed: tuple[str, ...]) -> Mapping[str, str]:
    strange = sorted({row["kind"] for row in rows} - set(allowed))
    if strange:
        raise LexiconError(f"kinds {strange} are none of {list(allowed)}")
    return MappingProxyType({row[key]: row["kind"] for row in rows})
