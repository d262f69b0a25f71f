"""The sentence of a claim: who, the verb phrase in the words of the text, and where each piece of it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from analysis.text.claims.about import about, auxiliary, known, resolved
from analysis.text.claims.kept import kept, subtree
from analysis.text.claims.path import framed_by, path
from analysis.text.claims.pieces import Run, chars, runs, words
from analysis.text.claims.speaker import speaker
from analysis.text.facts.build import Sources, Told
from analysis.text.facts.naming import Named
from analysis.text.facts.subjects import subject
from analysis.text.facts.syntax import is_verbal

BEFORE_MARK = re.compile(r"\s+([,.;:!?%)\]])")
AFTER_MARK = re.compile(r"([(\[$£€])\s+")
QUOTES = re.compile(r"[\"“”„«»]|(?<!\w)['‘]|['’](?!\w)")
FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|we|us|our|ours)\b", re.IGNORECASE)
ENDS = " ,;:-–—"


@dataclass(frozen=True)
class Wording:
    """The sentence of a claim, the spans of its pieces (characters into the text), and the positions of its words in
    the Doc, without those of whom it is about. A noun that tells an event needs nobody whom it is about."""

    text: str
    spans: tuple[tuple[int, int], ...]
    positions: frozenset[int]
    is_whole: bool


@dataclass(frozen=True)
class Clause:
    """Whom a clause is about, the auxiliary that it lacks, and the positions of its words in the Doc."""

    who: Named | None
    auxiliary: str
    positions: frozenset[int]
    is_clause: bool = True


def worded(told: Told, sources: Sources) -> Wording:
    """The sentence of an event, from the outermost word that frames it."""
    head, names = told.event.head, sources.names
    top = framed_by(head, told.governors)
    if not is_verbal(top):
        return _wording(Clause(None, "", frozenset(subtree(top)), is_clause=False), told, sources)
    steps = path(top, head)
    found = subject(steps[0])
    who = None if found is None else about(found, steps[0], names)
    return _wording(Clause(who, auxiliary(steps[0], found), frozenset(kept(steps))), told, sources)


def _wording(clause: Clause, told: Told, sources: Sources) -> Wording:
    doc, who, names = told.event.head.doc, clause.who, sources.names
    parts = runs(doc, clause.positions)
    spans = [(who.start_char, who.end_char)] if who is not None else []
    spans += [chars(doc, part) for part in parts]
    instead = resolved(doc, clause.positions, names, known(who, doc, names))
    before, after = _around_whom(doc, parts, who)
    condition = words(doc, before, instead)
    pieces = (who.words if who is not None else "", clause.auxiliary, words(doc, after, instead))
    text = " ".join(part for part in (*pieces, condition[:1].lower() + condition[1:]) if part)
    said_by = speaker(told.fact, sources) if FIRST_PERSON.search(text) else ""
    text = f"{said_by} said: {text}" if said_by else text
    return Wording(sentence(text), tuple(spans), clause.positions, who is not None or not clause.is_clause)


def _around_whom(doc: Doc, parts: Sequence[Run], who: Named | None) -> tuple[list[Run], list[Run]]:
    """The runs before and after whom a sentence is about; a condition that stands first is told last."""
    if who is None or not parts:
        return [], list(parts)
    sent = doc[parts[0][0]].sent
    is_here = sent.start_char <= who.start_char < sent.end_char
    before = [part for part in parts if is_here and doc[part[1] - 1].idx < who.start_char]
    return before, [part for part in parts if part not in before]


def sentence(text: str) -> str:
    """Words as a sentence: a capital, a full stop, no quotation marks that were opened or closed elsewhere.

    >>> sentence("the port , which it closed , 'reopened")
    'The port, which it closed, reopened.'
    """
    text = " ".join(QUOTES.sub(" ", text).split())
    text = AFTER_MARK.sub(r"\1", BEFORE_MARK.sub(r"\1", text)).strip(ENDS)
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".") if text else ""
