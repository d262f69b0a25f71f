"""Keyed chains: each chain under its key, with what its own report tells of a name that says little."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from analysis.tables.linking.chains import Chain
from analysis.tables.linking.keys import PERSON, Key, chain_key
from analysis.text.names.compare.forms import person_form
from analysis.text.names.compare.sounds import plain_spelling


def keyed(chains: Iterable[Chain]) -> Iterator[tuple[Key, Chain]]:
    """Each chain with its key.

    Within a report a family name alone goes with the one full name that has it, a short form with the name that it
    stands behind in brackets, and two people of one name in one sentence are kept apart. A family name alone is kept
    by the office beside it, since that may tell later whose it is.
    """
    for _, group in groupby(chains, key=lambda chain: chain.id[0]):
        report = list(group)
        people = [chain for chain in report if chain.label == PERSON]
        by_short = {chain.short: chain for chain in report if chain.short}
        for chain in report:
            if chain.label == PERSON:
                yield _person(chain, people), chain
            else:
                yield chain_key(by_short.get(chain.name, chain)), chain


def _person(chain: Chain, people: Sequence[Chain]) -> Key:
    """The key of a person's chain, given all people of the report."""
    key = chain_key(chain)
    if _is_lone(chain):
        found = [one for one in people if not _is_lone(one) and _family(one) == _family(chain)]
        if len({chain_key(one) for one in found}) == 1 and not any(one.sentences & chain.sentences for one in found):
            return chain_key(found[0])
        if chain.offices and not key.apart:
            return key._replace(apart=f"office {min(office.head for office in chain.offices)}")
    before = [one for one in people if one.id < chain.id and chain_key(one) == key]
    if any(one.sentences & chain.sentences for one in before):
        return key._replace(apart=f"{chain.id[0]}-{chain.id[1]}")
    return key


def _is_lone(chain: Chain) -> bool:
    return sum(word.weight >= 0.5 for word in person_form(chain.name).words) < 2


def _family(chain: Chain) -> str:
    words = person_form(chain.name).words
    return plain_spelling(words[-1].text) if words else ""
