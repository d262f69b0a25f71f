"""Chains: all names in one report that stand for the same, taken together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from analysis.lexicons.gazetteer import countries_in
from analysis.lexicons.name_forms import body_words
from analysis.tables.entry import Entry
from analysis.tables.linking.roles import Office, office
from analysis.text.names.compare.forms import body_form
from analysis.text.records import Mention

ChainId = tuple[str, int]

AFTER = re.compile(r"\s+(?:of|in|for)\s+((?:the\s+)?[A-Z][\w.'’-]*(?:\s+(?:of\s+)?(?:the\s+)?[A-Z][\w.'’-]*){0,4})")
BEFORE = re.compile(r"((?:[A-Z][\w.]*[- ]){0,3}[A-Z][\w.]*(?:['’]s?)?)\s+$")
OPENING = re.compile(r"\s*\(\s*(?:the\s+)?[\"“‘']?$")
BRACKETED = re.compile(r"\s[(\[]([A-Z][A-Za-z]?[A-Z.&-]{0,8})[)\]]$")
REACH = 60  # characters beside a name that are looked at for its country


@dataclass(frozen=True)
class Chain:
    """The names of one report that stand for the same.

    `texts` are its name forms with how often each stands there. `country` is of the words beside a body whose own
    name has none: Azerbaijan's Foreign Ministry. `short` is a form that stands in brackets behind the name,
    `lies_in` where a place lies: `US-TX`, `stands_for` the country whose people or capital is named for it.
    """

    id: ChainId
    label: str
    name: str
    texts: tuple[tuple[str, int], ...]
    roles: tuple[str, ...]
    sentences: frozenset[int]
    country: str | None = None
    short: str = ""
    lies_in: str = ""
    stands_for: str = ""
    offices: tuple[Office, ...] = ()

    @property
    def n_mentions(self) -> int:
        """How often the report names it."""
        return sum(count for _, count in self.texts)


def chains(entries: Sequence[Entry]) -> Iterator[Chain]:
    """The chains of each report, by report and number."""
    for entry in entries:
        grouped: dict[int, list[Mention]] = defaultdict(list)
        for mention in entry.report.mentions:
            grouped[mention.chain].append(mention)
        shorts = dict(_in_brackets(entry))
        for number in sorted(grouped):
            yield _chain(entry, number, grouped[number], shorts)


def commonest(values: Sequence[str]) -> str:
    """The value that stands there most often; of several the longest, then the first of the alphabet."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], -len(value), value)) if counts else ""


def _chain(entry: Entry, number: int, mentions: Sequence[Mention], shorts: dict[int, str]) -> Chain:
    label, name = commonest([m.label for m in mentions]), commonest([m.name or m.text for m in mentions])
    return Chain(
        id=(entry.doc_id, number),
        label=label,
        name=name,
        texts=tuple(sorted(Counter(m.text for m in mentions).items())),
        roles=tuple(m.role for m in mentions if m.role),
        sentences=frozenset(m.sentence for m in mentions),
        country=_country(entry.article.text, label, name, mentions),
        offices=tuple(_office(entry.article.text, m) for m in mentions if m.role),
        stands_for=commonest([m.stands_for for m in mentions if m.stands_for]),
        lies_in=_lies_in(mentions) if label != "ORG" else "",
        short=shorts.get(number) or _short_within(name),
    )


def _country(text: str, label: str, name: str, mentions: Sequence[Mention]) -> str | None:
    """The country of a body that its own name does not tell, or tells wrongly: Georgia State Patrol."""
    if label != "ORG":
        return None
    return _lies_in(mentions)[:2] or (_country_beside(text, mentions) if is_generic(name) else None)


def _lies_in(mentions: Sequence[Mention]) -> str:
    return commonest([mention.lies_in for mention in mentions if mention.lies_in])


@lru_cache(maxsize=16384)
def is_generic(name: str) -> bool:
    """Whether many states and towns have a body of this name.

    >>> is_generic("Foreign Ministry"), is_generic("Parliament"), is_generic("Azerbaijani Parliament")
    (True, True, False)
    >>> is_generic("Central Bank"), is_generic("Pasha Bank"), is_generic("NATO")
    (True, False, False)
    """
    known = body_words()
    words = [word for word in body_form(name).words if word.kind != "little"]
    return all(word.kind not in ("", "place", "number") for word in words) and any(
        known.get(word.text, ("",))[0] in ("office", "head") for word in words
    )


def _country_beside(text: str, mentions: Sequence[Mention]) -> str | None:
    """The country that stands right before a name or, with `of`, right behind it; None without or with several."""
    found = [_country_before(text[max(0, m.start_char - REACH) : m.start_char]) for m in mentions]
    found += [_country_after(text[m.end_char : m.end_char + REACH]) for m in mentions]
    codes = sorted({code for code in found if code})
    return codes[0] if len(codes) == 1 else None


def _office(text: str, mention: Mention) -> Office:
    """The office of a person, with the country that stands right before it, before or behind the name."""
    before = text[max(0, mention.start_char - REACH - len(mention.role)) : mention.start_char].rstrip()
    behind = text[mention.end_char : mention.end_char + REACH + len(mention.role)]
    role = mention.role.lower()
    is_before = before.lower().endswith(role)
    words = before[: -len(role)] if is_before else behind[: max(0, behind.lower().find(role))]
    return office(mention.role, _country_before(words))


def _country_before(words: str) -> str | None:
    match = BEFORE.search(words)
    codes = countries_in(match[1]) if match else ()
    return codes[-1] if codes and match and countries_in(match[1].split()[-1])[-1:] == codes[-1:] else None


def _country_after(words: str) -> str | None:
    match = AFTER.match(words)
    codes = countries_in(match[1]) if match else ()
    return codes[0] if codes else None


def _short_within(name: str) -> str:
    """The short form in brackets at the end of a name; empty without one.

    >>> _short_within("Islamic Emirate of Afghanistan (IEA)"), _short_within("Herat (city)")
    ('IEA', '')
    """
    match = BRACKETED.search(name)
    return match[1] if match and _shortens(match[1], name[: match.start()]) else ""


def _in_brackets(entry: Entry) -> Iterator[tuple[int, str]]:
    """The number of each chain with the short form that stands in brackets right behind it as another chain."""
    text, mentions = entry.article.text, entry.report.mentions
    for name, short in pairwise(mentions):
        between, behind = text[name.end_char : short.start_char], text[short.end_char : short.end_char + 2]
        if (
            name.chain != short.chain
            and OPENING.fullmatch(between)
            and ")" in behind
            and _shortens(short.text, name.text)
        ):
            yield name.chain, short.text


def _shortens(short: str, name: str) -> bool:
    """Whether a word may be made of letters of a name, in order.

    >>> _shortens("IEA", "Islamic Emirate of Afghanistan"), _shortens("AFP", "France"), _shortens("Reuters", "Rome")
    (True, False, False)
    """
    letters = [c for c in short.lower() if c.isalnum()]
    rest = iter(name.lower())
    is_short = sum(c.isupper() for c in short) >= 2 and len(letters) < len(name) / 2
    return is_short and name[:1].lower() == letters[0] and all(letter in rest for letter in letters)
