"""The words around an event's head by which it is looked up: particles, prepositions, objects and what is beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from analysis.text.plover.lexicon import load_groups

RELATIVES = frozenset({"which", "that", "who", "whom"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod", "nummod"})
LINKS = frozenset({"prt", "prep", "advmod", "agent", "dative", "mark"})
OBJECT_DEPS = frozenset({"dobj", "nsubjpass", "oprd"})
CLAUSE_DEPS = frozenset({"xcomp", "advcl", "ccomp"})
INFINITIVE = "infinitive"
ALONE = "alone"
SUBJECT = "subject"
NAMED = frozenset({"PERSON", "GPE", "ORG", "NORP"})
OF_THINGS = frozenset({"it", "this", "that", "these", "those", "which", "what", "itself"})
MOST_CONJUNCTS = 20


def object_nouns(verb: Token, children: Sequence[Token]) -> tuple[Token, ...]:
    """The heads of a verb's objects, of its subject in the passive; a relative pronoun stands for its noun."""
    found = [child for child in children if child.dep_ in OBJECT_DEPS]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        found.append(verb.head)
    return tuple(word for noun in found for word in _with_conjuncts(_antecedent(noun, verb)))


def links(verb: Token, children: Sequence[Token]) -> dict[str, tuple[Token, ...]]:
    """The particles, prepositions and adverbs of a verb, each with the nouns that stand after it.

    `infinitive` is among them when one follows the verb, `alone` when no object does, `subject` with the subjects.
    """
    found: dict[str, tuple[Token, ...]] = {ALONE: (), SUBJECT: ()}
    for child in children:
        dep = child.dep_
        if dep in OBJECT_DEPS:
            found.pop(ALONE, None)
        elif dep == "nsubj":
            found[SUBJECT] = (*found[SUBJECT], *_with_conjuncts(_antecedent(child, verb)))
        elif dep in CLAUSE_DEPS and child.tag_ == "VB":
            found[INFINITIVE] = ()
        elif dep in LINKS:
            found[child.lower_] = (*found.get(child.lower_, ()), *_after(child))
    return found


def _after(link: Token) -> Iterator[Token]:
    """The nouns after a preposition, or after the preposition that follows it: out of the talks."""
    for child in link.children:
        if child.dep_ == "pobj":
            yield from _with_conjuncts(child)
        elif child.dep_ == "prep":
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def lemmas(nouns: tuple[Token, ...]) -> frozenset[str]:
    """The words by which nouns are looked up: a name by its label, a pronoun as PRON, a series of talks by talks."""
    return frozenset(word for noun in nouns for word in _lemmas(noun))


def _lemmas(noun: Token) -> Iterator[str]:
    if noun.ent_type_ in NAMED:
        yield noun.ent_type_
    elif noun.pos_ == "PRON" and noun.lower_ not in OF_THINGS:
        yield "PRON"
    yield noun.lemma_.lower()
    if noun.lemma_.lower() in load_groups()["container"]:
        yield from (word.lemma_.lower() for word in _after_of(noun))


def contained(noun: Token) -> Token:
    """The noun that counts in `a series of talks`: talks."""
    if noun.lemma_.lower() in load_groups()["container"]:
        return next(_after_of(noun), noun)
    return noun


def beside(noun: Token) -> frozenset[str]:
    """The words beside a noun: adjectives and nouns before it, prepositions after it, the nouns after `of`."""
    words: set[str] = set()
    for child in noun.children:
        if child.dep_ in MODIFIERS:
            words |= {child.lower_, child.lemma_.lower()}
        elif child.dep_ == "prep":
            words.add(child.lower_)
    return frozenset(words | {word.lemma_.lower() for word in _after_of(noun)})


def _after_of(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from (word for word in child.children if word.dep_ == "pobj")


def _antecedent(noun: Token, verb: Token) -> Token:
    return verb.head if noun.lower_ in RELATIVES and verb.dep_ == "relcl" else noun


def _with_conjuncts(noun: Token) -> Iterator[Token]:
    for _ in range(MOST_CONJUNCTS):
        yield noun
        following = next((child for child in noun.children if child.dep_ == "conj"), None)
        if following is None:
            return
        noun = following
