"""Keyed chains: each chain under its key, with what its own report tells of a name that says little."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from analysis.tables.linking.chains import Chain
from analysis.tables.linking.keys import PERSON, Key, chain_key
from analysis.text.names.compare.forms import person_form
from analysis.text.names.compare.sounds import plain_spelling

BESIDE = "beside "  # begins what parts a family name from another bearer in its sentence: nothing says whose it is


def keyed(chains: Iterable[Chain]) -> Iterator[tuple[Key, Chain]]:
    """Each chain with its key.

    Within a report a family name alone goes with the one full name that has it, a short form with the name that it
    stands behind in brackets, and people of one family name in one sentence are kept apart. A family name alone is
    kept by the office beside it, since that may tell later whose it is.
    """
    for _, group in groupby(chains, key=lambda chain: chain.id[0]):
        report = list(group)
        by_short = {chain.short: chain for chain in report if chain.short}
        yield from _people([chain for chain in report if chain.label == PERSON])
        for chain in report:
            if chain.label != PERSON:
                yield chain_key(by_short.get(chain.name, chain)), chain


def _people(people: Sequence[Chain]) -> Iterator[tuple[Key, Chain]]:
    """The people of a report with their keys."""
    bearers: dict[str, list[Chain]] = defaultdict(list)
    for chain in people:
        if not _is_lone(chain):
            bearers[_family(chain)].append(chain)
    seen: dict[Key, set[int]] = defaultdict(set)
    for chain in people:
        key = _lone_key(chain, bearers.get(_family(chain), [])) if _is_lone(chain) else chain_key(chain)
        if _is_lone(chain) and not seen[key].isdisjoint(chain.sentences):
            key = _own_key(chain)
        seen[key].update(chain.sentences)
        yield key, chain


def _lone_key(chain: Chain, bearers: Sequence[Chain]) -> Key:
    """The key of a family name alone: that of the one full name in the report that has it; with none or several one by
    the office beside it; one of its own when it stands in a sentence with a bearer."""
    if not all(one.sentences.isdisjoint(chain.sentences) for one in bearers):
        return _own_key(chain)
    keys = {chain_key(one) for one in bearers}
    return keys.pop() if len(keys) == 1 else chain_key(chain)._replace(apart=_office(chain))


def _own_key(chain: Chain) -> Key:
    return chain_key(chain)._replace(apart=f"{BESIDE}{chain.id[0]}-{chain.id[1]}")


def _office(chain: Chain) -> str:
    """What parts a family name alone from others of it."""
    return f"office {min(office.head for office in chain.offices)}" if chain.offices else ""


def _is_lone(chain: Chain) -> bool:
    return sum(word.weight >= 0.5 for word in person_form(chain.name).words) < 2


def _family(chain: Chain) -> str:
    words = person_form(chain.name).words
    return plain_spelling(words[-1].text) if words else ""
