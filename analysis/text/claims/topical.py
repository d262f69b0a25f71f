"""Whom a report is about, or where it is set, before the sentence of a claim that leaves this open."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.tokens import Token

from analysis.lexicons.name_words import not_names, role_heads
from analysis.text.claims.about import Whom, with_article
from analysis.text.claims.antecedent_features import is_company, noun_classes
from analysis.text.claims.judged import opens_openly
from analysis.text.claims.kept import is_saying
from analysis.text.claims.row import Row
from analysis.text.claims.setting import FIRST, Filled, Setting, tokens_of
from analysis.text.claims.topic import NOWHERE, About, about, topic_name
from analysis.text.facts.naming import Names
from analysis.text.facts.phrases import phrase
from analysis.text.facts.syntax import SUBJECTS
from analysis.text.records import Fact, Mention

PLACES = frozenset({"GPE", "NORP"})
TIMES = frozenset({"DATE", "TIME"})
OWNED = frozenset({"figure of a company", "undertaking", "part of a body"})
INSIDE = frozenset({"poss", "compound", "amod", "nmod"})
LABELS = frozenset({"ORG", "EVENT"})
COMMODITY = "commodity"
PERSONS = frozenset({"person", "party"})  # who acts in a report about a company is as often somebody else
# A noun with one of these is of something that was told before.
RELATED = frozenset({"the", "no", "new", "other", "additional", "further", "both", "each", "remaining", "some"})


def _is_in_focus(one: About, fact: Fact, around: Setting) -> bool:
    """Whether no other of its kind acts in the sentence of a claim or the one before, but for saying something."""
    names, mentions = around.sources.names, around.sources.names.mentions
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


def _rivals(other: Mention, one: About) -> bool:
    if other.chain == one.chain or topic_name(other) == one.name:
        return False
    return other.label in PLACES if one.label in PLACES else other.label == one.label


def with_topic(text: str, row: Row, fact: Fact, around: Setting, filled: Filled) -> str:
    """A sentence that leaves a thing open, behind whom the report is about or, as a dateline, where it is set."""
    names = around.sources.names
    found = (one for one in _topics(around) if _may_stand_before(one, row, fact, around, filled))
    topic = next((one for one in found if not _is_said(one, text)), None)
    if topic is None:
        return text
    name = _with_commodity(topic, text, around)
    filled.meanings["about"] = name
    whom = _last_word(name, row)
    if whom and text.startswith(whom):
        said = with_article(name, names)
        return f"{said[:1].upper()}{said[1:]}{text.removeprefix(whom)}"
    start = row.head.doc[_first(row)]
    is_lowered = names.mention_at(start) is None and _is_lowered(start, row.wording.clause.who)
    return f"{name}: {text[:1].lower() if is_lowered else text[:1]}{text[1:]}"


def _with_commodity(topic: About, text: str, around: Setting) -> str:
    """What stands before a sentence: whom or what a report is about, with the commodity that is not said."""
    if topic.label == COMMODITY:
        return f"{topic.name[:1].upper()}{topic.name[1:]}"
    commodity = About(around.commodity, COMMODITY, NOWHERE)
    is_said = not around.commodity or _is_said(commodity, f"{topic.name} {text}")
    return topic.name if is_said else f"{topic.name}, {around.commodity}"


def _is_said(one: About, text: str) -> bool:
    """Whether a sentence has a name, or the word of a commodity."""
    return one.name.split()[0].rstrip("s") in text.lower() if one.label == COMMODITY else one.name in text


def _is_lowered(start: Token, who: Whom | None) -> bool:
    """Whether the first word of a sentence has its capital only as the first."""
    is_own = who is None or bool(who.positions) or who.named.mention is None
    is_common = start.pos_ not in ("PROPN", "NOUN") or start.tag_ == "NNS" or start.dep_ == "compound" or _opens(start)
    is_calendar = not_names().get(start.text) == "calendar"
    return is_own and is_common and not is_calendar and start.text[1:] == start.text[1:].lower()


def _last_word(name: str, row: Row) -> str:
    """Whom a sentence is about, where that is the last word of a name: `The committee` of the Banking Committee."""
    who = row.wording.clause.who
    words = "" if who is None or not who.positions else who.said({})
    is_last = words.lower() == f"the {name.split()[-1].lower()}"
    return f"{words[:1].upper()}{words[1:]}" if is_last else ""


def _topics(around: Setting) -> Iterator[About]:
    """Whom a report is about, a body or an event; else the place where it is set, and the commodity."""
    found = None if around.topic is None else about(around.sources.names.mentions[around.topic])
    if found is not None and found.label in LABELS:
        yield found
    if around.place is not None:
        yield around.place
    if around.commodity and (found is None or found.label not in LABELS):
        yield About(around.commodity, COMMODITY, NOWHERE)


def _may_stand_before(one: About, row: Row, fact: Fact, around: Setting, filled: Filled) -> bool:
    is_named = one.chain in filled.named or row.head.doc[_first(row)].text in one.name.split()
    if opens_openly(row) or is_named:
        return False
    is_office = one.label == "ORG" and _is_office_of(row, around)
    return is_office or (_is_open(one, row, around, filled) and _is_in_focus(one, fact, around))


def _is_office_of(row: Row, around: Setting) -> bool:
    """Whether a sentence is about a person and an office, and not of what: `Anna Berg stepped down as chairman`."""
    who, names = row.wording.clause.who, around.sources.names
    number = None if who is None else who.named.mention
    if number is None or names.mentions[number].label != "PERSON":
        return False
    kept = [row.head.doc[place] for place in sorted(row.wording.positions)]
    offices = [one for one in kept if one.pos_ == "NOUN" and one.lemma_.lower() in role_heads()]
    others = (names.mention_at(one) for one in kept)
    return bool(offices) and all(n is None or names.mentions[n].label == "PERSON" for n in others)


def _first(row: Row) -> int:
    """The position of the first word of a sentence."""
    who = row.wording.clause.who
    positions = () if who is None else who.positions
    return min(positions, default=min(row.places, default=row.head.i))


def _is_open(one: About, row: Row, around: Setting, filled: Filled) -> bool:
    """Whether a sentence is about a thing without a name or owner: `the issue is rated AA by Borax`, `sales rose`.

    One that has a name elsewhere must be about a thing with an article; what is said without one in a report about a
    body must be something that companies have.
    """
    who, names, tokens = row.wording.clause.who, around.sources.names, list(tokens_of(row))
    subject = [] if who is None else _subject(who)
    if any(word.lower_ in FIRST for word in tokens) or (who is not None and not subject):
        return False
    inside = () if who is None else set(_listed(who.head))
    if any(_is_name(word) or names.mention_at(word) is not None for word in subject if word.i not in inside):
        return False
    opening = subject[0] if subject else row.head.doc[_first(row)]
    is_definite = opening.lower_ in RELATED or any(_is_open_part(word, around) for word in subject)
    is_owned = who is not None and is_company(one.name) and not OWNED.isdisjoint(noun_classes(who.head))
    is_around = one.label in PLACES or one.label in ("EVENT", COMMODITY)
    if filled.named or any(_is_capital(word) for word in tokens):
        is_put = any(word.i in filled.instead for word in subject)
        return not is_put and bool(subject) and (is_owned or (is_definite and is_around))
    is_person = who is not None and not PERSONS.isdisjoint(noun_classes(who.head))
    return is_definite or is_owned or is_around or (one.label == "ORG" and not is_person)


def _subject(who: Whom) -> list[Token]:
    """The words of whom a sentence is about; those of the text where others stand in their place that name nobody."""
    doc = who.head.doc
    if who.positions or who.named.mention is not None or who.head.pos_ != "NOUN":
        return [doc[place] for place in sorted(who.positions)]
    return list(doc[phrase(who.head)[0] : who.head.i + 1])


def _listed(noun: Token) -> Iterator[int]:
    """The positions of examples of a noun: `the programme, including the sale of Borax`."""
    for one in noun.rights:
        if one.lower_ == "including":
            yield from (word.i for word in one.subtree)


def _is_open_part(word: Token, around: Setting) -> bool:
    """Whether a noun stands after `of the` and has no name: `completion of the mill`."""
    is_part = word.pos_ == "NOUN" and word.dep_ == "pobj" and any(one.lower_ == "the" for one in word.lefts)
    return is_part and not any(around.sources.names.mention_at(one) is not None for one in word.subtree)


def _is_name(one: Token) -> bool:
    """Whether a word is a name that nothing found: no day or month, no common noun that opens a sentence."""
    return (one.pos_ == "PROPN" or _is_capital(one)) and one.ent_type_ not in TIMES and not _opens(one)


def _opens(one: Token) -> bool:
    """Whether a word has its capital as the first of a sentence, since it is a common noun."""
    return bool(one.is_sent_start) and bool(noun_classes(one))


def _is_capital(one: Token) -> bool:
    return one.text[:1].isupper() and not one.is_sent_start and one.ent_type_ not in TIMES
