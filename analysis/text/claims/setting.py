"""What stands around a claim in its report, and what its sentence has in place of words of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from analysis.text.claims.antecedents import Antecedent, antecedents
from analysis.text.claims.introduced import Introductions
from analysis.text.claims.row import Row
from analysis.text.claims.topic import About, setting_place, topic
from analysis.text.facts import Found
from analysis.text.facts.build import Sources

FIRST = frozenset({"i", "me", "my", "we", "us", "our"})


@dataclass(frozen=True)
class Setting:
    """What stands around a claim: the sources of its report, how its things were told of first, whom it is about.

    `place` is where it is set, `commodity` what its headline names of what markets trade (empty for none),
    `antecedents` are the names that its open nouns may stand for, `order` is the place of each sentence among those
    that were analysed.
    """

    sources: Sources
    introductions: Introductions
    topic: int | None
    place: About | None
    commodity: str
    antecedents: tuple[Antecedent, ...]
    order: Mapping[int, int]


@dataclass
class Filled:
    """What is written in place of words of a sentence, by their positions, what it means, and the names in it."""

    instead: dict[int, str] = field(default_factory=dict)
    meanings: dict[str, str] = field(default_factory=dict)
    named: set[int] = field(default_factory=set)
    whom: str | None = None


def setting(found: Found) -> Setting:
    """What stands around the claims of a text."""
    names = found.sources.names
    return Setting(
        sources=found.sources,
        introductions=Introductions(names),
        topic=topic(names, found.headline),
        place=setting_place(names, found.headline),
        commodity=found.headline.commodity,
        antecedents=antecedents(names, found.headline),
        order={number: place for place, (number, _) in enumerate(names.parse.analysed())},
    )


def tokens_of(row: Row) -> Iterator[Token]:
    """The words of a sentence, those of whom it is about first."""
    doc, clause = row.head.doc, row.wording.clause
    for place in () if clause.who is None else clause.who.positions:
        yield doc[place]
    for place in sorted(clause.positions):
        yield doc[place]
