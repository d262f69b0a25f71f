"""Blocks: which nodes are worth comparing, so that not every name is compared with every other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from analysis.lexicons.gazetteer import country
from analysis.lexicons.name_forms import full_names
from analysis.tables.linking.nodes import Node
from analysis.text.names.compare.forms import NameForm, body_form, person_form
from analysis.text.names.compare.sounds import VOWELS, plain_spelling

LARGEST = 60  # nodes of a block that are all compared with each other
NEIGHBOURS = 12  # in a larger one each is compared with as many next to it in the alphabet
CLASSES = str.maketrans({"d": "t", "g": "k", "b": "p", "z": "s", "S": "s", "C": "s", "J": "s", "f": "v", "w": "v"})


def pairs_within(nodes: Iterable[Node], keys: Callable[[Node], Iterable[str]]) -> Iterator[tuple[Node, Node]]:
    """The pairs of nodes that share a block key, each once, in the order of their keys."""
    blocks: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(nodes, key=lambda node: node.key):
        for key in sorted(set(keys(node))):
            blocks[key].append(node)
    seen = set()
    for name in sorted(blocks):
        for one, other in _pairs(blocks[name]):
            if (one.key, other.key) not in seen:
                seen.add((one.key, other.key))
                yield one, other


def _pairs(block: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
    if len(block) <= LARGEST:
        yield from combinations(block, 2)
        return
    for place, one in enumerate(block):
        yield from ((one, other) for other in block[place + 1 : place + 1 + NEIGHBOURS])


def person_blocks(node: Node) -> list[str]:
    """By the family name's consonants and how a given name begins, also that which a short form stands for; and by all
    consonants in whatever order and words."""
    words = [word.text for word in person_form(node.name).words if word.kind in ("", "initial", "patronymic")]
    if len(words) < 2:
        return []
    family = skeleton(words[-1])
    given = {form for word in words[:-1] for form in (word, *full_names().get(word, ()))}
    every = "".join(sorted("".join(map(skeleton, words))))
    return [f"all {every}", *sorted({f"family {family} {beginning(word)}" for word in given})]


def beginning(word: str) -> str:
    """How a word begins, with one sign for all letters that come and go between spellings.

    >>> beginning("yelena") == beginning("helena") == beginning("elena"), beginning("w"), beginning("viktor")
    (True, 'v', 'v')
    """
    first = plain_spelling(word)[:1].translate(CLASSES)
    return "" if first in VOWELS or first in "hJjys" else first


def thing_blocks(node: Node) -> list[str]:
    """By the consonants of the words that tell names apart, in whatever order."""
    form = body_form(comparable_name(node))
    words = [
        word.text if word.text.startswith("@") else skeleton(word.text) for word in form.words if word.weight > 0.1
    ]
    return [" ".join(sorted(words))] if words else []


def comparable_name(node: Node) -> str:
    """The name of a node; of a body that many states have, with the country whose it is."""
    known = country(node.key.apart) if node.key.kind == "thing" else None
    return f"{node.name} of {known.name}" if known else node.name


def full_words(form: NameForm) -> list[str]:
    """The words of a person's name that count in full: no initials, particles and honorifics."""
    return [word.text for word in form.words if word.weight >= 0.5 and word.kind != "initial"]


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a word's sound, close ones as one.

    >>> skeleton("mohammadov") == skeleton("mammadov"), skeleton("guterres") == skeleton("gutierrez")
    (True, True)
    """
    sound = plain_spelling(word)
    return "".join(c for c in sound if c not in VOWELS and c != "h").translate(CLASSES) or sound
