"""The sentence of a claim: who, the verb phrase in the words of the text, and where each piece of it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from analysis.text.claims.about import about, auxiliary
from analysis.text.claims.kept import kept, subtree
from analysis.text.claims.path import framed_by, path
from analysis.text.claims.pieces import chars, runs, words
from analysis.text.facts.build import Sources, Told
from analysis.text.facts.naming import Named
from analysis.text.facts.subjects import subject
from analysis.text.facts.syntax import is_verbal
from analysis.text.records import Attribution

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


def worded(told: Told, sources: Sources) -> Wording:
    """The sentence of an event, from the outermost word that frames it."""
    head, names = told.event.head, sources.names
    top = framed_by(head, told.governors)
    if not is_verbal(top):
        return _wording(head.doc, None, "", subtree(top), _speaker(told, sources))
    steps = path(top, head)
    found = subject(steps[0])
    who = None if found is None else about(found, steps[0], names)
    return _wording(head.doc, who, auxiliary(steps[0], found), kept(steps), _speaker(told, sources), is_clause=True)


def _wording(
    doc: Doc, who: Named | None, verb: str, positions: Iterable[int], speaker: str, is_clause: bool = False
) -> Wording:
    found = frozenset(positions)
    parts = runs(doc, found)
    spans = [(who.start_char, who.end_char)] if who is not None else []
    spans += [chars(doc, part) for part in parts]
    text = " ".join(part for part in (who.words if who is not None else "", verb, words(doc, parts)) if part)
    if speaker and FIRST_PERSON.search(text):
        text = f"{speaker} said: {text}"
    return Wording(sentence(text), tuple(spans), found, is_whole=who is not None or not is_clause)


def sentence(text: str) -> str:
    """Words as a sentence: a capital, a full stop, no quotation marks that were opened or closed elsewhere.

    >>> sentence("the port , which it closed , 'reopened")
    'The port, which it closed, reopened.'
    """
    text = " ".join(QUOTES.sub(" ", text).split())
    text = AFTER_MARK.sub(r"\1", BEFORE_MARK.sub(r"\1", text)).strip(ENDS)
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".") if text else ""


def _speaker(told: Told, sources: Sources) -> str:
    """Who says so, where what he says is quoted: only there do `I` and `we` need him."""
    if told.fact.attribution is None:
        return ""
    one: Attribution = sources.attributions[told.fact.attribution]
    if one.source_mention is not None:
        return sources.names.mentions[one.source_mention].name
    return one.source or ""
