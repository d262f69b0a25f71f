"""Who says so: the attribution whose content holds an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from analysis.lexicons.cues import load_cues
from analysis.text.facts.naming import Named
from analysis.text.factuality.lexicon import cue_effect
from analysis.text.records import Attribution


@cache
def _intentions() -> frozenset[str]:
    """The cues, in their plain form, of wanting and promising."""
    found = (cue for entries in load_cues().values() for cue in entries)
    return frozenset(" ".join(cue.words) for cue in found if cue.kind in ("intend", "promise"))


def _is_intention(attribution: Attribution) -> bool:
    """Whether a cue wants or promises something, or decides on an act: agreed to pay."""
    if attribution.cue_lemma in _intentions():
        return True
    effect = cue_effect(attribution.cue_lemma, "verb", "to") if attribution.rule.endswith("infinitive") else None
    return effect is not None and bool(effect.plan)


def is_own_intention(attribution: Attribution, actor: Named | None) -> bool:
    """Whether an attribution tells what its source itself means to do: `the board plans to sell` is the report's word.

    Nobody says so: the board is who acts.
    """
    start_char, end_char = attribution.source_start_char, attribution.source_end_char
    if actor is None or start_char is None or end_char is None or not _is_intention(attribution):
        return False
    is_same = actor.mention is not None and actor.mention == attribution.source_mention
    return is_same or (start_char < actor.end_char and actor.start_char < end_char)


class Sayings:
    """The attributions of a text, asked for places in the order of the text."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._attributions = attributions
        self._waiting: Iterator[int] = iter(sorted(range(len(attributions)), key=self._start))
        self._next = next(self._waiting, None)
        self._open: list[int] = []
        self._cues = frozenset(one.cue_start_char for one in attributions)

    def _start(self, number: int) -> int:
        return self._attributions[number].content_start_char

    def holding(self, start_char: int, end_char: int) -> int | None:
        """The position of the innermost attribution whose content holds these characters; ask in order of start.

        The cue of an attribution is no part of what it says, also where it stands inside the content.
        """
        while self._next is not None and self._start(self._next) <= start_char:
            self._open.append(self._next)
            self._next = next(self._waiting, None)
        self._open = [one for one in self._open if self._attributions[one].content_end_char > start_char]
        inside = [one for one in self._open if not self._covers(one, start_char, end_char)]
        return min(inside, key=self._length, default=None)

    def is_cue(self, start_char: int) -> bool:
        """Whether the cue of an attribution begins here: `said`, `announced`."""
        return start_char in self._cues

    def _covers(self, number: int, start_char: int, end_char: int) -> bool:
        one = self._attributions[number]
        if one.cue_start_char is None or one.cue_end_char is None:
            return False
        return start_char < one.cue_end_char and one.cue_start_char < end_char

    def _length(self, number: int) -> tuple[int, int]:
        one = self._attributions[number]
        return one.content_end_char - one.content_start_char, number
