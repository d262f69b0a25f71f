"""Numbers as they are written: in digits, in words, as fractions, with multipliers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.lexicons.measures import multipliers, units
from analysis.text.amounts.lexicon import fractions, number_words
from analysis.text.amounts.pieces import Piece, is_joined, word_at
from analysis.text.timexes.numbers import number

HYPHENS = ("-", "‐", "‑")
DASHES = (*HYPHENS, "–", "—")
GLUED_SIGNS = frozenset({"rs", "rm", "us", "dm", "gbp", "usd", "eur"})
ARTICLES = ("a", "an")
MOST_WORDS = 12  # pieces of a number in words that are followed
DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64})
OF_WHAT = frozenset({"of", "the", "its", "their", "his", "her", "our", "all", "these", "those"})
PARTED = ("of", "part", "as")  # behind a part of a whole: `a fifth of`, `a tenth part`, `a quarter as much`
NO_HALF = frozenset({"first", "second", "latter", "other", "back", "better", "top", "bottom", "last"})
ROUND = frozenset({"hundred", "thousand", "million", "billion", "trillion", "mln", "bn"})


class Number(NamedTuple):
    """A number from the piece `first` to before the piece `end`; `base` is it without its multiplier.

    `is_share` marks a part of a whole, `is_round` a number in words of which `a` is one: `a million`.
    """

    first: int
    end: int
    value: float
    base: float
    is_share: bool = False
    is_word: bool = False


def number_at(found: Sequence[Piece], at: int) -> Number | None:
    """The number that begins at a piece; None where there is none.

    >>> from analysis.text.amounts.pieces import pieces
    >>> read = lambda text: number_at(pieces(text), 0)
    >>> read("twenty-five").value, read("4.5 mln").value, read("6-1/2").value, read("two-thirds of").value
    (25.0, 4500000.0, 6.5, 66.7)
    >>> read("third of"), read("10:30"), read("dozens")
    (None, None, None)
    """
    word = found[at].word
    if word[0].isdecimal() or (word[0] == "." and len(word) > 1 and word[1].isdigit()):
        return _in_digits(found, at)
    if word == "half":
        return _half(found, at)
    if word in ARTICLES:
        return _part(found, at, at + 1, 1.0) or _one_round(found, at)
    return _in_words(found, at) if word in number_words() and word not in ROUND else None


def _in_digits(found: Sequence[Piece], at: int) -> Number | None:
    if is_joined(found, at) and not _may_precede(found, at):
        return None
    if (part := _ratio(found, at)) is not None:
        return Number(first=at, end=at + 3, value=round(100 * part, 1), base=part, is_share=True)
    value, end = float(found[at].word.replace(",", "")), at + 1
    first = end + 1 if word_at(found, end) in HYPHENS and is_joined(found, end) else end
    if "." not in found[at].word and (part := _ratio(found, first)) is not None:
        value, end = value + part, first + 3
    if word_at(found, end) in (":", "/") and is_joined(found, end) and word_at(found, end + 1)[:1].isdecimal():
        return None
    return _scaled(found, at, _with_half(found, end, value), is_word=False)


def _may_precede(found: Sequence[Piece], at: int) -> bool:
    """Whether a number may follow without a blank what stands before it: `$5`, `(5`, not `F-16`, `A380`, `10:30`."""
    before = found[at - 1].word
    if before in DASHES:
        return not is_joined(found, at - 1) or found[at - 2].word[0].isdecimal()
    return before in GLUED_SIGNS or not (before[0].isalnum() or before in ".,:/_+#@&")


def _ratio(found: Sequence[Piece], at: int) -> float | None:
    """The value of `3/4`; None for `9/11` and what is no fraction."""
    above, slash, below = (word_at(found, at + step) for step in range(3))
    if slash != "/" or not (above.isdecimal() and below.isdecimal() and int(below) in DENOMINATORS):
        return None
    return int(above) / int(below) if 0 < int(above) < int(below) else None


def _in_words(found: Sequence[Piece], at: int) -> Number | None:
    end, words = at + 1, [found[at].word]
    while end < len(found) and end - at < MOST_WORDS:
        step = end + 1 if found[end].word in HYPHENS and is_joined(found, end) and is_joined(found, end + 1) else end
        if word_at(found, step) == "and" and words[-1] in ROUND:
            step += 1
        if word_at(found, step) not in number_words():
            break
        words.append(found[step].word)
        end = step + 1
    value = number(words)
    if not isinstance(value, float):
        return None
    share = _part(found, at, end, value) if value < 10 else None
    return share or _scaled(found, at, _with_half(found, end, value), is_word=True)


def _one_round(found: Sequence[Piece], at: int) -> Number | None:
    """`a hundred`, `a million`: one of it."""
    factor = multipliers("word").get(word_at(found, at + 1))
    if factor is None or word_at(found, at + 1).endswith("s"):
        return None
    return _scaled(found, at, (at + 1, 1.0), is_word=True)


def _with_half(found: Sequence[Piece], end: int, value: float) -> tuple[int, float]:
    """The end and the value with `and a half` behind."""
    steps = [end + n for n in range(6) if word_at(found, end + n) not in HYPHENS][:3]
    is_half = tuple(word_at(found, step) for step in steps) == ("and", "a", "half")
    return (steps[-1] + 1, value + 0.5) if is_half else (end, value)


def _scaled(found: Sequence[Piece], at: int, read: tuple[int, float], is_word: bool) -> Number:
    """A number with the multipliers behind it."""
    end, base = read
    value = base
    while end < len(found):
        step = end + 1 if found[end].word in HYPHENS and is_joined(found, end) else end
        form = "glued" if step == end and is_joined(found, end) and not is_word else "word"
        factor = multipliers(form).get(word_at(found, step))
        if factor is None:
            break
        value, end = value * factor, step + 1
    return Number(first=at, end=end, value=clean(value), base=base, is_word=is_word)


def clean(value: float) -> float:
    """The value without what binary fractions add: 33.2 billion, not 33200000000.000004."""
    return float(f"{value:.12g}")


def _part(found: Sequence[Piece], at: int, end: int, above: float) -> Number | None:
    """`two-thirds`, `a quarter of`: a part of a whole, in percent; not `a third man`, `two quarters`."""
    is_hyphened = word_at(found, end) in HYPHENS and is_joined(found, end)
    word = word_at(found, end + is_hyphened)
    parts = fractions().get(word)
    if parts is None or above >= parts or word.endswith("s") != (above > 1) or (word == "quarters" and above != 3):
        return None
    end += is_hyphened + 1
    if above == 1 and word_at(found, end) not in PARTED and not (is_hyphened and found[at].word == "one"):
        return None
    return Number(
        first=at, end=end, value=round(100 * above / parts, 1), base=above / parts, is_share=True, is_word=True
    )


def _half(found: Sequence[Piece], at: int) -> Number | None:
    """`half of them`, 50 %; `half a million`, 500,000; `half an hour`, 0.5; not `the second half`, `half-built`."""
    if word_at(found, at - 1) in NO_HALF:
        return None
    end = at + 2 if word_at(found, at + 1) in (*ARTICLES, *HYPHENS) else at + 1
    word = word_at(found, end)
    if word in multipliers("word") or (end > at + 1 and word in units()):
        return _scaled(found, at, (end, 0.5), is_word=True)
    if word_at(found, at + 1) in OF_WHAT or word_at(found, at - 1) in ("than", "least", "about", "over", "nearly"):
        return Number(first=at, end=at + 1, value=50.0, base=0.5, is_share=True, is_word=True)
    return None
