"""Patterns over kinds of words: written in words, run as regular expressions over one character a token.

In a pattern a word in capitals is a kind (`MONTH`), a word in small letters or a sign is itself (`of`, `,`),
`{name}` is a part that patterns share, and `name=` before a kind or a bracket keeps what stood there. Brackets, `|`,
`?`, `*` and `+` are those of regular expressions; all other signs are themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from analysis.text.timexes.lexicon import kinds, time_words

ELEMENT = re.compile(
    r"(?:(?P<name>[a-z]+)=)?(?:(?P<kind>[A-Z]+)|(?P<word>[a-z0-9]+)|(?P<operator>[()|?*+])|(?P<sign>[^\w\s]))"
)
SHARED = re.compile(r"\{(\w+)\}")
PLAIN = "x"
FIRST_CODE = 0xE000  # the private use area of Unicode: none of these characters means anything in a pattern
MAX_SEEN = 50_000  # tokens whose code is kept
COMMON = frozenset(
    ("", "the", "a", "an", "of", "in", "and", "to", "or", "-", ",", ".", "DIGITS", "NUMBER", "DAY", "HOUR")
)
SIGNS = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‐": "-", "‑": "-"})
SAMPLES = """
    2024-03-21 21/03/2024 21.03.2024 10:30 8.30 2:05:10 1990s 90s 30s 1st 31st 32nd 19th Q1 1Q q4 H1 2H H3 FY24 FY2024
    am a.m. p.m. p.m a.m PM 1,500 2.5 1,500.5 0.5 12.75 31.30 24.00 25.10 3.5000
"""


def expanded(pattern: str, shared: Mapping[str, str]) -> str:
    """The pattern with its shared parts written out.

    >>> expanded("{day} MONTH", {"day": "the? DAY"})
    '( the? DAY ) MONTH'
    """
    while SHARED.search(pattern):
        pattern = SHARED.sub(lambda match: f"( {shared[match.group(1)]} )", pattern)
    return pattern


def required(pattern: str) -> frozenset[str]:
    """Kinds and words of which every match has at least one, as telling ones as the pattern has.

    >>> sorted(required("the? MONTH DAY | of WEEKDAY"))
    ['MONTH', 'WEEKDAY']
    """
    return _required(iter([m for m in ELEMENT.finditer(pattern) if m["operator"] != "+"]))


def _required(elements: Iterator[re.Match[str]]) -> frozenset[str]:
    """The same for the elements up to the bracket that closes them."""
    alternatives: list[list[frozenset[str]]] = [[]]
    for element in elements:
        operator = element["operator"]
        if operator == ")":
            break
        if operator == "|":
            alternatives.append([])
        elif operator in ("?", "*"):
            alternatives[-1].pop()
        elif operator == "(":
            alternatives[-1].append(_required(elements))
        else:
            alternatives[-1].append(frozenset([element["kind"] or element["word"] or element["sign"]]))
    best = [max(found, key=_telling, default=frozenset([""])) for found in alternatives]
    return frozenset().union(*best)


def _telling(names: frozenset[str]) -> tuple[bool, int]:
    return (names.isdisjoint(COMMON), -len(names))


class Alphabet:
    """A character for each sort of token that patterns can tell apart."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._literals = {m["word"] or m["sign"] for p in patterns for m in ELEMENT.finditer(p)} - {None}
        self._codes: dict[tuple[str, frozenset[str]], str] = {}
        for token in self._samples():
            sort = self._sort(token)
            if any(sort):
                self._codes.setdefault(sort, chr(FIRST_CODE + len(self._codes)))
        self._seen: dict[str, str] = {}

    def encode(self, tokens: Iterable[str]) -> str:
        """A character for each token; PLAIN for those that no pattern asks for."""
        seen = self._seen
        return "".join([seen.get(token) or self._code(token) for token in tokens])

    def codes(self, names: frozenset[str]) -> frozenset[str]:
        """The characters of the tokens that are one of these words or of these kinds."""
        return frozenset(c for (word, named), c in self._codes.items() if word in names or not named.isdisjoint(names))

    def regex(self, pattern: str) -> re.Pattern[str]:
        """The regular expression of a pattern over encoded tokens; a name that comes again becomes `name_2`."""
        used: Counter[str] = Counter()
        return re.compile("".join(self._piece(match, used) for match in ELEMENT.finditer(pattern)))

    def _samples(self) -> Iterable[str]:
        words = sorted(self._literals | set(time_words()))
        numbers = (*map(str, range(2300)), *(f"{n:02}" for n in range(100)), *(f"{n:04}" for n in range(2500)), "12345")
        return (*(form for word in words for form in (word, word.capitalize())), *numbers, *SAMPLES.split())

    def _sort(self, token: str) -> tuple[str, frozenset[str]]:
        plain = token.lower().translate(SIGNS)
        return (plain if plain in self._literals else "", kinds(token))

    def _code(self, token: str) -> str:
        code = self._codes.get(self._sort(token), PLAIN)
        if len(self._seen) < MAX_SEEN:
            self._seen[token] = code
        return code

    def _piece(self, match: re.Match[str], used: Counter[str]) -> str:
        name = match["name"]
        if name:
            used[name] += 1
            name = name if used[name] == 1 else f"{name}_{used[name]}"
        opening = f"(?P<{name}>" if name else "(?:"
        if match["operator"]:
            return opening if match["operator"] == "(" else match["operator"]
        wanted, literal = match["kind"], match["word"] or match["sign"]
        chosen = [c for (word, named), c in self._codes.items() if (wanted in named if wanted else word == literal)]
        if not chosen:
            raise ValueError(f"no word is {match.group()}")
        return f"{opening}[{''.join(chosen)}])"
