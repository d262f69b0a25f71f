"""Chunks: the stretches of words with a capital that names are cut from, with small words and hyphens inside."""

from __future__ import annotations

from analysis.lexicons.keys import fold
from analysis.lexicons.name_words import given_names, name_parts, not_names
from analysis.text.names.places import REGION, is_place
from analysis.text.names.token_lists import NAME_TAGS, Words

QUOTES = frozenset({'"', "“", "”", "'", "’", "‘"})
NO_NAME = ("pronoun", "calendar", "page")
SMALL_TAGS = frozenset({"DT", "PRP", "PRP$", "IN", "CC", "WDT", "WP", "WRB", "TO", "MD", "EX"})
NOT_AFTER_HYPHEN = frozenset({"VBN", "VBD", "VBG", "JJ", "JJR", "RB", "IN"})
LONGEST = 30  # tokens of a chunk: more are a text in capitals
SHORT = 4  # letters of the parts of a given name with a small second part: Ki-moon, Jong-un
IN_WORDS = frozenset({"e", "i", "y", "as", "an", "at"})  # particles only between hyphens: Tehrik-e-Taliban

Chunk = tuple[int, int]


def chunks(words: Words) -> list[Chunk]:
    """The chunks in order, as token positions. Months, pronouns and small words at a sentence's front are in none."""
    found: list[Chunk] = []
    i, n = 0, len(words.text)
    while i < n:
        end = _first_end(words, i)
        if end is None:
            i += 1
            continue
        while end - i < LONGEST and (longer := _longer(words, end)) is not None:
            end = longer
        found.append((i, end))
        i = end
    return found


def _first_end(words: Words, i: int) -> int | None:
    """Where the first word of a chunk that begins at i ends; it may begin with a particle (`al-Abadi`)."""
    if words.large[i]:
        return i + 1 if _may_begin(words, i) else None
    if words.sentence[i] < 0 or words.text[i] not in name_parts("particle") or i + 2 >= len(words.text):
        return None
    if words.is_hyphen(i + 1) and words.large[i + 2]:
        return i + 3
    is_lone = words.text[i] in name_parts("lone particle") and words.tag[i] in NAME_TAGS
    return i + 2 if is_lone and words.large[i + 1] and words.spaced[i] else None


def _may_begin(words: Words, i: int) -> bool:
    why = not_names().get(words.text[i])
    if not words.text[i][0].isalnum() or why in NO_NAME:
        return False
    if why == "small" and (words.opening[i] or words.in_headline[words.sentence[i]]):
        return words.tag[i] in NAME_TAGS and words.text[i].isupper() and len(words.text[i]) > 1
    return words.tag[i] not in SMALL_TAGS and not (words.opening[i] and words.tag[i] == "CD")


def _longer(words: Words, end: int) -> int | None:
    """The end of the chunk that ends here with the next word; None where it is complete."""
    n = len(words.text)
    if end >= n or words.sentence[end] != words.sentence[end - 1]:
        return None
    if words.large[end] and words.spaced[end - 1]:
        return end + 1 if _may_go_on(words, end) else None
    if words.large[end - 1] and is_patronymic(words.text[end]):
        return end + 1
    if end + 1 >= n or words.sentence[end + 1] != words.sentence[end]:
        return None
    if words.is_hyphen(end):
        return _over_hyphen(words, end)
    if words.text[end] == "&" and words.large[end + 1]:
        return end + 2
    if words.text[end] in QUOTES:
        return _over_quotes(words, end)
    return _over_particles(words, end)


def _may_go_on(words: Words, i: int) -> bool:
    why = not_names().get(words.text[i])
    if why == "calendar" and words.tag[i] in NAME_TAGS and given_names().get(fold(words.text[i - 1])) is not None:
        return not words.after(i + 1).isdigit()  # Theresa May, but `to Paul May 5`
    return words.text[i][0].isalnum() and why not in NO_NAME and (why != "small" or words.tag[i] in NAME_TAGS)


def _over_quotes(words: Words, quote: int) -> int | None:
    """Over a name called by (`John "Jack" Doe`), or over the apostrophe of O'Neill where it stands apart."""
    if words.text[quote - 1] in ("O", "D") and not words.spaced[quote - 1] and words.large[quote + 1]:
        return quote + 2
    inside = quote + 3 < len(words.text) and words.text[quote + 2] in QUOTES and words.spaced[quote - 1]
    return (
        quote + 4 if inside and words.large[quote + 1] and words.large[quote + 3] and words.spaced[quote + 2] else None
    )


def _over_hyphen(words: Words, hyphen: int) -> int | None:
    right = hyphen + 1
    if words.large[right]:
        return None if _joins_places(words, hyphen) else right + 1
    word = words.text[right]
    if is_patronymic(word):
        return right + 1
    if word in name_parts("particle") and right + 2 < len(words.text) and words.is_hyphen(right + 1):
        return right + 3 if words.large[right + 2] else None
    is_short = len(words.text[hyphen - 1]) <= SHORT and 2 <= len(word) <= SHORT and word.isalpha()
    return right + 1 if is_short and words.tag[right] not in NOT_AFTER_HYPHEN else None


def is_patronymic(word: str) -> bool:
    """Whether a word follows a father's name.

    >>> is_patronymic("oğlu"), is_patronymic("Qizi"), is_patronymic("son")
    (True, True, False)
    """
    return fold(word).lower() in name_parts("patronymic")


def _joins_places(words: Words, hyphen: int) -> bool:
    """Whether the hyphen stands between two countries or peoples (`Peru-Chile border`), not inside one name."""
    return is_place(words.text[hyphen - 1], REGION) and is_place(words.text[hyphen + 1], REGION)


def _over_particles(words: Words, end: int) -> int | None:
    """Over `bin`, `de la`, `al-` to the next word with a capital."""
    i, n = end, len(words.text)
    while i < min(n - 1, end + 3) and words.text[i] in name_parts("particle"):
        i += 2 if words.is_hyphen(i + 1) else 1
    if i == end or i >= n or not words.large[i] or words.sentence[i] != words.sentence[end]:
        return None
    return None if words.text[end] in IN_WORDS and words.spaced[end] else i + 1
