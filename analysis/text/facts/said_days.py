"""The day on which something was said: in the clause of the cue, or where the same speaker last had one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from analysis.text.facts.naming import Names
from analysis.text.facts.times import Times
from analysis.text.parse import Parse
from analysis.text.records import Attribution

PRONOUNS = frozenset({"he", "she", "they", "it"})  # as a speaker they are the one before
REPORTED = frozenset({"ccomp", "xcomp", "advcl"})  # `reported on Monday that an official said`
HOPS = 3  # cues within cues that are followed


def paragraphs(parse: Parse) -> list[int]:
    """The number of the paragraph that each sentence stands in."""
    found: list[int] = []
    number, end = 0, 0
    for sentence in parse.sentences:
        number += "\n" in parse.text[end : sentence.start_char]
        end = sentence.end_char
        found.append(number)
    return found


def said_days(parse: Parse, names: Names, times: Times, attributions: Sequence[Attribution]) -> list[int | None]:
    """The position of the temporal expression of each attribution, None where its day is not said.

    What the same speaker says further on in a paragraph, and in the next one, was said on the same day.
    """
    starts = [sentence.start_char for sentence in parse.sentences]
    paragraph_of = paragraphs(parse)
    found: list[int | None] = [None] * len(attributions)
    before: tuple[int, str, int | None] = (-1, "", None)
    for number, one in sorted(enumerate(attributions), key=lambda pair: pair[1].cue_start_char or 0):
        if one.cue_start_char is None:
            continue
        sentence = bisect_right(starts, one.cue_start_char) - 1
        paragraph, speaker = paragraph_of[sentence], _speaker(one, names)
        found[number] = _own(parse, names, times, sentence, one.cue_start_char)
        is_near = paragraph - before[0] <= (0 if speaker in PRONOUNS else 1)
        is_same = is_near and (speaker == before[1] or speaker in PRONOUNS)
        if found[number] is None and is_same:
            found[number] = before[2]
        if found[number] is not None or not is_same:
            before = (paragraph, before[1] if speaker in PRONOUNS else speaker, found[number])
    return found


def _speaker(one: Attribution, names: Names) -> str:
    """Who speaks, as far as two of the same are told: the chain of a name, or the words."""
    if one.source_mention is not None:
        return f"#{names.mentions[one.source_mention].chain}"
    return (one.source or "").casefold()


def _own(parse: Parse, names: Names, times: Times, sentence: int, start_char: int) -> int | None:
    """The expression in the clause of a cue, or of the cue that reports it."""
    position = bisect_left(names.starts, start_char)
    if position >= len(parse.doc):
        return None
    cue: Token = parse.doc[position]
    for _ in range(HOPS):
        day = times.day_of(sentence, cue)
        if day is not None or cue.dep_ not in REPORTED:
            return day
        cue = cue.head
    return None
