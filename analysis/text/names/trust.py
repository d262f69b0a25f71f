"""Trust: which forms are names, and the label that each has in the whole report."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from analysis.lexicons.name_words import head_words, not_names, role_modifiers
from analysis.text.names.agreement import SURE
from analysis.text.names.name import PATTERN_RANK, Name
from analysis.text.names.people import given_gender, title_end
from analysis.text.names.token_lists import NAME_TAGS, Words
from analysis.text.names.votes import Ballot, key_of

ENOUGH = 1.5  # votes that make a name of what the language model did not find
ENOUGH_FOR_LONG = 2.0  # the strongest single reason that it takes for several words: `in` before them tells little
BEYOND_WORDS = 4.0  # votes from which a name may look like a word that the report has in small letters
TWO_LETTERS = re.compile(r"[^\W\d_]\.?[^\W\d_]")  # what any name has, `A-1` and `B 2` have not
SHORT_NAME = 3  # words of a personal name in a headline
OF_HEADINGS = frozenset({"GPE", "NORP", "LOC", "PERSON"})

Ballots = Mapping[str, Ballot]


def settled(words: Words, names: Sequence[Name], found: Ballots) -> list[Name]:
    """The names that are trusted, each with the label that its form has in the whole report."""
    common = _common_acronyms(words)
    small = {word for word, large in zip(words.text, words.large, strict=True) if not large}
    body = {key_of(words, name) for name in names if not _in_heading(words, name)}
    told = {key_of(words, name) for name in names if _capital_tells(words, name)}
    kept = []
    for name in names:
        key = key_of(words, name)
        ballot = found[key]
        named = name._replace(label=ballot.label(), rule=ballot.rule())
        is_told = ballot.n_model > 0 or name.rank >= PATTERN_RANK or key in told or ballot.reason() >= SURE
        is_common = words.phrase(name.start, name.end) in common and ballot.reason() < BEYOND_WORDS
        is_apart = not _in_heading(words, name) or key in body or _stands_alone(words, named)
        if (
            is_told
            and is_apart
            and not is_common
            and _has_votes(named, ballot)
            and not _is_word(words, named, ballot, small)
        ):
            kept.append(named)
    return kept


def _common_acronyms(words: Words) -> set[str]:
    """The acronyms that stand for things, not for a name: they have a plural or `a` before them (`an IED, IEDs`)."""
    forms = set(words.text)
    found = set()
    for i, word in enumerate(words.text):
        if words.large[i] and word.isupper() and len(word) > 1:
            is_single = words.before(i) in ("a", "an") and words.tag[i + 1 : i + 2] not in (("NN",), ("NNS",), ("NNP",))
            if is_single or word + "s" in forms:
                found.add(word)
    return found


def _capital_tells(words: Words, name: Name) -> bool:
    return words.capital_tells(name.start) and words.tag[name.start] in NAME_TAGS


def _has_votes(name: Name, ballot: Ballot) -> bool:
    """Whether the model found the form somewhere, or reasons enough speak for it."""
    if ballot.n_model or not name.label:
        return bool(name.label)
    is_long = name.end - name.start > 1
    return ballot.strength() >= ENOUGH and (not is_long or ballot.reason() >= ENOUGH_FOR_LONG)


def _is_word(words: Words, name: Name, ballot: Ballot, small: set[str]) -> bool:
    """Whether the form is an office, a letter, a calendar word, or a word that the report also has in small letters."""
    first = words.text[name.start]
    if not any(words.large[name.start : name.end]) or _is_office(words, name):
        return True
    if not TWO_LETTERS.search(words.phrase(name.start, name.end)) or _is_shouted(words, name, ballot):
        return True
    if name.end - name.start > 1:
        return False
    if _is_mere_head(first, ballot):
        return True
    is_doubtful = words.opening[name.start] or words.tag[name.start] not in NAME_TAGS
    is_small = first.lower() in small and ballot.strength() < BEYOND_WORDS and is_doubtful
    return is_small or (first in not_names() and name.label not in ("NORP", "LANGUAGE"))


def _is_mere_head(word: str, ballot: Ballot) -> bool:
    """Whether a lone word is the head word of an event, place or law (`the Summit`) and nothing else speaks for it."""
    heads = head_words().get((word,), ())
    is_other = bool(heads) and all(head.label != "ORG" for head in heads)
    return is_other and ballot.label() != "PERSON" and ballot.reason() < ENOUGH_FOR_LONG


def _is_shouted(words: Words, name: Name, ballot: Ballot) -> bool:
    """Whether the form is a stretch of a sentence in capitals."""
    forms = words.text[name.start : name.end]
    return (
        len(forms) > 2 and all(word.isupper() and word.isalpha() for word in forms) and ballot.reason() < BEYOND_WORDS
    )


def _is_office(words: Words, name: Name) -> bool:
    """Whether all words are of a title or office (`Prime Minister`, `Deputy Chief of Staff`)."""
    i = name.start
    while i < name.end:
        after = title_end(words, i, name.end)
        if after == i and words.text[i].lower() not in role_modifiers():
            return False
        i = max(after, i + 1)
    return title_end(words, name.end - 1, name.end) == name.end


def _in_heading(words: Words, name: Name) -> bool:
    number = words.sentence[name.start]
    return words.in_heading[number] or words.in_headline[number]


def _stands_alone(words: Words, name: Name) -> bool:
    """Whether a name in a heading that the body does not have is one by itself: a lexicon has it."""
    if name.label == "PERSON" and given_gender(words.text[name.start]) is not None:
        return 1 < name.end - name.start <= SHORT_NAME
    return name.rank >= PATTERN_RANK and (name.label in OF_HEADINGS or name.rule == "well-known name")
