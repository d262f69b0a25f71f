"""Where a sentence may begin: what the parser is told before it looks for the rest.

Quotation marks belong to what they enclose, brackets likewise; a small letter begins no sentence, and none begins
behind an abbreviation like `Sgt.`. Everything else is left to the parser.

No sentence goes on for ever: what is found in one takes work that grows faster than it. Of 27,000 paragraphs of news
agencies and Wikinews none has 150 tokens without a full stop.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from analysis.lexicons.rows import read_rows

DIRECTED = dict.fromkeys(("(", "[", "{", "<", "“", "«", "``"), "open") | dict.fromkeys(")]}>”»", "close")
STRAIGHT = frozenset(('"', "''"))
LONGEST_RUN = 250  # tokens without a full stop or another end: then a sentence begins wherever it is
COMMA_WITHIN = 30  # the last tokens of such a run, in which it ends behind a comma rather than inside a date or a name
LONG_ENOUGH, LONGEST = 500, 1_000  # tokens of a sentence: then one begins behind the next end, or wherever it is
ENDS = frozenset((".", "!", "?", "…", "...", "?!", "!!", "!!!"))


def sentence_starts(words: Sequence[str], has_space: Sequence[bool]) -> list[bool | None]:
    """Whether a sentence begins at each token: surely (True), surely not (False), or as the parser finds (None).

    `has_space` tells which tokens have a blank behind them.

    >>> sentence_starts(["It", "rained", ".", '"', "he", "said", "."], [1, 1, 0, 1, 1, 0, 0])
    [True, False, None, False, False, False, None]
    """
    marks = list(_marks(words, has_space))
    first: list[bool | None] = [True] if words else []
    starts = first + [_start(words, marks, number) for number in range(1, len(words))]
    return starts if len(words) <= LONGEST_RUN else _bounded(words, starts)


@cache
def abbreviations() -> dict[str, str]:
    """Words with a full stop behind which no sentence begins, without it: `name`, or `number` where one must follow."""
    return {row["word"].rstrip("."): row["before"] for row in read_rows("abbreviations", ("word", "before"))}


def _bounded(words: Sequence[str], starts: Sequence[bool | None]) -> list[bool | None]:
    """The starts, with more of them where a sentence would be too long."""
    bounded: list[bool | None] = []
    begun = ended = 0
    for number, start in enumerate(starts):
        is_behind_end = number > 0 and words[number - 1] in ENDS
        ended = number if is_behind_end else ended
        length = number - begun
        run = number - max(ended, begun)
        is_enough = length >= LONG_ENOUGH and is_behind_end and start is not False
        is_enough = is_enough or (run >= LONGEST_RUN - COMMA_WITHIN and words[number - 1] == ",")
        if is_enough or length >= LONGEST or run >= LONGEST_RUN:
            start = True
        begun = number if start else begun
        bounded.append(start)
    return bounded


def _start(words: Sequence[str], marks: Sequence[str], number: int) -> bool | None:
    if marks[number] == "close" or marks[number - 1] == "open" or words[number].islower():
        return False
    if words[number - 1][-1:] == "." and _ends_with_abbreviation(words, number):
        return False
    if marks[number] == "open" and _ends_sentence(words, marks, number - 1):
        return True
    return None


def _ends_with_abbreviation(words: Sequence[str], number: int) -> bool:
    before = words[number - 1]
    stem = words[number - 2] if before == "." and number > 1 else before[:-1]
    kind = abbreviations().get(stem)
    return kind == "name" or (kind == "number" and words[number][0].isdigit())


def _ends_sentence(words: Sequence[str], marks: Sequence[str], number: int) -> bool:
    """Whether a token is the full stop of a sentence, or the quotation mark behind one."""
    return words[number] in ENDS or (marks[number] == "close" and number > 0 and words[number - 1] in ENDS)


def _marks(words: Sequence[str], has_space: Sequence[bool]) -> Iterator[str]:
    """`open` or `close` for quotation marks and brackets, empty for other tokens.

    A straight mark opens with a blank before it only and closes with one behind it only; else they take turns.
    """
    is_inside = False
    for number, word in enumerate(words):
        if word in STRAIGHT:
            blank_before = not number or bool(has_space[number - 1])
            blank_behind = number == len(words) - 1 or bool(has_space[number])
            is_inside = blank_before if blank_before != blank_behind else not is_inside
            yield "open" if is_inside else "close"
        else:
            yield DIRECTED.get(word, "")
