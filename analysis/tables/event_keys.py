"""Event keys: the same event in other reports, by who acts, the family of the act, and on what; without its day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from analysis.lexicons.name_words import country_actors
from analysis.tables.linking import Linking
from analysis.tables.linking.describe import Linked, country_id
from analysis.text.records import Fact, Party

EntityOf = Callable[[int], str]  # the entity of a mention of the report, by its position
# Acts of two parties, of whom either may be named first.
MIRRORED = frozenset({"discuss", "clash", "merge", "collaborate", "exchange", "trade", "agree"})
NOUN, OF = "~", "/"  # a noun in a key, and before whose it is
NOBODY = "-"  # in a key where nobody is named who acts
OWNED = frozenset({"ORG", "FAC"})


class Owners:
    """The country that a body of a state acts for, and the noun of what it is: Peru's embassy."""

    def __init__(self, entities: Mapping[str, Linked]) -> None:
        self._nouns = {id_: noun for id_, one in entities.items() if (noun := state_noun(one.name, one.label))}
        self._countries = {id_: country_id(str(entities[id_].country)) for id_ in self._nouns if entities[id_].country}

    def noun(self, entity_id: str) -> str:
        """What a body of a state is, empty for any other entity."""
        return self._nouns.get(entity_id, "") if entity_id in self._countries else ""

    def acting(self, entity_id: str) -> str:
        """The country of a body of a state; any other entity acts for itself."""
        return self._countries.get(entity_id, entity_id)


def owners(linking: Linking) -> Owners:
    """The owners of the bodies of states."""
    return Owners(linking.entities)


@lru_cache(maxsize=16384)
def state_noun(name: str, label: str) -> str:
    """The noun by which the name of a body says that it is a state's; empty for other names.

    >>> state_noun("Azerbaijani Embassy", "ORG"), state_noun("Ministry of Mines", "ORG")
    ('embassy', 'ministry')
    >>> state_noun("Pasha Bank", "ORG")
    ''
    """
    if label not in OWNED:
        return ""
    return next((word for word in name.lower().split() if word in country_actors("state")), "")


def event_key(fact: Fact, entity: EntityOf, owned: Owners) -> str | None:
    """The key of an event: who acts, the act, on what; None where no name is in it, or too little is told.

    A body of a state acts for its country, a noun (`officials`) for whose it is; a thing is its noun, with whose it is
    where that is not who acts. Two who meet or fight stand in one order, whoever is named first.
    """
    parts = fact.parts
    if parts is None:
        return None
    actor = _actor(parts.actor, entity, owned)
    target = _target(parts.target, entity, owned, actor)
    if not any(slot and (not slot.startswith(NOUN) or OF in slot) for slot in (actor, target)):
        return None
    slots = sorted((actor, target)) if parts.act in MIRRORED and actor and target else (actor, target)
    return " ".join((slots[0] or NOBODY, parts.act.replace(" ", "_"), slots[1])).strip()


def _actor(party: Party | None, entity: EntityOf, owned: Owners) -> str:
    """The slot of who acts: an entity_id, that of whose officials or board act, else a noun; empty without one."""
    if party is None:
        return ""
    if party.mention is not None:
        return owned.acting(entity(party.mention))
    owner = None if party.owner is None else owned.acting(entity(party.owner))
    return owner if owner and party.head in acting_nouns() else _noun(party.head, owner)


def _target(party: Party | None, entity: EntityOf, owned: Owners, actor: str) -> str:
    """The slot of what is acted on: an entity_id, else a noun with its owner; empty without one."""
    if party is None:
        return ""
    owner = None if party.owner is None else owned.acting(entity(party.owner))
    head = party.head
    if party.mention is not None:
        named = entity(party.mention)
        head, owner = owned.noun(named), owned.acting(named)
        if not head:
            return named
    return _noun(head, None if owner == actor else owner)


@cache
def acting_nouns() -> frozenset[str]:
    """The nouns for who acts for a country or for the body whose they are."""
    return country_actors("state") | country_actors("people") | country_actors("board")


def _noun(head: str, owner: str | None) -> str:
    """A noun, with the entity_id of whose it is, as it stands in a key.

    >>> _noun("trade deficit", None), _noun("embassy", "ab12")
    ('~trade_deficit', '~embassy/ab12')
    """
    return NOUN + head.replace(" ", "_") + (OF + owner if owner else "")
