"""Sources: whose words, thoughts or wishes a cue is about."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.lexicons.cues import load_cues
from analysis.text.attributions.grammar import NOUNS, VERBS, agent, finite_tag, is_day_or_hour, is_passive
from analysis.text.attributions.tree import Tree

UPWARDS = 6  # a chain of infinitives, participles and conjuncts is hardly longer
SHARING = ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "parataxis", "acomp", "oprd")
INSIDE_NAMES = ("compound", "appos", "pobj", "prep", "poss", "amod", "nmod")
NOT = ("n't", "n’t")  # the parse takes it for a subject in `the minister isn’t saying`
ADDING = ("add", "note", "stress")
OBJECTS = ("dobj", "attr", "pobj")
OCCASIONS = ("at", "in", "on", "during")  # `at a meeting announcing the plan`: the meeting announces nothing


def source_of(tree: Tree, verb: Token) -> Token | None:
    """The head of the source of a verb: its subject, its agent in the passive, or the subject that it shares."""
    return agent(tree, verb) if is_passive(tree, verb) else subject(tree, verb)


def subject(tree: Tree, verb: Token) -> Token | None:
    """The subject of a verb, or that of the clause that it hangs on."""
    for _ in range(UPWARDS):
        found = own_subject(tree, verb) or _controller(tree, verb)
        if found is not None:
            return found
        above = _above(tree, verb)
        if above is None:
            return None
        verb = above
    return None


def own_subject(tree: Tree, verb: Token) -> Token | None:
    """The subject that stands with a verb; the nearest before it where the parse gives several."""
    found = [token for token in tree.of(verb, "nsubj", "nsubjpass") if token.lower_ not in NOT]
    before = [token for token in found if token.i < verb.i]
    return before[-1] if before else found[0] if found else None


def _controller(tree: Tree, verb: Token) -> Token | None:
    """The noun that a participle or an infinitive is about: `a letter saying`; `forced him to admit`."""
    if verb.dep_ == "acl" and verb.head.pos_ in NOUNS:
        if verb.tag_ == "VB":
            return tree.first(verb.head, "poss")
        return None if _is_beside(verb) else verb.head
    if verb.dep_ == "xcomp" and verb.tag_ == "VB":
        return next((c for c in tree.after(verb.head, "dobj", "dative") if c.i < verb.i), None)
    return None


def _is_beside(participle: Token) -> bool:
    """Whether a participle after an object is about the subject: `left the room, saying`; `at a meeting announcing`."""
    noun, before = participle.head, participle.left_edge
    is_occasion = noun.dep_ == "pobj" and noun.head.lower_ in OCCASIONS
    return is_occasion or (noun.dep_ in OBJECTS and before.i > noun.i + 1 and before.nbor(-1).text == ",")


def _above(tree: Tree, verb: Token) -> Token | None:
    """The word whose subject a verb without one shares."""
    head = verb.head
    if head.i == verb.i:
        return None
    if verb.dep_ == "acl":
        return head.head if head.dep_ in OBJECTS and (verb.tag_ == "VB" or _is_beside(verb)) else None
    if verb.dep_ == "conj":
        return _joined(tree, verb)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and _goes_on(tree, verb):
        return head.head
    if verb.dep_ == "prep" and head.pos_ not in VERBS:
        return None
    return head if verb.dep_ in SHARING else None


def _goes_on(tree: Tree, participle: Token) -> bool:
    """Whether a participle goes on with the report that it stands in: `said it was late, adding that ...`.

    Other than `adding`, only where the subject of the reported clause is a thing, which says nothing.
    """
    clause, above = participle.head, participle.head.head
    entries = load_cues().get((above.lemma_.lower(), "verb"), ())
    if clause.dep_ != "ccomp" or not any(one.kind == "say" for one in entries):
        return False
    own = own_subject(tree, clause)
    is_thing = own is not None and own.pos_ == "NOUN" and own.dep_ == "nsubjpass" and not own.ent_type_
    return is_thing or participle.lemma_ in ADDING


def _joined(tree: Tree, verb: Token) -> Token:
    """The verb that a conjunct is joined to: in `said he would go and warned them` it is `said`, by the tense."""
    head, above = verb.head, verb.head.head
    if head.dep_ == "ccomp" and finite_tag(tree, verb) == finite_tag(tree, above) != finite_tag(tree, head):
        return above
    return head


def nearby_source(tree: Tree, verb: Token, steps: tuple[int, ...] = (-1, 1)) -> Token | None:
    """The noun beside a verb that the parse gives no subject: before it, or after it where they are inverted."""
    for place in (verb.i + step for step in steps):
        if tree.sentence_of.get(place) != tree.sentence_of[verb.i]:
            continue
        token = verb.doc[place]
        if token.pos_ in NOUNS and not is_day_or_hour(token):
            return _head_of_name(token, verb)
    return None


def _head_of_name(token: Token, verb: Token) -> Token:
    for _ in range(UPWARDS):
        if token.dep_ not in INSIDE_NAMES or token.head.pos_ not in NOUNS or token.head.i == verb.i:
            break
        token = token.head
    return token
