"""Direct speech: the quotations that a verb of saying goes with, and what of their sentences belongs to them."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from analysis.lexicons.cues import CueLexicon
from analysis.text.attributions.candidate import Candidate
from analysis.text.attributions.cues import CueMatch, cue_at
from analysis.text.attributions.quoted import Quotation, Quoted
from analysis.text.attributions.sources import nearby_source, source_of
from analysis.text.attributions.speakers import speakers
from analysis.text.attributions.tree import Tree

REACH = 80  # tokens of a sentence before a quotation


def speeches(tree: Tree, quoted: Quoted, lexicon: CueLexicon) -> tuple[list[Candidate], list[Quotation]]:
    """The direct speech of a text, and the quotations without a verb of their own; both in order."""
    found: list[Candidate] = []
    left: list[Quotation] = []
    for number, group in groupby(quoted.quotations, key=lambda quotation: quotation.paragraph):
        quotations = list(group)
        cues = speakers(tree, quoted, lexicon, tree.paragraphs[number], quotations)
        for place, quotation in enumerate(quotations):
            cue = cues.get(place)
            if cue is None:
                left.append(quotation)
            elif place and cues.get(place - 1) is cue:
                found[-1] = extended(found[-1], quotation)
            else:
                found.append(_spoken(tree, quoted, lexicon, quotation, cue))
    return found, left


def extended(candidate: Candidate, quotation: Quotation) -> Candidate:
    """The candidate with a further quotation in its content."""
    return replace(candidate, content=(candidate.content[0], max(candidate.content[1], quotation.end_char)))


def _spoken(tree: Tree, quoted: Quoted, lexicon: CueLexicon, quotation: Quotation, cue: CueMatch) -> Candidate:
    source = source_of(tree, cue.token)
    if source is None or source.i in quoted.number_of:
        source = nearby_source(tree, cue.token)
    if quotation.end_char <= cue.token.idx:
        content = _beginning(tree, lexicon, quotation), quotation.end_char
    else:
        content = _lead(tree, cue, quotation), _ending(tree, quotation)
    return Candidate(
        source=source,
        cue=cue.token,
        cue_span=cue.span(),
        cue_lemma=cue.lemma,
        content=content,
        rule="speech",
        is_said=True,
    )


def _beginning(tree: Tree, lexicon: CueLexicon, quotation: Quotation) -> int:
    """Where the sentence of a quotation begins: `Taxes are "too high," he said` is his from the first word."""
    doc, first = quotation.tokens[0].doc, quotation.tokens[min(1, len(quotation.tokens) - 1)]
    start, place = tree.sentence(first)[0], quotation.tokens[0].i
    if place - start > REACH:
        return quotation.start_char
    cues = (cue_at(tree, lexicon, token) for token in doc[start:place] if token.pos_ == "VERB")
    if any(cue is not None and "quote" in cue.cue.frames for cue in cues):
        return quotation.start_char
    return min(doc[start].idx, quotation.start_char)


def _lead(tree: Tree, cue: CueMatch, quotation: Quotation) -> int:
    """Where the content before a quotation begins: `said she has what it takes: "nerves"` is hers from `she`."""
    clause = next(tree.after(cue.token, "ccomp"), None)
    if clause is None or clause.i >= quotation.tokens[0].i:
        return quotation.start_char
    return min(quotation.start_char, clause.left_edge.idx)


def _ending(tree: Tree, quotation: Quotation) -> int:
    """Where the sentence of a quotation without a stop ends: all of `"Of course" he would go` is said."""
    if quotation.is_open or quotation.is_whole:
        return quotation.end_char
    last = quotation.tokens[0].doc[tree.sentence(quotation.tokens[-1])[1]]
    return max(quotation.end_char, last.idx + len(last.text))
