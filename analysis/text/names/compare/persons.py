"""Whether two names may be of one person."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.lexicons.name_forms import is_given_name
from analysis.text.names.compare.forms import NameForm, Word
from analysis.text.names.compare.match import Alignment, NameMatch, Pair, aligned, weight
from analysis.text.names.compare.order import PATRONYMIC
from analysis.text.names.compare.sounds import Likeness, likeness, nearness, sound

# What a difference takes off, chosen so that the order of these is kept: a middle name left out, a word misspelt,
# an initial, names in another order, a family name alone, another given name.
MISSING = 0.08  # for each word of weight 1 that only one name has
CONFLICT = 1.6  # for each that both have, differently
LONE_WORD = 0.65  # a family name alone may be anybody of the family
DOUBTED_TWICE = 0.9  # a word missing, and another only alike
SWAPPED = 0.9  # given and family name in the other order
SWAPPED_GIVEN_NAMES = 0.55  # and both are given names: Ahmad Karim, Karim Ahmad
OTHER_MARK = 0.3  # junior and senior, I and II
NO_MARK = 0.9
FATHER_AND_FAMILY = 0.5  # Samir Vagif is not Samir, the son of Vagif


def compare_persons(left: NameForm, right: NameForm) -> NameMatch:
    """Whether two names of persons may be of one, and what makes the difference."""
    if not left.words or not right.words:
        return NameMatch(0.0, "no name")
    first, second = _joined(left.words, right.words)
    found = aligned(first, second, _alike)
    score = _score(found, first, second) * _order(found.pairs, first, second) * _marks(left, right)
    return NameMatch(round(min(score, 1.0), 3), _reasons(found, first, second, left.mark != right.mark))


def _alike(left: Word, right: Word) -> Likeness:
    if any((left.kind in kinds) != (right.kind in kinds) for kinds in APART) and left.text != right.text:
        return Likeness(0.0, "other")
    return likeness(left.text, right.text)


APART = ({"particle", "honorific", "servant"}, {"patronymic"})  # kinds of words that stand for no others


def _score(found: Alignment, left: Sequence[Word], right: Sequence[Word]) -> float:
    weights = [_pair_weight(pair, left, right) for pair in found.pairs]
    whole = sum(weights)
    if whole < 0.5:
        return 0.0
    alike = sum(pair.likeness.score * w for pair, w in zip(found.pairs, weights, strict=True))
    worst = min(pair.likeness.score for pair, w in zip(found.pairs, weights, strict=True) if w >= 0.5)
    missing = abs(weight(found.left_over) - weight(found.right_over))
    conflict = _conflict(found, left, right)
    score = alike / (whole + CONFLICT * conflict + MISSING * missing) * (0.7 + 0.3 * worst)
    if missing >= 0.5 and worst < 0.9:
        score *= DOUBTED_TWICE
    if _is_fathers_and_family(found, left, right):
        score *= FATHER_AND_FAMILY
    is_lone = sum(w >= 0.9 for w in weights) < 2 and missing >= 0.5
    only_initials = all(pair.likeness.how == "initial" for pair in found.pairs)
    return score * LONE_WORD if is_lone or only_initials else score


def _is_fathers_and_family(found: Alignment, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether the family name of one is paired with the other's father (not with a patronymic like Petrovich)."""
    pairs = [(left[p.left], right[p.right], p.left == len(left) - 1, p.right == len(right) - 1) for p in found.pairs]
    return any(
        (one.kind == "patronymic") != (other.kind == "patronymic")
        and (is_last if other.kind == "patronymic" else other_is_last)
        and not PATRONYMIC.fullmatch(one.text)
        for one, other, is_last, other_is_last in pairs
    )


def _conflict(found: Alignment, left: Sequence[Word], right: Sequence[Word]) -> float:
    """What the words count that both names have, differently; first names that differ count more."""
    one_side, other_side = (
        [FULL.get(word.kind, word.weight) for word in over] for over in (found.left_over, found.right_over)
    )
    other_first = left[0] in found.left_over and right[0] in found.right_over
    return min(sum(one_side), sum(other_side)) + 0.5 * other_first


FULL = {"initial": 1.0, "patronymic": 1.0}  # left out they count little, differing they tell persons apart


def _pair_weight(pair: Pair, left: Sequence[Word], right: Sequence[Word]) -> float:
    return min(left[pair.left].weight, right[pair.right].weight)


def _order(pairs: Sequence[Pair], left: Sequence[Word], right: Sequence[Word]) -> float:
    if not _is_swapped(pairs, left, right):
        return 1.0
    is_given = all(is_given_name(w.text) for p in pairs for w in (left[p.left], right[p.right]))
    return SWAPPED_GIVEN_NAMES if is_given and len(pairs) == 2 else SWAPPED


def _is_swapped(pairs: Sequence[Pair], left: Sequence[Word], right: Sequence[Word]) -> bool:
    places = [p.right for p in pairs if _pair_weight(p, left, right) >= 0.5]
    return places != sorted(places)


def _marks(left: NameForm, right: NameForm) -> float:
    if left.mark == right.mark:
        return 1.0
    return OTHER_MARK if left.mark and right.mark else NO_MARK


def _joined(left: tuple[Word, ...], right: tuple[Word, ...]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words, those joined that the other name writes as one: Jong Un and Jongun, Abu Bakr and Abubakr."""
    return _join(left, right), _join(right, left)


def _join(words: tuple[Word, ...], other: tuple[Word, ...]) -> tuple[Word, ...]:
    for place in range(len(words) - 1):
        together = words[place].text + words[place + 1].text
        if len(together) < 5 or "initial" in (words[place].kind, words[place + 1].kind):
            continue
        for one in other:
            if abs(len(one.text) - len(together)) <= 1 and nearness(sound(together), sound(one.text)) >= 0.9:
                joined = Word(together, "", max(1.0, words[place].weight))
                return (*words[:place], joined, *words[place + 2 :])
    return words


HOW = {
    "spelling": "spelt another way",
    "initial": "initial",
    "short": "short form",
    "language": "the same name in another language",
}


def _reasons(found: Alignment, left: Sequence[Word], right: Sequence[Word], other_mark: bool) -> str:
    """What differs, in plain words, in the order of the name."""
    reasons = [
        f"{HOW[p.likeness.how]}: {left[p.left].shown} ~ {right[p.right].shown}"
        for p in found.pairs
        if p.likeness.how in HOW
    ]
    one_side, other_side = ([w for w in over if w.weight >= 0.3] for over in (found.left_over, found.right_over))
    if one_side and other_side:
        reasons.append(f"differs: {_listed(one_side)} / {_listed(other_side)}")
    elif one_side or other_side:
        reasons.append(f"without {_listed(one_side or other_side)}")
    reasons += ["another mark of generation"] if other_mark else []
    reasons += ["words in another order"] if _is_swapped(found.pairs, left, right) else []
    return "; ".join(reasons) or "the same name"


def _listed(words: Sequence[Word]) -> str:
    return " ".join(word.shown for word in words)
