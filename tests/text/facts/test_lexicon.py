"""The lexicons behind the facts: every file loads and keeps to what its rules ask."""

from __future__ import annotations

from collections.abc import Callable, Collection

import pytest

from analysis.text.facts import lexicon

KINDS = (
    "change",
    "effect",
    "occasion",
    "demanding",
    "linking",
    "motion",
    "object_control",
    "judging",
    "own_act",
    "raising",
    "stative passive",
    "subject_control",
    "transfer",
    "unaccusative",
    "giving",
    "intransitive",
    "addressing",
    "telling",
    "paying",
)


@pytest.mark.parametrize(
    "load",
    [
        lexicon.act_nouns,
        lexicon.complement_nouns,
        lexicon.event_nouns,
        lexicon.headline_verbs,
        lexicon.light_verbs,
        lexicon.party_nouns,
        lexicon.prepositional_verbs,
        lexicon.verb_phrases,
    ],
)
def test_a_lexicon_has_words_in_small_letters(load: Callable[[], Collection[object]]) -> None:
    found = [part for entry in load() for part in (entry if isinstance(entry, tuple) else (entry,))]

    assert found
    assert all(isinstance(part, str) and part == part.strip().lower() for part in found)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_verb_has_verbs(kind: str) -> None:
    assert lexicon.verbs_of(kind)


def test_there_is_no_other_kind_of_verb() -> None:
    rows = lexicon.read_rows("verb_kinds", ("verb", "kind"))

    assert {row["kind"] for row in rows} == set(KINDS)


def test_a_frame_of_an_event_noun_says_actor_or_target() -> None:
    frames = lexicon.event_nouns().values()

    assert {frame.of for frame in frames} | {frame.owner for frame in frames} == {"actor", "target"}


def test_a_rule_is_trusted_more_than_never_and_less_than_always() -> None:
    assert all(0 < score < 1 for score in lexicon.rule_scores().values())
