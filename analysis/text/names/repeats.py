"""Repeats: further places in a text where a name stands that was found elsewhere in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from analysis.text.names.chunks import Chunk
from analysis.text.names.people import title_end
from analysis.text.names.token_lists import Words

Forms = Mapping[tuple[str, ...], str]


def find_repeats(
    words: Words, forms: Forms, taken: set[int], found_chunks: Iterable[Chunk]
) -> list[tuple[int, int, str]]:
    """Start, end and form's value of each place where a form stands and no name is yet, the longest form first."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        by_first.setdefault(form[0], []).append(form)
    found = []
    for start, end in found_chunks:
        i = start
        while i < end:
            known = by_first.get(words.text[i], [])
            standing = [form for form in known if _stands(words, form, i, (start, end), taken)]
            if standing:
                found.append((i, i + len(standing[0]), forms[standing[0]]))
            i += len(standing[0]) if standing else 1
    return found


def _stands(words: Words, form: tuple[str, ...], i: int, chunk: Chunk, taken: set[int]) -> bool:
    """Whether the form stands at i, free, and not as a part of a longer name."""
    end = i + len(form)
    if words.text[i:end] != form or not taken.isdisjoint(range(i, end)):
        return False
    if words.in_headline[words.sentence[i]]:
        return True
    left_free = i == chunk[0] or i - 1 in taken or title_end(words, i - 1, i) == i or words.is_hyphen(i - 1)
    right_free = end >= chunk[1] or end in taken or title_end(words, end, end + 1) > end or words.is_hyphen(end)
    return left_free and right_free
