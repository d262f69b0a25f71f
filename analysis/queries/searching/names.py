"""The name forms of the reports, and those of them that may stand for a name spelt some way."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

from analysis.text.indexed_words import index_keys
from analysis.text.names.compare.latin import to_latin
from analysis.text.names.compare.sounds import likeness
from analysis.text.names.same_name import compare_names

# Of a word and of a whole name, from where on they are taken: chosen by eye on the names of the seeds and of a few
# hundred agency reports, where Mamedov, Mammadov and Magomedov are one, and Karzai and Karimi are not.
LIKE_WORD, LIKE_NAME = 0.75, 0.8
WORTH_COMPARING = 0.5  # of the letters in common; a quick look before the slow one
MOST = 400  # words, and name forms, that are compared at length


class Form(NamedTuple):
    """A name form as it stands in the reports, and how often."""

    text: str
    n_mentions: int


class NameForms:
    """All name forms of a snapshot by their words."""

    def __init__(self, aliases: Iterable[tuple[str, str, int]]) -> None:
        """From the rows of ALIASES: entity_id, text, n_mentions."""
        self._forms = list(aliases)
        self._with_word: dict[str, list[int]] = defaultdict(list)
        self._of_entity: dict[str, list[int]] = defaultdict(list)
        for number, (entity_id, text, _) in enumerate(self._forms):
            self._of_entity[entity_id].append(number)
            for word in sorted(set(_latin_keys(text))):
                self._with_word[word].append(number)

    def like(self, name: str) -> list[Form]:
        """The forms that may be this name, the commonest first; of one word, the forms that have a word like it."""
        words = _latin_keys(name)
        found = sorted(
            {number for word in words for like in self._words_like(word) for number in self._with_word[like]}
        )
        if len(words) > 1:
            found = self._same(name, found)
        counts: Counter[str] = Counter()
        for number in found:
            counts[self._forms[number][1]] += self._forms[number][2]
        return [Form(text, n) for text, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]

    def words_like(self, name: str) -> frozenset[str]:
        """The keys of the words of name forms that are like the one word of the name, itself among them."""
        (word,) = _latin_keys(name)[:1]
        like = self._words_like(word)
        forms = (self._forms[number][1] for one in like for number in self._with_word[one])
        keys = {key for text in forms for key in index_keys(text) if to_latin(key) in like}
        return frozenset(keys | set(index_keys(name)))

    def _words_like(self, word: str) -> set[str]:
        near = extract(
            word, self._with_word.keys(), scorer=Indel.normalized_similarity, score_cutoff=WORTH_COMPARING, limit=MOST
        )
        return {other for other, _, _ in near if len(other) > 1 and likeness(word, other).score >= LIKE_WORD}

    def _same(self, name: str, candidates: list[int]) -> list[int]:
        """The forms that are the same name, and the other forms of the entities that they stand for."""
        often = sorted(candidates, key=lambda number: -self._forms[number][2])[:MOST]
        same = [number for number in often if compare_names(name, self._forms[number][1]).score >= LIKE_NAME]
        whole = {self._forms[number][0] for number in same if len(_latin_keys(self._forms[number][1])) > 1}
        return sorted({*same, *(number for entity_id in whole for number in self._of_entity[entity_id])})


def _latin_keys(text: str) -> list[str]:
    return index_keys(to_latin(text))
