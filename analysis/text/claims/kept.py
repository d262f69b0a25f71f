"""The words of a clause that its sentence keeps: the verb group with its complements, without what stands aside."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Token

from analysis.lexicons.cues import load_cues
from analysis.text.facts.syntax import NOMINAL, RELATIVE_TAGS, is_infinitive, is_verbal

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
ASIDE = frozenset({"punct", "cc", "mark", "intj", "parataxis", "dep", "meta", "preconj"})
REMARKS = frozenset({"punct", "cc", "preconj", "parataxis", "intj", "meta"})
DESCRIBING = frozenset({"relcl", "acl"})
ADVERBIAL = frozenset({"prep", "advmod", "npadvmod", "agent"})
CONDITIONS = frozenset({"if", "unless", "until", "till"})  # without them a claim says more than the text
DISCOURSE = frozenset(
    {"here", "there", "however", "also", "meanwhile", "moreover", "therefore", "thus", "then", "additionally", "too"}
)
OF_THE_WEEK = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
    ]
)  # days that mean nothing without the report's own
WHOSE_WORDS = "according"
LISTING = frozenset({"including", "such"})
BREAKS = frozenset({",", "-", "--", "–", "—", "("})
NEAR = 3  # words from a verb to the next that shares its object
LONGEST = 120  # words of a part of a sentence that are followed
HYPHENS = frozenset({"-", "–"})  # without a blank behind they join words: `year-to-date`
SHORT = 5  # words of an apposition that a sentence keeps: `Doha, Qatar`, `the envoy, Anna Berg`


def kept(path: Sequence[Token]) -> set[int]:
    """The positions in the Doc of the words that state what the last word of the path says, without its subject."""
    found: set[int] = set()
    for place, word in enumerate(path):
        below = path[place + 1] if place + 1 < len(path) else None
        if below is not None and below.dep_ == "conj":
            found.update(_shared(word, path[0]))
        else:
            found.update(_clause(word, below, path[0]))
    found.update(_group_before(path[0]))
    found.update(_raised(path[-1]))
    return found


def _raised(verb: Token) -> Iterator[int]:
    """The object that a verb shares with the one joined to it (right node raising): `owns and operates three mines`."""
    other = next((one for one in verb.rights if one.dep_ == "conj" and one.i - verb.i <= NEAR), None)
    if other is None or not is_verbal(verb) or other.tag_ != verb.tag_:
        return
    if any(one.dep_ not in ("cc", "conj", "punct", "advmod") for one in verb.rights):
        return
    for one in other.rights:
        if one.dep_ == "dobj":
            yield from subtree(one)


def _group_before(verb: Token) -> Iterator[int]:
    """The auxiliaries that a verb shares with the one it is joined to: `did not name it nor give a price`.

    One with a bare `be` shares the modal: `would be known as Acme and be listed in Doha`.
    """
    first = verb.head
    if verb.dep_ != "conj" or not is_verbal(first):
        return
    own = [one for one in verb.lefts if one.dep_ in GROUP - {"prt"}]
    if is_bare_be(verb):
        yield from (one.i for one in first.lefts if one.tag_ == "MD")
        return
    if own or verb.tag_ != first.tag_ or verb.tag_ not in ("VB", "VBN", "VBG"):
        return
    is_or = any(one.dep_ == "cc" and one.lower_ in ("or", "nor") for one in first.children)
    for one in first.lefts:
        if one.dep_ in ("aux", "auxpass") or (one.dep_ == "neg" and is_or):
            yield one.i


def is_bare_be(verb: Token) -> bool:
    """Whether a verb is `be`, or has it, without what tells tense or mood: `be closed`, `not be closed`."""
    group = [one for one in verb.lefts if one.dep_ in ("aux", "auxpass")]
    return group[0].lower_ == "be" if group else verb.lower_ == "be"


def subtree(word: Token) -> Iterator[int]:
    """The words that hang on a word, without asides: clauses after a comma, long appositions, remarks in brackets.

    At most LONGEST of them, the nearest first, so that an endless sentence costs no more than a long one.
    """
    waiting = deque([word])
    for _ in range(LONGEST):
        if not waiting:
            return
        one = waiting.popleft()
        yield one.i
        if one.n_lefts or one.n_rights:
            waiting.extend(part for part in islice(one.children, LONGEST) if _hangs(part, one))


def _hangs(one: Token, word: Token) -> bool:
    if one.dep_ == "cc":
        return not is_verbal(word) and one.i > word.i and any(other.dep_ == "conj" for other in word.rights)
    if one.dep_ in SUBJECTS and word.dep_ in ("aux", "auxpass"):
        return any(other.dep_ in SUBJECTS for other in word.head.lefts)  # else it is the subject of the verb
    return one.dep_ not in REMARKS and not (is_verbal(word) and _is_coordinated(one)) and not _is_aside(one, word)


def _shared(word: Token, top: Token) -> Iterator[int]:
    """What a verb shares with the one joined to it: `has visited and praised`, `allowed him to act and spend`."""
    for one in word.children:
        if one.dep_ in GROUP or (one.dep_ in SUBJECTS and word.i != top.i):
            yield from subtree(one)


def _clause(word: Token, below: Token | None, top: Token) -> Iterator[int]:
    yield word.i
    for one in word.children:
        if (below is None or one.i != below.i) and _belongs(one, word, top):
            yield from subtree(one)


def _belongs(one: Token, word: Token, top: Token) -> bool:
    """Whether a child of a word on the path belongs to the statement."""
    if not is_verbal(word):
        return _hangs(one, word)
    if one.dep_ in ASIDE or one.dep_ in DESCRIBING or _is_coordinated(one):
        return False
    if word.dep_ == "relcl" and one.dep_ not in SUBJECTS and _is_relative(one):
        return False
    if one.dep_ in SUBJECTS:
        return word.i != top.i or one.dep_ in ("expl", "csubj")
    if one.dep_ == "ccomp" and one.i < word.i:
        return is_saying(word)
    if one.dep_ == "advcl":
        return _is_told(one)
    return not (one.dep_ in ADVERBIAL and _is_circumstance(one, word))


def is_saying(verb: Token) -> bool:
    """Whether a clause before a verb is what it says; else it is a sentence of its own: `It rained; we left`."""
    return any(cue.kind == "say" for cue in load_cues().get((verb.lemma_.lower(), "verb"), ()))


def _is_relative(one: Token) -> bool:
    """Whether a part of a relative clause is the pronoun for the noun before it: `which`, `in which`."""
    return one.tag_ in RELATIVE_TAGS or any(held.dep_ == "pobj" and held.tag_ in RELATIVE_TAGS for held in one.rights)


def _is_coordinated(one: Token) -> bool:
    return one.dep_ == "conj" and is_verbal(one)


def _is_told(clause: Token) -> bool:
    """Whether an adverbial clause belongs to the statement: what it is done for, on which condition."""
    if is_infinitive(clause) and not _is_after_comma(clause):
        return True
    return any(one.dep_ == "mark" and one.lower_ in CONDITIONS for one in clause.lefts)


def _is_circumstance(one: Token, word: Token) -> bool:
    """Whether an adverbial can go: it opens the sentence, stands between commas, tells the day, joins the discourse."""
    held = next((child for child in one.children if child.dep_ == "pobj"), one)
    if one.lower_ in DISCOURSE or one.lower_ == WHOSE_WORDS or held.lower_ in OF_THE_WEEK:
        return True
    if one.i < word.i:
        return one.dep_ in ("prep", "npadvmod") or _opens(one, word)
    return _is_after_comma(one) and one.dep_ != "agent" and one.lower_ not in LISTING


def _opens(one: Token, word: Token) -> bool:
    return any(other.dep_ in SUBJECTS and one.i < other.i for other in word.lefts)


def _is_aside(one: Token, word: Token) -> bool:
    """Whether a clause or name after a comma only tells more of the word before it."""
    if one.i < word.i or not _is_after_comma(one):
        return False
    if one.dep_ == "appos":
        return one.pos_ not in NOMINAL or one.right_edge.i - one.left_edge.i >= SHORT
    return one.dep_ in ("relcl", "acl", "advcl") or (one.dep_ == "prep" and one.lower_ not in LISTING)


def _is_after_comma(one: Token) -> bool:
    first = one.left_edge.i
    before = one.doc[first - 1] if first > 0 else None
    return before is not None and before.text in BREAKS and not (before.text in HYPHENS and not before.whitespace_)
