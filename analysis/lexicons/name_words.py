"""The words that names are told by: titles, roles, head words, given names, well-known names, words that are none.

Each lexicon is a CSV file beside this module, read when it is first asked for and kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from analysis.lexicons.keys import fold
from analysis.lexicons.rows import LexiconError, read_rows

LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART")
POSITIONS = ("first", "last", "both", "suffix")
GENDERS = ("m", "f", "")


@dataclass(frozen=True)
class HeadWord:
    """What a word at the front or at the end of a name makes of it."""

    label: str
    position: str


@dataclass(frozen=True)
class KnownName:
    """A well-known name: its words, what it is, and the name that it is a form of."""

    words: tuple[str, ...]
    label: str
    canonical: str


@cache
def titles() -> Mapping[tuple[str, ...], str]:
    """The gender (m, f or empty) of each title, by its words, with a capital as they stand before a name."""
    rows = _rows("titles", ("title", "kind", "gender"), {"gender": GENDERS})
    return MappingProxyType({tuple(row["title"].replace("-", " - ").split()): row["gender"] for row in rows})


@cache
def courtesies() -> frozenset[str]:
    """The titles that are no office: Mr, Mrs, Dr."""
    rows = _rows("titles", ("title", "kind", "gender"), {"gender": GENDERS})
    return frozenset(row["title"] for row in rows if row["kind"] == "courtesy")


@cache
def role_heads() -> Mapping[str, str]:
    """The gender of each noun for what a person is, in small letters, singular."""
    rows = _rows("roles", ("word", "kind", "gender"), {"kind": ("head", "modifier"), "gender": GENDERS})
    return MappingProxyType({row["word"]: row["gender"] for row in rows if row["kind"] == "head"})


@cache
def role_modifiers() -> frozenset[str]:
    """The words that belong to an office before its noun, in small letters."""
    rows = _rows("roles", ("word", "kind", "gender"), {"kind": ("head", "modifier"), "gender": GENDERS})
    return frozenset(row["word"] for row in rows if row["kind"] == "modifier")


@cache
def head_words() -> Mapping[tuple[str, ...], tuple[HeadWord, ...]]:
    """What each head word makes of a name, by its words: one entry for each place that it can stand in."""
    found: dict[tuple[str, ...], list[HeadWord]] = {}
    for row in _rows("head_words", ("word", "label", "position"), {"label": LABELS, "position": POSITIONS}):
        found.setdefault(tuple(row["word"].split()), []).append(HeadWord(row["label"], row["position"]))
    return MappingProxyType({words: tuple(heads) for words, heads in found.items()})


@cache
def kinds() -> Mapping[str, str]:
    """The label of the body or place that a common noun describes, in small letters, singular."""
    rows = _rows("kinds", ("noun", "label"), {"label": LABELS})
    return MappingProxyType({row["noun"]: row["label"] for row in rows})


@cache
def given_names() -> Mapping[str, str]:
    """The gender of each given name, folded to plain letters; empty for one of both."""
    rows = _rows("given_names", ("name", "gender"), {"gender": GENDERS})
    return MappingProxyType({fold(row["name"]): row["gender"] for row in rows})


@cache
def known_names() -> Mapping[str, tuple[KnownName, ...]]:
    """The well-known names by their first word, the longest first; words as the tokeniser cuts them."""
    found: dict[str, list[KnownName]] = {}
    for row in _rows("known_names", ("name", "label", "canonical"), {"label": LABELS}):
        name = KnownName(_tokens(row["name"]), row["label"], row["canonical"])
        found.setdefault(name.words[0], []).append(name)
    return MappingProxyType({word: tuple(sorted(names, key=_longest_first)) for word, names in found.items()})


@cache
def canonical_names() -> Mapping[str, str]:
    """The name that each well-known form stands for."""
    return MappingProxyType({" ".join(n.words): n.canonical for names in known_names().values() for n in names})


@cache
def not_names() -> Mapping[str, str]:
    """Why a word with a capital letter is no name when it stands alone: calendar, page, pronoun, small or word."""
    rows = _rows("not_names", ("word", "why"), {"why": ("calendar", "page", "pronoun", "small", "word")})
    return MappingProxyType({row["word"]: row["why"] for row in reversed(rows)})


@cache
def name_parts(kind: str) -> frozenset[str]:
    """The words inside names of a kind: particle, lone particle, suffix, direction, numbered, surname, patronymic."""
    kinds = ("particle", "lone particle", "suffix", "direction", "numbered", "surname", "patronymic")
    rows = _rows("name_parts", ("word", "kind"), {"kind": kinds})
    return frozenset(row["word"] for row in rows if row["kind"] == kind)


@cache
def name_context(side: str) -> Mapping[str, tuple[tuple[str, float], ...]]:
    """The votes (label, weight) that a word on this side of a name gives: before, of (`of` between) or after."""
    found: dict[str, list[tuple[str, float]]] = {}
    sides = {"side": ("before", "of", "after"), "label": LABELS}
    for row in _rows("name_context", ("word", "side", "label", "weight"), sides):
        if row["side"] == side:
            found.setdefault(row["word"], []).append((row["label"], float(row["weight"])))
    return MappingProxyType({word: tuple(votes) for word, votes in found.items()})


@cache
def namesake_words(role: str) -> frozenset[str]:
    """The words with this role beside a surname that is a place or month as well: place, time or hearer."""
    rows = _rows("namesake_words", ("word", "role"), {"role": ("place", "time", "hearer")})
    return frozenset(row["word"] for row in rows if row["role"] == role)


@cache
def country_actors(kind: str) -> frozenset[str]:
    """The words that stand for a country or tell that others do, of one kind: see the first line of the file."""
    kinds = ("state", "people", "capital", "capital's", "tie", "not capital", "city verb", "board")
    rows = _rows("country_actors", ("word", "kind"), {"kind": kinds})
    return frozenset(row["word"] for row in rows if row["kind"] == kind)


def _rows(name: str, columns: tuple[str, ...], allowed: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, str], ...]:
    optional = tuple(column for column, values in allowed.items() if "" in values)
    rows = read_rows(name, columns, optional)
    strange = [f"{c} {row[c]!r}" for row in rows for c, values in allowed.items() if row[c] not in values]
    if strange:
        raise LexiconError(f"{name}.csv has {', '.join(strange)}")
    return rows


def _tokens(name: str) -> tuple[str, ...]:
    """The words of a name, hyphens, commas and a closing 's apart, as the tokeniser has them."""
    spaced = name.replace("-", " - ").replace("/", " / ").replace("'s ", " 's ").replace("’s ", " ’s ")
    return tuple(spaced.replace(",", " ,").replace("s' ", "s ' ").replace("s’ ", "s ’ ").split())


def _longest_first(name: KnownName) -> tuple[int, tuple[str, ...]]:
    return (-len(name.words), name.words)
