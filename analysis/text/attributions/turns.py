"""Turns: a name and a colon before what somebody says (`SMITH: Thank you.`), or a dash and a name after a quotation.

Headlines and transcripts have the one, letters and mottos the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from analysis.lexicons.cues import load_cue_words
from analysis.text.attributions.candidate import Candidate
from analysis.text.attributions.naming import Names
from analysis.text.attributions.quoted import Quotation, Quoted
from analysis.text.attributions.tree import Paragraph, Tree

CAPITAL = r"[^\Wa-z\d_][\w.’'-]*"
NAME = rf"({CAPITAL}(?:\s+(?:(?:van|von|der|den|de|da|di|del|bin|al|el)\s+)*{CAPITAL}){{0,4}})"
TURN = re.compile(rf"[\"“]?\s*{NAME}\s*:(?=\s)")
MOST_WORDS = 8  # tokens of a speaker
SIGNATURE = re.compile(rf"\s*([―—–]|--)\s*{NAME}\s*(?=$|[\"“,\n])")
SPEAKING = ("PERSON", "ORG", "GPE", "NORP")


def turns(tree: Tree, names: Names) -> Iterator[Candidate]:
    """The turns of a text: paragraphs that begin with a name, or with words in capitals, and a colon."""
    for number, paragraph in enumerate(tree.paragraphs):
        found = TURN.match(tree.parse.text, paragraph.start_char, paragraph.end_char)
        if found is None or not _is_speaker(names, paragraph, found, is_headline=number == 0):
            continue
        if _has_verb(paragraph, found):
            continue
        source = next((t for t in paragraph.tokens if t.idx <= found.end(1) - 1 < t.idx + len(t.text)), None)
        colon = next((t for t in paragraph.tokens if t.idx == found.end() - 1), None)
        if source is not None and colon is not None and found.end() < paragraph.end_char:
            content = found.end(), paragraph.end_char
            yield Candidate(source, colon, (colon.idx, colon.idx + 1), "", content, "turn", is_said=True)


def _has_verb(paragraph: Paragraph, found: re.Match[str]) -> bool:
    """Whether a headline's words before its colon are a sentence; of words in capitals the tagger knows too little."""
    words = (token for token in paragraph.tokens[:MOST_WORDS] if token.idx < found.end(1))
    return not found.group(1).isupper() and any(token.pos_ == "VERB" for token in words)


def signed(tree: Tree, quoted: Quoted) -> Iterator[Candidate]:
    """The quotations that a dash and a name follow: `"Less is more." — Mies van der Rohe`."""
    for quotation in quoted.quotations:
        paragraph = tree.paragraphs[quotation.paragraph]
        found = SIGNATURE.match(tree.parse.text, quotation.end_char, paragraph.end_char)
        if found is None or not quotation.is_whole:
            continue
        dash, source = (_token_at(quotation, found.start(group)) for group in (1, 2))
        last = _token_at(quotation, found.end(2) - 1)
        if dash is not None and source is not None and last is not None:
            content = quotation.start_char, quotation.end_char
            yield Candidate(last, dash, found.span(1), "", content, "signed")


def _token_at(quotation: Quotation, place: int) -> Token | None:
    """The token after a quotation that covers a place."""
    doc = quotation.tokens[-1].doc
    after = doc[quotation.tokens[-1].i + 1 : quotation.tokens[-1].i + MOST_WORDS + 4]
    return next((token for token in after if token.idx <= place < token.idx + len(token.text)), None)


def _is_speaker(names: Names, paragraph: Paragraph, found: re.Match[str], is_headline: bool) -> bool:
    words = found.group(1)
    if words.lower() in load_cue_words()["label"]:
        return False
    is_heading = is_headline or paragraph.kind == "heading"
    number = next(names.within(*found.span(1)), None)
    is_name = number is not None and names.mentions[number].label in SPEAKING
    return is_name or is_heading or (words.isupper() and len(words) > 3)
