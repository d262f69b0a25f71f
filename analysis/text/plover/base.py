"""The class of an act in itself, whether done, planned or refused."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.text.plover.around_heads import INFINITIVE, SUBJECT, beside, contained, lemmas, links, object_nouns
from analysis.text.plover.lexicon import NONE, entries, known_verbs, load_light, load_modes, load_nouns, load_verbs


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
    children = tuple(verb.children)
    linked, objects = links(verb, children), object_nouns(verb, children)
    names = _names(verb, linked, (*objects, *(child for child in children if child.dep_ == "acomp")))
    found = [_listed(name, linked, objects or targets) for name in names]
    weight, event_class = max(found, key=lambda pair: pair[0], default=(-1, ""))
    if weight >= 2 or (event_class and INFINITIVE in linked):
        return event_class
    return _light_class(names, linked, objects or targets) or event_class


def _names(verb: Token, linked: dict[str, tuple[Token, ...]], nouns: tuple[Token, ...]) -> list[str]:
    """The entries that a verb stands under: with its particle, its noun (`take part`) or adjective, and alone."""
    lemma = verb.lemma_.lower()
    names = (*(f"{lemma} {word}" for word in linked), *(f"{lemma} {noun.lemma_.lower()}" for noun in nouns), lemma)
    return [name for name in names if name in entries()]


def _listed(name: str, linked: dict[str, tuple[Token, ...]], objects: tuple[Token, ...]) -> tuple[int, str]:
    """The weight and class of the first row of the entry that fits; a name with a particle weighs one more."""
    extra = int(" " in name)
    for row in load_verbs().get(name, ()):
        if row.link and row.link not in linked:
            continue
        if not row.objects or row.objects & lemmas(_asked_for(row.link, linked, objects)):
            return row.weight() + extra, row.event_class
    return -1, ""


def _asked_for(link: str, linked: dict[str, tuple[Token, ...]], objects: tuple[Token, ...]) -> tuple[Token, ...]:
    """The nouns that a row's objects may be: the subjects, or what follows the link and the verb itself."""
    return linked[SUBJECT] if link == SUBJECT else (*linked.get(link, ()), *objects, *linked.get("of", ()))


def _light_class(names: list[str], linked: dict[str, tuple[Token, ...]], objects: tuple[Token, ...]) -> str:
    """The class of the noun that a light verb goes with, changed when the verb puts an end to it."""
    light, modes = load_light(), load_modes()
    for name in names:
        for link, nouns in (("", objects), *linked.items()):
            mode = light.get((name, link))
            if mode is None:
                continue
            found = next((known for noun in nouns if (known := noun_class(contained(noun)))), NONE)
            if found != NONE:
                return found if mode == "gives" else modes.get((mode, found), found)
    return ""
