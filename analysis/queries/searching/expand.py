"""A query with the words of the reports in the place of prefixes, spellings and names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from analysis.queries.searching.names import NameForms
from analysis.queries.searching.nodes import And, Forms, Fuzzy, Name, Near, Node, Not, Or, Phrase, Prefix, Word, walk
from analysis.text.indexed_words import index_keys


class Vocabulary(Protocol):
    """The words of an index."""

    def beginning(self, prefix: str) -> list[tuple[str, int]]:
        """The keys that begin so, in how many sentences each is."""


class Taken(NamedTuple):
    """What a prefix, a spelling or a name was taken for: the words, and how often each is there."""

    said: str
    forms: tuple[tuple[str, int], ...]
    unit: str


@dataclass(frozen=True)
class Expander:
    """Puts the words of a snapshot in a query."""

    vocabulary: Vocabulary
    names: Callable[[], NameForms]

    def expanded(self, node: Node) -> Node:
        """The query made of Forms, Phrase, Near, And, Or and Not alone."""
        if isinstance(node, Word):
            return Forms(frozenset({node.key}))
        if isinstance(node, Prefix | Fuzzy):
            return Forms(frozenset(key for key, _ in self._forms(node)))
        if isinstance(node, Name):
            return self._name(node)
        if isinstance(node, Not):
            return Not(self.expanded(node.part))
        if isinstance(node, Near):
            return Near(tuple(self.expanded(part) for part in node.parts), node.distance)
        if isinstance(node, Phrase | And | Or):
            return type(node)(tuple(self.expanded(part) for part in node.parts))
        return node

    def taken(self, node: Node) -> list[Taken]:
        """What every prefix, spelling and name of the query was taken for, the commonest word first."""
        found = []
        for part in dict.fromkeys(walk(node)):
            if isinstance(part, Prefix | Fuzzy):
                said = f"{part.key}*" if isinstance(part, Prefix) else f"{part.key}~{part.edits}"
                forms = sorted(self._forms(part), key=lambda form: (-form[1], form[0]))
                found.append(Taken(said, tuple(forms), "sentence"))
            if isinstance(part, Name):
                like = self.names().like(part.name)
                found.append(
                    Taken(f"name:{part.name}", tuple((form.text, form.n_mentions) for form in like), "mention")
                )
        return found

    def _forms(self, node: Prefix | Fuzzy) -> list[tuple[str, int]]:
        if isinstance(node, Prefix):
            return self.vocabulary.beginning(node.key)
        known = self.vocabulary.beginning("")
        near = extract(node.key, [key for key, _ in known], scorer=OSA.distance, score_cutoff=node.edits, limit=None)
        return [known[place] for _, _, place in near]

    def _name(self, node: Name) -> Node:
        """A name of one word as its spellings; a longer one as the forms that it stands in, and as it is said."""
        said = tuple(index_keys(node.name))
        if len(said) == 1:
            return Forms(self.names().words_like(node.name))
        phrases = {tuple(index_keys(form.text)) for form in self.names().like(node.name)} | {said}
        single = frozenset(phrase[0] for phrase in phrases if len(phrase) == 1)
        longer = sorted(phrase for phrase in phrases if len(phrase) > 1 and not single & set(phrase))
        parts: list[Node] = [Phrase(tuple(Forms(frozenset({key})) for key in phrase)) for phrase in longer]
        if single:
            parts.append(Forms(single))
        return parts[0] if len(parts) == 1 else Or(tuple(parts))
