"""The sentence of a claim: who, the verb phrase in the words of the text, and where each piece of it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from analysis.text.claims.about import Whom, about, auxiliary, known, resolved, with_article
from analysis.text.claims.kept import kept, subtree
from analysis.text.claims.path import framed_by, path
from analysis.text.claims.pieces import Run, chars, runs, words
from analysis.text.claims.speaker import speaker
from analysis.text.facts.arguments import Argument
from analysis.text.facts.build import Sources, Told
from analysis.text.facts.subjects import subject
from analysis.text.facts.syntax import RELATIVE_TAGS, SUBJECTS, is_verbal

BEFORE_MARK = re.compile(r"\s+([,;:!?%)\]]|\.(?!\w))")
AFTER_MARK = re.compile(r"([(\[$£€])\s+")
QUOTES = re.compile(r"[\"“”„«»]")
OPENED = re.compile(r"(?<![\w.])['‘]")
CLOSED = re.compile(r"['’](?!\w)")
LEFT_OPEN = re.compile(r"(?<![sz])['’](?!\w)")  # a mark after an `s` that none opened is a possessive: `banks' rates`
# `Acme Corp <ACM.L>`, `<Acme Corp>`; a long form may have its short form behind it: `African Union (AU)`
TICKERS = re.compile(r"\s*<[A-Z0-9][A-Z0-9.=]*(?:>|(?! ?\w))|\s*\b[A-Z0-9]+\.[A-Z]+>|[<>]")
REMARKS = re.compile(r"\s*\((?!\w*[A-Z]\w*[A-Z]\w*\))[^()]*(?:\)|$)")
SHORT_FORM = re.compile(r"\((\w*[A-Z]\w*[A-Z]\w*)\b(?![&)])")  # whose bracket is not closed
MARKED = re.compile(r"[<>()\[\]\"“”„«»'‘’]")
ADDED = re.compile(r"\b(to|will|would|can|may|the|an?|of|by) \((\w+)\)")  # in round brackets: `to (turn) the tide`
EDITED = re.compile(r"\[(\w+)\]")  # what an editor put into a quotation: `[T]he strains`
LONE = {"[": "]", "(": ")"}  # marks that go where they are not closed or not opened
TWICE = re.compile(r"\b(the|an?|to|of|and|in|for)( \1)+\b", re.IGNORECASE)
OWN_AGAIN = re.compile(r"\b([A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*)(?:'s|') \1\b")  # `its Acme unit`, where `its` is Acme's
LEFT_OUT = re.compile(r"\s*\[(?:\.{3}|…)\]")  # words that a quotation leaves out
NEXT_SENTENCE = re.compile(LEFT_OUT.pattern + r"\s*(?=[A-Z])")
FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|us|[Oo]urs?)\b")  # `US` is a country, `the mine` a mine
ENDS = " ,;:-–—"


@dataclass(frozen=True)
class Clause:
    """Whom a clause is about, the auxiliary that it lacks, the positions of its words in the Doc.

    `said` are those of a clause before the verb that is what somebody says: `the dam is safe, she told them`.
    """

    who: Whom | None
    auxiliary: str
    positions: frozenset[int]
    said: frozenset[int] = frozenset()
    is_clause: bool = True


@dataclass(frozen=True)
class Wording:
    """The sentence of a claim, the spans of its pieces (characters into the text), and the clause that it states.

    A noun that tells an event needs nobody whom it is about.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    clause: Clause
    is_filled: bool = False  # whether a name stands in place of a pronoun

    @property
    def positions(self) -> frozenset[int]:
        """The positions in the Doc of its words, without those of whom it is about."""
        return self.clause.positions

    @property
    def is_whole(self) -> bool:
        """Whether it says whom it is about, or needs not to."""
        return self.clause.who is not None or not self.clause.is_clause


def worded(told: Told, sources: Sources) -> Wording:
    """The sentence of an event, from the outermost word that frames it."""
    clause = _clause(told, sources)
    doc, who = told.event.head.doc, clause.who
    spans = [(who.named.start_char, who.named.end_char)] if who is not None else []
    parts = runs(doc, clause.positions)
    spans += [chars(doc, part) for part in parts]
    instead = resolved(doc, clause.positions, sources.names, known(who, sources.names))
    text = stated(clause, "" if who is None else who.named.words, instead, told, sources)
    return Wording(text, tuple(spans), clause, bool(instead))


def _clause(told: Told, sources: Sources) -> Clause:
    head = told.event.head
    top = framed_by(head, told.governors)
    if not is_verbal(top):
        return Clause(None, "", frozenset(subtree(top)), is_clause=False)
    steps = path(top, head)
    found = subject(steps[0]) or _antecedent(steps[0])
    who = None if found is None else about(found, steps[0], sources.names)
    positions = frozenset(_without_source(kept(steps), told, who, sources))
    before = next((one for one in steps[0].lefts if one.dep_ == "ccomp" and one.i in positions), None)
    said = positions.intersection(subtree(before)) if before is not None and who is not None else frozenset[int]()
    return Clause(who, auxiliary(steps[0], found), positions, said)


def _antecedent(verb: Token) -> Argument | None:
    """The noun right before the relative pronoun that is the subject of a verb which the parse hung elsewhere."""
    pronoun = next((one for one in verb.lefts if one.dep_ in SUBJECTS and one.tag_ in RELATIVE_TAGS), None)
    before = None if pronoun is None or pronoun.i == pronoun.sent.start else pronoun.nbor(-1)
    if pronoun is None or pronoun.lower_ == "what" or before is None or before.pos_ not in ("NOUN", "PROPN"):
        return None
    return Argument(before, "antecedent")


