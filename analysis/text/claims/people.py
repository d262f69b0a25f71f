"""The person that a description stands for: `the minister`, where one person named before can be meant."""

from __future__ import annotations

from bisect import bisect_left

from analysis.lexicons.name_words import role_heads
from analysis.text.facts.naming import Names
from analysis.text.references.descriptions import LINKS, office

REACH = 2  # sentences back in which a person without a known role may be meant
LONGEST = 4  # words of a description after `the`
SECOND = frozenset({"vice", "deputy", "assistant", "former", "ex", "shadow"})  # before an office: another one
MOST = 60  # mentions before that are looked at


def described(words: str, at: int, sentence: int, names: Names, other: int | None = None) -> int | None:
    """The position of the mention of the person whom a description at a character stands for.

    The last one named before with that role; else the only one named in the sentences before whose role is not known.
    `other` is a mention in the same clause, who is somebody else.
    """
    wanted = _role(words)
    if not wanted:
        return None
    mentions = names.mentions
    end = bisect_left(mentions, at, key=lambda one: one.start_char)
    before = [number for number in range(max(0, end - MOST), end) if mentions[number].label == "PERSON"]
    excluded = None if other is None else mentions[other].chain
    before = [number for number in before if mentions[number].chain != excluded]
    roles: dict[int, list[str]] = {}
    for number in before:
        if mentions[number].role:
            roles.setdefault(mentions[number].chain, []).append(mentions[number].role)
    holders = [n for n in before if any(_fits(role, wanted) for role in roles.get(mentions[n].chain, ()))]
    if holders:
        return holders[-1]
    near = [n for n in before if sentence - mentions[n].sentence <= REACH]
    chains = {mentions[n].chain for n in near}
    return near[-1] if len(chains) == 1 and not roles.get(chains.pop()) else None


def _role(words: str) -> list[str]:
    """The words of a role after `the`, empty where the words name none."""
    article, _, rest = words.lower().partition(" ")
    found = rest.replace("-", " ").split()
    is_role = article == "the" and 0 < len(found) <= LONGEST and found[-1] in role_heads()
    return found if is_role and LINKS.isdisjoint(found) else []


def _fits(role: str, wanted: list[str]) -> bool:
    """Whether a role is the one wanted: `the minister` may be of finance, `the president` is no vice president."""
    words = office(role)
    return words[-len(wanted) :] == wanted and SECOND.isdisjoint(words[: -len(wanted)])
