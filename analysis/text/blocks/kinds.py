"""What a paragraph is: heading, body, caption or noise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.lexicons.noise import kind_of_line, load_run_in
from analysis.lexicons.noise_reader import may_speak_to_reader, speaks_to_reader
from analysis.read.byline import read_byline
from analysis.read.dates import MONTHS
from analysis.text.blocks.layout import BULLET, Paragraph, line_end_words

HEADING_WORDS = 20
TITLE_WORDS = 30  # headlines of tabloids run on
CAPTION_WORDS = 60
MOST_NUMBERS = 0.2  # share of the words, when there are several: a row of a table has more
MOST_IN_A_ROW = 3  # headline, lead and section; more short lines after each other are a list or a table
SENTENCE_ENDS = (".", "!", "?", ";", ",", ":", "…", "-", "–", "—")
QUOTES = "\"'”’)"
OPENERS = "\"“'‘#"
TITLE_CAPITALS = 4  # fewer words with a capital are names in a sentence
TAGS = re.compile(r"(?:<[^<>\n]*>\s*)+$")
SPEECH = re.compile(r"[.!?,][\"”]\s+[a-z]|\b(?:said|says|added)$|[.!?]\s?\(")
HASHES = re.compile(r"#{1,6}\s+(?=\S)")
UPDATED = re.compile(r"\b(?:published|posted|updated|modified)\b|\b\d{4}\b|\d:\d\d", re.IGNORECASE)
AGO = re.compile(r"(?:\w+ )?(?:about )?(?:\d+|an?) (?:minute|min|hour|hr|day|week|month|year)s? ago$", re.IGNORECASE)
TIME_WORDS = re.compile(
    r"last|first|on|at|by|just|now|today|yesterday|[ap]m|gmt|utc|[ecmp][sd]t|[a-z]|[a-z]{3,6}day"
    r"|(?:second|sec|minute|min|hour|hr|day|week|month|year)s?"
)
WORD = re.compile(r"[A-Za-z]+")


def kinds(text: str, paragraphs: Sequence[Paragraph]) -> list[str]:
    """The kind of each paragraph: headings stand before body, and what is all there is counts as body."""
    found = [_plain_kind(text, one, is_first=not number) for number, one in enumerate(paragraphs)]
    _settle_headings(found, [_is_prose(text, one) for one in paragraphs])
    if not {"body", "heading"} & set(found):
        return ["body" if _has_words(text, one) else kind for kind, one in zip(found, paragraphs, strict=True)]
    return found


def _plain_kind(text: str, paragraph: Paragraph, is_first: bool) -> str:
    """The kind of a paragraph by itself: `heading` when it may be one."""
    line = text[paragraph.start_char : paragraph.end_char]
    if not _has_words(text, paragraph) or TAGS.match(line):
        return "noise"
    if paragraph.n_lines <= 2 and len(line) < 2000:
        kind = kind_of_line(line) or ("noise" if _is_furniture(line) else "")
        if kind or _ends_with_credit(line):
            return kind or "caption"
        return "heading" if _may_be_heading(line, is_first) else "body"
    return "caption" if _ends_with_credit(line) else "body"


def _is_furniture(line: str) -> bool:
    return bool(read_byline(line)) or _is_timestamp(line) or (may_speak_to_reader(line) and speaks_to_reader(line))


def _settle_headings(found: list[str], is_prose: Sequence[bool]) -> None:
    """Make body of headings that no prose follows, and of long runs of them: lists and tables."""
    run: list[int] = []
    for number, kind in enumerate(found):
        if kind == "heading":
            run.append(number)
        elif kind == "body":
            if len(run) > MOST_IN_A_ROW or not is_prose[number]:
                _make_body(found, run)
            run = []
    _make_body(found, run)


def _make_body(found: list[str], numbers: Sequence[int]) -> None:
    for number in numbers:
        found[number] = "body"


def _is_prose(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is long, or ends like a sentence."""
    words = text[paragraph.start_char : paragraph.end_char] if paragraph.n_lines == 1 else ""
    return paragraph.n_lines > 1 or len(words.split()) > TITLE_WORDS or words.rstrip(QUOTES).endswith(SENTENCE_ENDS)


def _has_words(text: str, paragraph: Paragraph) -> bool:
    return any(text[i].isalnum() for i in range(paragraph.start_char, paragraph.end_char))


def _may_be_heading(line: str, is_first: bool) -> bool:
    words = line.split()
    is_title = is_first and _is_title_case(words)
    if len(words) > (TITLE_WORDS if is_title else HEADING_WORDS) or BULLET.match(line) or SPEECH.search(line):
        return False
    n_numbers = sum(any(c.isdigit() for c in word) for word in words)
    if n_numbers > max(1, MOST_NUMBERS * len(words)) or not (
        line[0].isupper() or line[0].isdigit() or line[0] in OPENERS
    ):
        return False
    if line.rstrip(QUOTES).endswith(SENTENCE_ENDS):
        return is_title and line.rstrip(QUOTES)[-1] in ".?" and not line.isupper()
    return not (line[0] in '"“' and line[-1] in '"”')


def _is_title_case(words: Sequence[str]) -> bool:
    """Whether all words but articles, prepositions and the like begin with a capital."""
    plain = [word.strip("\"“”'‘’(),;:") for word in words]
    n_capitals = sum(word[:1].isupper() for word in plain)
    return n_capitals >= TITLE_CAPITALS and not any(w[:1].islower() and w not in line_end_words() for w in plain)


def _is_timestamp(line: str) -> bool:
    """Whether a line has a month with a year or a clock, or a word like `updated`, and otherwise only such words."""
    if AGO.match(line):
        return True
    words = WORD.findall(line.lower())
    if not 0 < len(words) <= 12 or len(line) > 100 or not any(c.isdigit() for c in line) or not UPDATED.search(line):
        return False
    dated = [word for word in words if word[:3] in MONTHS or UPDATED.fullmatch(word)]
    return bool(dated) and all(word in dated or TIME_WORDS.fullmatch(word) for word in words)


def _ends_with_credit(line: str) -> bool:
    """Whether a short paragraph ends with the credit of a picture, so that all of it is its caption."""
    if len(line) > 1000 or len(line.split()) > CAPTION_WORDS:
        return False
    return any(
        row.kind == "caption"
        and row.trigger in line
        and any(m.end() == len(line) for m in row.expression.finditer(line))
        for row in load_run_in()
    )
