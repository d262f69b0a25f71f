"""Known names: those that a lexicon or the gazetteer has, wherever they stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analysis.lexicons.keys import fold
from analysis.lexicons.name_words import given_names, known_names, name_parts, not_names, role_heads
from analysis.text.names.chunks import Chunk
from analysis.text.names.name import BARE_RANK, PATTERN_RANK, Name
from analysis.text.names.places import LARGE, PART, PROVINCE, REGION, is_place, place_entry
from analysis.text.names.token_lists import NAME_TAGS, Words

LONGEST = 6  # tokens of the longest country name with a linking word that is looked for
LINKS = frozenset({"of", "and", "the", "&", "-", "’s", "'s"})
WELL_KNOWN = 6.0  # votes
SHORT = 3  # letters up to which an acronym in a headline may be a word: IS, US, WHO


def is_known(words: Words, start: int, end: int) -> bool:
    """Whether exactly these words are a well-known name."""
    return any(words.text[start:end] == known.words for known in known_names().get(words.text[start], ()))


def find_known(words: Words, found_chunks: Iterable[Chunk]) -> list[Name]:
    """The known names of a text."""
    names: list[Name] = []
    done = 0
    for start, end in found_chunks:
        for i in range(start, end):
            name = _known_at(words, i, end) if i >= done else None
            if name is not None:
                names.append(name)
                done = name.end
    return names


def _known_at(words: Words, i: int, chunk_end: int) -> Name | None:
    """The longest known name that begins here."""
    longest = max(_candidates(words, i, chunk_end), key=lambda name: name.end, default=None)
    return longest if longest is not None and _is_plausible(words, longest) else None


def _candidates(words: Words, i: int, chunk_end: int) -> Iterator[Name]:
    for known in known_names().get(words.text[i], ()):
        end = i + len(known.words)
        if words.text[i:end] == known.words and words.sentence[end - 1] == words.sentence[i]:
            yield Name(
                start=i, end=end, label=known.label, rule="well-known name", weight=WELL_KNOWN, rank=PATTERN_RANK
            )
            break
    if words.large[i]:
        yield from _places(words, i, chunk_end)


def _places(words: Words, i: int, chunk_end: int) -> Iterator[Name]:
    """The longest place or people that begins here; after a direction it is a part of a place (`Northern Syria`)."""
    for end in _ends(words, i, chunk_end):
        entry = place_entry(words.phrase(i, end))
        if entry is not None:
            is_sure = entry.weight >= REGION or (end - i > 1 and entry.weight >= PROVINCE)
            if entry.label != "NORP" and _is_last_part(words, i):
                return
            yield Name(
                start=i,
                end=end,
                label=entry.label,
                rule=entry.rule,
                weight=entry.weight,
                rank=PATTERN_RANK if is_sure else BARE_RANK,
            )
            return
    if words.text[i] in name_parts("direction") and i + 1 < chunk_end:
        for place in _places(words, i + 1, chunk_end):
            if place.label in ("GPE", "LOC") and place.weight >= LARGE:
                yield Name(
                    start=i, end=place.end, label="LOC", rule="direction before a place", weight=PART, rank=PATTERN_RANK
                )


def _is_last_part(words: Words, i: int) -> bool:
    """Whether the word before belongs to the name and tells that it is no place (`Air France`, `Virgin Atlantic`)."""
    if not words.before(i) or not words.spaced[i - 1] or words.in_headline[words.sentence[i]]:
        return False
    word = words.text[i - 1]
    is_plain = words.large[i - 1] and words.tag[i - 1] in NAME_TAGS and word not in not_names() and word.isalpha()
    is_role = word.lower() in role_heads() or word.isupper()
    return (
        is_plain
        and not is_role
        and not words.opening[i - 1]
        and not is_place(word, 0)
        and word not in name_parts("direction")
    )


def _ends(words: Words, i: int, chunk_end: int) -> list[int]:
    """Where a name that begins at i may end, the furthest first; over linking words only to a further capital."""
    ends, j, n = [], i, len(words.text)
    while j < min(n, i + LONGEST) and words.sentence[j] == words.sentence[i]:
        if words.large[j] and words.text[j] not in LINKS:
            ends.append(j + 1)
        elif j > chunk_end + 1 or words.text[j] not in LINKS:
            break
        j += 1
    return ends[::-1]


def _is_plausible(words: Words, name: Name) -> bool:
    """Whether a single word is this name and not a word or a given name that looks the same."""
    i = name.start
    word = words.text[i]
    if name.end - i > 1:
        return True
    if words.in_headline[words.sentence[i]] and word.lower() in role_heads():
        return False
    if word.isupper() and len(word) <= SHORT and _is_all_large(words, i):
        return False
    if name.weight >= REGION:
        return True
    is_word = word in not_names() or fold(word) in given_names()
    return not is_word and words.tag[i] in NAME_TAGS and not words.opening[i]


def _is_all_large(words: Words, i: int) -> bool:
    """Whether the words beside an acronym are in capitals too."""
    beside = [
        words.text[j] for j in (i - 2, i - 1, i + 1, i + 2) if 0 <= j < len(words.text) and words.text[j].isalpha()
    ]
    return bool(beside) and all(word.isupper() for word in beside)
