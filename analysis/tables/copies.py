"""Copies: reports whose text is that of another one, whole, cut or lightly edited, as wire copy is.

The containment of two texts is the share of the shorter one's word shingles that the longer one has; unlike their
Jaccard similarity it stays high where one is cut short (Broder 1997, On the resemblance and containment of documents).
Notices made from one template share shingles too: they differ in names and figures, which a copy has from its original.
Each text is compared with the longest of a group, never with another copy, so that groups form no chains.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

WORDS_OF_A_SHINGLE = 4
# `benchmarks/copies.py` measures these again: Reuters reports cut to 35, 50 and 70 % with 5 % of their words dropped,
# and the pairs that it finds among reports as they are. With shingles of five words 7 of 1,800 made copies were missed,
# with four none. A third of the pairs of shingles alone are of templates, which differ in names and figures; with these
# shares of both about 11 of 407 pairs are, read by hand.
LEAST_CONTAINMENT = 0.5
LEAST_TELLING, LEAST_FIGURES = 0.93, 0.9
FEWEST_SHINGLES = 20  # of a text that is compared: of a few words too many are a template's
MOST_SHINGLES = 40_000_000  # of all texts; of more, every second or third is taken, by its hash (FracMinHash)
MOST_CANDIDATES = 8  # groups whose longest text is compared with a text: those with most of its rarest shingles
# Figures are kept whole; Chinese and Japanese write no blanks between words.
WORD = re.compile(r"\d(?:[\d.,/-]*\d)?|[\u3040-\u30ff\u3400-\u9fff]|\w+")
Hashes = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]


class Words(NamedTuple):
    """The words of a text by number, in order, and which of them begin with a capital letter or are figures."""

    numbers: Numbers
    is_name: npt.NDArray[np.bool_]
    is_figure: npt.NDArray[np.bool_]

    def are_told_by(self, other: Words) -> bool:
        """Whether another text has enough of the figures, and of the names and figures together, in any case."""
        figures, telling = self._share(self.is_figure, other), self._share(self.is_name | self.is_figure, other)
        return figures >= LEAST_FIGURES and telling >= LEAST_TELLING

    def _share(self, chosen: npt.NDArray[np.bool_], other: Words) -> float:
        words = np.unique(self.numbers[chosen])
        return float(np.isin(words, other.numbers).mean()) if len(words) else 1.0


def copies(texts: Sequence[str]) -> list[int]:
    """For each text the number of the one that it is a copy of: the longest of its group; its own where it is none.

    Texts are given without what papers put around them: headlines, bylines, datelines.

    >>> copies(["It rained.", "It snowed.", "It rained."])
    [0, 1, 0]
    """
    first_with: dict[str, int] = {}
    same = [first_with.setdefault(text, number) for number, text in enumerate(texts)]
    distinct = list(first_with.values())
    leaders = _leaders([texts[number] for number in distinct])
    longest = {number: distinct[leader] for number, leader in zip(distinct, leaders, strict=True)}
    return [longest[number] for number in same]


def containment(left: str, right: str) -> float:
    """The share of the shorter text's shingles that the longer one has.

    >>> containment("a b c d e f g", "x a b c d e f y")
    0.75
    """
    shorter, longer = sorted(_shingles(_words([left, right])), key=len)
    return _n_shared(shorter, longer) / len(shorter) if len(shorter) else 0.0


def _words(texts: Sequence[str]) -> list[Words]:
    """The words of each text, numbered as they come."""
    known: dict[str, int] = {}
    found = []
    for text in texts:
        words = WORD.findall(text)
        numbers = [known.setdefault(word.lower(), len(known)) for word in words]
        is_name = np.array([word[0].isupper() for word in words], np.bool_)
        is_figure = np.array([word[0].isdigit() for word in words], np.bool_)
        found.append(Words(np.array(numbers, np.int64), is_name, is_figure))
    return found


def _shingles(words: Sequence[Words]) -> list[Hashes]:
    """The different shingles of each text as sorted hashes."""
    every = 1 + sum(len(one.numbers) for one in words) // MOST_SHINGLES
    found = (np.unique(_in_order(one.numbers)) for one in words)
    return [hashes if every == 1 else hashes[hashes % np.uint64(every) == 0] for hashes in found]


def _in_order(numbers: Numbers) -> Hashes:
    """The shingles of a text as hashes, in order, given its words by number."""
    words = _mixed(numbers.astype(np.uint64) + np.uint64(1))
    n_shingles = max(0, len(words) - WORDS_OF_A_SHINGLE + 1)
    found = np.zeros(n_shingles, np.uint64)
    for place in range(WORDS_OF_A_SHINGLE):
        found = _mixed(found + words[place : place + n_shingles])
    return found


def _mixed(values: Hashes) -> Hashes:
    """The values with their bits mixed (the finalizer of splitmix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _leaders(texts: Sequence[str]) -> list[int]:
    """For each text the number of the longest of its group, its own where it is that.

    From the longest to the shortest, each joins the longest text of the group that contains most of it, or begins a
    group. A text with half of its shingles in another one has one of any half of them there: only its rarest half is
    looked up (the prefix filter of Chaudhuri et al. 2006), and most texts have a rarest half that is theirs alone.
    """
    words = _words(texts)
    shingles = _shingles(words)
    frequencies = _frequencies(shingles)
    with_shingle = defaultdict[int, list[int]](list)
    leaders = list(range(len(texts)))
    for number in sorted(leaders, key=lambda number: (-len(shingles[number]), number)):
        mine, common = shingles[number], frequencies[number]
        if len(mine) >= FEWEST_SHINGLES:
            rarest = _rarest(mine, common)
            leaders[number] = _leader(number, _candidates(rarest, with_shingle), words, shingles)
        if leaders[number] == number:
            for shingle in mine[common > 1].tolist():
                with_shingle[shingle].append(number)
    return leaders


def _frequencies(shingles: Sequence[Hashes]) -> list[Numbers]:
    """In how many texts each shingle of each text is."""
    if not shingles:
        return []
    _, inverse, counts = np.unique(np.concatenate(shingles), return_inverse=True, return_counts=True)
    ends = np.cumsum([len(one) for one in shingles])[:-1]
    return np.split(counts[inverse], ends)


def _rarest(mine: Hashes, common: Numbers) -> list[int]:
    """The rarer half of the shingles, as far as other texts have them too."""
    n_half = len(mine) - int(np.ceil(LEAST_CONTAINMENT * len(mine))) + 1
    half = np.argsort(common, kind="stable")[:n_half]
    found: list[int] = mine[half[common[half] > 1]].tolist()
    return found


def _candidates(rarest: Sequence[int], with_shingle: dict[int, list[int]]) -> list[int]:
    """The longest texts of groups that have most of these shingles."""
    found = Counter(leader for shingle in rarest for leader in with_shingle.get(shingle, ()))
    return [leader for leader, _ in found.most_common(MOST_CANDIDATES)]


def _leader(number: int, candidates: Sequence[int], words: Sequence[Words], shingles: Sequence[Hashes]) -> int:
    """The candidate that contains most of a text, of equals the first; the text itself where none contains enough."""
    mine = shingles[number]
    shared = [(_n_shared(mine, shingles[one]), -one) for one in candidates]
    enough = [one for one in shared if one[0] >= LEAST_CONTAINMENT * len(mine)]
    told = [one for one in enough if words[number].are_told_by(words[-one[1]])]
    return -max(told)[1] if told else number


def _n_shared(left: Hashes, right: Hashes) -> int:
    """How many shingles both have."""
    return len(np.intersect1d(left, right, assume_unique=True))
