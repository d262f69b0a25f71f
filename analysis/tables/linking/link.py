"""Linking: whom the names of all reports stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.tables.entry import Entry
from analysis.tables.linking.chains import ChainId, chains
from analysis.tables.linking.company import Company
from analysis.tables.linking.describe import Linked, described, group_ids
from analysis.tables.linking.groups import Groups
from analysis.tables.linking.keyed import keyed
from analysis.tables.linking.nodes import nodes
from analysis.tables.linking.persons import join_persons
from analysis.tables.linking.reasons import Alias, reasons
from analysis.tables.linking.things import join_things


@dataclass(frozen=True)
class Linking:
    """The entity of each chain, what is known of each entity, and why each name form belongs to it."""

    ids: Mapping[ChainId, str]
    entities: Mapping[str, Linked]
    aliases: Mapping[tuple[str, str], Alias]


def link_entities(entries: Sequence[Entry]) -> Linking:
    """Whom the names of all reports stand for; the order of the reports makes no difference.

    First names that are equal but for case, accents, articles and titles, or of one country; then spellings of one
    name, short forms, and family names alone, where nothing else comes into question (`persons`, `things`). The work
    grows with the number of names, not with its square: only names that sound alike are compared.
    """
    ordered = sorted(entries, key=lambda entry: entry.doc_id)
    found = nodes(keyed(chains(ordered)))
    groups, company = Groups(found.values()), Company(found.values())
    join_things(groups, company)
    join_persons(groups, company)
    ids = group_ids(groups)
    entities = {
        ids[members[0]]: described(ids[members[0]], [found[key] for key in members]) for members in groups.all()
    }
    return Linking(
        ids={chain.id: ids[node.key] for node in found.values() for chain in node.chains},
        entities=entities,
        aliases=reasons(groups, ids, entities),
    )
