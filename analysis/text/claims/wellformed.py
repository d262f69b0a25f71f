"""Whether the sentence of a claim is one: it says that something is so of somebody or something, and is whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from analysis.text.claims.about import Whom
from analysis.text.claims.row import Row
from analysis.text.claims.wording import Clause
from analysis.text.facts.syntax import child, is_infinitive

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBS = frozenset({"VERB", "AUX"})
BEFORE_BARE = frozenset({"do", "let", "make", "help", "have", "see"})  # `did not cut`, `helped build`
SINGULAR = frozenset({"NN", "NNP"})
CUT_OFF = frozenset(
    [
        "of",
        "by",
        "with",
        "to",
        "and",
        "or",
        "from",
        "at",
        "for",
        "in",
        "on",
        "as",
        "than",
        "the",
        "a",
        "an",
        "which",
        "whose",
        "that",
        "including",
        "such",
        "into",
        "between",
        "what",
        "who",
        "whom",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
    ]
)
OPENERS = frozenset(
    [
        "who",
        "whom",
        "which",
        "what",
        "whose",
        "when",
        "where",
        "how",
        "if",
        "than",
        "compared",
        "including",
        "because",
        "although",
        "while",
    ]
)
QUANTITY_OF = re.compile(r"^(?:\w+ ){1,4}of (?:whom|which)\b")
ASKED = frozenset({"ccomp", "pcomp"})  # `decided when it will reopen`
QUESTIONS = frozenset({"WRB", "WP", "WDT"})
FIGURES = re.compile(r"\bvs\b")  # a line of a table: `Net 3 mln vs 2 mln`


QUOTES = frozenset({"say", "deny"})  # kinds of cues that want what is said


def faults(row: Row) -> Iterator[str]:
    """What keeps the sentence of a row from being one, by name; nothing where it is well formed."""
    clause, text = row.wording.clause, row.wording.text
    words = text.rstrip(".!?").split()
    if not words:
        yield "empty"
        return
    if FIGURES.search(text):
        yield "line of a table"
    if words[-1].lower() in CUT_OFF:
        yield "breaks off"
    if words[0].lower() in OPENERS or QUANTITY_OF.match(text):
        yield "subordinate"
    if clause.is_clause:
        yield from _faults_of_clause(row, clause)


def _faults_of_clause(row: Row, clause: Clause) -> Iterator[str]:
    kept = [row.head.doc[place] for place in sorted(clause.positions)]
    verbs = [one for one in kept if one.pos_ in VERBS]
    if clause.who is None and not any(one.dep_ in ("expl", "csubj", "csubjpass") for one in kept):
        yield "nobody it is about"
    elif _is_bare(row.head, kept) or (not clause.auxiliary and verbs and not _is_finite(verbs, clause.who)):
        yield "no finite verb"
    if row.head.dep_ in ASKED and any(one.tag_ in QUESTIONS and one.dep_ != "nsubj" for one in row.head.lefts):
        yield "what is asked"
    if _wants_content(row, kept):
        yield "what is said is missing"


def _is_finite(verbs: Sequence[Token], who: Whom | None) -> bool:
    """Whether one of the verbs is finite: no infinitive, nor the bare form behind one thing (`the port relax it`)."""
    is_one = who is not None and who.head.tag_ in SINGULAR and child(who.head, "conj") is None
    is_bare = verbs[0].tag_ == "VB" and is_one
    return any(one.tag_ in FINITE for one in verbs) or not (is_infinitive(verbs[0]) or is_bare)


def _is_bare(verb: Token, kept: Sequence[Token]) -> bool:
    """Whether a verb stands without the `to` or `will` that it shares with another: `the port relax it`."""
    if verb.tag_ != "VB" or verb.dep_ != "conj":
        return False
    return not any(one.tag_ in ("MD", "TO") or one.lemma_ in BEFORE_BARE for one in kept if one.i < verb.i)


def _wants_content(row: Row, kept: Sequence[Token]) -> bool:
    """Whether a sentence ends with a verb of saying, without what is said: `the unions charged`."""
    is_last = bool(kept) and kept[-1].i == row.head.i
    return is_last and row.cue in QUOTES and child(row.head, "ccomp", "dobj", "xcomp") is not None
