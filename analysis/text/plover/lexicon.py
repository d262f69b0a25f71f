"""The words of the event classes, as checked rows.

The files are `plover_verbs.csv`, `plover_nouns.csv`, `plover_objects.csv`, `plover_light.csv` and `plover_modes.csv` in
`analysis/lexicons`; each says in its first lines what its columns mean.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from functools import cache

import msgspec

from analysis.lexicons.rows import LexiconError, read_rows

CLASSES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
NONE = "none"
MODES = ("ends", "over", "planned", "agreed", "refused", "requested", "threatened")


class VerbRow(msgspec.Struct, frozen=True):
    """A row of a verb: the link and the objects that it asks for (empty for none), and its class."""

    link: str
    objects: frozenset[str]
    event_class: str

    def weight(self) -> int:
        """How much the row asks for; the row that asks for most decides."""
        return 2 * bool(self.objects) + bool(self.link)


class NounRow(msgspec.Struct, frozen=True):
    """A row of a noun: the words of which one must stand beside it (empty for none), and its class."""

    beside: frozenset[str]
    event_class: str


@cache
def load_verbs() -> dict[str, tuple[VerbRow, ...]]:
    """The rows of each verb, the most demanding first. Raises LexiconError for an unknown class or group."""
    groups, verbs = load_groups(), defaultdict[str, list[VerbRow]](list)
    for row in read_rows("plover_verbs", ("verb", "link", "objects", "class"), optional=("link", "objects")):
        _check("plover_verbs", row["verb"], row["class"], (*CLASSES, NONE))
        objects: set[str] = set()
        for word in row["objects"].split():
            if word.startswith("@"):
                _check("plover_verbs", row["verb"], word[1:], groups)
            objects |= groups[word[1:]] if word.startswith("@") else {word}
        verbs[row["verb"]].append(VerbRow(row["link"], frozenset(objects), row["class"]))
    return {verb: tuple(sorted(rows, key=lambda row: -row.weight())) for verb, rows in verbs.items()}


@cache
def load_groups() -> dict[str, frozenset[str]]:
    """The nouns of each group; PERSON, GPE, ORG and NORP stand for names of these kinds, PRON for pronouns."""
    groups = defaultdict[str, set[str]](set)
    for row in read_rows("plover_objects", ("group", "noun")):
        groups[row["group"]].add(row["noun"])
    return {group: frozenset(nouns) for group, nouns in groups.items()}


@cache
def load_nouns() -> dict[str, tuple[NounRow, ...]]:
    """The rows of each noun, those that ask for a word beside it first. Raises LexiconError for an unknown class."""
    nouns = defaultdict[str, list[NounRow]](list)
    for row in read_rows("plover_nouns", ("noun", "with", "class"), optional=("with",)):
        _check("plover_nouns", row["noun"], row["class"], (*CLASSES, NONE))
        nouns[row["noun"]].append(NounRow(frozenset(row["with"].split()), row["class"]))
    return {noun: tuple(sorted(rows, key=lambda row: not row.beside)) for noun, rows in nouns.items()}


@cache
def load_light() -> dict[tuple[str, str], str]:
    """The mode of each light verb and link. Raises LexiconError for an unknown mode or a verb with two."""
    light: dict[tuple[str, str], str] = {}
    for row in read_rows("plover_light", ("verb", "link", "mode"), optional=("link",)):
        _check("plover_light", row["verb"], row["mode"], ("gives", *MODES))
        if (row["verb"], row["link"]) in light:
            raise LexiconError(f"plover_light.csv: {row['verb']} {row['link']} has two modes")
        light[row["verb"], row["link"]] = row["mode"]
    return light


@cache
def load_modes() -> dict[tuple[str, str], str]:
    """What a class becomes in a mode. Raises LexiconError for an unknown mode or class."""
    rows = read_rows("plover_modes", ("mode", "class", "becomes"))
    for row in rows:
        _check("plover_modes", row["mode"], row["mode"], MODES)
        _check("plover_modes", row["mode"], row["class"], (*CLASSES, NONE))
        _check("plover_modes", row["mode"], row["becomes"], CLASSES)
    return {(row["mode"], row["class"]): row["becomes"] for row in rows}


@cache
def entries() -> frozenset[str]:
    """The entries of verbs and light verbs: a verb, or a verb with its particle or its noun."""
    return frozenset((*load_verbs(), *(verb for verb, _ in load_light())))


@cache
def known_verbs() -> frozenset[str]:
    """The first words of the entries of verbs and light verbs; any other verb has no class."""
    return frozenset(entry.split()[0] for entry in entries())


@cache
def words_of_classes(classes: frozenset[str]) -> frozenset[str]:
    """The first words of the entries of verbs and nouns that may have one of these classes."""
    listed: dict[str, tuple[VerbRow | NounRow, ...]] = {**load_nouns()}
    for verb, rows in load_verbs().items():
        listed[verb] = (*listed.get(verb, ()), *rows)
    return frozenset(entry.split()[0] for entry, rows in listed.items() if {r.event_class for r in rows} & classes)


def _check(file: str, entry: str, value: str, allowed: Collection[str]) -> None:
    if value not in allowed:
        raise LexiconError(f"{file}.csv: {entry} has the unknown value {value!r}")
