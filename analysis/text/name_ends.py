"""Repairs of the parse where a sentence ends with a name: `It was bought by Acme Inc.`

The parser takes the last word of the name, which has the full stop, for a mark: the name then hangs on the verb of the
sentence as punctuation, and what it completes (`by`, `bought`) has no object.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

PREPOSITIONS = frozenset({"ADP", "SCONJ", "PART"})
LEADING = frozenset({"prep", "agent", "dative"})
VERBS = frozenset({"VERB"})
NOUNS = frozenset({"NOUN", "PROPN"})


def attach_name_ends(doc: Doc) -> None:
    """Give each name whose last word was taken for a mark to the word that it completes. Changes the Doc."""
    for token in doc:
        if token.dep_ == "punct" and len(token) > 1 and token.text[0].isupper():
            _attach(token)


def _attach(token: Token) -> None:
    first = token.left_edge.i
    before = token.doc[first - 1] if first > token.sent.start else None
    if before is None or before.is_punct:
        return
    if before.dep_ in LEADING or before.pos_ in PREPOSITIONS:
        _hang(token, before, "pobj")
    elif before.dep_ == "cc" and before.head.pos_ in NOUNS:
        _hang(token, before.head, "conj")
    elif before.pos_ in VERBS and not any(one.dep_ == "dobj" for one in before.rights):
        _hang(token, before, "dobj")
    elif before.pos_ in NOUNS:
        _hang(token, before, "appos")


def _hang(token: Token, above: Token, relation: str) -> None:
    if not token.is_ancestor(above):
        token.head = above
        token.dep_ = relation
