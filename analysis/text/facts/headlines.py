"""Headlines that the parser reads as one long noun: `Envoy Hands Letter To Minister`, `Bank posts loss`.

Where the parser finds nobody who does something in a heading, a word that is a verb in headlines is taken for one, with
the nouns before it as who acts and the nouns after it as the target. The heading of a section (`Shared Values`,
`Strengthening Relations`) has no such word and reports nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Span, Token

from analysis.text.facts.arguments import Argument
from analysis.text.facts.events import Event
from analysis.text.facts.lexicon import headline_verbs, verbs_of
from analysis.text.facts.syntax import is_verbal

NOUNS = frozenset({"NOUN", "PROPN"})
IN_NAMES = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PART", "PRON", "SYM"})
SHORT = 25  # words; longer blocks without a verb are lists, not headlines


def is_headline(events: Iterable[Event]) -> bool:
    """Whether the events of a heading tell who does something or to whom it is done."""
    verbs = [one for one in events if is_verbal(one.head)]
    return any(one.actor is not None or (one.target is not None and one.head.tag_ != "VBG") for one in verbs)


def headline_event(span: Span) -> Event | None:
    """The event of a heading that has no verb for the parser; None where no word can be one."""
    words = [token for token in span if not token.is_space]
    if len(words) > SHORT:
        return None
    for place, word in enumerate(words):
        if place and word.pos_ in NOUNS and _is_verb(words[place - 1], word):
            before, after = _before(words[:place]), _after(words[place + 1 :])
            return _event(word, before, after) if before and (after or _has_rest(words, place)) else None
    return None


def _is_verb(before: Token, word: Token) -> bool:
    """Whether a word that the parser reads as a noun is a verb: `Bank posts loss`, `Car sales plunge`."""
    return word.lower_ in headline_verbs() or (before.tag_ == "NNS" and word.lower_ in verbs_of("unaccusative"))


def _event(verb: Token, before: Sequence[Token], after: Sequence[Token]) -> Event:
    actor = Argument(before[-1], "words before the verb of the headline", 1.0, (before[0].i, before[-1].i + 1))
    target = None
    if verb.lower_ in verbs_of("unaccusative"):
        return Event(head=verb, first=verb.i, last=verb.i, rule="headline", actor=None, target=actor)
    if after:
        target = Argument(after[-1], "words after the verb of the headline", 1.0, (after[0].i, after[-1].i + 1))
    return Event(head=verb, first=verb.i, last=verb.i, rule="headline", actor=actor, target=target)


def _before(words: Sequence[Token]) -> list[Token]:
    """The noun phrase that ends before the verb, after a colon or a comma if there is one; empty where it is none."""
    found: list[Token] = []
    for word in reversed(words):
        if word.is_punct and word.text in (":", ",", ";", "-", "–", "—"):
            break
        if word.pos_ not in IN_NAMES and not word.is_punct:
            return []
        found.insert(0, word)
    return found if any(word.pos_ in NOUNS for word in found) else []


def _after(words: Sequence[Token]) -> list[Token]:
    """The noun phrase that follows the verb, up to a preposition, a conjunction or a mark."""
    found: list[Token] = []
    for word in words:
        if word.pos_ not in IN_NAMES and word.ent_type_ != "ORDINAL":
            break
        found.append(word)
    while found and found[-1].pos_ not in NOUNS:
        found.pop()
    return found


def _has_rest(words: Sequence[Token], place: int) -> bool:
    """Whether the verb stands last, or a preposition or a comma follows it: `Firm files for bankruptcy`."""
    return place + 1 == len(words) or words[place + 1].pos_ in ("ADP", "PART", "SCONJ", "PUNCT")
