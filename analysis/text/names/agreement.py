"""Agreement: what the names of a report say of each other's labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from analysis.lexicons.keys import name_key
from analysis.lexicons.name_words import head_words, name_parts
from analysis.text.names.name import PLACES, Name
from analysis.text.names.people import given_gender
from analysis.text.names.places import SMALL, is_place
from analysis.text.names.token_lists import Words
from analysis.text.names.votes import Ballot, key_of

SURE = 3.0  # votes from which a name lends its label to another
SHORT_FORM, OF_COMPANY = 2.0, 3.0  # votes for the short form of a body, of a company with its form
SURNAME = 3.0  # votes for a lone word that ends the name of a person in the report
PLACED = 1.4  # votes from which a name is place enough for its neighbours in a list: `in` before it
UNSURE = 1.2  # votes up to which a name takes the label of its neighbours in a list
LISTED = 1.5  # votes for such a neighbour
THING = 3.0  # votes for a body that speaks of itself as `it`
PERSONAL = 2.0  # a reason from which a person may speak of an `it`: a given name, a title
SPEAKING = frozenset({"said", "says", "announced", "announces", "disclosed", "reported"})
EMPTY = frozenset(
    {"is", "was", "be", "been", "'s", "’s", "seems", "seemed", "appears", "appeared", "takes", "took", "makes"}
)
AUXILIARIES = frozenset(
    {"will", "would", "may", "might", "could", "should", "must", "can", "has", "had", "not", "also"}
)
BETWEEN = frozenset({("and",), (",",), (",", "and"), ("or",), (",", "or")})


def agreed(words: Words, names: Sequence[Name], ballots: Mapping[str, Ballot]) -> Mapping[str, Ballot]:
    """The ballots with the votes that follow from the other names of the report."""
    found = {key: ballot.copy() for key, ballot in ballots.items()}
    _on_short_forms(words, names, found)
    _on_first_words(words, names, found)
    _on_things(words, names, found)
    _on_surnames(words, names, found)
    _on_bearers(words, names, found)
    _in_lists(words, names, found)
    return found


def _on_surnames(words: Words, names: Sequence[Name], found: Mapping[str, Ballot]) -> None:
    """Vote for a person where a lone word ends the name of a person in the report.

    Not where it is the short form of a body and stands before the person is named (`Ford` and William Clay Ford).
    """
    first: dict[str, int] = {}
    people: dict[str, Name] = {}
    for name in names:
        first.setdefault(key_of(words, name), name.start)
        if name.end - name.start > 1 and found[key_of(words, name)].label() == "PERSON":
            is_suffixed = words.text[name.end - 1] in name_parts("suffix")
            people.setdefault(name_key(words.text[name.end - 1 - is_suffixed]), name)
    for key, full in people.items():
        for form in sorted({key, key.upper()} & found.keys()):
            ballot = found[form]
            if first[form] > full.start or ballot.label() != "ORG" or ballot.reason() < SHORT_FORM:
                ballot.add("PERSON", SURNAME * max(1, ballot.n_model), f"surname of {words.phrase(*full[:2])}")


def _on_bearers(words: Words, names: Sequence[Name], found: Mapping[str, Ballot]) -> None:
    """Vote for a person where the model alone sees a body or place whose last word is a person by itself in the report.

    Its first word is a given name or, as given names may be, a place: `Paris Nolan arrived. Nolan thanked the nurses.`
    """
    for name in names:
        ballot = found[key_of(words, name)]
        if name.end - name.start != 2 or ballot.label() == "PERSON" or ballot.strength() > UNSURE:
            continue
        alone = found.get(name_key(words.text[name.end - 1]))
        first = words.text[name.start]
        may_be_given = given_gender(first) is not None or is_place(first, SMALL)
        if alone is not None and alone.label() == "PERSON" and may_be_given:
            ballot.add("PERSON", SURNAME, f"{words.text[name.end - 1]} is a person in the report")


def _on_short_forms(words: Words, names: Sequence[Name], found: Mapping[str, Ballot]) -> None:
    """Vote for a body where a form is the name of one in the report without its last word (`Acme Inc`, `Acme`)."""
    for name in names:
        long = found[key_of(words, name)]
        if long.label() != "ORG" or long.strength() < SURE:
            continue
        end, weight = name.end, OF_COMPANY if is_company(words, name) else SHORT_FORM
        while end - name.start > 1 and is_head_of_body(words.text[end - 1]):
            end -= 1
            text = words.phrase(name.start, end)
            if name_key(text) in found and not is_place(text, SMALL):
                found[name_key(text)].add("ORG", weight, f"short for {words.phrase(name.start, name.end)}")


def _on_first_words(words: Words, names: Sequence[Name], found: Mapping[str, Ballot]) -> None:
    """Vote for a body where a form is the first word of a company named in full (`Borax Mining Inc`, `Borax`)."""
    for name in names:
        first = words.text[name.start]
        is_long = name.end - name.start > 2 and is_company(words, name)
        short = found.get(name_key(first)) if is_long else None
        if short is not None and not is_place(first, SMALL) and given_gender(first) is None:
            reason = f"first word of {words.phrase(name.start, name.end)}"
            short.add("ORG", SHORT_FORM * max(1, short.n_model), reason)


def is_company(words: Words, name: Name) -> bool:
    """Whether a name has the form of a company at its end (`Inc`, `Ltd`)."""
    last = head_words().get((words.text[name.end - 1],), ())
    return name.end - name.start > 1 and any(head.position == "suffix" for head in last)


def _on_things(words: Words, names: Sequence[Name], found: Mapping[str, Ballot]) -> None:
    """Vote for a body where what the model alone takes for a person speaks of itself: `Borax said it sold a mine`."""
    for name in names:
        ballot = found[key_of(words, name)]
        if ballot.label() == "PERSON" and ballot.reason() < PERSONAL and _says_it(words, name.end):
            ballot.add("ORG", THING * max(1, ballot.n_model), "speaks of itself as `it`")


def _says_it(words: Words, end: int) -> bool:
    """Whether `said it` or `said its` stands at a place, and not `said it is likely`."""
    if words.after(end) not in SPEAKING:
        return False
    i = 1 + (words.after(end, 1) == "that")
    if words.after(end, i) == "its":
        return True
    verb = i + 1
    while words.after(end, verb) in AUXILIARIES:
        verb += 1
    return words.after(end, i) == "it" and words.after(end, verb) not in EMPTY


def is_head_of_body(word: str) -> bool:
    """Whether a word at the end of a name makes it a body."""
    return any(head.label == "ORG" for head in head_words().get((word,), ()))


def _in_lists(words: Words, names: Sequence[Name], found: Mapping[str, Ballot]) -> None:
    """Vote for a place where a form stands in a list beside a sure place (`Leeds, Xton and Yford`)."""
    pairs = [
        (left, right)
        for left, right in pairwise(sorted(names))
        if words.text[left.end : right.start] in BETWEEN and words.sentence[left.end] == words.sentence[right.start]
    ]
    for one, other in [*pairs, *((right, left) for left, right in reversed(pairs))]:
        sure, doubtful = found[key_of(words, one)], found[key_of(words, other)]
        is_sure = sure.label() in PLACES and sure.rule() != "city" and sure.strength() >= PLACED
        if is_sure and doubtful.label() not in PLACES and doubtful.strength() <= UNSURE:
            doubtful.add(sure.label(), LISTED, "in a list with places")
