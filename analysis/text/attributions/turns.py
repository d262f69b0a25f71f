"""Turns: a name and a colon before what somebody says (`SMITH: Thank you.`), as in headlines and transcripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.lexicons.cues import load_cue_words
from analysis.text.attributions.candidate import Candidate
from analysis.text.attributions.naming import Names
from analysis.text.attributions.tree import Paragraph, Tree

CAPITAL = r"[^\Wa-z\d_][\w.’'-]*"
NAME = rf"({CAPITAL}(?:\s+(?:(?:van|von|der|den|de|da|di|del|bin|al|el)\s+)*{CAPITAL}){{0,4}})"
TURN = re.compile(rf"[\"“]?\s*{NAME}\s*:(?=\s)")
MOST_WORDS = 8  # tokens of a speaker
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
            yield Candidate(
                source=source,
                cue=colon,
                cue_span=(colon.idx, colon.idx + 1),
                cue_lemma="",
                content=content,
                rule="turn",
                is_said=True,
            )


def _has_verb(paragraph: Paragraph, found: re.Match[str]) -> bool:
    """Whether a headline's words before its colon are a sentence; of words in capitals the tagger knows too little."""
    words = (token for token in paragraph.tokens[:MOST_WORDS] if token.idx < found.end(1))
    return not found.group(1).isupper() and any(token.pos_ == "VERB" for token in words)


def _is_speaker(names: Names, paragraph: Paragraph, found: re.Match[str], is_headline: bool) -> bool:
    words = found.group(1)
    if words.lower() in load_cue_words()["label"] or words.split()[0].lower() in load_cue_words()["lead"]:
        return False
    is_heading = is_headline or paragraph.kind == "heading"
    number = next(names.within(*found.span(1)), None)
    is_name = number is not None and names.mentions[number].label in SPEAKING
    return is_name or is_heading or (words.isupper() and len(words) > 3)
