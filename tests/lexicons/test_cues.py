"""Cues: what the lexicon says of them."""

from __future__ import annotations

from analysis.lexicons.cues import load_cue_words, load_cues


def test_a_cue_says_what_may_follow_it() -> None:
    (call,) = load_cues()["call", "verb"][-1:]

    assert call.words == ("call",)
    assert "complement" in call.frames
    assert {"for", "on"} <= call.prepositions


def test_the_longer_cue_comes_first() -> None:
    lengths = [[len(cue.words) for cue in cues] for cues in load_cues().values()]

    assert all(one == sorted(one, reverse=True) for one in lengths)


def test_every_role_has_words() -> None:
    assert all(load_cue_words().values())
