"""The name under which an entity is shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from analysis.lexicons.gazetteer import country
from analysis.tables.linking.keys import BRACKETS, Key

DRESS = re.compile(r"^(?:the|a|an)\s+(?=\S)|['’]s?$", re.I)
SHORT_OFTENER = 5  # how much more often a short form has to stand there to be shown instead of the full name


def display_name(key: Key, names: Mapping[str, int]) -> str:
    """The name to show of these, each with how often it stands there.

    A country has its common name. Else the commonest, without article and brackets; but a person's full name goes
    before a family name, a full name before its first letters, and one in small letters before capitals.
    """
    if key.kind == "country" and (known := country(key.text)):
        return known.name
    counts: Counter[str] = Counter()
    for name, count in names.items():
        counts[bare_name(name)] += count
    return min(counts, key=lambda name: (_worse(key, name, counts), -counts[name], -len(name), name))


def bare_name(name: str) -> str:
    """The name without article, brackets and a possessive ending.

    >>> bare_name("the  Islamic Emirate of Afghanistan (IEA)"), bare_name("Kabul's"), bare_name("the")
    ('Islamic Emirate of Afghanistan', 'Kabul', 'the')
    """
    words = " ".join(name.split())
    bare = DRESS.sub("", DRESS.sub("", BRACKETS.sub("", words))).strip()
    return bare or words


def _worse(key: Key, name: str, counts: Mapping[str, int]) -> bool:
    """Whether another of the names is to be shown first, however often this one stands there."""
    if key.kind == "person":
        return " " not in name and any(" " in other for other in counts)
    if name.isupper() and len(name) > 1:
        return any(not other.isupper() and n * SHORT_OFTENER >= counts[name] for other, n in counts.items())
    return False
