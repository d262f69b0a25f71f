"""Groups: nodes that are joined, each time with the evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from analysis.tables.linking.keys import Key
from analysis.tables.linking.nodes import Node
from analysis.text.names.same_name import compare_names

UNLIKE = 0.6  # two people in a group whose names are less alike are not the same
MOST_COMPARED = 12  # pairs of members that are compared before two groups are joined


class Join(NamedTuple):
    """Two nodes that may be joined: how sure that is, and what speaks for it beside the names themselves."""

    score: float
    one: Key
    other: Key
    evidence: str = ""


class Groups:
    """Sets of nodes that stand for the same; starts with each node alone."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.nodes = {node.key: node for node in sorted(nodes, key=lambda node: node.key)}
        self._parent = {key: key for key in self.nodes}
        self._members = {key: [key] for key in self.nodes}
        self.joins: dict[Key, Join] = {}

    def of(self, key: Key) -> Key:
        """The key that stands for the group of this one."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def members(self, key: Key) -> list[Key]:
        """The keys of the group of this one, in order."""
        return self._members[self.of(key)]

    def all(self) -> list[list[Key]]:
        """The keys of each group, in order."""
        return [self._members[key] for key in self.nodes if key in self._members]

    def join_all(self, joins: Iterable[Join]) -> None:
        """Join where nothing speaks against it, the surest first; the order of the joins does not matter."""
        for join in sorted(set(joins), key=lambda j: (-j.score, min(j.one, j.other), max(j.one, j.other), j.evidence)):
            if self.of(join.one) != self.of(join.other) and not self._apart(join.one, join.other):
                self._join(join)

    def _join(self, join: Join) -> None:
        for key in (join.one, join.other):
            self.joins.setdefault(key, join)
        small, large = sorted((self.of(join.one), self.of(join.other)), key=lambda key: (len(self._members[key]), key))
        self._parent[small] = large
        self._members[large] = sorted(self._members[large] + self._members.pop(small))

    def _apart(self, one: Key, other: Key) -> bool:
        """Whether two groups hold people who stand in one sentence, or whose names are of two people."""
        pairs = [(self.nodes[a], self.nodes[b]) for a in self.members(one) for b in self.members(other)]
        people = [(a, b) for a, b in pairs if a.key.kind == b.key.kind == "person"]
        if any(not a.sentences.isdisjoint(b.sentences) for a, b in people):
            return True
        full = [(a, b) for a, b in people if " " in a.key.text and " " in b.key.text]
        return any(compare_names(a.name, b.name, "PERSON").score < UNLIKE for a, b in full[:MOST_COMPARED])
