"""Headed names: those that a word at their end or front tells apart, as Ministry of Health, Red River, Camp Victory."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from analysis.lexicons.name_words import HeadWord, head_words, name_parts, role_heads, titles
from analysis.text.names.chunks import Chunk
from analysis.text.names.known import is_known
from analysis.text.names.name import BARE_RANK, PATTERN_RANK, Name
from analysis.text.names.people import given_gender, title_end
from analysis.text.names.places import is_place
from analysis.text.names.token_lists import Words

ALONE = 1.6  # votes for a head word alone: just enough
HEADED = 3.0  # votes: a head word outweighs three readings of the language model
AT = frozenset({"at", "in", "near", "inside", "outside", "around"})
OVER = frozenset({"of", "for", "on", "against"})
WITHOUT_OF = frozenset({"LOC", "FAC", "EVENT", "PRODUCT"})  # Lake Van, Camp Victory, Operation Storm: no `of`
LONGEST_HEAD = 3  # words of a head: Forward Operating Base
LAST = ("last", "both", "suffix")
FIRST = ("first", "both")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|First|Second|Third", re.I)
NUMERAL = re.compile(r"\d+|One|Two|Three|Four|Five|[IVX]+")
MOST_JOINED = 3  # chunks of a list after `of`: Ministry of Trade, Industry and Tourism


class Stretch(NamedTuple):
    """A chunk with the chunks around it, and the ends of all words in names of people."""

    words: Words
    all_chunks: Sequence[Chunk]
    number: int
    start: int
    end: int
    personal: Collection[int]


def find_headed(words: Words, found_chunks: Sequence[Chunk], people: Collection[Name]) -> list[Name]:
    """The names of a text that have a head word, with what follows it over `of` and the like; none in headlines.

    A head word in the name of one of these people (`Bill Gates`) is none.
    """
    personal = {i + 1 for name in people for i in range(name.start, name.end)}
    stretches = [
        Stretch(words=words, all_chunks=found_chunks, number=number, start=start, end=end, personal=personal)
        for number, (start, end) in enumerate(found_chunks)
    ]
    running = [one for one in stretches if not words.in_headline[words.sentence[one.start]]]
    return [name for stretch in running for name in (*_fronted(stretch), *_ended(stretch))]


def _ended(stretch: Stretch) -> Iterator[Name]:
    """The name up to the last head word of the chunk, with the ordinal before it and the number after it."""
    words, start, end = stretch.words, stretch.start, stretch.end
    for i in range(end, start, -1):
        head = head_ending(words, start, i)
        if (
            head is None
            or (i < end and not _may_follow(words, i, end))
            or _in_role(words, i, end)
            or i in stretch.personal
        ):
            continue
        head_start, word = head
        first = _before_ordinal(words, start) if word.label == "ORG" else start
        longer = _over_of(stretch) if i == end and word.position == "both" else None
        if longer is not None:
            yield _named(start, longer, word)
        elif head_start > first:
            yield _named(first, _over_number(words, i), _by_place(words, first, i, word))
        elif word.position == "suffix" and words.before(start) == "and" and stretch.number:
            yield from _over_company_and(stretch, word)
        elif _is_the_body(words, start, end, word):
            yield Name(
                start=start,
                end=end,
                label=word.label,
                rule="a body's word with a capital",
                weight=ALONE,
                rank=BARE_RANK,
            )
        return


def _over_company_and(stretch: Stretch, head: HeadWord) -> Iterator[Name]:
    """`Doe and Co`: a company form after `and` belongs to the name before."""
    start, end = stretch.all_chunks[stretch.number - 1]
    if end == stretch.start - 1:
        yield _named(start, stretch.end, head)


def _is_the_body(words: Words, start: int, end: int, head: HeadWord) -> bool:
    """Whether a head word alone, with an article, stands for a body named before (`the Ministry`)."""
    return (
        head.position == "both"
        and head.label == "ORG"
        and words.capital_tells(start)
        and words.before(start) == "the"
        and end - start == 1
    )


def _fronted(stretch: Stretch) -> Iterator[Name]:
    """The name with its head word at the front: before other words, before a number, or alone before `of`."""
    words, start, end = stretch.words, stretch.start, stretch.end
    for length in range(min(LONGEST_HEAD, end - start), 0, -1):
        heads = [h for h in head_words().get(words.text[start : start + length], ()) if h.position in FIRST]
        if heads and start + length == end:
            yield from _alone(stretch, heads[0])
        elif heads and _is_company(stretch):
            return
        elif heads and heads[0].position == "first" and heads[0].label in WITHOUT_OF:
            is_vessel = heads[0].label == "PRODUCT"  # HMS Ocean is no ocean
            yield _named(start, end, heads[0])._replace(rank=PATTERN_RANK + is_vessel)
        if heads:
            return


def _is_company(stretch: Stretch) -> bool:
    """Whether a chunk ends in the form of a company: `Gulf Resources Inc` is no gulf."""
    ending = head_ending(stretch.words, stretch.start, stretch.end)
    return ending is not None and ending[1].position == "suffix"


def _alone(stretch: Stretch, head: HeadWord) -> Iterator[Name]:
    longer = _over_of(stretch)
    if longer is not None:
        yield _named(stretch.start, longer, head)
    elif (
        stretch.words.text[stretch.end - 1] in name_parts("numbered") and stretch.words.after(stretch.end)[:1].isdigit()
    ):
        yield _named(stretch.start, stretch.end + 1, head)


def _named(start: int, end: int, head: HeadWord) -> Name:
    place = "front" if head.position == "first" else "end"
    return Name(
        start=start,
        end=end,
        label=head.label,
        rule=f"word at its {place} that makes it {head.label}",
        weight=HEADED,
        rank=PATTERN_RANK,
    )


def head_ending(words: Words, start: int, end: int) -> tuple[int, HeadWord] | None:
    """The longest head word that ends a name here, and where it begins."""
    for length in range(min(LONGEST_HEAD, end - start), 0, -1):
        heads = [head for head in head_words().get(words.text[end - length : end], ()) if head.position in LAST]
        if heads:
            return end - length, next((head for head in heads if head.position == "both"), heads[0])
    return None


def _in_role(words: Words, i: int, end: int) -> bool:
    """Whether a title or office follows within the chunk, so that the head word is part of it (Press Secretary)."""
    return any((words.text[j],) in titles() or words.text[j].lower() in role_heads() for j in range(i, end))


def _may_follow(words: Words, i: int, end: int) -> bool:
    """Whether a further name or a title begins at i, so that the name before it ends with its head word."""
    is_other = is_place(words.phrase(i, end)) or is_known(words, i, end) or given_gender(words.text[i]) is not None
    return is_other or title_end(words, i, end) > i


def _before_ordinal(words: Words, start: int) -> int:
    """The start with an ordinal, and a place before that (`U.S. 5th Fleet`)."""
    if start and words.sentence[start - 1] == words.sentence[start] and ORDINAL.fullmatch(words.text[start - 1]):
        is_owned = start > 1 and is_place(words.text[start - 2]) and words.spaced[start - 2]
        return start - 2 if is_owned and words.sentence[start - 2] == words.sentence[start] else start - 1
    return start


def _over_number(words: Words, end: int) -> int:
    """The end with a number that belongs to a body, place or law (`Task Force 50`, `Mobile Unit Two`)."""
    follows = end < len(words.text) and words.sentence[end] == words.sentence[end - 1]
    is_numbered = words.text[end - 1] in name_parts("numbered")
    return end + 1 if follows and is_numbered and NUMERAL.fullmatch(words.text[end]) else end


def _by_place(words: Words, start: int, end: int, head: HeadWord) -> HeadWord:
    """The head word read as a building's where it can be one and `at`, `in` or the like stands before the name."""
    before = words.before(start, 2 if words.before(start) == "the" else 1)
    others = [h for h in head_words().get((words.text[end - 1],), ()) if h.label == "FAC"]
    return others[0] if others and before in AT else head


