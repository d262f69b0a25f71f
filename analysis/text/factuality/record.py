"""The record of how sure, how placed in time and how far along a reported event is."""

from __future__ import annotations

import msgspec


class Factuality(msgspec.Struct, frozen=True):
    """What a text says about an event (FactBank, NewsReader), and the status that follows from it.

    certainty is certain, probable or possible; polarity positive or negative; tense past, present, future or empty
    where the words leave it open; status done, planned, possible, denied, negated or requested; plan, of what is
    planned, pledged, announced, intended or expected, else empty. `how` names the words that decided, in plain words;
    `effects` are the rows of `factuality_effects.csv` that apply, `governors`
    the words that govern the event, from the nearest outwards: place in the Doc and scope.
    """

    certainty: str = "certain"
    polarity: str = "positive"
    tense: str = ""
    status: str = "done"
    plan: str = ""
    how: str = ""
    effects: tuple[str, ...] = ()
    governors: tuple[tuple[int, str], ...] = ()
