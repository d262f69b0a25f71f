"""The head of a claim: not the word that wants, plans or says, but what is wanted, planned or said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from analysis.text.claims.judged import claim_words
from analysis.text.claims.path import FRAMING
from analysis.text.claims.row import Row, cue_kind
from analysis.text.facts.lexicon import verbs_of
from analysis.text.facts.syntax import child

FOLDED = frozenset({"say", "believe", "feel", "intend", "show"})  # cues that are no news by themselves
# Classes of acts that are no news by themselves. Others are: of 72 labelled claims with such an act above what it is
# about (`urged the town to`, `agreed to`, `offered to`) a reader put 58 at the act.
TALKING = ("", "CONSULT")
STEPS = 2  # framing words between the head of a claim and what it frames: `expressed its interest in investing`


def focused(
    rows: Sequence[Row], claims: Sequence[int | None], worth: Sequence[float]
) -> tuple[list[int | None], list[float]]:
    """The claim of each row, those that only frame another row headed by that one; and the worth that goes with it."""
    moved = dict(_moves(rows, claims))
    found = [claim if claim is None else moved.get(claim, claim) for claim in claims]
    passed = list(worth)
    for number, to in moved.items():
        found[to], passed[to] = to, max(worth[number], worth[to])
    return found, passed


def _moves(rows: Sequence[Row], claims: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """The claims that frame a row that is no claim itself, and that row; the first where there are several."""
    seen: set[int] = set()
    for row in rows:
        for claim in _above(row):
            is_open = claims[claim.number] == claim.number and claims[row.number] != row.number
            if not is_open or claim.number in seen or row.wording.text != claim.wording.text:
                continue
            if _frames(claim, row):
                seen.add(claim.number)
                yield claim.number, row.number


def _is_purpose(word: Token, lower: Row) -> bool:
    """Whether a row says what another is done for: `announced cuts to save fuel`."""
    below = next((one for one in (lower.head, *lower.head.ancestors) if one.head.i == word.i), None)
    return below is not None and below.dep_ == "xcomp" and child(word, "dobj") is not None


def _above(row: Row) -> Iterator[Row]:
    above = row.above
    for _ in range(STEPS):
        if above is None:
            return
        yield above
        above = above.above


def _frames(upper: Row, lower: Row) -> bool:
    """Whether the words of one row only say how far the event of the other has come."""
    event, doc = upper.told.event, upper.head.doc
    for position, scope in lower.told.governors[:STEPS]:
        if scope not in FRAMING:
            return False
        if event.first <= position <= event.last:
            word = doc[position]
            if word.pos_ == "NOUN" and lower.fact.status == "planned":
                return True
            if word.lemma_.lower() in claim_words("nearing"):
                return True  # `is likely to`: readers put 22 of 24 such claims at the deed
            is_no_news = cue_kind(word) in FOLDED and upper.fact.event_class in TALKING and not _is_purpose(word, lower)
            return is_no_news or word.lemma_ in verbs_of("raising")
    return False
