"""Whom `it` and `they` mean in the slots of a claim."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.text.attributions import find_attributions
from analysis.text.claims.find import rows
from analysis.text.claims.referents import with_referents
from analysis.text.claims.setting import setting
from analysis.text.facts import find_told
from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.references import find_references
from analysis.text.timexes import find_timexes

CASES = [
    ("The nurses watched the flies in the barn. They then dressed horses in cloths.", "dressed", "nurses"),
    ("The farmer watched two herds. They then ate the grass.", "ate", "They"),
    ("Acme Ltd said it renewed a loan. It did not disclose the terms.", "disclose", "Acme Ltd"),
    ("Acme Ltd said it renewed a loan. It is hard to disclose the terms.", "disclose", "It"),
]


@pytest.mark.parametrize(("text", "action", "who"), CASES)
def test_a_slot_has_whom_a_pronoun_means(parse: Callable[[str], Parse], text: str, action: str, who: str) -> None:
    parsed = parse(text)
    mentions = find_mentions(parsed)
    references, attributions = find_references(parsed, mentions), find_attributions(parsed, mentions)
    found = find_told(parsed, None, mentions, references, find_timexes(parsed), attributions)
    around = setting(found)

    read = [with_referents(row, row.fact, around) for row in rows(found)]

    actor = next(one.actor for one in read if one.action == action)
    assert actor is not None
    assert actor.endswith(who)
