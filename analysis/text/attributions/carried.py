"""Quotations that carry on what was said before them: `"...," she said. "..."`, and paragraphs of quotation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.text.attributions.candidate import Candidate
from analysis.text.attributions.quoted import Quotation, Quoted
from analysis.text.attributions.speech import extended
from analysis.text.attributions.tree import Tree

ENDS = (".", "?", "!", "…", "...", ":", '"', "”", "''", "’", "'", "»")


def carried(tree: Tree, quoted: Quoted, candidates: Iterable[Candidate], left: Sequence[Quotation]) -> list[Candidate]:
    """The candidates, with each quotation that has no verb of its own and stands where one of them ends.

    It goes into the content of a candidate that ends in a quotation; after indirect speech it is an attribution of its
    own, with the same source and cue.
    """
    kept = list(candidates)
    latest = {tree.sentence_of[one.cue.i]: number for number, one in enumerate(kept) if one.is_said}
    for quotation in left:
        number = latest.get(_sentence_before(tree, quotation)) if quotation.is_whole else None
        if number is None:
            continue
        if _has_quotation(quoted, kept[number]):
            kept[number] = extended(kept[number], quotation)
        else:
            kept.append(replace(kept[number], content=(quotation.start_char, quotation.end_char), rule="carried"))
            number = len(kept) - 1
        latest[tree.sentence_of[quotation.tokens[-1].i]] = number
    return kept


def _has_quotation(quoted: Quoted, candidate: Candidate) -> bool:
    return candidate.rule in ("speech", "carried") or quoted.begins_within(candidate.content)


def _sentence_before(tree: Tree, quotation: Quotation) -> int:
    """The number of the sentence that ends where a quotation begins, -1 where none does."""
    doc = quotation.tokens[0].doc
    place = quotation.tokens[0].i - 1
    if place > 0 and not doc[place].text.strip():
        place -= 1
    return tree.sentence_of.get(place, -1) if place >= 0 and doc[place].text in ENDS else -1
