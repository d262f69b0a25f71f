"""Whether two names may be of one body: a company, an office, a ship."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from analysis.text.names.compare.forms import NameForm, Word
from analysis.text.names.compare.match import Alignment, NameMatch, aligned, weight
from analysis.text.names.compare.sounds import Likeness, plain_spelling

MISSING = 0.8  # for each word of weight 1 that only one name has
CONFLICT = 2.5  # for each that both have, differently
OTHER_LEGAL_FORM = 0.5  # an AG and a GmbH of one name are two companies
NO_LEGAL_FORM = 0.97
ACRONYM = 0.85
SWAPPED = 0.8  # Bank of China, China Bank
NOTHING_TELLING = 0.6  # all that agrees is a place or a kind of body, and there are words that don't
SIMILAR = 0.75
LOOSE = frozenset(("company", "corporation"))


def compare_bodies(left: NameForm, right: NameForm) -> NameMatch:
    """Whether two names of bodies may be of one, and what makes the difference."""
    if _is_acronym_of(left, right) or _is_acronym_of(right, left):
        short, long = (left, right) if left.is_acronym else (right, left)
        return NameMatch(ACRONYM, f"{short.words[0].text.upper()}: first letters of {_listed(long.words)}")
    first, second = _expanded(left.words, right.words), _expanded(right.words, left.words)
    first, second = _joined(first, second), _joined(second, first)
    found = aligned(first, second, _alike, floor=SIMILAR)
    score = _score(found, first, second) * _legal(left.legal, right.legal) * _order(found, first, second)
    return NameMatch(round(min(score, 1.0), 3), _reasons(found, first, second, left, right))


def _alike(left: Word, right: Word) -> Likeness:
    if left.text == right.text:
        return Likeness(1.0, "same")
    if {left.kind, right.kind} & {"number", "place", "field"} or len(left.text) < 4 or len(right.text) < 4:
        return Likeness(0.0, "other")
    if left.kind and right.kind:
        return Likeness(0.0, "other")  # two known words: another kind of body
    return _words_alike(left.text, right.text)


@lru_cache(maxsize=65536)
def _words_alike(left: str, right: str) -> Likeness:
    """Spelling variants, slips, plurals and words that are cut short."""
    if plain_spelling(left) == plain_spelling(right) or {left, right} == {left, left + "s"}:
        return Likeness(0.96, "spelling")
    short, long = sorted((left, right), key=len)
    if len(short) >= 5 and long.startswith(short):
        return Likeness(0.9 if len(long) - len(short) <= 2 else 0.8, "cut short")
    near = OSA.normalized_similarity(left, right)
    return Likeness(near, "spelling" if near >= SIMILAR else "other")


def _score(found: Alignment, left: Sequence[Word], right: Sequence[Word]) -> float:
    weights = [min(left[p.left].weight, right[p.right].weight) for p in found.pairs]
    whole = sum(weights)
    if not whole:
        return 0.0
    alike = sum(p.likeness.score * w for p, w in zip(found.pairs, weights, strict=True))
    one_side, other_side = weight(found.left_over), weight(found.right_over)
    conflict, missing = min(one_side, other_side), abs(one_side - other_side)
    score = alike / (whole + CONFLICT * conflict + MISSING * missing)
    over = [w for w in (*found.left_over, *found.right_over) if w.kind not in ("little", "vessel")]
    telling = any(left[p.left].kind in ("", "number", "field") for p in found.pairs)
    if any(w.kind == "number" for w in over):
        score *= 0.5
    return score * NOTHING_TELLING if over and not telling else score


def _order(found: Alignment, left: Sequence[Word], right: Sequence[Word]) -> float:
    """1, less when the words stand in another order; of a state's office the order doesn't matter."""
    words = [p.right for p in found.pairs if left[p.left].kind != "little"]
    is_office = any(word.kind == "office" for word in (*left, *right))
    return 1.0 if is_office or words == sorted(words) else SWAPPED


def _legal(left: str, right: str) -> float:
    if left == right:
        return 1.0
    if not left or not right:
        return NO_LEGAL_FORM
    return 0.9 if {left, right} & LOOSE else OTHER_LEGAL_FORM


def _is_acronym_of(short: NameForm, long: NameForm) -> bool:
    if not short.is_acronym or long.is_acronym or len(long.words) < 2:
        return False
    return short.words[0].text in first_letters(long.words)


def first_letters(words: Sequence[Word]) -> set[str]:
    """The first letters, with and without little words."""
    telling = [w for w in words if w.kind != "little"]
    return {"".join(_letter(w) for w in chosen) for chosen in (words, telling)}


def _letter(word: Word) -> str:
    return word.text.removeprefix("@")[0].lower()


def _expanded(words: tuple[Word, ...], other: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words, an acronym among them replaced by the words of the other name that it stands for."""
    for place, word in enumerate(words):
        size = len(word.text)
        if word.kind or not 2 <= size <= 6 or len(words) < 2 or any(word.text == o.text for o in other):
            continue
        for start in range(len(other) - size + 1):
            run = other[start : start + size]
            if "".join(map(_letter, run)) == word.text:
                return (*words[:place], *run, *words[place + 1 :])
    return words


def _joined(words: tuple[Word, ...], other: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words, two joined that the other name writes as one: Sun Rise and Sunrise."""
    known = {word.text for word in other}
    for place in range(len(words) - 1):
        together = words[place].text + words[place + 1].text
        if together in known and words[place].text not in known:
            return (*words[:place], Word(together, "", 1.0), *words[place + 2 :])
    return words


def _reasons(found: Alignment, left: Sequence[Word], right: Sequence[Word], one: NameForm, two: NameForm) -> str:
    reasons = [
        f"spelt another way: {left[p.left].shown} ~ {right[p.right].shown}"
        for p in found.pairs
        if p.likeness.how in ("spelling", "cut short")
    ]
    one_side, other_side = ([w for w in over if w.weight > 0.1] for over in (found.left_over, found.right_over))
    if one_side and other_side:
        reasons.append(f"differs: {_listed(one_side)} / {_listed(other_side)}")
    elif one_side or other_side:
        reasons.append(f"without {_listed(one_side or other_side)}")
    if one.legal != two.legal:
        reasons.append("another legal form" if one.legal and two.legal else "without the legal form")
    return "; ".join(reasons) or "the same name"


def _listed(words: Sequence[Word]) -> str:
    return " ".join(word.shown for word in words)
