"""Signatures: a name behind a quotation, after a dash or in brackets, on the same line or the next.

`"Less is more." — Mies van der Rohe`; `"Less is more," - Mies`; `"Less is more." (Mies)`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from analysis.read.dateline import agencies
from analysis.text.attributions.candidate import Candidate
from analysis.text.attributions.grammar import NOUNS, VERBS, is_day_or_hour
from analysis.text.attributions.naming import Names
from analysis.text.attributions.quoted import Quotation
from analysis.text.attributions.tree import Paragraph, Span, Tree

CAPITAL = r"[^\Wa-z\d_][\w.’'-]*"
JOINED = r"(?:(?:van|von|der|den|de|da|di|del|la|bin|ibn|al|el|of|the|for|and|&)[ ]+){0,3}"
WHO = rf"(?:[a-z][\w-]*[ ]+){{0,4}}{CAPITAL}(?:[ ]+{JOINED}{CAPITAL}){{0,6}}"
SIGNATURE = re.compile(
    rf"""[,.]?[ \t\xa0]*(?:\n[ \t\xa0]*){{0,2}}
    (?:(?P<dash>[―—–~]|--|(?<=[\s"”’'»,.])-)[ \t\xa0]*(?P<name>{WHO})(?:,[^\n".“”]{{1,80}})?
    |(?P<bracket>\()(?P<named>{WHO})(?:,[^\n"()“”]{{1,80}})?\))
    (?=[ \t\xa0]*(?:$|\n|["“]|[.](?:\s|$)))""",
    re.VERBOSE,
)
SPEAKING = ("PERSON", "ORG", "NORP")
NO_SPEAKER = {"GPE", "LOC", "FAC", "EVENT"}  # the model takes too many bare names for works of art
SHORTEST = 3  # words of a quotation that somebody signs


def signed(tree: Tree, names: Names, quotations: Sequence[Quotation]) -> Iterator[Candidate]:
    """The quotations, of those that have no speaker, that a name signs."""
    for quotation in quotations:
        found = SIGNATURE.match(tree.parse.text, quotation.end_char)
        if found is None or not _is_speech(tree.paragraphs[quotation.paragraph], quotation, found.end()):
            continue
        mark, who = ("dash", "name") if found["dash"] else ("bracket", "named")
        tokens = tokens_of(tree, quotation.paragraph, found.span(who))
        if not tokens or not is_speaker(names, tokens, found.span(who)):
            continue
        cue = tokens_of(tree, quotation.paragraph, found.span(mark))
        source = found.start(who), found.end(who) - found[who].endswith(".")
        content = quotation.start_char, quotation.end_char
        yield Candidate(
            source=tokens[-1],
            cue=(cue or tokens)[0],
            cue_span=found.span(mark),
            cue_lemma="",
            content=content,
            rule="signed",
            source_span=source,
        )


def _is_speech(paragraph: Paragraph, quotation: Quotation, end_char: int) -> bool:
    """Whether a quotation is what somebody says: it ends as speech does, or is a clause that a paragraph is made of."""
    words = [token for token in quotation.tokens if token.is_alpha]
    if len(words) < SHORTEST:
        return False
    is_alone = quotation.start_char == paragraph.start_char and end_char >= paragraph.end_char - 1
    return quotation.is_whole or quotation.is_open or (is_alone and any(token.pos_ in VERBS for token in words))


def is_speaker(names: Names, tokens: Sequence[Token], span: Span) -> bool:
    """Whether words are a person or a body: a name of one, or two words in capitals that are no other name."""
    words = [token for token in tokens if token.text.lstrip("-").isalpha()]
    if _words(tokens).strip(".") in agencies() or any(token.pos_ in VERBS for token in words):
        return False
    if any(token.is_lower and token.pos_ not in (*NOUNS, "ADJ", "DET", "ADP", "CCONJ", "PART") for token in words):
        return False
    labels = {names.mentions[number].label for number in names.within(*span)}
    if not labels.isdisjoint(SPEAKING):
        return True
    if not NO_SPEAKER.isdisjoint(labels) or any(is_day_or_hour(token) for token in words):
        return False
    return sum(token.text.lstrip("-")[:1].isupper() for token in words) > 1 or names.like(tokens[-1].text) is not None


def _words(tokens: Sequence[Token]) -> str:
    return "".join(token.text_with_ws for token in tokens).strip()


def tokens_of(tree: Tree, number: int, span: Span) -> list[Token]:
    """The tokens of a span in a paragraph or in the next one."""
    found: list[Token] = []
    for paragraph in tree.paragraphs[number : number + 2]:
        first = bisect_right(paragraph.tokens, span[0], key=lambda token: token.idx + len(token.text))
        last = bisect_left(paragraph.tokens, span[1], first, key=lambda token: token.idx)
        found += paragraph.tokens[first:last]
    return found
