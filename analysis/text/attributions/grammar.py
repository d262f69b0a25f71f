"""Grammar: what the rules ask of a verb in the dependency tree."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.text.attributions.tree import Tree

FINITE = ("VBD", "VBZ", "VBP", "MD")
VERBS = ("VERB", "AUX")
NOUNS = ("NOUN", "PROPN", "PRON")


def is_infinitive(tree: Tree, verb: Token) -> bool:
    """Whether a verb stands with `to`."""
    return any(child.tag_ == "TO" for child in tree.of(verb, "aux"))


def is_finite(tree: Tree, verb: Token) -> bool:
    """Whether a word heads a finite clause; a bare verb with a subject does (`demanded that he go`)."""
    if verb.tag_ in FINITE or any(child.tag_ in FINITE for child in tree.of(verb, "aux", "auxpass")):
        return True
    if verb.pos_ not in VERBS or is_infinitive(tree, verb):
        return False
    return verb.tag_ in ("VB", "VBN") and tree.first(verb, "nsubj", "nsubjpass", "mark") is not None


def finite_tag(tree: Tree, verb: Token) -> str:
    """The tag of the word that gives a verb its tense: its first auxiliary, else itself."""
    auxiliary = tree.first(verb, "aux", "auxpass")
    return auxiliary.tag_ if auxiliary is not None else verb.tag_


def is_passive(tree: Tree, verb: Token) -> bool:
    """Whether a verb is passive: with its auxiliary, or a participle with an agent or after its noun."""
    if verb.tag_ == "VBD" and verb.dep_ == "acl":  # a participle that the tagger takes for a past tense
        return True
    if verb.tag_ != "VBN" and tree.first(verb, "auxpass") is None:
        return False
    if tree.first(verb, "auxpass", "nsubjpass", "agent") is not None:
        return True
    if tree.first(verb, "aux", "nsubj") is not None:
        return False
    if verb.dep_ == "conj" and verb.head.i != verb.i:
        return verb.head.tag_ == "VBN" and tree.first(verb.head, "auxpass", "agent") is not None
    return verb.dep_ in ("acl", "advcl", "amod", "relcl")


def agent(tree: Tree, verb: Token) -> Token | None:
    """The noun after `by`."""
    return after_preposition(tree, verb, ("by",))


def after_preposition(tree: Tree, head: Token, words: tuple[str, ...]) -> Token | None:
    """The noun after the first of these prepositions that hangs on a word."""
    found = next((child for child in tree.of(head, "agent", "prep") if child.lower_ in words), None)
    return tree.first(found, "pobj") if found is not None else None


def has_that(tree: Tree, verb: Token) -> bool:
    """Whether a clause begins with `that`."""
    return any(child.lower_ == "that" for child in tree.of(verb, "mark"))


def has_question_word(tree: Tree, verb: Token) -> bool:
    """Whether a clause has a question word of its own: `asked why he left`."""
    return any(child.tag_ in ("WRB", "WP", "WDT") for child in tree.of(verb))


def is_day_or_hour(token: Token) -> bool:
    """Whether a noun stands in an expression of time."""
    return token.ent_type_ in ("DATE", "TIME")
