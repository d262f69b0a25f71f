"""Repairs of the parse around direct speech: no word of a quotation is an argument of its verb of saying.

The parser takes the fragment at the end of a quotation for a part of the clause that names the speaker: in
`"We looked for hours. Then nothing," said the driver` it finds that nothing said the driver.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from analysis.lexicons.cues import load_cues
from analysis.text.quotations import find_quotations

INSIDE = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd", "neg", "advmod", "npadvmod", "acomp", "expl"})
INVERTED = ("dobj", "attr", "oprd", "nsubj", "npadvmod", "ccomp", "conj")
SUBJECTS = ("nsubj", "nsubjpass")
NOUNS = ("NOUN", "PROPN", "PRON")
FINITE = ("VBD", "VBZ", "VBP")
DAYS = ("DATE", "TIME")
NEAR = 8  # tokens from a verb of saying to the quotation that it leads in
REACH = 24  # tokens from a quotation to its verb of saying
OPEN_ENDS = (",", "?", "!", "…", "...", "—", "–")
MARKS = ('"', "”", "''", "’", "'", "»")


def free_speech(doc: Doc, text: str, paragraphs: Sequence[tuple[int, int]]) -> None:
    """Take the words of quotations from the verbs of saying beside them, and give these the subject that is there.

    Changes the labels and heads of the Doc.
    """
    place = 0
    for start_char, end_char in find_quotations(text, paragraphs):
        place = _token_from(doc, start_char, place)
        last = _token_from(doc, end_char, place)
        if place < last:
            verb = _verb_after(doc, last) if _is_open(doc, place, last) else None
            for one in (verb, _verb_before(doc, place)):
                if one is not None:
                    _free(doc, place, last, one)
        place = last


def _token_from(doc: Doc, char: int, place: int) -> int:
    """The position of the first token at or after a character, looked for from a position."""
    while place < len(doc) and doc[place].idx < char:
        place += 1
    return place


def _is_open(doc: Doc, first: int, last: int) -> bool:
    """Whether a quotation ends as one that its speaker follows."""
    inner = next((doc[i].text for i in range(last - 1, first, -1) if doc[i].text not in MARKS), "")
    return inner in OPEN_ENDS or (last < len(doc) and doc[last].text == ",")


def _verb_before(doc: Doc, first: int) -> Token | None:
    """The verb of saying in the few words before a quotation that a colon or a comma leads in."""
    if first < 2 or doc[first].is_sent_start or doc[first - 1].text not in (",", ":"):
        return None
    for i in range(first - 2, max(-1, first - NEAR), -1):
        if _is_saying(doc[i]):
            return doc[i]
        if doc[i].is_sent_start or doc[i].is_punct:
            break
    return None


def _is_saying(token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX") or token.tag_ not in FINITE:
        return False
    if token.dep_ in ("relcl", "acl") and any(child.tag_ in ("WDT", "WP") for child in token.children):
        return False
    return any("quote" in one.frames for one in load_cues().get((token.lemma_.lower(), "verb"), ()))


def _verb_after(doc: Doc, last: int) -> Token | None:
    """The verb of saying after a quotation, in its sentence and before another mark than those of appositions."""
    for i in range(last, min(len(doc), last + REACH)):
        token = doc[i]
        if token.is_sent_start and i > last:
            return None
        if token.pos_ in ("VERB", "AUX") and token.tag_ in FINITE:
            return token if _is_saying(token) else None
    return None


def _free(doc: Doc, first: int, last: int, verb: Token) -> None:
    """Relabel what hangs on a verb from within a quotation, then find the verb's own subject."""
    freed = [child for child in verb.children if first <= child.i < last and child.dep_ in INSIDE]
    for child in freed:
        child.dep_ = "ccomp" if child.pos_ in ("VERB", "AUX") else "parataxis"
    if first <= verb.head.i < last and verb.dep_ in ("acl", "relcl", "advcl", "conj"):
        verb.dep_ = "parataxis"
    has_subject = any(child.dep_ in SUBJECTS for child in verb.children)
    if verb.i < last or has_subject or not (freed or first <= verb.head.i < last):
        return
    speaker = next(_speakers(doc, last, verb), None)
    if speaker is not None:
        if speaker.head.i != verb.i:
            speaker.head = verb
        speaker.dep_ = "nsubj"


def _speakers(doc: Doc, last: int, verb: Token) -> Iterator[Token]:
    """The nouns that may be a verb's subject: what stands right before it, then what hangs on it from behind."""
    before = doc[verb.i - 1]
    if verb.i > last and before.pos_ in NOUNS and before.ent_type_ not in DAYS:
        yield _head_within(before, last, verb.i)
    for child in verb.children:
        if child.i > verb.i and child.dep_ in INVERTED and child.pos_ in NOUNS and child.ent_type_ not in DAYS:
            yield child


def _head_within(token: Token, first: int, last: int) -> Token:
    """The head of the noun phrase of a token, as far as it lies between two places."""
    for _ in range(last - first):
        if not first <= token.head.i < last or token.head.i == token.i or token.head.pos_ not in NOUNS:
            break
        token = token.head
    return token
