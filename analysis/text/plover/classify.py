"""The PLOVER class of an event: what is done, by its own words and by the mode in which the text tells it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from analysis.text.factuality import Factuality
from analysis.text.factuality.group import verb_group
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
    own = own_mode(head, factuality)
    if own and (found or own == "requested"):
        return _in_mode(own, found, head, factuality)
    if factuality.polarity == "negative":
        return "REJECT" if found in AFFIRMED and _is_withheld(head, factuality) else ""
    return _promised(head) if found == "AGREE" else found


def _root(tokens: Sequence[Token]) -> Token | None:
    """The token that the others hang on."""
    places = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in places or token.head.i == token.i), None)


def _in_mode(mode: str, found: str, head: Token, factuality: Factuality) -> str:
    """The class in a mode; what is denied has none of its own.

    Any act can be asked for; an unknown one is agreed, refused or threatened only in so many words (vowed to respond).
    """
    if not found and (head.pos_ not in VERBAL or (mode != "requested" and verb_group(head).is_finite)):
        return ""
    kept = "" if factuality.polarity == "negative" else found
    return load_modes().get((mode, found or NONE), kept)


def _is_withheld(verb: Token, factuality: Factuality) -> bool:
    """Whether somebody does not do it (does not recognise the state), which is more than that it was not done."""
    deps = {child.dep_ for child in verb.children}
    return "neg" in deps and "auxpass" not in deps and "open" not in factuality.effects


def _is_about_words(head: Token, found: str) -> bool:
    """Whether no more than words are refused or asked for: declined to comment, asked not to be named."""
    if found not in ("REJECT", "REQUEST"):
        return False
    clauses = (child for child in head.children if child.dep_ in CLAUSES and child.tag_ in ("VB", "VBN"))
    return any(base_class(clause) == NONE for clause in clauses)


def _promised(verb: Token) -> str:
    """The class of a promise by what is promised: vowed not to return is REJECT, vowed to attack THREATEN."""
    for clause in verb.children:
        if clause.dep_ in ("xcomp", "advcl") and clause.tag_ == "VB":
            is_negative = any(child.dep_ == "neg" for child in clause.children)
            mode = "refused" if is_negative else "agreed"
            return load_modes().get((mode, base_class(clause) or NONE), "AGREE")
    return "AGREE"
