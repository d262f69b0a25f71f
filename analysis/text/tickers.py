"""Repairs of the parse around tickers: `Acme Ltd <ACM.L> said` is said by Acme Ltd.

The parser may take the ticker of a share for the word that the name before it belongs to.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

TICKER = re.compile(r"[A-Z0-9][A-Z0-9.]*")
HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos", "poss"})


def put_names_first(doc: Doc) -> None:
    """Give the name before each ticker the place in its clause that the ticker has. Changes the Doc."""
    for opened in doc[:-2]:
        if opened.text == "<" and opened.i > 0:
            _swap(doc[opened.i - 1], doc[opened.i + 1], doc[opened.i + 2])


def _swap(name: Token, ticker: Token, closed: Token) -> None:
    is_ticker = closed.text == ">" and TICKER.fullmatch(ticker.text) is not None
    is_apart = name.head.i in (ticker.i, ticker.head.i) and name.pos_ in ("PROPN", "NOUN") and name.dep_ not in HEADS
    if not is_ticker or not is_apart or ticker.dep_ not in HEADS or name.sent.start != ticker.sent.start:
        return
    relation, above = ticker.dep_, ticker.head
    name.head, name.dep_ = (name, "ROOT") if above.i == ticker.i else (above, relation)
    ticker.head, ticker.dep_ = name, "dep"
    for child in list(ticker.children):
        if child.i < name.i or child.i > closed.i:
            child.head = name
