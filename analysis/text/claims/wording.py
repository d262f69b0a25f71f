"""The sentence of a claim: who, the verb phrase in the words of the text, and where each piece of it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from analysis.text.claims.about import about, auxiliary, in_full, known, resolved
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
QUOTES = re.compile(r"[\"“”„«»]")
OPENED = re.compile(r"(?<!\w)['‘]")
CLOSED = re.compile(r"['’](?!\w)")
LEFT_OPEN = re.compile(r"(?<![sz])['’](?!\w)")  # a mark after an `s` that none opened is a possessive: `banks' rates`
# `Acme Corp <ACM.L>`, `<Acme Corp>`; a long form may have its short form behind it: `African Union (AU)`
TICKERS = re.compile(r"\s*<[A-Z0-9][A-Z0-9.=]*(?:>|(?! ?\w))|\s*\b[A-Z0-9]+\.[A-Z]+>|[<>]")
REMARKS = re.compile(r"\s*\((?!\w*[A-Z]\w*[A-Z]\w*\))[^()]*(?:\)|$)")
SHORT_FORM = re.compile(r"\((\w*[A-Z]\w*[A-Z]\w*)\b(?!\))")  # whose bracket is not closed
LEFT_OUT = re.compile(r"\s*\[(?:\.{3}|…)\]")  # words that a quotation leaves out
NEXT_SENTENCE = re.compile(LEFT_OUT.pattern + r"\s*(?=[A-Z])")
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
    pieces = (who.words if who is not None else "", clause.auxiliary, words(doc, after, instead))
    text = " ".join(part for part in (*pieces, _told_last(doc, before, instead)) if part)
    said_by = speaker(told.fact, sources) if FIRST_PERSON.search(text) else ""
    text = f"{in_full(said_by, names)} said: {text[:1].upper()}{text[1:]}" if said_by else text
    return Wording(
        sentence(text, told.event.head.text), tuple(spans), clause.positions, who is not None or not clause.is_clause
    )


def _around_whom(doc: Doc, parts: Sequence[Run], who: Named | None) -> tuple[list[Run], list[Run]]:
    """The runs before and after whom a sentence is about; a condition that stands first is told last."""
    if who is None or not parts:
        return [], list(parts)
    sent = doc[parts[0][0]].sent
    is_here = sent.start_char <= who.start_char < sent.end_char
    before = [part for part in parts if is_here and doc[part[1] - 1].idx < who.start_char]
    return before, [part for part in parts if part not in before]


def _told_last(doc: Doc, before: Sequence[Run], instead: Mapping[int, str]) -> str:
    """What stands before whom a sentence is about and is told behind: a condition, the words that somebody says."""
    text = words(doc, before, instead)
    is_said = any(
        one.dep_ == "ccomp" for start, end in before for one in doc[start:end] if not start <= one.head.i < end
    )
    is_name = bool(before) and doc[before[0][0]].pos_ == "PROPN"
    lower = text if is_name else text[:1].lower() + text[1:]
    return f"that {lower}" if is_said and lower else lower


def sentence(text: str, act: str = "") -> str:
    """Words as a sentence: a capital, a full stop, no quotation marks that were opened or closed elsewhere.

    Remarks in brackets and the tickers of shares go, but for a remark that has the act.

    >>> sentence("the port , which it closed , 'reopened")
    'The port, which it closed, reopened.'
    >>> sentence("<Acme Corp> <ACM.L> paid banks' fees of 3 mln dlrs (2 mln stg")
    "Acme Corp paid banks' fees of 3 mln dlrs."
    """
    text = next((part for part in NEXT_SENTENCE.split(text) if act in part), text)
    text = SHORT_FORM.sub(r"(\1)", LEFT_OUT.sub("", TICKERS.sub("", text)))
    plain = REMARKS.sub("", text)
    text = QUOTES.sub(" ", plain if act in plain else text)
    text = (CLOSED if OPENED.search(text) else LEFT_OPEN).sub("", OPENED.sub("", text))
    text = AFTER_MARK.sub(r"\1", BEFORE_MARK.sub(r"\1", " ".join(text.split()))).strip(ENDS)
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".") if text else ""
