"""The words of the sentence: what a search finds in it, and the terms that stand in it."""

from __future__ import annotations

from analysis.queries.engine.database import Database
from analysis.queries.searching.lexer import QueryFault
from analysis.queries.searching.parse import parse
from display.fields.entry import Entry


def _fault(said: str) -> str:
    try:
        parse(said)
    except QueryFault as fault:
        return fault.said_of(said)
    return ""


def _find(_: Database, said: str) -> str | None:
    return None if _fault(said) else said


WORDS = Entry(field="words", title="Words in the sentence", icon="search", find=_find, fault=_fault, chip="Words: {}")
TERM = Entry(field="term", title="Term", icon="match_word", chip="Term: {}")
