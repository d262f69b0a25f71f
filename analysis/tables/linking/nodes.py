"""Nodes: the chains of all reports under one key, and all that is known of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from analysis.tables.linking.chains import Chain
from analysis.tables.linking.keys import Key
from analysis.tables.linking.roles import Office


@dataclass
class Node:
    """Everything under one key: its chains, name forms, roles and where it stands."""

    key: Key
    names: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    offices: Counter[Office] = field(default_factory=Counter)
    chains: list[Chain] = field(default_factory=list)
    sentences: set[tuple[str, int]] = field(default_factory=set)
    shorts: Counter[str] = field(default_factory=Counter)

    @cached_property
    def name(self) -> str:
        """Its commonest name; of several the longest. Ask when all chains are in."""
        return min(self.names, key=lambda name: (-self.names[name], -len(name), name))

    @cached_property
    def label(self) -> str:
        """Its commonest label. Ask when all chains are in."""
        return min(self.labels, key=lambda label: (-self.labels[label], label))

    @cached_property
    def reports(self) -> frozenset[str]:
        """The reports that name it. Ask when all chains are in."""
        return frozenset(chain.id[0] for chain in self.chains)

    @cached_property
    def n_mentions(self) -> int:
        """How often it is named. Ask when all chains are in."""
        return sum(self.names.values())

    def add(self, chain: Chain) -> None:
        """Take a chain in."""
        self.names[chain.name] += chain.n_mentions
        self.labels[chain.label] += chain.n_mentions
        self.roles.update(chain.roles)
        self.offices.update(chain.offices)
        self.chains.append(chain)
        self.sentences.update((chain.id[0], sentence) for sentence in chain.sentences)
        if chain.short:
            self.shorts[chain.short] += 1


def nodes(keyed: Iterable[tuple[Key, Chain]]) -> dict[Key, Node]:
    """The nodes of all chains, by key."""
    pairs = list(keyed)
    sizes: Counter[Key] = Counter()
    for key, chain in pairs:
        sizes[key] += chain.n_mentions
    moved = _misread(sizes)
    found: dict[Key, Node] = {}
    for key, chain in pairs:
        place = moved.get(key, key)
        found.setdefault(place, Node(place)).add(chain)
    return found


def _misread(sizes: Mapping[Key, int]) -> dict[Key, Key]:
    """Where a key's chains go instead: a name of two words and more is a person or a thing, whichever is commoner; a
    name in a headline's capitals is the name in small letters."""
    moved: dict[Key, Key] = {}
    for key in sizes:
        person = Key("person", key.text)
        if key == Key("thing", key.text) and " " in key.text and person in sizes:
            less, more = sorted((person, key), key=lambda one: (sizes[one], one.kind))
            moved[less] = more
        elif key.kind == "thing" and key.text.isupper() and (small := key._replace(text=key.text.lower())) in sizes:
            moved[key] = small
    return moved
