"""The references of a text: each pronoun and description of its body, resolved from what stands before it."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from analysis.lexicons.reference_words import pronouns
from analysis.text.parse import Parse
from analysis.text.records import Mention, Reference
from analysis.text.references.descriptions import Told, describe, is_description
from analysis.text.references.pronouns import is_empty, resolve
from analysis.text.references.referent import (
    HEADS,
    Referent,
    conjuncts,
    is_subject,
    joined,
    of_mention,
    of_noun,
    phrase_start,
)

REACH = 2  # sentences back that are looked at
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
TIMES = frozenset({"DATE", "TIME"})
QUOTES = {"“": 1, "”": -1, '"': 0, "``": 1, "''": -1}


@dataclass
class Reader:
    """Where the reading of a text stands: what it told, the last sentences' referents, and the open quotation."""

    parse: Parse
    told: Told
    found: list[Reference] = field(default_factory=list)
    before: deque[list[Referent]] = field(default_factory=lambda: deque(maxlen=REACH))
    quote: int = 0
    n_quotes: int = 0


def find_references(parse: Parse, mentions: tuple[Mention, ...]) -> tuple[Reference, ...]:
    """The references of a text, in order. One whose antecedent is not clear is left out."""
    reader = Reader(parse, Told(mentions))
    starts = [mention.start_char for mention in mentions]
    previous_end = 0
    for number, span in parse.analysed():
        if parse.sentences[number].kind != "body":
            continue
        if span.start != previous_end:
            reader.quote = 0  # a quotation ends with its paragraph
        previous_end = span.end
        _read_sentence(reader, number, span, _inside(starts, mentions, span))
    return tuple(sorted(reader.found, key=lambda one: one.start_char))


def _inside(starts: list[int], mentions: Sequence[Mention], span: Span) -> dict[int, int]:
    """The mention of each token of a sentence that stands in one."""
    found: dict[int, int] = {}
    for token in span:
        number = bisect_right(starts, token.idx) - 1
        if number >= 0 and token.idx < mentions[number].end_char:
            found[token.i] = number
    return found


def _read_sentence(reader: Reader, number: int, span: Span, named: dict[int, int]) -> None:
    quotes = _quotes(reader, span)
    here = _referents(reader, span, number, named, quotes)
    for token in span:
        pronoun = pronouns().get(token.lower_)
        if pronoun is not None:
            _add_pronoun(reader, token, number, here, quotes[token.i])
        elif token.i not in named and is_description(token):
            _add_description(reader, token, number, here)
    reader.before.append(here)
    for one in here:
        reader.told.hear(one)


def _quotes(reader: Reader, span: Span) -> dict[int, int]:
    """The number of the quotation that each token stands in, 0 for none."""
    found = {}
    for token in span:
        turn = QUOTES.get(token.text)
        if turn is not None:
            opens = turn > 0 or (turn == 0 and not reader.quote)
            reader.n_quotes += opens
            reader.quote = reader.n_quotes if opens else 0
        found[token.i] = reader.quote
    return found


def _referents(
    reader: Reader, span: Span, number: int, named: dict[int, int], quotes: dict[int, int]
) -> list[Referent]:
    """The referents of a sentence; of nouns joined by `and` the whole, and each as a part."""
    single = [one for token in span if (one := _referent(reader, token, number, named, quotes)) is not None]
    found: list[Referent] = []
    parts: set[int] = set()
    for one in single:
        token = reader.parse.doc[one.token]
        whole = joined(token, one.quote, number, single)
        if whole is not None:
            found.append(whole)
            parts.update(part.i for part in conjuncts(token))
        found.append(one._replace(is_part=True, is_subject=False) if one.token in parts else one)
    return found


def _referent(
    reader: Reader, token: Token, sentence: int, named: dict[int, int], quotes: dict[int, int]
) -> Referent | None:
    number = named.get(token.i)
    if number is not None and not _is_numbered(token):
        is_head = named.get(token.head.i) != number or token.head.i == token.i
        return of_mention(token, number, reader.told.mentions[number], quotes[token.i], sentence) if is_head else None
    if token.tag_ not in NOUNS or token.dep_ not in HEADS or token.ent_type_ in TIMES:
        return None
    beside = next((child for child in token.rights if child.dep_ == "appos" and child.i in named), None)
    if beside is not None:
        mention = named[beside.i]
        one = of_mention(beside, mention, reader.told.mentions[mention], quotes[token.i], sentence)
        return one._replace(token=token.i, is_subject=is_subject(token))
    return of_noun(token, quotes[token.i], sentence)


def _is_numbered(token: Token) -> bool:
    """Whether a number after a name makes it a thing of that make (`the Boeing 777`)."""
    return token.i + 1 < len(token.doc) and token.nbor().dep_ == "nummod" and token.nbor().head.i == token.i


def _add_pronoun(reader: Reader, token: Token, number: int, here: list[Referent], quote: int) -> None:
    pronoun = pronouns()[token.lower_]
    if is_empty(token) or (token.lower_ == "her" and token.dep_ not in ("poss", "dobj", "dative", "pobj")):
        return
    beside = [one for one in here if one.quote == quote]
    before = [] if quote else [one for sentence in reader.before for one in sentence if not one.quote]
    found = resolve(token, pronoun, beside, before)
    if found is None:
        return
    one, rule = found
    start_char, end_char = token.idx, token.idx + len(token)
    reader.found.append(Reference(number, start_char, end_char, one.words, one.mention, rule))
    here.append(one._replace(token=token.i, sentence=number, is_subject=is_subject(token), quote=quote))


def _add_description(reader: Reader, token: Token, number: int, here: list[Referent]) -> None:
    before = [one for sentence in reader.before for one in sentence]
    near = [*before, *(one for one in here if one.token < token.i)]
    found = describe(token, near, reader.told)
    if found is None:
        return
    words, mention, rule = found
    start_char = reader.parse.doc[phrase_start(token)].idx
    reader.found.append(Reference(number, start_char, token.idx + len(token), words, mention, rule))
    key = f"words {words}" if mention is None else f"chain {reader.told.mentions[mention].chain}"
    for i, one in enumerate(here):
        if one.token == token.i:
            here[i] = one._replace(words=words, mention=mention, key=key)
