"""The facts of a text with what the ledger says of each."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from analysis.text.claims.wording import worded
from analysis.text.facts.build import Sources, Told
from analysis.text.records import Fact


def with_claims(found: Sequence[Told], facts: Sequence[Fact], sources: Sources) -> tuple[Fact, ...]:
    """The facts, each with its sentence."""
    return tuple(_worded(one, fact, sources) for one, fact in zip(found, facts, strict=True))


def _worded(told: Told, fact: Fact, sources: Sources) -> Fact:
    wording = worded(told.event.head, told.governors, sources.names)
    return msgspec.structs.replace(fact, claim=wording.text, claim_spans=wording.spans)
