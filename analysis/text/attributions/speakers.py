"""Speakers: which verb of saying a quotation belongs to.

The rules read the words between the marks before they trust the parse, which is least sure around long quotations:
`"...," she said`, `"...," said she`, `She said: "..."`, `"...," she said, "..."`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from analysis.lexicons.cues import CueLexicon
from analysis.text.attributions.cues import CueMatch, cue_at
from analysis.text.attributions.grammar import VERBS
from analysis.text.attributions.quoted import Quotation, Quoted
from analysis.text.attributions.sources import own_subject
from analysis.text.attributions.tree import Paragraph, Tree

LEADS = re.compile(r"[,:]\s*$")
SPLITS = re.compile(r",\s+(?:and|but|or|so|yet|because|that)\s*$")  # between the parts of a split quotation
SPOKEN = ("VBD", "VBZ", "VBP", "VBN", "VB")
STOPS = (".", "?", "!", "…", "...")
ADVERBIAL = ("after", "as", "because", "before", "when", "while", "since", "although", "though")
REACH = 400  # characters between a quotation and its verb, appositions of the speaker included


def speakers(
    tree: Tree, quoted: Quoted, lexicon: CueLexicon, paragraph: Paragraph, quotations: Sequence[Quotation]
) -> dict[int, CueMatch]:
    """The verb of saying of each quotation of a paragraph that has one, by the quotation's place in it."""
    found: dict[int, CueMatch] = {}
    after = 0
    for token in paragraph.tokens:
        while after < len(quotations) and quotations[after].start_char <= token.idx:
            after += 1
        if token.i in quoted.number_of or token.pos_ not in VERBS:
            continue
        cue = cue_at(tree, lexicon, token)
        if cue is None or "quote" not in cue.cue.frames:
            continue
        if after and after - 1 not in found and _follows(tree, quoted, token, quotations[after - 1]):
            found[after - 1] = cue
        if after < len(quotations) and _leads(tree, token, quotations[after], found.get(after - 1) is cue):
            found[after] = cue
    return found


def _follows(tree: Tree, quoted: Quoted, verb: Token, quotation: Quotation) -> bool:
    """Whether a verb is that of the quotation before it: `"...," she said`; `"...", said she`."""
    if verb.idx - quotation.end_char > REACH or verb.tag_ not in SPOKEN:
        return False
    between, subject = tree.parse.text[quotation.end_char : verb.idx], own_subject(tree, verb)
    is_relative = verb.dep_ in ("relcl", "acl") and (subject is None or subject.tag_ in ("WDT", "WP"))
    if is_relative or _has_stop(verb.doc, quotation.tokens[-1].i + 1, verb.i):
        return False
    if not (quotation.is_open or between.startswith(",") or (not between.strip() and _is_clause(tree, quotation))):
        return False
    if not between.strip(" ,—–-"):
        return True
    return subject is not None and quotation.end_char <= subject.idx and not _has_clause(tree, quoted, verb)


def _is_clause(tree: Tree, quotation: Quotation) -> bool:
    """Whether a quotation is a clause at the beginning of a sentence: `"We stay" tweeted the mayor`."""
    is_first = tree.sentence(quotation.tokens[0])[0] == quotation.tokens[0].i
    has_verb = any(token.pos_ in VERBS and token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in quotation.tokens)
    return is_first and quotation.is_sentence and has_verb


def _has_clause(tree: Tree, quoted: Quoted, verb: Token) -> bool:
    """Whether a verb has a content of its own after it: `the "best," and she said it was late`."""
    found = next((c for c in tree.after(verb, "ccomp") if c.i not in quoted.number_of), None)
    return found is not None and found.left_edge.lower_ not in ADVERBIAL


def _leads(tree: Tree, verb: Token, quotation: Quotation, has_spoken: bool) -> bool:
    """Whether a verb is that of the quotation after it: `She said: "..."`; `"...," she said, "..."`."""
    end_char = verb.idx + len(verb.text)
    if quotation.start_char - end_char > REACH or _has_stop(verb.doc, verb.i + 1, quotation.tokens[0].i):
        return False
    between = tree.parse.text[end_char : quotation.start_char]
    if between.strip() and not LEADS.search(between):
        return has_spoken and SPLITS.search(between) is not None
    return has_spoken or quotation.is_sentence


def _has_stop(doc: Doc, first: int, last: int) -> bool:
    """Whether a sentence ends between two tokens: both the parse and a full stop say so."""
    return any(doc[i].is_sent_start and doc[i - 1].text in STOPS for i in range(first + 1, last + 1))
