"""Contents that are no clauses: what is praised, announced or called for, as a run of tokens."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from analysis.lexicons.cues import Cue
from analysis.text.attributions.grammar import is_day_or_hour, is_passive
from analysis.text.attributions.tree import Run, Tree, run

GOES_ON = ("prep", "relcl", "acl", "oprd", "acomp", "dative", "ccomp", "xcomp")
ADJUNCTS = ("in", "at", "during", "before", "after", "by", "since", "until", "on", "amid", "via", "through", "without")


def noun_phrase(tree: Tree, head: Token, cue: Cue) -> Run | None:
    """The object, what it is called, and what stands after the cue's prepositions, from the first to the last."""
    said = list(_said_of(tree, head, cue))
    runs = said + list(_object(tree, head, cue, bool(said)))
    if not runs:
        return None
    return min(first for first, _ in runs), max(last for _, last in runs)


def _said_of(tree: Tree, head: Token, cue: Cue) -> Iterator[Run]:
    """What the object is called, and the nouns after the cue's prepositions; days and hours are none."""
    has_object = False
    for child in tree.after(head):
        is_name = child.dep_ in ("oprd", "acomp", "ccomp", "xcomp") or (has_object and child.dep_ == "dobj")
        has_object = has_object or child.dep_ == "dobj"
        if is_name and "complement" in cue.frames:
            yield run(child)
        elif child.dep_ in ("prep", "prt", "agent") and child.lower_ in cue.prepositions:
            yield from (run(c) for c in tree.of(child, "pobj", "pcomp") if not is_day_or_hour(c))


def _object(tree: Tree, head: Token, cue: Cue, is_called: bool) -> Iterator[Run]:
    """The object; of cues that say what it is called only together with that."""
    if "object" not in cue.frames and not (is_called and cue.frames & {"complement", "as"}):
        return
    if cue.part_of_speech == "verb" and is_passive(tree, head):
        yield from (run(c) for c in tree.of(head, "nsubjpass"))
        return
    yield from (run(c) for c in tree.after(head, "dobj", "ccomp") if c.dep_ == "dobj" or c.left_edge.lower_ == "what")
    yield from _rest(tree, head)


def _rest(tree: Tree, head: Token) -> Iterator[Run]:
    """What follows the object without a comma, but for adjuncts of time and place."""
    last = -1
    for child in tree.of(head):
        if child.dep_ == "dobj":
            last = child.right_edge.i
        elif 0 < last == child.left_edge.i - 1 and child.dep_ in GOES_ON and not is_adjunct(tree, child):
            yield run(child)
            last = child.right_edge.i
        elif last > 0:
            return


def is_adjunct(tree: Tree, child: Token) -> bool:
    """Whether a prepositional phrase says when, where or how."""
    if child.dep_ != "prep":
        return False
    noun = tree.first(child, "pobj")
    return child.lower_ in ADJUNCTS or (noun is not None and is_day_or_hour(noun))
