"""What is found in one text: plain records with character spans, fit to be sent between processes and kept.

Offsets are half-open, in characters, into the text of the document. A record points to another by its position
in the tuple that it stands in (`sentence`, `mention`, `timex`, `attribution`), never by an object.
"""

from __future__ import annotations

from datetime import date

import msgspec


class Block(msgspec.Struct, frozen=True):
    """A paragraph or a line that stands alone. `kind` is heading, body, caption or noise."""

    start_char: int
    end_char: int
    kind: str


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of a block; a caption or a noise block is one sentence."""

    start_char: int
    end_char: int
    kind: str


class Mention(msgspec.Struct, frozen=True):
    """A name in the text. `label` is of OntoNotes.

    `name` is the fullest form of it in this report (a surname alone gives the full name), `chain` numbers the names
    of this report that stand for the same person, body or place, `role` is the title or office beside it. `lies_in` is
    where a place lies, as far as the report says so: a country's code, or that and a part of it (`US-TX`). `stands_for`
    is the code of the country that a people or a capital is said for (`Azerbaijani officials`, `Moscow said`).
    """

    sentence: int
    start_char: int
    end_char: int
    text: str
    label: str
    name: str
    chain: int
    role: str = ""
    rule: str = ""
    lies_in: str = ""
    stands_for: str = ""


class Reference(msgspec.Struct, frozen=True):
    """A pronoun or description (`they`, `the minister`) and what it stands for: words, or a mention."""

    sentence: int
    start_char: int
    end_char: int
    antecedent: str
    mention: int | None
    rule: str


class TimexExpression(msgspec.Struct, frozen=True):
    """A temporal expression as it is read, before it is laid on the calendar; `analysis.text.timexes` resolves it.

    `rule` and `parts` say what it means without the day of publication: see there. `tense` (past, present, future or
    empty) is that of the verb it goes with.
    """

    sentence: int
    start_char: int
    end_char: int
    text: str
    type: str
    rule: str
    parts: dict[str, str | int]
    tense: str = ""


class Timex(msgspec.Struct, frozen=True, kw_only=True):
    """A resolved temporal expression (TIMEX3). Days are half-open; both None where no day follows from the text.

    `mod` (START, APPROX, ...), `quant` (EVERY) and `freq` (2X) are attributes of TIMEX3.
    """

    type: str
    value: str
    first_day: date | None = None
    end_day: date | None = None
    precision: str = "unknown"
    anchor: str = ""
    mod: str = ""
    quant: str = ""
    freq: str = ""


class Attribution(msgspec.Struct, frozen=True):
    """Who says what: spans of source (None where nobody is named), cue and content (PARC, PolNeAR).

    `source` is the words that the source stands for (a relative pronoun's noun), `source_mention` the name that speaks.
    """

    sentence: int
    source_start_char: int | None
    source_end_char: int | None
    cue_start_char: int | None
    cue_end_char: int | None
    content_start_char: int
    content_end_char: int
    is_quote: bool
    rule: str
    cue_lemma: str = ""
    source: str | None = None
    source_mention: int | None = None


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Who or what takes part in an event: a name, or a noun in its plain form with the name of its owner."""

    mention: int | None = None
    head: str = ""
    owner: int | None = None


class EventParts(msgspec.Struct, frozen=True, kw_only=True):
    """What tells an event in other reports too: the family of its act (`act_families.csv`), who acts and on whom."""

    act: str
    actor: Party | None = None
    target: Party | None = None


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One reported event. `actor`, `target`, `recipient` are the words that they stand for (a pronoun's antecedent),
    the spans are the words in the text; `*_mention` is the name in them, `timex` and `attribution` the positions of
    theirs.
    `day_from` says where its day is from: its clause, its sentence, the passage before it, or the report, whose own day
    stands for it; empty without one. `is_since` tells that it goes on from that day up to the report. `said_timex` is
    the day on which it was said. `parts` tell the same event in other reports."""

    sentence: int
    start_char: int
    end_char: int
    action: str
    action_start_char: int
    action_end_char: int
    actor: str | None
    actor_start_char: int | None
    actor_end_char: int | None
    actor_mention: int | None
    target: str | None
    target_start_char: int | None
    target_end_char: int | None
    target_mention: int | None
    place: str | None
    place_start_char: int | None
    place_end_char: int | None
    place_mention: int | None
    timex: int | None
    attribution: int | None
    event_class: str
    certainty: str
    polarity: str
    tense: str
    status: str
    plan: str
    is_main: bool
    rule: str
    score: float
    how: str = ""
    day_from: str = ""
    is_since: bool = False
    said_timex: int | None = None
    is_claim: bool = False
    claim_of: int | None = None
    claim: str = ""
    claim_spans: tuple[tuple[int, int], ...] = ()
    worth: float = 0.0
    recipient: str | None = None
    recipient_start_char: int | None = None
    recipient_end_char: int | None = None
    recipient_mention: int | None = None
    parts: EventParts | None = None


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """A number in a fact: a sum of money, people counted, a share or a quantity.

    `text` has its bound and its unit, `more than 70 people`; `value` is in whole units (of a currency, of percent);
    `unit` is plain, `barrel per day`; `currency` is of ISO 4217, empty for what is no money; `kind` is money, people,
    share or quantity; `of` is what it is of; `bound` is exact, at least, at most or about.
    """

    fact: int
    start_char: int
    end_char: int
    text: str
    value: float
    unit: str
    currency: str
    kind: str
    of: str
    bound: str


class ThemeMatch(msgspec.Struct, frozen=True):
    """A theme of a sentence, the words that earned it as spans, and their weights (0 for a word again).

    `countries` are the spans that count only because they name a country.
    """

    sentence: int
    theme: str
    score: float
    evidence: tuple[tuple[int, int], ...]
    weights: tuple[float, ...]
    countries: tuple[tuple[int, int], ...] = ()


class FactTheme(msgspec.Struct, frozen=True, kw_only=True):
    """A theme of a fact, the weight of the words that earned it, and their spans."""

    fact: int
    theme: str
    weight: float
    evidence: tuple[tuple[int, int], ...]


class Term(msgspec.Struct, frozen=True):
    """One occurrence of a word or phrase; `term` is its plain form."""

    sentence: int
    start_char: int
    end_char: int
    term: str


class Report(msgspec.Struct, frozen=True, tag=True):
    """Everything that one text says, as far as it can be told without the other reports."""

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    references: tuple[Reference, ...]
    timexes: tuple[TimexExpression, ...]
    attributions: tuple[Attribution, ...]
    facts: tuple[Fact, ...]
    themes: tuple[ThemeMatch, ...]
    terms: tuple[Term, ...]
    amounts: tuple[Amount, ...] = ()
    fact_themes: tuple[FactTheme, ...] = ()
