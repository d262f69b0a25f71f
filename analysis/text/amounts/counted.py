"""What an amount counts, by the parse: the noun behind a bare number, and what a sum or a share is of."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.lexicons.measures import Unit, measure_words, multipliers, units
from analysis.text.amounts.clauses import Clauses
from analysis.text.amounts.lexicon import fractions, people_words, person_nouns
from analysis.text.amounts.readings import TIMES, Reading
from analysis.text.facts.phrases import base
from analysis.text.facts.syntax import child, is_verbal

REACH = 8  # words between a number and the noun that it counts
LONGEST_OF = 10  # words of what an amount is of
SMALL = 13  # a number up to here with `the` points back: `the two ministers`
ALONE = Unit("", "quantity")  # of a number that counts what the sentence does not say
PEOPLE = Unit("people", "people")
MODIFIERS = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "dep", "poss", "det"})
DETERMINERS = frozenset({"DT", "PRP$", "PDT"})
PLURALS = frozenset({"NNS", "NNPS"})
REST = frozenset({"other", "more"})
POINTED = frozenset({"the", "these", "those", "both", "other", "their", "its", "his", "her", "any", "no", "every"})
SUBJECTS = ("nsubj", "nsubjpass")
FIRST_YEAR, END_YEAR = 1500, 2100
MANY = 1000  # from here on a number alone after `of` is an amount: `a peak of 3 mln`


def noun_behind(number: Token) -> Token | None:
    """The noun that a number counts: `70 poorer nations`, `the 55-member union` counts members."""
    token = number
    for _ in range(REACH):
        head = token.head
        if token.dep_ == "conj" and head.like_num:
            token = head
            continue
        if token.dep_ not in MODIFIERS or head.i <= token.i or head.i - number.i > REACH:
            break
        token = head
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod", "amod", "npadvmod"):
            break
    return token if token.i > number.i and token.pos_ in ("NOUN", "PROPN", "ADJ") else None


def noun_after_of(number: Token) -> Token | None:
    """The noun of those that a number is some of: `14 of the pupils`, `3 out of 19 towns`."""
    over = child(number, "prep")
    if over is not None and over.lower_ == "out":
        over = child(over, "prep")
    held = child(over, "pobj") if over is not None and over.lower_ == "of" else None
    return held if held is not None and held.tag_ in PLURALS else None


def unit_of(noun: Token, is_people_name: bool) -> Unit:
    """The unit that a counted noun is: people, a unit of measure, or the noun itself in its plain form."""
    lemma = noun.lemma_.lower()
    if lemma in REST and counts_people(noun):
        return PEOPLE
    if is_people_name or lemma in person_nouns() or noun.lower_ in person_nouns():
        return PEOPLE
    return units().get(noun.lower_) or Unit(lemma, "quantity")


def counted(clauses: Clauses, one: Reading) -> Unit | None:
    """What a number without a unit counts: the noun behind it, or people whom a verb befalls; None for no amount."""
    first, last = clauses.first(one), clauses.last(one)
    is_pointing, is_one = is_pointed(first) and one.value < SMALL, one.value == 1
    noun = noun_behind(last) or noun_after_of(last)
    if noun is not None and clauses.holds(one, noun):
        last = noun
        noun = None
    if noun is not None and not clauses.is_dated(noun):
        unit = unit_of(noun, clauses.names_people(noun))
        is_vague = is_one and not (unit.kind == "people" and counts_people(noun))
        return unit if unit.name in TIMES or not (is_vague or is_pointing) else None
    if is_pointing or is_one:
        return None
    if counts_people(last):
        return PEOPLE
    return ALONE if may_stand_alone(last, one.value) else None


def counts_people(number: Token) -> bool:
    """Whether a number that stands alone counts people: `killed 70`, `at least 20 were injured`."""
    verb = number.head
    while verb.dep_ == "conj" and not is_verbal(verb):
        verb = verb.head
    if verb.dep_ in ("prep", "acl"):
        verb = verb.head
    return verb.lemma_.lower() in people_words("verb") and is_verbal(verb)


def is_pointed(number: Token) -> bool:
    """Whether a small number only points to what was named before: `the two ministers`."""
    return number.i > 0 and number.nbor(-1).lower_ in POINTED and number.sent.start < number.i


def may_stand_alone(number: Token, value: float) -> bool:
    """Whether a number without a noun is an amount where it stands: `received 192`, not `in 1986`, `Smith, 45,`."""
    if FIRST_YEAR <= value < END_YEAR and value == int(value) and "," not in number.text:
        return False
    if number.dep_ in ("dobj", "attr", "npadvmod", *SUBJECTS):
        return True
    return number.dep_ == "pobj" and number.head.lower_ in ("to", "from", "by", *(("of",) if value >= MANY else ()))


def said_of(first: Token, last: Token, noun: Token | None, is_time: bool) -> str:
    """What the amount between two tokens is of, in the words of the text; empty where the clause does not say.

    That is the noun after `of`, else the noun that it counts or stands before, else the noun before `of`, else the
    subject of a verb without an object: `prices rose 4 pct`, but not `they met for two hours`.
    """
    if noun is not None and noun.lower_ == "worth":
        last, noun = noun, None
    if noun is not None and noun.pos_ == "ADJ" and noun.lemma_.lower() not in REST:  # `30 feet high`
        noun = None
    held = _after_of(last) or noun or _before_of(first, last) or (None if is_time else _subject(first, last))
    return "" if held is None or held.pos_ == "PRON" or held.lemma_.lower() in REST else _words(held, first, last)


def _after_of(last: Token) -> Token | None:
    after = child(last, "prep")
    held = child(after, "pobj") if after is not None and after.lower_ == "of" else None
    return held if held is not None and held.i > last.i else None


def _before_of(first: Token, last: Token) -> Token | None:
    over = _outside(first, last)
    is_of = over is not None and over.lower_ == "of" and over.head.pos_ == "NOUN"
    if over is None or not is_of or over.head.lower_ in fractions() or over.head.lower_ in measure_words():
        return None
    return over.head


def _subject(first: Token, last: Token) -> Token | None:
    over = _outside(first, last)
    verb = over.head if over is not None and over.dep_ == "prep" else over
    if verb is None or not is_verbal(verb) or child(verb, "dobj", "dative") is not None:
        return None
    found = child(verb, *SUBJECTS)
    return found if found is not None and found.i < first.i else None


def _outside(first: Token, last: Token) -> Token | None:
    """The word that the words of an amount hang on."""
    token = last
    while first.i <= token.i <= last.i:
        if token.head.i == token.i:  # the root: another object of the same word
            return None
        token = token.head
    return token


def _is_number(token: Token) -> bool:
    return bool(token.like_num) or token.lower_ in multipliers("word") or token.lower_ in measure_words()


def _words(noun: Token, first: Token, last: Token) -> str:
    """The words of a noun phrase, without its article and without the amount, which may stand in it or around it."""
    start, end = base(noun)
    doc = noun.doc
    if first.i <= noun.i <= last.i:
        start, end = max(start, first.i), min(end, last.i + 1)
    elif noun.i > last.i:
        start = max(start, last.i + 1)
    elif end > first.i:
        end = first.i - 1 if doc[first.i - 1].dep_ == "prep" else first.i
    start = max((one.i + 1 for one in doc[start : noun.i] if _is_number(one)), default=start)
    while start < noun.i and (doc[start].tag_ in DETERMINERS or not doc[start].is_alpha):
        start += 1
    return doc[start : min(end, start + LONGEST_OF)].text.strip()
