"""The parts of an event that tell it in other reports too: who, what kind of act, to what; without a day.

`The reopening of Peru's mission`, `Peru opened its mission`, `the Peruvian mission reopened`: Peru, open, mission.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from analysis.lexicons.acts import families, needs_no_object
from analysis.lexicons.gazetteer import country_of
from analysis.lexicons.measures import measure_words
from analysis.text.facts.arguments import Argument
from analysis.text.facts.events import Event
from analysis.text.facts.naming import PARTY, Named, Names
from analysis.text.facts.syntax import SUBJECTS, antecedent, child, is_relative
from analysis.text.records import EventParts, Party

NO_EVENT = frozenset({"state", "saying"})  # rules whose facts tell no event
OWNERS_ACT = frozenset({"open", "close"})  # the owner of what is opened has opened it, where nobody is named
OWNING = frozenset({"poss", "amod", "compound", "nmod"})
OF = frozenset({"of", "for", "from"})
NOUNS = frozenset({"NOUN", "PROPN"})
COUNTS = frozenset({"number", "group", "series", "couple", "dozen", "score", "handful", "set", "lot", "part"})


def event_parts(event: Event, names: Names, actor: Named | None, done_to: Named | None) -> EventParts | None:
    """The parts of an event; None for one that tells no act, or on whom is unknown and the act needs somebody."""
    act = "" if event.rule in NO_EVENT else act_of(event)
    if not act:
        return None
    who, whom = _party(event.actor, actor, names), _party(event.target, done_to, names)
    if event.target is None:
        whom = _left_out(event.head, names)
    elif whom is None:
        return None
    if who is None and whom is not None and whom.owner is not None and act in OWNERS_ACT:
        who, whom = Party(mention=whom.owner), Party(head=whom.head)
    elif whom is None and who is not None and who.owner is not None and act in OWNERS_ACT:
        who, whom = Party(mention=who.owner), Party(head=who.head)
    is_told = whom is not None or (who is not None and needs_no_object(act))
    return EventParts(act=act, actor=who, target=whom) if is_told else None


def act_of(event: Event) -> str:
    """The family of acts that the words of an action are of; empty where they say no more than `have` or `do`."""
    tokens = event.head.doc[event.first : event.last + 1]
    nouns = [token.lemma_.lower() for token in tokens if token.pos_ in NOUNS]
    for noun in reversed(nouns):
        if (noun, "noun") in families():
            return families()[noun, "noun"]
    lemma = event.head.lemma_.lower()
    if event.head.pos_ in NOUNS:
        return lemma
    particle = next((one.lower_ for one in event.head.rights if one.dep_ == "prt"), "")
    verb = f"{lemma} {particle}".strip()
    return families().get((verb, "verb"), verb)


def _party(argument: Argument | None, named: Named | None, names: Names) -> Party | None:
    """Who takes part: a name, or the noun with its owner; None without one, for an unknown pronoun and a measure."""
    if argument is None or named is None:
        return None
    head = antecedent(argument.head) if is_relative(argument.head) else argument.head
    if head is None or head.pos_ == "PRON":
        return None if named.mention is None else Party(mention=named.mention)
    if named.mention is not None and names.mentions[named.mention].label == "PERSON" and not names.label(head):
        return Party(mention=named.mention)  # the minister, Anna Berg
    return _of_noun(head, names)


def _of_noun(head: Token, names: Names) -> Party | None:
    mention = names.mention_at(head)
    if mention is not None:
        return Party(mention=mention)
    counted = _counted(head)
    if counted.lower_ in measure_words():
        return None
    return Party(head=_with_compound(counted), owner=_owner(counted, names))


def _with_compound(noun: Token) -> str:
    """The plain form of a noun, with the noun before it that tells it from others: trade deficit, budget deficit."""
    before = noun.nbor(-1) if noun.i > noun.sent.start else None
    is_told = before is not None and before.dep_ == "compound" and before.pos_ == "NOUN" and before.head.i == noun.i
    return f"{before.lemma_} {noun.lemma_}".lower() if before is not None and is_told else noun.lemma_.lower()


def _left_out(verb: Token, names: Names) -> Party | None:
    """What a verb has no object for: the embassy that Peru opened, the embassy's reopening; None elsewhere."""
    if verb.dep_ == "relcl" and verb.head.pos_ in NOUNS and child(verb, *SUBJECTS) is not None:
        marks = [one for one in verb.lefts if one.lower_ in ("that", "which") and one.dep_ not in SUBJECTS]
        return _of_noun(verb.head, names) if marks else None
    held = child(verb, "poss") if verb.tag_ == "VBG" else None
    return None if held is None or held.pos_ not in NOUNS else _of_noun(held, names)


def _counted(noun: Token) -> Token:
    """The noun that a word of number or measure counts: the soldiers of a group of soldiers, wheat of tonnes of it."""
    if noun.lemma_.lower() not in COUNTS and noun.lower_ not in measure_words():
        return noun
    return next((held for of in noun.rights if of.lower_ == "of" for held in of.rights if held.pos_ in NOUNS), noun)


def _owner(noun: Token, names: Names) -> int | None:
    """The mention of whose something is: before it with 's or as an adjective, behind it with `of`."""
    return next((found for one in _owning(noun) if (found := _owner_at(one, names)) is not None), None)


def _owning(noun: Token) -> Iterator[Token]:
    for one in noun.lefts:
        if one.dep_ in OWNING:
            yield one
            yield from (other for other in one.lefts if other.dep_ in OWNING)  # the South Caucasus state's
    for one in noun.rights:
        if one.dep_ == "prep" and one.lower_ in OF:
            yield from (held for held in one.rights if held.dep_ == "pobj")


def _owner_at(token: Token, names: Names) -> int | None:
    """The mention of an owner: a person, body, people or country, also by a pronoun; a town only tells where."""
    found = names.mention_or_reference(token)
    if found is None:
        return None
    mention = names.mentions[found]
    is_town = mention.label == "GPE" and not mention.stands_for and country_of(mention.text) is None
    return found if mention.label in PARTY and not (is_town and token.dep_ in ("compound", "nmod")) else None
