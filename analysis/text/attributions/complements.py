"""Contents: the clause that a cue takes, as a run of tokens."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.lexicons.cues import Cue
from analysis.text.attributions.cues import lemma
from analysis.text.attributions.grammar import (
    VERBS,
    finite_tag,
    has_question_word,
    has_that,
    is_finite,
    is_infinitive,
    is_passive,
)
from analysis.text.attributions.objects import is_adjunct, noun_phrase
from analysis.text.attributions.sources import own_subject
from analysis.text.attributions.tree import Run, Tree, run

GOES_ON = ("prep", "advcl", "acl", "relcl", "oprd", "acomp", "xcomp", "ccomp", "dep")


def complement(tree: Tree, head: Token, cue: Cue) -> tuple[Run, str] | None:
    """The complement that the cue's frames allow, and the rule's name: a clause before an infinitive before a noun."""
    for rule, find in RULES:
        if (found := find(tree, head, cue)) is not None:
            return found, rule
    return None


def _clause(tree: Tree, head: Token, cue: Cue) -> Run | None:
    if "clause" not in cue.frames:
        return None
    found = _clauses_of_noun(tree, head) if cue.part_of_speech == "noun" else _clauses_of_verb(tree, head, cue)
    chosen = next((c for c in found if c.i > head.i), found[0] if found else None)
    if chosen is None:
        return None
    if chosen.i < head.i:
        return run(chosen)
    return continued(tree, head, _begun(tree, head, cue, chosen), own_subject(tree, chosen))


def _clauses_of_noun(tree: Tree, noun: Token) -> list[Token]:
    found = (c for c in tree.of(noun, "acl", "ccomp") if is_finite(tree, c) and tree.first(c, "mark", "nsubj"))
    return [c for c in found if c.left_edge.i == 0 or c.left_edge.nbor(-1).text != ":"]


def _clauses_of_verb(tree: Tree, verb: Token, cue: Cue) -> list[Token]:
    found = [c for c in tree.of(verb, "ccomp", "advcl") if c.dep_ == "ccomp" or has_that(tree, c)]
    clear = [c for c in found if is_finite(tree, c) or has_question_word(tree, c)]
    is_loose = cue.kind in ("say", "deny") or cue.part_of_speech == "adjective"
    if clear or not is_loose:
        return clear
    return _further(tree, verb) or _loose(tree, verb)


def _further(tree: Tree, verb: Token) -> list[Token]:
    """Clauses with `that` that the parse hangs on an adjunct of a verb without an object: `said in an ad that ...`."""
    if tree.first(verb, "dobj", "xcomp") is not None:
        return []
    nouns = (noun for child in tree.after(verb, "prep") for noun in tree.of(child, "pobj"))
    found = (c for noun in nouns for c in tree.of(noun, "acl", "relcl", "ccomp") if c.left_edge.lower_ == "that")
    return [c for c in found if own_subject(tree, c) is not None and own_subject(tree, c) != c.left_edge]


def _loose(tree: Tree, verb: Token) -> list[Token]:
    """Clauses that the parse takes for something else, although a verb of saying has no other content."""
    found = tree.after(verb, "ccomp", "advcl", "dep", "parataxis")
    return [c for c in found if not is_infinitive(tree, c) and _is_bare(tree, c)]


def _is_bare(tree: Tree, clause: Token) -> bool:
    """Whether a clause has a subject and no conjunction."""
    return own_subject(tree, clause) is not None and tree.first(clause, "mark", "cc") is None


def _begun(tree: Tree, head: Token, cue: Cue, clause: Token) -> Run:
    """The content from its `that`, or with a noun before it that the parse takes for an object of the cue.

    Only verbs of telling have an object beside what they say.
    """
    first, last = run(clause)
    that = next((c for c in tree.of(clause, "mark") if c.lower_ == "that"), None)
    if that is not None:
        return that.i, last
    if (subject := own_subject(tree, clause)) is not None and _is_adjunct_of_cue(clause, subject):
        return subject.left_edge.i, last
    if "told" in cue.frames or head.pos_ not in VERBS:
        return first, last
    taken = next((c for c in tree.after(head, "dobj") if c.i < first and c.pos_ != "PRON"), None)
    return first if taken is None else taken.left_edge.i, last


def _is_adjunct_of_cue(clause: Token, subject: Token) -> bool:
    """Whether a clause begins with when it was said, as in `said after the vote she would go`: no comma ends it."""
    first, begin = clause.left_edge, subject.left_edge
    return first.i < begin.i and first.dep_ == "prep" and begin.nbor(-1).text != ","


def _infinitive(tree: Tree, head: Token, cue: Cue) -> Run | None:
    if not cue.frames & {"to-clause", "np-to"}:
        return None
    found = (c for c in tree.after(head, "xcomp", "ccomp", "advcl", "acl") if is_infinitive(tree, c))
    infinitive = next(found, None)
    if infinitive is None or (infinitive.dep_ == "advcl" and "np-to" not in cue.frames):
        return None
    content = continued(tree, head, run(infinitive))
    own = tree.first(infinitive, "nsubj", "nsubjpass")
    if own is not None and own.i < infinitive.i and "np-to" not in cue.frames:
        return None
    if own is not None and own.i < infinitive.i:
        return content if "told" not in cue.frames else (own.right_edge.i + 1, content[1])
    return _with_subject(tree, head, cue, content)


def _with_subject(tree: Tree, head: Token, cue: Cue, content: Run) -> Run:
    """The infinitive with whom it is about: `urged` **them to go**; **they** `are expected` **to go**.

    Who is told stays outside: `told them` **to go**.
    """
    passive = tree.first(head, "nsubjpass")
    if passive is not None and is_passive(tree, head):
        return passive.left_edge.i, content[1]
    addressed = next(tree.after(head, "dobj", "dative"), None)
    if {"np-to", "told"} & cue.frames == {"np-to"} and addressed is not None and addressed.i < content[0]:
        return addressed.left_edge.i, content[1]
    return content


def _gerund(tree: Tree, head: Token, cue: Cue) -> Run | None:
    if "gerund" not in cue.frames:
        return None
    found = (c for c in tree.after(head, "xcomp", "ccomp", "dobj") if c.tag_ == "VBG")
    chosen = next((c for c in found if not is_infinitive(tree, c)), None)
    return None if chosen is None else run(chosen)


def continued(tree: Tree, head: Token, content: Run, subject: Token | None = None) -> Run:
    """The content with what the parse hangs on the cue although it goes on with the content, whose subject is given."""
    first, last = content
    is_joined = False
    for child in tree.of(head):
        if child.left_edge.i <= last:
            continue
        if child.dep_ in ("cc", "punct") and child.text not in ".;:":
            is_joined = True
        elif child.dep_ == "conj" and _is_reported(tree, head, child, subject):
            last, is_joined = child.right_edge.i, False
        elif not is_joined and child.dep_ in GOES_ON and not is_adjunct(tree, child):
            last = child.right_edge.i
        else:
            break
    return first, last


def _is_reported(tree: Tree, head: Token, conjunct: Token, subject: Token | None) -> bool:
    """Whether a conjunct of the cue goes on with its content: by `that`, its tense, or a pronoun as subject of both.

    `said it would rise but would fall`; `says she hopes to win but she knows the odds`.
    """
    tag = finite_tag(tree, conjunct)
    if has_that(tree, conjunct):
        return True
    own = tree.first(conjunct, "nsubj", "nsubjpass", "expl")
    if own is None:
        return tag in ("MD", "VB") and tag != finite_tag(tree, head)
    is_same = subject is not None and subject.lower_ == own.lower_ and lemma(conjunct) != lemma(head)
    return own.pos_ == "PRON" and (tag == "MD" or is_same)


RULES = (("clause", _clause), ("infinitive", _infinitive), ("gerund", _gerund), ("object", noun_phrase))
