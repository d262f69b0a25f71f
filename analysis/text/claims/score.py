"""How sure a row is right as it stands: named features of a row as it is shown, its slots and its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from analysis.text.claims.features import EMPTY, PERSONAL, PRONOUNS
from analysis.text.claims.row import Row
from analysis.text.claims.salient import MEANING
from analysis.text.facts.arguments import Argument
from analysis.text.facts.build import Sources
from analysis.text.facts.main_event import depth
from analysis.text.facts.naming import Names
from analysis.text.facts.syntax import child
from analysis.text.parse import Parse
from analysis.text.records import Attribution, Fact

UNRESOLVED = EMPTY | PRONOUNS
LONG_SENTENCE, SHORT_CLAIM, LONG_CLAIM = 32, 4, 20  # words
SHORTEST = 8  # words of a sentence that has an article or a preposition in English
DEEPEST = 6  # steps into a sentence that are told apart
ENGLISH = re.compile(r"\b(?:the|of|and|to|a|for|at|by|with|from|that)\b", re.IGNORECASE)  # in nearly every sentence
OPENED = (("(", ")"), ("[", "]"))
QUOTED = re.compile(r"[\"“”„«»]")
ASIDE = re.compile(r"[;–—]|--| - ")
STRANGE = frozenset('[]{}<>"“”*_|/')
CUT_OFF = frozenset({"like", "as", "of", "for", "with", "by", "to", "than", "where", "which", "that", "and", "or"})


def score_features(row: Row, fact: Fact, sources: Sources) -> dict[str, float]:
    """The features by name of a row whose slots are as they are shown."""
    return dict.fromkeys(_names(row, fact, sources), 1.0) | {
        "depth": min(depth(row.head), DEEPEST) / DEEPEST,
        "trust": row.fact.score,
    }


def _names(row: Row, fact: Fact, sources: Sources) -> Iterator[str]:
    yield f"rule {fact.rule}"
    yield f"status {fact.status}"
    yield f"day {fact.day_from or 'none'}"
    event = row.told.event
    yield from _party("actor", fact.actor, fact.actor_mention, event.actor, sources.names)
    yield from _party("target", fact.target, fact.target_mention, event.target, sources.names)
    if row.fact.actor is not None and fact.actor != row.fact.actor:
        yield "actor rewritten"
    if row.fact.target is not None and fact.target != row.fact.target:
        yield "target rewritten"
    yield from _said(fact, sources.attributions)
    yield from _sentence(row, sources.parse)
    yield from _words(row)
    if MEANING in fact.how:
        yield "actor who acted last"


def _party(role: str, words: str | None, mention: int | None, found: Argument | None, names: Names) -> Iterator[str]:
    """What fills a slot, and how far from its verb it was found."""
    if words is None:
        yield f"{role} none"
        return
    label = None if mention is None else names.mentions[mention].label
    lower = words.lower()
    yield f"{role} {label or _noun(lower)}"
    if found is not None and found.trust < 1:
        yield f"{role} from elsewhere"
    if STRANGE & set(words):
        yield f"{role} with marks"


def _noun(lower: str) -> str:
    first = lower.split(" ", 1)[0]
    if lower in UNRESOLVED:
        return "unresolved pronoun"
    if lower in PERSONAL:
        return "I or we"
    return "phrase of a pronoun" if first in UNRESOLVED or not first[:1].isalnum() else "noun"


def _said(fact: Fact, attributions: Sequence[Attribution]) -> Iterator[str]:
    if fact.attribution is None:
        yield "said by the report"
        return
    one = attributions[fact.attribution]
    yield "said in quotation marks" if one.is_quote else "said indirectly"
    if one.source_mention is None:
        yield "said by no name"


def _sentence(row: Row, parse: Parse) -> Iterator[str]:
    """What the sentence of the text, as it was parsed, makes doubtful."""
    sentence, span = parse.sentences[row.fact.sentence], parse.spans[row.fact.sentence]
    text, n_tokens = parse.text[sentence.start_char : sentence.end_char], 0 if span is None else len(span)
    if n_tokens > LONG_SENTENCE:
        yield "long sentence"
    if n_tokens >= SHORTEST and ENGLISH.search(text) is None:
        yield "no frequent word of English"
    if QUOTED.search(text):
        yield "quotation marks"
    if ASIDE.search(text):
        yield "dashes or semicolons"
    if row.told.event.actor is not None and row.told.event.actor.head.pos_ == "PRON":
        yield "actor by a pronoun"
    if child(row.head, "nsubj", "nsubjpass", "csubj", "expl") is None:
        yield "no subject of its own"


def _words(row: Row) -> Iterator[str]:
    """What the sentence of the row makes doubtful: where it opens, breaks off, or loses a word."""
    claim = row.wording.text
    words = claim.rstrip(".!?").split()
    first = words[0].lower() if words else ""
    if not row.wording.is_whole:
        yield "nobody it is about"
    if first in UNRESOLVED:
        yield "opens with a pronoun"
    if words and words[-1].lower() in CUT_OFF:
        yield "breaks off"
    if words and words[-1] == row.head.text:
        yield "ends with its act"
    if len(words) <= SHORT_CLAIM:
        yield "short"
    if len(words) > LONG_CLAIM:
        yield "long"
    if any(claim.count(left) != claim.count(right) for left, right in OPENED) or STRANGE & set(claim):
        yield "odd marks"
    if " said: " in claim:
        yield "first person"
    if len(row.wording.spans) > 2:
        yield "left out in the middle"
