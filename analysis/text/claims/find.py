"""The facts of a text with what the ledger says of each."""

from __future__ import annotations

from itertools import groupby

import msgspec

from analysis.text.claims.row import Row, linked
from analysis.text.claims.wording import worded
from analysis.text.facts import Found
from analysis.text.records import Fact


def find_claims(found: Found) -> tuple[Fact, ...]:
    """The facts, each with its sentence."""
    return tuple(_worded(row) for row in rows(found))


def rows(found: Found) -> list[Row]:
    """The rows of a text in the order of its facts, each linked to the event above it."""
    parse = found.sources.parse
    order = {number: place for place, number in enumerate(n for n, _ in parse.analysed())}
    made = []
    for number, told in enumerate(found.told):
        wording = worded(told.event.head, told.governors, found.sources.names)
        sentence = told.fact.sentence
        made.append(Row(number, told, wording, order[sentence], parse.sentences[sentence].kind))
    for _, group in groupby(made, key=lambda row: row.fact.sentence):
        linked(list(group))
    return made


def _worded(row: Row) -> Fact:
    return msgspec.structs.replace(row.fact, claim=row.wording.text, claim_spans=row.wording.spans)