def _over_of(stretch: Stretch) -> int | None:
    """Where the name ends that goes on with `of` here: after the next chunk, or after those joined to it."""
    words, end, number = stretch.words, stretch.end, stretch.number + 1
    if words.after(end) not in OVER or number == len(stretch.all_chunks):
        return None
    start, next_end = stretch.all_chunks[number]
    article = words.after(end, 1) in ("the", "a")
    is_compound = words.after(next_end) == "-" and words.is_hyphen(next_end)  # of the Taliban-led government
    return _over_and(stretch, number) if start == end + 1 + article and not is_compound else None


def _over_and(stretch: Stretch, number: int) -> int:
    """The end of a list of chunks (`Culture and Tourism`, `Trade, Industry and Tourism`), unless they are places."""
    words, found = stretch.words, stretch.all_chunks
    end = found[number][1]
    for joined in range(number, min(number + MOST_JOINED, len(found) - 1)):
        between = words.text[found[joined][1] : found[joined + 1][0]]
        is_list = between in (("and",), (",",), (",", "and"), ("&",))
        if not is_list or not _is_field(words, *found[joined]) or not _is_field(words, *found[joined + 1]):
            break
        if between != (",",):
            return found[joined + 1][1]
    return end


def _is_field(words: Words, start: int, end: int) -> bool:
    """Whether words name a field of work: no place or people, no acronym, no body."""
    text = words.phrase(start, end)
    is_acronym = end - start == 1 and text.isupper()
    return not (is_acronym or is_place(text)) and head_ending(words, start, end) is None
