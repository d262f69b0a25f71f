"""Which rows tell the same claim: pairs of rows that may, and named features of a pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.text.claims.row import Row

FAR = 0.25  # share of the words of two sentences that rows of different sentences must have in common
NEAR = 8  # rows before one in its sentence that it is compared with
NAMED_AGAIN = 0.75  # share of the words of the shorter of two sentences that name one event
COMMON = 12  # rows with a stem; one that more have tells nothing of which are the same


def pairs(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """The pairs of rows, the earlier first, that may tell one claim: near in a sentence, or in like words."""
    for place, row in enumerate(rows):
        for other in rows[max(0, place - NEAR) : place]:
            if other.fact.sentence == row.fact.sentence:
                yield other, row
    yield from _alike(rows)


def _alike(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Pairs of different sentences that share a stem of their actions, or much of their words."""
    having: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        seen: dict[int, Row] = {}
        for stem in sorted(row.stems | row.act):
            found = having[stem]
            if len(found) <= COMMON:
                seen.update((other.number, other) for other in found)
            found.append(row)
        for other in seen.values():
            if other.fact.sentence != row.fact.sentence and (row.act & other.act or likeness(row, other) >= FAR):
                yield other, row


def likeness(one: Row, other: Row) -> float:
    """The share of the stems of two sentences that both have (Jaccard)."""
    union = len(one.stems | other.stems)
    return len(one.stems & other.stems) / union if union else 0.0


def pair_features(one: Row, other: Row) -> dict[str, float]:
    """The features of a pair by name."""
    return dict.fromkeys(_names(one, other), 1.0) | {
        "words in common": likeness(one, other),
        "all words of one in the other": _contained(one, other),
        "same place": _same_place(one, other),
    }


def is_named_again(one: Row, other: Row) -> bool:
    """Whether a noun names an event that another row tells: `the reopening of the port`, `the port reopened`."""
    nouns = "event noun" in (one.fact.rule, other.fact.rule)
    return nouns and bool(one.act & other.act) and _contained(one, other) >= NAMED_AGAIN


def _contained(one: Row, other: Row) -> float:
    least = min(len(one.stems), len(other.stems))
    return len(one.stems & other.stems) / least if least else 0.0


def _same_place(one: Row, other: Row) -> float:
    """The share of the positions of the shorter sentence that the other has too, whom they are about apart."""
    if one.fact.sentence != other.fact.sentence:
        return 0.0
    left, right = one.places, other.places
    least = min(len(left), len(right))
    return len(left & right) / least if least else 0.0


def _names(one: Row, other: Row) -> Iterator[str]:
    if one.fact.sentence == other.fact.sentence:
        yield from _in_a_sentence(one, other)
    else:
        yield from _across(one, other)
    yield "same status" if one.fact.status == other.fact.status else "other status"
    if one.figures and other.figures:
        yield "same figures" if one.figures & other.figures else "other figures"


def _in_a_sentence(one: Row, other: Row) -> Iterator[str]:
    lower, upper = (one, other) if one.above is other else (other, one)
    if lower.above is upper:
        yield f"link {lower.link}"
        yield f"link {lower.link} {upper.cue or upper.fact.rule}"
        yield f"link {lower.link} over {lower.cue or lower.fact.rule}"
        yield f"{upper.cue or 'no cue'} over {lower.cue or 'no cue'}"
        if upper.fact.action_start_char <= lower.fact.action_start_char < upper.fact.action_end_char:
            yield "one action in the other"
        if lower.told.governors:
            yield f"under {lower.told.governors[0][1]}"
            yield f"under {lower.told.governors[0][1]} {upper.cue or 'no cue'}"
        if lower.act & upper.act:
            yield "same act in a sentence"
        if upper.head.lemma_ in ("be", "have"):
            yield f"link {lower.link} {upper.head.lemma_}"
    elif lower.above is not None and upper.above is not None and lower.above is upper.above:
        yield f"both below {' '.join(sorted((lower.link, upper.link)))}"
    else:
        middle = _between(lower, upper)
        yield "two links" if middle is not None else "far apart"
        if middle is not None:
            links = (lower.link, middle.link) if lower.above is middle else (upper.link, middle.link)
            yield f"two links {' '.join(links)}"
            yield f"two links over {middle.cue or middle.fact.rule}"


def _between(one: Row, other: Row) -> Row | None:
    for lower, upper in ((one, other), (other, one)):
        if lower.above is not None and lower.above.above is upper:
            return lower.above
    return None


def _across(one: Row, other: Row) -> Iterator[str]:
    yield "another sentence"
    if one.act & other.act:
        yield "same act" if one.act == other.act else "part of the act"
    if one.fact.event_class and one.fact.event_class == other.fact.event_class:
        yield "same class"
    yield f"actor {_same(one.fact.actor, other.fact.actor)}"
    yield f"target {_same(one.fact.target, other.fact.target)}"
    kinds = {one.kind, other.kind}
    if "heading" in kinds:
        yield "heading"
        if one.act & other.act:
            yield "heading, same act"
    yield f"kinds {' '.join(sorted(kinds_of(one, other)))}"


def kinds_of(one: Row, other: Row) -> tuple[str, str]:
    """What the heads of two rows are: verb or noun."""
    return ("noun" if one.head.pos_ == "NOUN" else "verb", "noun" if other.head.pos_ == "NOUN" else "verb")


def _same(one: str | None, other: str | None) -> str:
    if one is None or other is None:
        return "open"
    left, right = set(one.lower().split()), set(other.lower().split())
    return "same" if left == right else "overlap" if left & right - {"the", "of", "a", "an", "and"} else "other"