def _without_source(positions: Iterable[int], told: Told, who: Whom | None, sources: Sources) -> Iterator[int]:
    """The positions but for who says so, where the parse took that for a part of what is said."""
    doc, number = told.event.head.doc, told.fact.attribution
    one = None if number is None else sources.attributions[number]
    start, end = (None, None) if one is None else (one.source_start_char, one.source_end_char)
    if start is None or end is None or start <= told.event.head.idx < end:
        yield from positions
        return
    is_about = who is not None and who.named.start_char < end and start < who.named.end_char
    yield from (place for place in positions if is_about or not start <= doc[place].idx < end)


def stated(clause: Clause, whom: str, instead: Mapping[int, str], told: Told, sources: Sources) -> str:
    """The sentence of a clause: whom it is about, then its words, some of them in place of those of the text."""
    doc = told.event.head.doc
    parts = runs(doc, clause.positions - clause.said)
    before, after = _around_whom(doc, parts, clause.who)
    if all(_is_inverted(doc, part) for part in before):
        before, after = [], before + after
    is_split = clause.who is not None and clause.who.positions and not clause.auxiliary
    if clause.who is not None and is_split and not all(_is_condition(doc, part) for part in before):
        whom, before = "", []  # the verb stands before whom it is about: `the state had lanes closed`
        after = runs(doc, (clause.positions - clause.said) | set(clause.who.positions))
    last = _told_last(doc, before, instead)
    said = _told_last(doc, runs(doc, clause.said), instead) if clause.said else ""
    pieces = (whom, clause.auxiliary, words(doc, after, instead), said and f"that {said}", last)
    text = " ".join(part for part in pieces if part)
    said_by = speaker(told.fact, sources) if FIRST_PERSON.search(text) else ""
    text = f"{with_article(said_by, sources.names)} said: {text[:1].upper()}{text[1:]}" if said_by else text
    return sentence(text, told.event.head.text)


def _around_whom(doc: Doc, parts: Sequence[Run], who: Whom | None) -> tuple[list[Run], list[Run]]:
    """The runs before and after whom a sentence is about; a condition that stands first is told last."""
    if who is None or not parts:
        return [], list(parts)
    sent = doc[parts[0][0]].sent
    start = who.named.start_char
    is_here = sent.start_char <= start < sent.end_char
    before = [part for part in parts if is_here and doc[part[1] - 1].idx < start]
    return before, [part for part in parts if part not in before]


def _is_inverted(doc: Doc, part: Run) -> bool:
    """Whether words before whom a sentence is about are verbs alone: `only then did she resign`, `, said the miner`."""
    return all(one.pos_ in ("AUX", "VERB") for one in doc[slice(*part)])


def _is_condition(doc: Doc, part: Run) -> bool:
    """Whether words before whom a sentence is about are a clause of their own, and not its verb."""
    return any(one.dep_ in ("advcl", "mark") for one in doc[slice(*part)])


def _told_last(doc: Doc, before: Sequence[Run], instead: Mapping[int, str]) -> str:
    """What stands before whom a sentence is about and is told behind: a condition, the words that somebody says."""
    text = words(doc, before, instead)
    is_name = bool(before) and (doc[before[0][0]].pos_ == "PROPN" or doc[before[0][0]].lower_ == "i")
    return text if is_name else text[:1].lower() + text[1:]


def sentence(text: str, act: str = "") -> str:
    """Words as a sentence: a capital, a full stop, no quotation marks that were opened or closed elsewhere.

    Remarks in brackets and the tickers of shares go, but for a remark that has the act.

    >>> sentence("the port , which it closed , 'reopened")
    'The port, which it closed, reopened.'
    >>> sentence("[T]he the first ore [that they sold assayed .06 oz")
    'The first ore that they sold assayed .06 oz.'
    >>> sentence("<Acme Corp> <ACM.L> paid banks' fees of 3 mln dlrs (2 mln stg")
    "Acme Corp paid banks' fees of 3 mln dlrs."
    >>> sentence("Acme Ltd's Acme Ltd unit bought shares")
    'Acme Ltd unit bought shares.'
    """
    if MARKED.search(text):
        text = _plain(text, act)
    text = OWN_AGAIN.sub(r"\1", TWICE.sub(r"\1", " ".join(text.split())))
    text = AFTER_MARK.sub(r"\1", BEFORE_MARK.sub(r"\1", text)).strip(ENDS)
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".") if text else ""


def _plain(text: str, act: str) -> str:
    """Words without quotation marks, tickers, what a quotation leaves out, and remarks that do not hold the act."""
    text = next((part for part in NEXT_SENTENCE.split(text) if act in part), text)
    text = ADDED.sub(r"\1 \2", SHORT_FORM.sub(r"(\1)", LEFT_OUT.sub("", TICKERS.sub("", text))))
    plain = REMARKS.sub("", text)
    text = QUOTES.sub(" ", EDITED.sub(r"\1", plain if act in plain else text))
    for opened, closed in LONE.items():
        if text.count(opened) != text.count(closed):
            text = text.replace(opened, "").replace(closed, "")
    return (CLOSED if OPENED.search(text) else LEFT_OPEN).sub("", OPENED.sub("", text))
