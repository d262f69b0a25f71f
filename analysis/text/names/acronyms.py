"""Acronyms: which short forms of a report are the first letters of a longer name in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.text.names.name import Name
from analysis.text.names.token_lists import Words

SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "a", "an", "de", "la", "du", "des", "&", "-", "'s", "’s"}
)
SHORTEST, LONGEST = 2, 8  # letters of an acronym


def acronym_pairs(words: Words, names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Positions of the short and the long name of each pair; in brackets first, then by the letters alone.

    A pair without brackets counts when no other long name has the letters.
    """
    done: set[str] = set()
    for i in range(len(names) - 1):
        if (
            names[i].end < len(words.text)
            and words.text[names[i].end] == "("
            and names[i + 1].start == names[i].end + 1
        ):
            yield from _in_brackets(words, names, i, done)
    by_letters: dict[str, set[str]] = {}
    first: dict[str, int] = {}
    for i, name in enumerate(names):
        if name.end - name.start > 1 and name.label != "PERSON":
            for letters in initials(words.text[name.start : name.end]):
                by_letters.setdefault(letters, set()).add(words.phrase(name.start, name.end).lower())
                first.setdefault(letters, i)
    for i, name in enumerate(names):
        short = letters_of(words.phrase(name.start, name.end))
        if short not in done and len(by_letters.get(short, ())) == 1 and names[first[short]].label == name.label:
            yield i, first[short]


def _in_brackets(words: Words, names: Sequence[Name], i: int, done: set[str]) -> Iterator[tuple[int, int]]:
    left, right = (words.phrase(n.start, n.end) for n in names[i : i + 2])
    if letters_of(right) and may_stand_for(letters_of(right), words.text[names[i].start : names[i].end]):
        done.add(letters_of(right))
        yield i + 1, i
    elif letters_of(left) and may_stand_for(letters_of(left), words.text[names[i + 1].start : names[i + 1].end]):
        done.add(letters_of(left))
        yield i, i + 1


def letters_of(text: str) -> str:
    """The letters of an acronym, empty for any other form.

    >>> letters_of("U.N."), letters_of("NATO"), letters_of("Kabul")
    ('UN', 'NATO', '')
    """
    letters = text.replace(".", "")
    is_short = SHORTEST <= len(letters) <= LONGEST
    return letters if is_short and letters.isalnum() and letters.isupper() else ""


def initials(name: Sequence[str]) -> set[str]:
    """The acronyms that the words of a name give, with and without its small words.

    >>> sorted(initials(["Bank", "of", "Japan"]))
    ['BJ', 'BOJ']
    """
    letters = [word[0].upper() for word in name if word[0].isalpha()]
    large = [word[0].upper() for word in name if word[0].isalpha() and word.lower() not in SMALL]
    return {"".join(letters), "".join(large)}


def may_stand_for(letters: str, name: Sequence[str]) -> bool:
    """Whether the letters come in this order in the words, the first at the front of the first, most at fronts.

    >>> may_stand_for("UNESCO", "United Nations Educational Scientific and Cultural Organization".split())
    True
    >>> may_stand_for("IMF", "Ministry of Finance".split())
    False
    """
    if letters in initials(name):
        return True
    if not name or name[0][0].upper() != letters[0]:
        return False
    fronts = [word[0].upper() for word in name if word.lower() not in SMALL]
    rest = iter("".join(word.upper() for word in name))
    in_order = all(letter in rest for letter in letters)
    return in_order and 2 * sum(letter in letters for letter in fronts) >= max(2, len(letters))
