"""Indirect speech, thought and intention: the cues outside quotations with what depends on them."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.lexicons.cues import CueLexicon
from analysis.text.attributions.candidate import Candidate
from analysis.text.attributions.cues import CueMatch, cue_at
from analysis.text.attributions.nouns import adjectival, announced, nominal
from analysis.text.attributions.quoted import Quoted
from analysis.text.attributions.scope import scoped
from analysis.text.attributions.tree import Tree
from analysis.text.attributions.verbs import closing, inserted, taking

READERS = {"verb": (taking, inserted, closing), "noun": (nominal, announced), "adjective": (adjectival,)}


def clauses(tree: Tree, quoted: Quoted, lexicon: CueLexicon, spoken: frozenset[int]) -> Iterator[Candidate]:
    """The attributions of the cues outside quotations, but for the verbs (by position) that have spoken already."""
    for paragraph in tree.paragraphs:
        for token in paragraph.tokens:
            if token.i in quoted.number_of or token.i in spoken:
                continue
            cue = cue_at(tree, lexicon, token)
            found = None if cue is None else _read(tree, cue)
            if found is not None:
                yield scoped(tree, quoted, lexicon, found)


def _read(tree: Tree, cue: CueMatch) -> Candidate | None:
    found = (read(tree, cue) for read in READERS[cue.cue.part_of_speech])
    return next((one for one in found if one is not None), None)
