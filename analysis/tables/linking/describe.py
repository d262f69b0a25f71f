"""What is known of an entity: its id, name, label, country and role."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from analysis.lexicons.cities import cities_named
from analysis.lexicons.gazetteer import capital_country, countries_in, country, country_of, region
from analysis.lexicons.parts import place_name
from analysis.tables.linking.groups import Groups
from analysis.tables.linking.keys import FAR_LARGER, Key
from analysis.tables.linking.names import display_name
from analysis.tables.linking.nodes import Node
from analysis.tables.linking.roles import Office
from analysis.text.names.compare.sounds import plain_spelling

KINDS = ("country", "city", "demonym", "language", "person", "thing")  # what tells an entity's id best comes first
LABEL_OF = {"country": "GPE", "city": "GPE", "demonym": "NORP", "language": "LANGUAGE", "person": "PERSON"}
MAJORITY = 2 / 3  # of the offices that name a country, for it to be the person's


@dataclass(frozen=True)
class Linked:
    """An entity as the table has it, without its counts."""

    entity_id: str
    name: str
    label: str
    country: str | None
    role: str | None


def group_ids(groups: Groups) -> dict[Key, str]:
    """The entity_id of each key: a digest of the key that tells its group best.

    It depends on nothing outside the group. Of a person it is the given and family name in a spelling that stands for
    all, so that it stays when another spelling or a fuller name comes in. Groups that would have one id get two.
    """
    chosen = {members[0]: min(members, key=_plainness) for members in groups.all()}
    by_text: dict[str, list[Key]] = defaultdict(list)
    for first, key in chosen.items():
        by_text[_identity(key)].append(first)
    ids: dict[Key, str] = {}
    for text, firsts in by_text.items():
        for first in firsts:
            own = text if len(firsts) == 1 else f"{text}\x1f{chosen[first].text}"
            ids |= dict.fromkeys(groups.members(first), _digest(own))
    return ids


def country_id(code: str) -> str:
    """The entity_id of a country, whether or not a report names it."""
    return _digest(_identity(Key("country", code)))


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=6).hexdigest()


def _plainness(key: Key) -> tuple[int, bool, bool, bool, str, str]:
    n_words = len(key.text.split())
    return KINDS.index(key.kind), key.text.isupper(), n_words == 1, n_words != 2, key.text, key.apart


def _identity(key: Key) -> str:
    words = key.text.split() if key.kind == "person" else []
    return "\x1f".join((key.kind, " ".join(map(plain_spelling, words)) or key.text, key.apart))


def described(entity_id: str, nodes: Sequence[Node]) -> Linked:
    """What is known of the entity of these nodes."""
    best = min(nodes, key=lambda node: _plainness(node.key))
    names: Counter[str] = Counter()
    labels: Counter[str] = Counter()
    roles: Counter[str] = Counter()
    offices: Counter[Office] = Counter()
    for node in nodes:
        names.update(node.names)
        labels.update(node.labels)
        roles.update(node.roles)
        offices.update(node.offices)
    label = LABEL_OF.get(best.key.kind) or min(labels, key=lambda one: (-labels[one], one))
    name = display_name(best.key, names)
    shown = f"{name}, {place_name(best.key.apart)}" if is_located(best.key, label) else name
    return Linked(entity_id, shown, label, _country(best.key, label, name, offices), _role(roles))


def is_located(key: Key, label: str) -> bool:
    """Whether a place has to be told from others of its name by where it lies."""
    return key.kind == "thing" and bool(key.apart) and label in ("GPE", "LOC", "FAC")


def _role(roles: Counter[str]) -> str | None:
    """The commonest role, without regard to case; of several the longest."""
    counts: Counter[str] = Counter()
    for role, count in roles.items():
        counts[role.lower()] += count
    return min(roles, key=lambda r: (-counts[r.lower()], -len(r), -roles[r], r)) if roles else None


def _country(key: Key, label: str, name: str, offices: Counter[Office]) -> str | None:
    """The country that it is, lies in, belongs to or holds office for, where the words say so; else None."""
    if key.kind in ("country", "demonym"):
        return key.text
    if key.kind == "city":
        return key.text[-2:]
    if label == "PERSON":
        return _majority(one.country for one, n in offices.items() for _ in range(n))
    if label in ("GPE", "LOC", "FAC") and (code := key.apart.partition("-")[0] or _place_country(name)):
        return code
    codes = countries_in(name)
    return key.apart or (codes[0] if len(codes) == 1 and label in ("ORG", "FAC", "LOC", "GPE") else None)


def _majority(codes: Iterable[str | None]) -> str | None:
    counts = Counter(code for code in codes if code)
    return next((code for code, n in sorted(counts.items()) if n >= MAJORITY * counts.total()), None)


@lru_cache(maxsize=16384)
def _place_country(name: str) -> str | None:
    """The country of a place; None where cities of one name lie in several countries and none is far larger."""
    found = region(name)
    code = country_of(name) or (found.country if found else None) or capital_country(name)
    if code or found:
        return code
    cities = cities_named(name)
    others = [city.population for city in cities if city.country != cities[0].country]
    return cities[0].country if cities and cities[0].population >= FAR_LARGER * max(others, default=0) else None


def country_name(code: str) -> str:
    """The common name of a country, the code where it has none."""
    known = country(code)
    return known.name if known else code
