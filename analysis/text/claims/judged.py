"""Judgements: `the reopening marks a turning point`. What is judged is the news, not what it signifies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from spacy.tokens import Token

from analysis.lexicons.rows import read_rows
from analysis.text.claims.row import Row
from analysis.text.claims.wellformed import faults
from analysis.text.facts.lexicon import event_nouns
from analysis.text.facts.syntax import child

POINTING = frozenset({"this", "that", "these", "those", "it", "which", "such"})
OPENERS = POINTING | {"he", "she", "they", "his", "her", "its", "their", "i", "we", "my", "our", "us", "you", "your"}

JUDGED = (
    0.4  # of the worth of a judgement: of 35 such rows that readers labelled 13 were claims, half as many as of others
)
OPEN = 0.75  # of the worth of what begins with an open `it`, `they` or `this`: a reader of the row alone is lost
ASKED = 0.2  # of the worth of what is asked
BROKEN = 0.25  # of the worth of what is no sentence by itself
PASSED_ON = 0.9  # of its worth, to the event that it is about


def passed_on(rows: Sequence[Row], worth: Sequence[float], is_known: Callable[[Row], bool]) -> list[float]:
    """The worth of each row, that of a judgement passed on to what it judges: `the reopening is a milestone`.

    `is_known` says whether it is known what the word stands for with which the sentence of a row opens.
    """
    found = list(worth)
    for row in rows:
        if _is_asked(row):
            found[row.number] = round(ASKED * worth[row.number], 4)
        elif next(faults(row), None) is not None:
            found[row.number] = round(BROKEN * worth[row.number], 4)
        elif is_attendant(row) or (opens_openly(row) and not is_known(row)):
            found[row.number] = round(OPEN * worth[row.number], 4)
        if not is_judgement(row):
            continue
        found[row.number] = round(JUDGED * worth[row.number], 4)
        for lower in row.below:
            if lower.link in ("nsubj", "nsubjpass"):
                found[lower.number] = max(found[lower.number], round(PASSED_ON * worth[row.number], 4))
    return found


def is_attendant(row: Row) -> bool:
    """Whether a row tells in a participle what another tells in full: `sales rose, making a gain of two percent`."""
    verb = row.head
    is_added = verb.tag_ == "VBG" and verb.dep_ == "advcl" and bool(row.wording.clause.auxiliary)
    return is_added and child(verb, "nsubj", "nsubjpass") is None


def opens_openly(row: Row) -> bool:
    """Whether the sentence of a row begins with a word that stands for somebody or something told before."""
    return row.wording.text.partition(" ")[0].lower() in OPENERS


def _is_asked(row: Row) -> bool:
    """Whether a row stands in a question: it tells nothing."""
    sentence = row.head.sent
    return "?" in (sentence[-1].text, sentence[-2].text if len(sentence) > 1 else "")


def is_judgement(row: Row) -> bool:
    """Whether a row says no more of an event, or of what was just told, than what it signifies."""
    return (_signifies(row.head) or _is_called(row.head) or _is_judged(row.head)) and _is_of_an_event(row.head)


def _signifies(verb: Token) -> bool:
    return verb.lemma_.lower() in claim_words("signifying")


def _is_called(verb: Token) -> bool:
    """`is seen as a culmination`, `was described as a historic step`."""
    if verb.lemma_.lower() not in claim_words("calling"):
        return False
    return (
        any(one.dep_ == "prep" and one.lower_ == "as" for one in verb.rights) and child(verb, "nsubjpass") is not None
    )


def _is_judged(verb: Token) -> bool:
    """`is a clear indication of`, `is not just symbolic`."""
    said = child(verb, "attr", "acomp") if verb.lemma_ == "be" else None
    return said is not None and said.lemma_.lower() in claim_words("judging")


def _is_of_an_event(verb: Token) -> bool:
    """Whether the subject is an event or stands for what was told: `the reopening`, `this development`."""
    about = child(verb, "nsubj", "nsubjpass")
    if about is None:
        return False
    if about.lower_ in POINTING or any(one.lower_ in POINTING and one.dep_ == "det" for one in about.lefts):
        return True
    return about.lemma_.lower() in event_nouns() or about.lemma_.lower() in claim_words("development")


@cache
def claim_words(kind: str) -> frozenset[str]:
    """The words of a kind: signifying, calling, judging, development, recorded, watching, talking, doubting, settling,
    beginning.

    `figure of a company` and `figure of a country` are what each publishes of itself.
    """
    return frozenset(row["word"] for row in read_rows("claim_words", ("word", "kind")) if row["kind"] == kind)
