"""Whether two name forms may be the same person or body."""

from __future__ import annotations

from functools import lru_cache

from analysis.text.names.compare.bodies import compare_bodies
from analysis.text.names.compare.forms import body_form, looks_like_body, other_names, person_form
from analysis.text.names.compare.match import NameMatch
from analysis.text.names.compare.persons import compare_persons

__all__ = ["NameMatch", "compare_names", "same_name"]

PERSON = "PERSON"
BODY = "ORG"


def same_name(left: str, right: str) -> float:
    """From 0 to 1, whether two name forms may be the same.

    >>> same_name("Ilham Mohammadov", "Ilham Mammadov") > 0.9, same_name("Ilham Aliyev", "Ilham Mammadov") < 0.5
    (True, True)
    """
    return compare_names(left, right).score


def compare_names(left: str, right: str, label: str = "") -> NameMatch:
    """Whether two name forms may be the same, 0 to 1, and why.

    `label` (OntoNotes) says what they are of: PERSON, or a body for any other; without one the names tell.

    >>> compare_names("Dr. Ilham Mohammadov", "MAMMADOV, Ilham")
    NameMatch(score=0.968, rule='spelt another way: Mohammadov ~ Mammadov')
    >>> compare_names("Ministry of Mines", "Ministry of Education").score < 0.5
    True
    """
    if " ".join(left.split()) == " ".join(right.split()):
        return NameMatch(1.0, "the same name")
    is_body = label != PERSON if label else looks_like_body(left) or looks_like_body(right)
    match = _compared(left, right, is_body)
    return match if left < right else match._replace(score=_compared(right, left, is_body).score)


@lru_cache(maxsize=65536)
def _compared(left: str, right: str, is_body: bool) -> NameMatch:
    pairs = [(one, other) for one in other_names(left) for other in other_names(right)]
    compared = [
        compare_bodies(body_form(one), body_form(other))
        if is_body
        else compare_persons(person_form(one), person_form(other))
        for one, other in pairs
    ]
    return max(compared, key=lambda match: match.score)
