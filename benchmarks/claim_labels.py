"""Rows of the ledger that a reader labelled: which are claims, of what weight, and which belong to them.

`labels/claims.csv` has no text: a row is a corpus, the id of a report, the character where an action begins, the weight
of the claim that it heads (1 the main event, 2 worth noting, 3 minor) and where the head of its claim begins; the last
two are empty where it heads none, and where it belongs to none. `labels/claims_second.csv` has the same of some reports
by another reader, `labels/claims_held.csv` those of reports on which nothing is fitted. `labelled.py` names the
corpora.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.text.attributions import find_attributions
from analysis.text.blocks import find_blocks
from analysis.text.claims.features import features
from analysis.text.claims.find import rows
from analysis.text.claims.pairs import is_named_again, pair_features, pairs
from analysis.text.claims.row import Row as FactRow
from analysis.text.facts import find_told
from analysis.text.language import load_language
from analysis.text.names import find_mentions
from analysis.text.parse import Parse, parses
from analysis.text.references import find_references
from analysis.text.timexes import find_timexes
from benchmarks.labelled import Key, Text, texts

FOLDER = Path(__file__).with_name("labels")
Features = dict[str, float]


class RowLabel(NamedTuple):
    """The weight of the claim that a row heads, 0 where it heads none, and where its claim's head begins."""

    weight: int
    claim: int | None


class Row(NamedTuple):
    """A labelled row: its features, and its label."""

    features: Features
    label: RowLabel


class Pair(NamedTuple):
    """Two labelled rows of a report by their numbers, their features, and whether they tell one claim.

    `is_named_again` tells that a rule takes them for one, whatever the model says.
    """

    one: int
    other: int
    features: Features
    is_same: bool
    is_named_again: bool


class Labelled(NamedTuple):
    """A labelled report: its rows by number, its pairs, and its words."""

    report: Key
    rows: dict[int, Row]
    pairs: list[Pair]
    n_words: int


def row_labels(name: str = "claims.csv") -> dict[Key, dict[int, RowLabel]]:
    """The labels of each report by the character where the action begins."""
    found: dict[Key, dict[int, RowLabel]] = {}
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            label = RowLabel(int(row["weight"] or 0), int(row["claim"]) if row["claim"] else None)
            found.setdefault((row["corpus"], row["id"]), {})[int(row["start"])] = label
    return found


def labelled(corpora: Path, name: str = "claims.csv") -> Iterator[Labelled]:
    """Each report of a file of labels with the features of its rows and pairs as they are found today."""
    labels = row_labels(name)
    found = sorted(texts(corpora, set(labels)).items())
    inputs = ((text.text, find_blocks(text.text, ())) for _, text in found)
    for (key, text), parse in zip(found, parses(load_language(), inputs), strict=True):
        yield _labelled(key, text, parse, labels[key])


def _labelled(key: Key, text: Text, parse: Parse, labels: dict[int, RowLabel]) -> Labelled:
    mentions = find_mentions(parse)
    references, timexes = find_references(parse, mentions), find_timexes(parse)
    told = find_told(parse, text.title, mentions, references, timexes, find_attributions(parse, mentions))
    made = rows(told)
    at = {row.number: labels[row.fact.action_start_char] for row in made if row.fact.action_start_char in labels}
    kept = {row.number: Row(features(row, told), at[row.number]) for row in made if row.number in at}
    found = {(one.number, other.number): (one, other) for one, other in pairs(made)}
    both = [pair for numbers, pair in sorted(found.items()) if at.keys() >= set(numbers)]
    linked = [_pair(one, other, at) for one, other in both]
    return Labelled(key, kept, linked, len(text.text.split()))


def _pair(one: FactRow, other: FactRow, at: dict[int, RowLabel]) -> Pair:
    is_same = at[one.number].claim is not None and at[one.number].claim == at[other.number].claim
    return Pair(one.number, other.number, pair_features(one, other), is_same, is_named_again(one, other))
