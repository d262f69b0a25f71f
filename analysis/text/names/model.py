"""What the language model found, with its boundaries put right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.lexicons.name_words import head_words, name_parts, not_names, role_modifiers
from analysis.text.names.chunks import Chunk
from analysis.text.names.known import is_known
from analysis.text.names.name import MODEL_RANK, PLACES, Name
from analysis.text.names.people import given_gender, title_end
from analysis.text.names.places import is_place
from analysis.text.names.token_lists import NAME_TAGS, Words
from analysis.text.parse import Parse

NUMBERS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
RULE = "language model"
CLOSING = frozenset({"(", ")", '"', "“", "”", "<", ">", "--"})
DASHES = frozenset("-–—")
FREE = frozenset({"WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "LANGUAGE"})  # such names may have any small words
INSIDE = frozenset({"of", "for", "and", "the", "on", "in", "at", "to", "against", "by", "with"})
SINGLE_THINGS = PLACES | {"PERSON", "NORP"}  # one such name has neither `and` nor a comma inside


def find_by_model(words: Words, parse: Parse, found_chunks: Sequence[Chunk]) -> list[Name]:
    """The names that spaCy found: without articles, titles and `'s`, as long as the words with a capital go on."""
    ends = {i: end for start, end in found_chunks for i in range(start, end)}
    found = [ent for ent in parse.doc.ents if ent.label_ not in NUMBERS and words.sentence[ent.start] >= 0]
    starts = {ent.start for ent in found if ent.label_ != "PERSON"}
    found_at = {i for ent in found for i in range(ent.start, ent.end)}
    chunk_starts = {i: start for start, end in found_chunks for i in range(start, end)}
    names = []
    for ent in found:
        for part in _parts(words, ent.start, ent.end, ent.label_):
            trimmed = _trimmed(words, *part, ent.label_)
            if trimmed is not None:
                start, end = trimmed
                if not (is_known(words, start, end) or is_place(words.phrase(start, end))):
                    end = _grown(words, end, ends.get(end - 1, end), starts)
                    start = _grown_left(words, start, chunk_starts.get(start, start), found_at)
                names.append(Name(start=start, end=end, label=ent.label_, rule=RULE, weight=1.0, rank=MODEL_RANK))
    return names


def _parts(words: Words, start: int, end: int, label: str) -> Iterator[Chunk]:
    """The span, or its parts where it joins several names with a comma, `and`, `'s` or a bracket."""
    first = start
    for i in range(start + 1, end - 1):
        if _parts_names(words, first, i, end, label):
            yield first, i
            first = i + 1
    yield first, end


def _parts_names(words: Words, start: int, i: int, end: int, label: str) -> bool:
    """Whether the token at i stands between two names of a span with this label."""
    text = words.text[i]
    if text in CLOSING or (
        text.isalpha()
        and text.islower()
        and text not in INSIDE | name_parts("particle") | name_parts("patronymic")
        and label not in FREE
    ):
        return True
    if words.tag[i] == "POS" or text in ("'s", "’s"):
        return is_known(words, start, i) or is_place(words.phrase(start, i))
    if text not in (",", "and") or is_known(words, start, end):
        return False
    left, right = _is_whole(words, start, i), _is_whole(words, i + 1, end)
    if label in SINGLE_THINGS:
        return text == "," or label == "PERSON" or left or right
    return (left and right) or is_known(words, start, i) or is_known(words, i + 1, end)


def _is_whole(words: Words, start: int, end: int) -> bool:
    is_headed = end - start > 1 and any((words.text[i],) in head_words() for i in (start, start + 1, end - 1))
    is_acronym = end - start == 1 and words.text[start].isupper() and len(words.text[start]) > 1
    return is_headed or is_acronym or is_known(words, start, end) or is_place(words.phrase(start, end))


def _trimmed(words: Words, start: int, end: int, label: str) -> Chunk | None:
    """The span from its first to its last word with a capital or digit, without titles before a person."""
    while end > start and not (words.large[end - 1] or words.text[end - 1][:1].isdigit()):
        end -= 1
    while start < end and not words.large[start] and not _is_particle(words, start):
        start += 1
    if start == end:
        return None
    while start < end - 1 and _is_small(words, start):
        start += 1
    if words.after(end) == "-" and words.is_hyphen(end) and not words.after(end, 1)[:1].isupper():
        end = _before_of(words, start, end)
    while label == "PERSON" and start < end - 1 and (after := title_end(words, start, end)) > start:
        start = min(after, end - 1)
    if label == "PERSON" and words.in_headline[words.sentence[start]]:
        start = next((i for i in range(start, end - 1) if given_gender(words.text[i]) is not None), start)
    while end - start > 1 and words.text[end - 1].lower() in role_modifiers() and title_end(words, end, end + 1) > end:
        end -= 1
    is_handle = words.text[start][0] in "@#"
    return (start, end) if any(words.large[start:end]) and not is_handle else None


def _before_of(words: Words, start: int, end: int) -> int:
    """The end before a last `of`, which governs a compound (`Ministry of the Taliban-led government`)."""
    return next((i for i in range(end - 1, start, -1) if words.text[i] == "of"), end)


def _is_small(words: Words, i: int) -> bool:
    """Whether a word with a capital is `The`, `Near` and the like, not the given name Will."""
    return not_names().get(words.text[i]) == "small" and given_gender(words.text[i]) is None


def _is_particle(words: Words, i: int) -> bool:
    return i + 2 < len(words.text) and words.is_hyphen(i + 1) and words.large[i + 2]


def _grown_left(words: Words, start: int, chunk_start: int, found_at: set[int]) -> int:
    """The start moved back over plain names of the chunk, up to a title, an opening word or another name.

    Not after `of` and the like: there the chunk may begin with the object of an office.
    """
    if words.before(chunk_start) in INSIDE:
        return start
    while start > chunk_start and start - 1 not in found_at and words.capital_tells(start - 1):
        word = words.text[start - 1]
        is_plain = word.isalpha() and words.tag[start - 1] in NAME_TAGS and words.spaced[start - 1]
        is_other = title_end(words, start - 1, start) == start or word.lower() in role_modifiers() or is_place(word)
        if not is_plain or is_other or word.isupper() or is_known(words, start - 1, start):
            break
        start -= 1
    return start


def _grown(words: Words, end: int, chunk_end: int, starts: set[int]) -> int:
    """The end moved over the rest of the chunk, up to a title, another name or a number of a model (`Airbus A330`)."""
    if words.in_headline[words.sentence[end - 1]]:
        return end
    while end < chunk_end and end not in starts and title_end(words, end, chunk_end) == end:
        if any(character.isdigit() for character in words.text[end]):
            break
        end += 1
    return end - 1 if words.is_hyphen(end - 1) else end
