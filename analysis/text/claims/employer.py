"""The body or country that a person speaks for: `Acme chairman Carl Dahl`, `Carl Dahl, a spokesman for the union`."""

from __future__ import annotations

import re

from analysis.lexicons.name_words import role_heads
from analysis.text.facts.naming import Names

MOST = 60  # mentions before one that are looked at
LONGEST = 90  # characters between a person and the body
BEFORE = re.compile(r"(?:['’]s)? ?([\w.,& -]+?) ?")
AFTER = re.compile(r", (?:(?:the|a|an) )?([\w -]+?) (?:of|at|for|with|to) (?:the )?")
EMPLOYERS = frozenset({"ORG", "GPE", "NORP"})
MEMBERS = frozenset(
    {"speaker", "leader", "member", "senator", "representative", "whip", "deputy", "analyst", "professor"}
)


def employer(person: int, names: Names) -> int | None:
    """The position of the mention of whom a person speaks for, told up to there; None where nothing tells it."""
    mentions = names.mentions
    chain = mentions[person].chain
    for number in range(person, max(-1, person - MOST), -1):
        if mentions[number].chain == chain:
            found = _beside(number, names)
            if found is not None:
                return found
    return None


def _beside(person: int, names: Names) -> int | None:
    mentions, text = names.mentions, names.parse.text
    one = mentions[person]
    for number in (person - 1, person + 1):
        if not 0 <= number < len(mentions) or mentions[number].label not in EMPLOYERS:
            continue
        other = mentions[number]
        first, second = (other, one) if number < person else (one, other)
        gap = text[first.end_char : second.start_char]
        if other.sentence != one.sentence or len(gap) > LONGEST:
            continue
        between = (BEFORE if number < person else AFTER).fullmatch(gap)
        if between is not None and _is_role(between.group(1)):
            return number
    return None


def _is_role(words: str) -> bool:
    """Whether words name the role of one who speaks for the body: a chairman does, a member does not."""
    found = [word.strip(",.") for word in words.lower().replace("-", " ").split()]
    return bool(found) and found[-1] in role_heads() and MEMBERS.isdisjoint(found)
