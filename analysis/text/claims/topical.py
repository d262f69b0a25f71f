"""Whom a report is about, or where it is set, before the sentence of a claim that leaves this open."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.tokens import Token

from analysis.text.claims.about import with_article
from analysis.text.claims.antecedent_features import is_company, noun_classes
from analysis.text.claims.judged import opens_openly
from analysis.text.claims.kept import is_saying
from analysis.text.claims.row import Row
from analysis.text.claims.setting import FIRST, Filled, Setting, tokens_of
from analysis.text.claims.topic import topic_name
from analysis.text.facts.naming import Names
from analysis.text.facts.syntax import SUBJECTS
from analysis.text.records import Fact, Mention

PLACES = frozenset({"GPE", "NORP"})
TIMES = frozenset({"DATE", "TIME"})
OWNED = frozenset({"figure of a company", "undertaking", "part of a body"})
INSIDE = frozenset({"poss", "compound", "amod", "nmod"})
LABELS = frozenset({"ORG", "EVENT"})


def _is_in_focus(number: int, fact: Fact, around: Setting) -> bool:
    """Whether no other of its kind acts in the sentence of a claim or the one before, but for saying something."""
    names, mentions = around.sources.names, around.sources.names.mentions
    one = mentions[number]
    first = bisect_left(mentions, fact.sentence - 1, key=lambda other: other.sentence)
    end = bisect_right(mentions, fact.sentence, key=lambda other: other.sentence)
    return not any(_rivals(mentions[n], one) and _acts(n, names) for n in range(first, end))


def _acts(number: int, names: Names) -> bool:
    """Whether a name is a subject, or says whose a subject is, `Ruritania's exports rose`, and does not only speak."""
    token = names.head_of(number)
    if token is None:
        return False
    subject = token.head if token.dep_ in INSIDE else token
    return subject.dep_ in SUBJECTS and not is_saying(subject.head)


def _rivals(other: Mention, one: Mention) -> bool:
    if other.chain == one.chain or topic_name(other) == topic_name(one):
        return False
    return other.label in PLACES if one.label in PLACES else other.label == one.label


def with_topic(text: str, row: Row, fact: Fact, around: Setting, filled: Filled) -> str:
    """A sentence that leaves a thing open, behind whom the report is about or, as a dateline, where it is set."""
    names = around.sources.names
    number = next((one for one in _topics(around) if _may_stand_before(one, row, fact, around, filled)), None)
    if number is None:
        return text
    name = topic_name(names.mentions[number])
    filled.meanings["about"] = name
    whom = _last_word(name, row)
    if whom and text.startswith(whom):
        said = with_article(name, names)
        return f"{said[:1].upper()}{said[1:]}{text.removeprefix(whom)}"
    start = row.head.doc[_first(row)]
    is_lowered = (start.pos_ != "PROPN" or _opens(start)) and start.text[1:] == start.text[1:].lower()
    return f"{name}: {text[:1].lower() if is_lowered else text[:1]}{text[1:]}"


def _last_word(name: str, row: Row) -> str:
    """Whom a sentence is about, where that is the last word of a name: `The committee` of the Banking Committee."""
    who = row.wording.clause.who
    words = "" if who is None or not who.positions else who.said({})
    is_last = words.lower() == f"the {name.split()[-1].lower()}"
    return f"{words[:1].upper()}{words[1:]}" if is_last else ""


def _topics(around: Setting) -> Iterator[int]:
    """The mentions of whom a report is about, a body or an event, and of the place where it is set."""
    if around.topic is not None and around.sources.names.mentions[around.topic].label in LABELS:
        yield around.topic
    if around.place is not None:
        yield around.place


def _may_stand_before(number: int, row: Row, fact: Fact, around: Setting, filled: Filled) -> bool:
    one = around.sources.names.mentions[number]
    first = row.head.doc[_first(row)].text
    is_named = one.chain in filled.named or first in topic_name(one).split()
    if opens_openly(row) or is_named or not _is_open(one, row, around, filled):
        return False
    return _is_in_focus(number, fact, around)


def _first(row: Row) -> int:
    """The position of the first word of a sentence."""
    who = row.wording.clause.who
    positions = () if who is None else who.positions
    return min(positions, default=min(row.places, default=row.head.i))


def _is_open(one: Mention, row: Row, around: Setting, filled: Filled) -> bool:
    """Whether a sentence is about a thing without a name or owner: `the issue is rated AA by Borax`, `sales rose`.

    One that has a name elsewhere must be about a thing with an article; what is said without one in a report about a
    body must be something that companies have.
    """
    who, names, tokens = row.wording.clause.who, around.sources.names, list(tokens_of(row))
    if any(one.lower_ in FIRST for one in tokens) or (who is not None and not who.positions):
        return False
    subject = [] if who is None else [row.head.doc[place] for place in who.positions]
    if any(_is_name(word) or names.mention_at(word) is not None for word in subject):
        return False
    is_definite = row.head.doc[_first(row)].lower_ == "the"
    is_owned = who is not None and is_company(one.name) and not OWNED.isdisjoint(noun_classes(who.head))
    is_around = one.label in PLACES or one.label == "EVENT"
    if filled.named or any(_is_capital(word) for word in tokens):
        is_put = any(word.i in filled.instead for word in subject)
        return is_definite and not is_put and bool(subject) and (is_owned or is_around)
    return is_definite or is_owned or is_around


def _is_name(one: Token) -> bool:
    """Whether a word is a name that nothing found: no day or month, no common noun that opens a sentence."""
    return (one.pos_ == "PROPN" or _is_capital(one)) and one.ent_type_ not in TIMES and not _opens(one)


def _opens(one: Token) -> bool:
    """Whether a word has its capital as the first of a sentence, since it is a common noun."""
    return bool(one.is_sent_start) and bool(noun_classes(one))


def _is_capital(one: Token) -> bool:
    return one.text[:1].isupper() and not one.is_sent_start and one.ent_type_ not in TIMES
