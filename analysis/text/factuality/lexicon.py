"""The words of factuality: cues, their effects, modal verbs and the table of statuses, as checked rows.

The files are `factuality.csv`, `factuality_effects.csv`, `modals.csv` and `status.csv` in `analysis/lexicons`; each
says in its first lines what its columns mean.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache

import msgspec

from analysis.lexicons.rows import LexiconError, read_rows

CERTAINTIES = ("certain", "probable", "possible")
POLARITIES = ("positive", "negative")
TENSES = ("past", "present", "future")
PLANS = ("pledged", "announced", "intended", "expected")
STATUSES = ("done", "planned", "possible", "denied", "negated", "requested")
PARTS = ("verb", "noun", "adj", "adv", "prep", "conj")
SOURCES_OF_TENSE = ("own", "cue", "future_cue", *TENSES)
ANY = "*"


class Effect(msgspec.Struct, frozen=True):
    """What a cue says about the event in its scope; `negated` is the name of its effect under a negation, `plan` the
    kind of plan that an event is which is planned (else empty)."""

    name: str
    certainty: str
    polarity: str
    tense: str
    negated: str
    plan: str


class Modal(msgspec.Struct, frozen=True):
    """The effect of an auxiliary; `perfect` that with have and a participle, `negated` that with not (else empty)."""

    effect: str
    perfect: str
    negated: str


class StatusRow(msgspec.Struct, frozen=True):
    """A row of the table of statuses; `*` fits any value."""

    effect: str
    certainty: str
    polarity: str
    tense: str
    status: str


@cache
def load_effects() -> dict[str, Effect]:
    """The effects by name. Raises LexiconError for a value that is not one of a factuality's."""
    columns = ("effect", "certainty", "polarity", "tense", "negated", "plan", "meaning")
    rows = read_rows("factuality_effects", columns, optional=("plan",))
    names = {row["effect"] for row in rows}
    allowed = {"certainty": CERTAINTIES, "polarity": POLARITIES, "tense": SOURCES_OF_TENSE, "negated": names}
    allowed |= {"plan": {"", *PLANS}}
    for row in rows:
        for column, values in allowed.items():
            _check("factuality_effects", row["effect"], row[column], values)
    return {
        row["effect"]: Effect(name=row["effect"], **{column: row[column] for column in columns[1:-1]}) for row in rows
    }


@cache
def load_cues() -> dict[tuple[str, str, str], Effect]:
    """The effect of each word, its part of speech and its scope; the part is empty for the first part of a word.

    Raises LexiconError for an unknown part or effect, or for a word with two effects on one scope.
    """
    effects, cues = load_effects(), dict[tuple[str, str, str], Effect]()
    for row in read_rows("factuality", ("word", "part", "scope", "effect")):
        word, part = row["word"], row["part"]
        _check("factuality", word, part, PARTS)
        _check("factuality", word, row["effect"], effects)
        for scope in row["scope"].split():
            if (word, part, scope) in cues:
                raise LexiconError(f"factuality.csv: {word}, {part}, {scope} has two effects")
            cues[word, part, scope] = effects[row["effect"]]
            cues.setdefault((word, "", scope), effects[row["effect"]])
    return cues


@cache
def load_modals() -> dict[str, Modal]:
    """The modal verbs by form. Raises LexiconError for an unknown effect."""
    rows = read_rows("modals", ("word", "effect", "perfect", "negated"), optional=("negated",))
    for row in rows:
        for column in ("effect", "perfect", "negated"):
            _check("modals", row["word"], row[column], {"", *load_effects()})
    return {row["word"]: Modal(row["effect"], row["perfect"], row["negated"]) for row in rows}


@cache
def load_statuses() -> tuple[StatusRow, ...]:
    """The table of statuses, in order. Raises LexiconError for an unknown value or a last row that does not fit all."""
    rows = read_rows("status", ("effect", "certainty", "polarity", "tense", "status", "example"))
    allowed = {"effect": load_effects(), "certainty": CERTAINTIES, "polarity": POLARITIES, "tense": ("none", *TENSES)}
    for number, row in enumerate(rows, 1):
        _check("status", f"row {number}", row["status"], STATUSES)
        for column, values in allowed.items():
            _check("status", f"row {number}", row[column], {ANY, *values})
    table = tuple(StatusRow(r["effect"], r["certainty"], r["polarity"], r["tense"], r["status"]) for r in rows)
    if not table or table[-1] != StatusRow(ANY, ANY, ANY, ANY, table[-1].status):
        raise LexiconError("status.csv: the last row does not fit everything")
    return table


def cue_effect(word: str, part: str, scope: str) -> Effect | None:
    """The effect of a word on what stands in its scope; a word tagged as another part of speech still counts."""
    cues = load_cues()
    return cues.get((word, part, scope)) or cues.get((word, "", scope))


def _check(file: str, entry: str, value: str, allowed: Container[str]) -> None:
    if value not in allowed:
        raise LexiconError(f"{file}.csv: {entry} has the unknown value {value!r}")
