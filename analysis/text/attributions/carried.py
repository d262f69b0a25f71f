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
    own, with the same source and cue. One without a closing mark goes with the quotation that follows.
    """
    kept = _carried_back(quoted, list(candidates), left)
    latest = _ends(tree, quoted, kept)
    for quotation in left:
        is_speech = quotation.is_whole or not quotation.is_closed
        number = latest.get(_sentence_before(tree, quotation)) if is_speech else None
        if number is None or kept[number].content[0] > quotation.start_char:
            continue
        if _has_quotation(quoted, kept[number]):
            kept[number] = extended(kept[number], quotation)
        else:
            kept.append(replace(kept[number], content=(quotation.start_char, quotation.end_char), rule="carried"))
            number = len(kept) - 1
        latest[tree.sentence_of[quotation.tokens[-1].i]] = number
    return kept


def _carried_back(quoted: Quoted, candidates: list[Candidate], left: Sequence[Quotation]) -> list[Candidate]:
    """The candidates that begin with a quotation, with the quotations before it that have no closing mark.

    By the printers' convention a paragraph without one goes on in the next.
    """
    begins = {one.content[0]: number for number, one in enumerate(candidates)}
    for quotation in reversed(left):
        follower = None if quotation.is_closed else quoted.after(quotation)
        number = None if follower is None else begins.get(follower.start_char)
        if number is not None:
            candidates[number] = replace(
                candidates[number], content=(quotation.start_char, candidates[number].content[1])
            )
            begins[quotation.start_char] = number
    return candidates


def _ends(tree: Tree, quoted: Quoted, candidates: Sequence[Candidate]) -> dict[int, int]:
    """The number of the candidate that was said last in a sentence: that of its cue, that of its quotation's end."""
    latest = {}
    for number, one in enumerate(candidates):
        if one.is_said:
            latest[tree.sentence_of[one.cue.i]] = number
            if (quotation := quoted.at(one.content[1] - 1)) is not None and one.cue_span[0] < quotation.start_char:
                latest[tree.sentence_of[quotation.tokens[-1].i]] = number
    return latest


def _has_quotation(quoted: Quoted, candidate: Candidate) -> bool:
    return candidate.rule in ("speech", "carried", "lead") or quoted.begins_within(candidate.content)


def _sentence_before(tree: Tree, quotation: Quotation) -> int:
    """The number of the sentence that ends where a quotation begins, -1 where none does."""
    doc = quotation.tokens[0].doc
    place = quotation.tokens[0].i - 1
    if place > 0 and not doc[place].text.strip():
        place -= 1
    return tree.sentence_of.get(place, -1) if place >= 0 and doc[place].text in ENDS else -1
