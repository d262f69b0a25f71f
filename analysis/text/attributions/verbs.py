"""Verbs as cues: what they take, what they are put into (`Taxes, she said, are too high`), what they close."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.lexicons.cues import load_cues
from analysis.text.attributions.candidate import Candidate, candidate
from analysis.text.attributions.complements import complement
from analysis.text.attributions.cues import CueMatch, cue_at
from analysis.text.attributions.grammar import VERBS, is_passive
from analysis.text.attributions.sources import nearby_source, own_subject, source_of
from analysis.text.attributions.tree import Run, Tree, run

BREAKS = (",", "—", "–", ".", ";")
REPORTING = ("say", "deny")
REACH = 40  # tokens from a closing verb to the next mark


def taking(tree: Tree, cue: CueMatch) -> Candidate | None:
    """The attribution of a verb and what depends on it."""
    verb = cue.token
    found = complement(tree, verb, cue.cue)
    if found is None:
        return None
    content, rule = found
    source = source_of(tree, verb)
    if source is None and rule == "clause" and not is_passive(tree, verb):
        source = nearby_source(tree, verb, (-1,))
    if source is not None and source.lower_ == "it" and _is_nobodys(tree, verb):
        return None
    if source is None and rule == "object" and not _is_whole_passive(tree, cue, content):
        return None
    if rule == "clause" and content[1] < verb.i:
        content = _before(tree, verb, content)
    return candidate(cue, source, content, rule)


def _is_nobodys(tree: Tree, verb: Token) -> bool:
    """Whether `it` is no source: `it is worth noting`, `it goes without saying`."""
    head = verb.head
    if own_subject(tree, verb) is not None or verb.dep_ not in ("xcomp", "advcl", "pcomp", "ccomp"):
        return False
    return head.lower_ == "without" or head.lemma_ == "be" or (head.pos_ == "ADJ" and head.head.lemma_ == "be")


def _is_whole_passive(tree: Tree, cue: CueMatch, content: Run) -> bool:
    """Whether a passive without an agent has more than its subject: `he was accused of fraud`, `asked about it`."""
    return cue.cue.kind != "intend" and content[1] > cue.token.i and is_passive(tree, cue.token)


def _before(tree: Tree, verb: Token, content: Run) -> Run:
    """What a verb after its content reports: all of the sentence before its own clause."""
    own = tree.of(verb, "nsubj", "nsubjpass", "aux", "advmod", "neg")
    return tree.sentence(verb)[0], min([verb.i, *(c.left_edge.i for c in own if c.left_edge.i > content[1])]) - 1


def inserted(tree: Tree, cue: CueMatch) -> Candidate | None:
    """The attribution of a reporting clause within or after what it reports: `as she said`; `she said` in commas."""
    verb = cue.token
    if "clause" not in cue.cue.frames or not _may_be_inserted(tree, verb):
        return None
    doc, (first, last), (left, right) = verb.doc, run(verb), run(_main(verb.head))
    if not (first == left or doc[first].text in BREAKS or doc[first - 1].text in BREAKS):
        return None
    if last + 1 < len(doc) and doc[last].text not in BREAKS and doc[last + 1].text not in BREAKS:
        return None
    content = (last + 1, right) if first == left else (left, first - 1) if last >= right - 1 else (left, right)
    return candidate(cue, source_of(tree, verb), content, "inserted") if content[0] <= content[1] else None


def _main(verb: Token) -> Token:
    """The verb that an auxiliary belongs to; any other word itself."""
    return verb.head if verb.dep_ in ("aux", "auxpass") else verb


def _may_be_inserted(tree: Tree, verb: Token) -> bool:
    if tree.first(verb, "xcomp", "oprd", "acomp") is not None:
        return False
    has_as = any(child.lower_ == "as" for child in tree.of(verb, "mark", "advmod"))
    if verb.dep_ == "advcl" or is_passive(tree, verb):
        return has_as
    if verb.dep_ == "ccomp":  # of a verb of saying it is what is said
        above = cue_at(tree, load_cues(), verb.head)
        return above is None or "clause" not in above.cue.frames
    return verb.dep_ in ("parataxis", "dep", "conj")


def closing(tree: Tree, cue: CueMatch) -> Candidate | None:
    """The attribution of a reporting clause after a comma where the parse fails: `Prices up again, traders said`."""
    verb, doc = cue.token, cue.token.doc
    source = own_subject(tree, verb)
    if source is None or source.i > verb.i or source.tag_ in ("WP", "WDT") or not _may_close(tree, cue):
        return None
    first, last = tree.sentence(verb)
    comma = source.left_edge.i - 1
    stop = _next_mark(verb, min(last, verb.i + REACH))
    if comma - first < 2 or doc[comma].text != "," or stop is None:
        return None
    goes_on = stop + 2 < last and doc[stop].text == "," and doc[stop + 1].pos_ in VERBS and doc[stop + 1].tag_ != "VBG"
    return candidate(cue, source, (first, last if goes_on else comma - 1), "closing")


def _may_close(tree: Tree, cue: CueMatch) -> bool:
    if cue.cue.kind not in REPORTING or "clause" not in cue.cue.frames or is_passive(tree, cue.token):
        return False
    return tree.first(cue.token, "dobj", "xcomp", "acomp") is None


def _next_mark(verb: Token, last: int) -> int | None:
    """The next punctuation mark after a verb, else the last token; None where another verb comes first."""
    for i in range(verb.i + 1, last + 1):
        if verb.doc[i].is_punct:
            return i
        if verb.doc[i].pos_ in VERBS:
            return None
    return last
