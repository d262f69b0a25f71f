"""Whom a report is about: the body, country or event of its headline that its first sentences name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from analysis.lexicons import gazetteer
from analysis.lexicons.name_words import head_words
from analysis.text.claims.judged import claim_words
from analysis.text.facts.main_event import Headline
from analysis.text.facts.naming import Names
from analysis.text.facts.retold import stems
from analysis.text.facts.syntax import SUBJECTS
from analysis.text.records import Mention

SENTENCES = 2  # of the body in which it is named
TOPICS = frozenset({"ORG", "GPE", "NORP", "EVENT"})
PLACES = frozenset({"GPE", "NORP"})
NOWHERE = -1  # chain of what a text does not name
UP = 4  # words above a name to the subject that it stands in


class About(NamedTuple):
    """Whom or what a report is about: its name, the label and the chain of its mentions."""

    name: str
    label: str
    chain: int


def about(one: Mention) -> About:
    """What a mention names as what a report is about."""
    return About(topic_name(one), one.label, one.chain)


def topic(names: Names, headline: Headline) -> int | None:
    """The position of the first mention of whom a report is about: in a subject, else of a body; None for none."""
    found = list(_early(names, headline))
    bodies = (number for number in found if names.mentions[number].label == "ORG")
    return next((number for number in found if _is_in_subject(number, names)), next(bodies, None))


def setting_place(names: Names, headline: Headline) -> About | None:
    """Where a report is set: a place of the headline that the first sentences name, also by its people.

    Else the only country of the headline, where the text names it too or the headline begins with it, and where it is
    no part of a body's name (`AMERICAN EXPRESS SIGNS DEAL`).
    """
    early = (names.mentions[number] for number in _early(names, headline))
    found = next((about(one) for one in early if _is_place(one)), None)
    if found is not None or len(headline.countries) != 1:
        return found
    code = next(iter(headline.countries))
    if any(
        one.label == "ORG" and _is_in(headline, one.text) and _begins_with(one.text, code) for one in names.mentions
    ):
        return None
    name = gazetteer.countries()[code].name
    named = (one.chain for one in names.mentions if one.label in PLACES and topic_name(one) == name)
    chain = next(named, NOWHERE)
    return About(name, "GPE", chain) if chain != NOWHERE or headline.first == code else None


def _begins_with(name: str, code: str) -> bool:
    """Whether the name of a body begins with a country or its people."""
    return code in gazetteer.countries_in(" ".join(name.split()[:2]))


def _is_place(one: Mention) -> bool:
    """Whether a mention is of a country, by its people too, or of another place that the gazetteer knows."""
    if one.label not in PLACES:
        return False
    name = topic_name(one)
    return gazetteer.country_of(name) is not None or gazetteer.place_country(name) is not None


def _early(names: Names, headline: Headline) -> Iterator[int]:
    """The positions of the mentions in the first sentences whose names stand in the headline."""
    first = set(islice((n for n, _ in names.parse.analysed() if names.parse.sentences[n].kind == "body"), SENTENCES))
    known = {one.chain for one in names.mentions if _is_in(headline, one.text) or _is_of_country(headline, one)}
    for number, one in enumerate(names.mentions):
        if one.sentence in first and one.label in TOPICS and one.chain in known and topic_name(one):
            yield number


def _is_in(headline: Headline, name: str) -> bool:
    """Whether a headline has half of the words of a name, forms of companies not counted, and not `New` alone."""
    own = stems(" ".join(word for word in name.split() if not _is_form(word)))
    if not own & headline.stems - claim_words("of a part"):
        return False
    return 2 * len(own & headline.stems) >= len(own) > 0


def _is_of_country(headline: Headline, one: Mention) -> bool:
    """Whether a headline names the country of a mention in another form: `TURKISH PRICES RISE` that of Turkey."""
    code = gazetteer.country_of(one.name) if one.label == "GPE" else None
    return code is not None and code in headline.countries


def _is_form(word: str) -> bool:
    return any(head.position == "suffix" for head in head_words().get((word,), ()))


def topic_name(one: Mention) -> str:
    """The name to say whom a report is about, of a people that of its country; empty where it has none."""
    if one.label != "NORP":
        return one.name
    code = gazetteer.demonym_country(one.text)
    country = gazetteer.country(code) if code else None
    return "" if country is None else country.name


def _is_in_subject(number: int, names: Names) -> bool:
    token = names.head_of(number)
    for _ in range(UP):
        if token is None or token.dep_ in SUBJECTS:
            break
        token = token.head
    return token is not None and token.dep_ in SUBJECTS
