"""The class of an act in itself, whether done, planned or refused."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from analysis.text.plover.lexicon import NONE, known_verbs, load_light, load_modes, load_nouns, load_verbs
from analysis.text.plover.words import beside, contained, lemmas, links, object_nouns, subject_nouns


def base_class(head: Token, targets: tuple[Token, ...] = ()) -> str:
    """The class of the act that a verb or a noun tells: one of the 16, `none`, or empty for an unknown word.

    `targets` are nouns that it is done to beside those that the parse gives.
    """
    return verb_class(head, targets) if head.pos_ in ("VERB", "AUX") else noun_class(head)


def noun_class(noun: Token) -> str:
    """The class that a noun names, by the words beside it; a noun without one takes that of the noun before it.

    So `mediation effort` and `aid programme` are what mediation and aid are.
    """
    rows = load_nouns().get(noun.lemma_.lower(), ())
    words = beside(noun) if rows and rows[0].beside else frozenset()
    found = next((row.event_class for row in rows if not row.beside or row.beside & words), "")
    if found:
        return found
    before = (child for child in noun.children if child.dep_ == "compound")
    return next((known for child in before if (known := noun_class(child))), "")


def verb_class(verb: Token, targets: tuple[Token, ...] = ()) -> str:
    """The class of a verb with its particles and objects, or that of the noun that a light verb goes with."""
    if verb.lemma_.lower() not in known_verbs():
        return ""
    linked, objects = links(verb), object_nouns(verb)
    names = tuple(_names(verb, linked, objects))
    found = [_listed(name, linked, objects or targets) for name in names]
    weight, event_class = max(found, key=lambda pair: pair[0])
    if weight >= 2:
        return event_class
    return _light_class(names, linked, (objects or targets, subject_nouns(verb))) or event_class


def _names(verb: Token, linked: dict[str, tuple[Token, ...]], objects: tuple[Token, ...]) -> Iterator[str]:
    """The entries that a verb may stand under: with its particle, its noun (`take part`), its adjective, alone."""
    lemma = verb.lemma_.lower()
    yield from (f"{lemma} {word}" for word in linked)
    yield from (f"{lemma} {noun.lemma_.lower()}" for noun in objects)
    yield from (f"{lemma} {child.lower_}" for child in verb.children if child.dep_ == "acomp")
    yield lemma


def _listed(name: str, linked: dict[str, tuple[Token, ...]], objects: tuple[Token, ...]) -> tuple[int, str]:
    """The weight and class of the first row of the entry that fits; a name with a particle weighs one more."""
    extra = int(" " in name)
    for row in load_verbs().get(name, ()):
        if row.link and row.link not in linked:
            continue
        nouns = (*linked.get(row.link, ()), *objects, *linked.get("of", ())) if row.objects else ()
        if not row.objects or row.objects & lemmas(nouns):
            return row.weight() + extra, row.event_class
    return -1, ""


def _light_class(
    names: tuple[str, ...], linked: dict[str, tuple[Token, ...]], nouns: tuple[tuple[Token, ...], tuple[Token, ...]]
) -> str:
    """The class of the noun that a light verb goes with, changed when the verb puts an end to it."""
    light, modes = load_light(), load_modes()
    for name in names:
        for link, words in (("", nouns[0]), *linked.items(), ("subject", nouns[1])):
            mode = light.get((name, link))
            if mode is None:
                continue
            found = next((known for noun in words if (known := noun_class(contained(noun)))), NONE)
            if found != NONE:
                return found if mode == "gives" else modes.get((mode, found), found)
    return ""
