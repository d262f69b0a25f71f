"""Lines that are no part of a report (advertisements, share buttons, credits) and captions, by `noise.csv`.

`noise_run_in.csv` has what stands inside a paragraph where a page was scraped without its line ends.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import msgspec

from analysis.lexicons.rows import LexiconError, read_rows

COLUMNS = ("words", "match", "kind", "max_words")
RUN_IN_COLUMNS = ("trigger", "expression", "kind")
KINDS = ("noise", "caption")
ENDS = re.compile(r"^[\W\d_]+|[\W\d_]+$")
BULLET = re.compile(r"^[\s•·*|>»→▶►▸\-–—\[]+")
WILD = {"*": r"(?:\S+ ?){0,4}?", "**": r".*", "#": r"\d+ ?"}
LONGEST_LINE = 2000  # characters
LONGEST = 90  # words: the longest line that is looked up; no row allows more


class NoiseRow(msgspec.Struct, frozen=True):
    """A compiled row: the expression that a line matches, and how long the line may be."""

    expression: re.Pattern[str]
    kind: str
    max_words: int


class NoiseLexicon(msgspec.Struct, frozen=True):
    """The rows by the first word of the line (`line`, `start`), and the ends of lines with theirs."""

    lines: dict[str, list[NoiseRow]]
    starts: dict[str, list[NoiseRow]]
    ends: tuple[tuple[str, str, int], ...]


class RunIn(msgspec.Struct, frozen=True):
    """Furniture inside a paragraph: an expression, and words without which it can't match."""

    trigger: str
    expression: re.Pattern[str]
    kind: str


def kind_of_line(line: str) -> str:
    """`noise` or `caption` for a line that is one, else empty.

    >>> kind_of_line("Advertisment"), kind_of_line("(illustrative photo)"), kind_of_line("Advertising fell in May.")
    ('noise', 'caption', '')
    """
    if len(line) > LONGEST_LINE:
        return ""
    words = line.casefold().replace("’", "'").replace("©", "© ").split()
    if not words or len(words) > LONGEST:
        return ""
    lexicon, plain = load_noise(), " ".join(words)
    whole, begun = ENDS.sub("", ENDS.sub("", plain)), BULLET.sub("", plain)
    for rows, words_of_it in ((lexicon.lines, whole), (lexicon.starts, begun)):
        for row in rows.get(words_of_it.split(" ", 1)[0], ()):
            if len(words) <= row.max_words and row.expression.match(words_of_it):
                return row.kind
    return next((kind for end, kind, longest in lexicon.ends if plain.endswith(end) and len(words) <= longest), "")


@cache
def load_noise() -> NoiseLexicon:
    """The rows of `noise.csv`. Raises LexiconError."""
    lexicon = NoiseLexicon(defaultdict(list), defaultdict(list), tuple(_ends()))
    for row in read_rows("noise", COLUMNS):
        words = row["words"]
        if row["match"] not in ("line", "start", "end") or row["kind"] not in KINDS or not row["max_words"].isdigit():
            raise LexiconError(f"noise.csv: the row of {words!r} has another match, kind or number than there are")
        if row["match"] == "line":
            words = ENDS.sub("", words) if "*" not in words and "#" not in words else words
            _add(lexicon.lines, words, row, "$")
        elif row["match"] == "start":
            _add(lexicon.starts, words, row, r"(?!\w)" if words[-1].isalnum() else "")
    return lexicon


@cache
def load_run_in() -> tuple[RunIn, ...]:
    """The rows of `noise_run_in.csv`. Raises LexiconError, re.error."""
    rows = read_rows("noise_run_in", RUN_IN_COLUMNS)
    return tuple(RunIn(row["trigger"], re.compile(row["expression"]), row["kind"]) for row in rows)


def _ends() -> Iterator[tuple[str, str, int]]:
    for row in read_rows("noise", COLUMNS):
        if row["match"] == "end":
            yield row["words"], row["kind"], int(row["max_words"])


def _add(rows: dict[str, list[NoiseRow]], words: str, row: dict[str, str], end: str) -> None:
    expression = "".join(_part(word) for word in words.split(" ")).rstrip(" ")
    rows[words.split(" ", 1)[0]].append(NoiseRow(re.compile(expression + end), row["kind"], int(row["max_words"])))


def _part(word: str) -> str:
    """A word of a row as an expression, with the blank after it where one must follow."""
    return WILD.get(word) or re.escape(word) + " ?"
