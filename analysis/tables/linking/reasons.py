"""Reasons: why a name form belongs to its entity, in words that a reader can check."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from analysis.lexicons.gazetteer import capital_country, country_of, demonym_country
from analysis.lexicons.parts import place_name
from analysis.tables.linking.describe import Linked, country_name, is_located
from analysis.tables.linking.groups import Groups
from analysis.tables.linking.keys import Key
from analysis.tables.linking.names import bare_name
from analysis.tables.linking.nodes import Node
from analysis.text.names.same_name import compare_names

IN_REPORT = 0.9  # how sure a short name is that its own report leads back to the full one
OTHER_NAME = 0.95  # of a country or a city, in the gazetteer


class Alias(NamedTuple):
    """Why a name form belongs to an entity, and how sure that is."""

    rule: str
    score: float


def reasons(groups: Groups, ids: Mapping[Key, str], entities: Mapping[str, Linked]) -> dict[tuple[str, str], Alias]:
    """The reason for each entity_id and name form; where there are several, the surest."""
    found: dict[tuple[str, str], Alias] = {}
    for node in groups.nodes.values():
        entity = entities[ids[node.key]]
        for name, text in sorted({(chain.name, text) for chain in node.chains for text, _ in chain.texts}):
            alias = _reason(node, name, text, entity, groups)
            key = (entity.entity_id, text)
            found[key] = max(found.get(key, alias), alias, key=lambda one: (one.score, one.rule))
    return found


def _reason(node: Node, name: str, text: str, entity: Linked, groups: Groups) -> Alias:
    bare = bare_name(text)
    if bare.casefold() == bare_name(entity.name).casefold():
        return Alias("the name" if text == entity.name else "the name but for article, brackets or capitals", 1.0)
    if listed := _listed(node.key, entity, bare):
        return Alias(listed, OTHER_NAME)
    match = compare_names(text, entity.name, entity.label)
    join = groups.joins.get(node.key)
    is_led_back, is_bracketed = bare_name(name) != bare, text in node.shorts
    evidence = [f"{name} in the same report"] if is_led_back else []
    evidence += ["it stands in brackets behind the name"] if is_bracketed else []
    evidence += [join.evidence] if join and join.evidence else []
    score = IN_REPORT if is_led_back or is_bracketed else match.score if not join else join.score
    return Alias("; ".join([f"{entity.name}, {match.rule}", *evidence]), round(score, 3))


def _listed(key: Key, entity: Linked, bare: str) -> str:
    """What the gazetteer says of a name: of a country, of its people or capital that are said for it, a city."""
    if key.kind == "country" and country_of(bare) != key.text:
        if capital_country(bare) == key.text:
            return f"the capital of {country_name(key.text)}, where it is said for the government"
        if demonym_country(bare) == key.text:
            return f"a word for the people of {country_name(key.text)}, where they or their officials act"
    if key.kind == "country":
        return f"a name of the country {country_name(key.text)}"
    if key.kind == "demonym":
        return f"a word for the people of {country_name(key.text)}"
    if is_located(key, entity.label):
        return f"the place of this name in {place_name(key.apart)}"
    return f"another name of the city {entity.name}" if key.kind == "city" else ""
