"""`No.`, `Nos.` and `nr`: words that stand before the number of a thing and deny nothing."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

ONE, MANY = frozenset({"no", "no.", "nr", "nr."}), frozenset({"nos", "nos."})
ANSWERING = frozenset({"a", "is", "said", "say", "saying", "says", "to", "vote", "voted", "was", ",", ":", '"', "“"})
JOINING = frozenset({"and", ",", "to", "-", "–", "or", "&"})


def joined_stops(words: Sequence[str], has_space: Sequence[bool]) -> tuple[list[str], list[bool]]:
    """Tokens with the full stop of `No.` as part of it where a number follows, as the model has learnt to read it.

    >>> joined_stops(["School", "No", ".", "12"], [True, False, True, False])
    (['School', 'No.', '12'], [True, True, False])
    >>> joined_stops(["He", "said", "no", ".", "12", "left"], [True, True, False, True, True, False])[0]
    ['He', 'said', 'no', '.', '12', 'left']
    """
    found: list[str] = []
    spaces: list[bool] = []
    for place, word in enumerate(words):
        if word == "." and spaces and not spaces[-1] and _is_numbered(words, place):
            found[-1] += word
            spaces[-1] = has_space[place]
        else:
            found.append(word)
            spaces.append(has_space[place])
    return found, spaces


def _is_numbered(words: Sequence[str], stop: int) -> bool:
    """Whether a full stop stands between `No` and a number; a small `no` after `said` is an answer."""
    before = words[stop - 1]
    if before.lower() not in ONE | MANY or stop + 1 == len(words) or not words[stop + 1][0].isdigit():
        return False
    return before[0].isupper() or (stop > 1 and words[stop - 2].lower() not in ANSWERING)


def is_numbering(token: Token) -> bool:
    """Whether a word stands before the number of a thing: not `no 20 men`, `No 20 men`, which deny."""
    if token.lower_ not in ONE | MANY or token.i + 1 == len(token.doc) or not token.nbor().text[0].isdigit():
        return False
    before = token.nbor(-1) if token.i > token.sent.start else token
    is_after_name = before.i < token.i and (before.pos_ in ("NOUN", "PROPN") or before.text[0].isupper())
    return token.lower_ not in ("no", "nr") or (is_after_name and not _counts(token.nbor()))


def _counts(number: Token) -> bool:
    return number.dep_ == "nummod" and number.head.i > number.i


def end_with_number(doc: Doc, end: int) -> int:
    """The end of a phrase, with the number that stands behind it: `Mine No 3`, `Decrees Nos. 4 and 5`."""
    if end >= len(doc) or not is_numbering(doc[end]):
        return end
    is_many = doc[end].lower_ in MANY
    end += 2
    while is_many and end + 1 < len(doc) and doc[end].lower_ in JOINING and doc[end + 1].text[0].isdigit():
        end += 2
    return end
