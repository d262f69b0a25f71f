"""The PLOVER class of an event: what is done, by its own words and by the mode in which the text tells it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from analysis.text.factuality import Factuality
from analysis.text.plover.base import base_class
from analysis.text.plover.lexicon import NONE, load_modes
from analysis.text.plover.modes import governed_mode, own_mode

AFFIRMED = frozenset({"AGREE", "SUPPORT"})  # not to agree, not to recognise, is a refusal; not to attack is nothing
VERBAL = frozenset({"VERB", "AUX"})
CLAUSES = frozenset({"xcomp", "advcl", "ccomp"})


def event_class(action: Sequence[Token], target: Sequence[Token], factuality: Factuality) -> str:
    """The PLOVER class of an event, empty where none fits.

    `action` holds the tokens of what is done, `target` those of whom or what it is done to. What somebody agrees to,
    asks for, refuses or threatens with has the class of that: an offer of aid is AGREE.
    """
    head, goal = _root(action), _root(target)
    if head is None:
        return ""
    found = base_class(head, () if goal is None else (goal,))
    if found == NONE or _is_about_words(head, found):
        return ""
    governed = governed_mode(head, factuality)
    if governed:
        return _in_mode(governed, found, head, factuality)
    own = own_mode(head, factuality) if found else ""
    if own:
        return _in_mode(own, found, head, factuality)
    if factuality.polarity == "negative":
        return "REJECT" if found in AFFIRMED else ""
    return "REJECT" if found == "AGREE" and _is_promise_not_to(head) else found


def _root(tokens: Sequence[Token]) -> Token | None:
    """The token that the others hang on."""
    places = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in places or token.head.i == token.i), None)


def _in_mode(mode: str, found: str, head: Token, factuality: Factuality) -> str:
    """The class in a mode: any act can be asked for, but a noun must be known as one; what is denied has none."""
    if not found and head.pos_ not in VERBAL:
        return ""
    kept = "" if factuality.polarity == "negative" else found
    return load_modes().get((mode, found or NONE), kept)


def _is_about_words(head: Token, found: str) -> bool:
    """Whether no more than words are refused or asked for: declined to comment, asked not to be named."""
    if found not in ("REJECT", "REQUEST"):
        return False
    return any(child.dep_ in CLAUSES and base_class(child) == NONE for child in head.children)


def _is_promise_not_to(verb: Token) -> bool:
    """Whether a verb is followed by an infinitive with not: vowed not to return."""
    clauses = [child for child in verb.children if child.dep_ in ("xcomp", "advcl")]
    return any(child.dep_ == "neg" for clause in clauses for child in clause.children)
