"""What `the plan` is, by the words with which a report told of it first: `the plan to close the port`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.attrs import LEMMA, POS
from spacy.symbols import NOUN
from spacy.tokens import Token

from analysis.text.claims.judged import claim_words
from analysis.text.claims.pieces import Run, words
from analysis.text.facts.naming import Names
from analysis.text.facts.phrases import phrase
from analysis.text.facts.syntax import is_infinitive

MOST = 12  # places of a noun before that are looked at
LONGEST = 9  # words of the phrase that stands for a noun
DEFINITE = frozenset({"the", "this", "these", "that", "those"})
HOLLOW = frozenset(
    {"new", "first", "second", "last", "latest", "next", "other", "another", "same", "own", "such", "recent", "certain"}
)  # before a noun: they do not tell which is meant
TIMES = frozenset({"DATE", "TIME"})
NOUNS = frozenset({"compound", "nmod", "poss"})
UNFIT = frozenset({"PRP", "PRP$", "WDT", "WP", "CD"})
BEFORE = frozenset({"amod", "compound", "nmod", "poss"})
BEHIND = frozenset({"of", "for", "on", "to", "against", "between", "with", "over", "by", "in"})
CLAUSES = frozenset({"acl", "relcl", "advcl", "appos", "ccomp"})


@dataclass(frozen=True)
class Introduction:
    """The words that tell which thing a noun means, their positions in the Doc, half-open, and whose it is."""

    words: str
    span: Run
    owner: Token | None


class Introductions:
    """The nouns of a text by their lemmas, to look up how a thing was told of first."""

    def __init__(self, names: Names) -> None:
        self._names = names
        doc = names.parse.doc
        columns = doc.to_array([POS, LEMMA])
        self._places: dict[int, list[int]] = {}
        for place in (columns[:, 0] == NOUN).nonzero()[0].tolist():
            self._places.setdefault(int(columns[place, 1]), []).append(place)

    def of(self, noun: Token) -> Introduction | None:
        """How the thing was told of that a bare noun with `the` means; None where it is not clear which it is."""
        if not is_bare(noun):
            return None
        found: dict[str, Introduction] = {}
        for place in self._before(noun):
            one = introduction(noun.doc[place])
            if one is not None:
                found.setdefault(one.words.lower(), one)
        first = next(iter(found.values()), None)
        is_clear = first is not None and all(_holds(first.words, words) for words in found)
        return first if is_clear else None

    def _before(self, noun: Token) -> Iterator[int]:
        places = [place for place in self._places.get(noun.lemma, ()) if place < noun.i]
        for place in places[:MOST]:
            if noun.doc[place].text == noun.text:
                yield place


def _holds(whole: str, part: str) -> bool:
    return set(part.split()) <= set(whole.lower().split())


def is_bare(noun: Token) -> bool:
    """Whether a noun has an article and no other word that tells which thing is meant."""
    if noun.tag_ not in ("NN", "NNS") or noun.dep_ in ("compound", "nmod", "appos"):
        return False
    if noun.lemma_.lower() in claim_words("time or measure"):
        return False
    left = list(noun.lefts)
    if not any(one.dep_ == "det" and one.lower_ in DEFINITE for one in left):
        return False
    is_plain = all(one.dep_ in ("det", "case") for one in left)
    return is_plain and not any(one.dep_ in ("prep", "acl", "relcl", "appos", "conj", "nummod") for one in noun.rights)


def introduction(noun: Token) -> Introduction | None:
    """The words of a noun with those that tell which is meant, without its article; None where there are none."""
    doc, start = noun.doc, phrase(noun)[0]
    owner = next((one for one in noun.lefts if one.dep_ == "poss"), None)
    before = [one for one in doc[start : noun.i] if _tells(one, noun, owner)]
    while before and before[0].lower_ in HOLLOW:
        before = before[1:]
    end = _end(noun)
    is_told = any(one.dep_ in NOUNS or one.ent_type_ for one in before)  # `international` tells less than `border`
    if not (is_told or end > noun.i + 1 or owner is not None):
        return None
    first = before[0].i if before else noun.i
    parts = [(first, end)]
    if end - first > LONGEST or any(map(_is_unfit, doc[first:end])):
        return None
    return Introduction(words(doc, parts), (first, end), owner)


def _is_unfit(one: Token) -> bool:
    """Whether a word means nothing away from where it stands, or is a figure."""
    return one.tag_ in UNFIT or one.is_quote or one.text[:1].isdigit()


def _tells(one: Token, noun: Token, owner: Token | None) -> bool:
    if owner is not None and one.i <= owner.right_edge.i:
        return False
    head = one if one.head.i == noun.i else next((up for up in one.ancestors if up.head.i == noun.i), one)
    return head.dep_ in BEFORE and head.tag_ not in ("JJS", "JJR", "PDT", "DT")


def _end(noun: Token) -> int:
    """The end of a noun with the short phrase behind it that tells which is meant: `talks on the border`."""
    for one in noun.rights:
        is_phrase = one.dep_ == "prep" and one.lower_ in BEHIND and one.i == noun.i + 1
        is_aim = one.dep_ == "acl" and is_infinitive(one) and one.left_edge.i == noun.i + 1
        if is_phrase or is_aim:
            end = one.right_edge.i + 1
            has_clause = any(held.dep_ in CLAUSES or held.ent_type_ in TIMES for held in noun.doc[one.i + 1 : end])
            return noun.i + 1 if has_clause or any(held.text in ",();" for held in noun.doc[one.i : end]) else end
    return noun.i + 1
