"""The references of a text: each pronoun and description of its body, resolved from what stands before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Span, Token

from analysis.lexicons.reference_words import pronouns
from analysis.text.parse import Parse
from analysis.text.records import Mention, Reference
from analysis.text.references.descriptions import POINTING, Told, describe, is_description
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
    phrase_words,
)

MOST_TOKENS = 250  # of a sentence that is read: longer ones are lists and tables
WIDTH = 3  # words from `the` or `both` to the noun of a description: `both the foreign ministers`
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


class Place(NamedTuple):
    """A sentence: its number, the mention of each token in one, and the quotation of each token in one."""

    number: int
    named: dict[int, int]
    quotes: dict[int, int]


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
        _read_sentence(reader, number, span, starts)
    return tuple(sorted(reader.found, key=lambda one: one.start_char))


def _read_sentence(reader: Reader, number: int, span: Span, starts: Sequence[int]) -> None:
    if len(span) > MOST_TOKENS:
        reader.before.append([])
        return
    tokens = list(span)
    words = [token.text for token in tokens]
    place = Place(number, _inside(starts, reader.told.mentions, span, tokens), _quotes(reader, words, span.start))
    nouns = [token for token in tokens if token.tag_ in NOUNS or token.i in place.named]
    here = _referents(reader, nouns, place)
    lower = [word.lower() for word in words]
    for i, token in enumerate(tokens):
        if lower[i] in pronouns():
            _add_pronoun(reader, token, place, here)
            continue
        is_near = not POINTING.isdisjoint(lower[max(0, i - WIDTH) : i]) and token.i not in place.named
        if is_near and is_description(token):
            _add_description(reader, token, number, here)
    reader.before.append(here)
    for one in here:
        reader.told.hear(one)


def _inside(starts: Sequence[int], mentions: Sequence[Mention], span: Span, tokens: Sequence[Token]) -> dict[int, int]:
    """The mention of each token of a sentence that stands in one."""
    first, last = bisect_left(starts, span.start_char), bisect_right(starts, span.end_char)
    if first == last:
        return {}
    places = [token.idx for token in tokens]
    found = {}
    for number in range(first, last):
        for i in range(bisect_left(places, starts[number]), bisect_left(places, mentions[number].end_char)):
            found[tokens[i].i] = number
    return found


def _quotes(reader: Reader, words: Sequence[str], start: int) -> dict[int, int]:
    """The number of the quotation that each token stands in; tokens outside are left out."""
    found = {}
    for i, word in enumerate(words, start):
        turn = QUOTES.get(word)
        if turn is not None:
            opens = turn > 0 or (turn == 0 and not reader.quote)
            reader.n_quotes += opens
            reader.quote = reader.n_quotes if opens else 0
        if reader.quote:
            found[i] = reader.quote
    return found


def _referents(reader: Reader, nouns: Sequence[Token], place: Place) -> list[Referent]:
    """The referents of a sentence; of nouns joined by `and` the whole, and each as a part."""
    single = [(token, one) for token in nouns if (one := _referent(reader, token, place)) is not None]
    found: list[Referent] = []
    parts: set[int] = set()
    for token, one in single:
        whole = joined(token, one.quote, place.number, [other for _, other in single])
        if whole is not None:
            found.append(whole)
            parts.update(part.i for part in conjuncts(token))
        found.append(one._replace(is_part=True, is_subject=False) if one.token in parts else one)
    return found


def _referent(reader: Reader, token: Token, place: Place) -> Referent | None:
    number, quote = place.named.get(token.i), place.quotes.get(token.i, 0)
    mentions = reader.told.mentions
    if number is not None and not _is_numbered(token):
        is_head = place.named.get(token.head.i) != number or token.head.i == token.i
        return of_mention(token, number, mentions[number], quote, place.number) if is_head else None
    if token.tag_ not in NOUNS or token.dep_ not in HEADS or token.ent_type_ in TIMES:
        return None
    beside = next((child for child in token.rights if child.dep_ == "appos" and child.i in place.named), None)
    if beside is not None:
        number = place.named[beside.i]
        one = of_mention(beside, number, mentions[number], quote, place.number)
        return one._replace(token=token.i, is_subject=is_subject(token))
    return of_noun(token, quote, place.number)


def _is_numbered(token: Token) -> bool:
    """Whether a number after a name makes it a thing of that make (`the Boeing 777`)."""
    return token.i + 1 < len(token.doc) and token.nbor().dep_ == "nummod" and token.nbor().head.i == token.i


def _add_pronoun(reader: Reader, token: Token, place: Place, here: list[Referent]) -> None:
    pronoun = pronouns()[token.lower_]
    if is_empty(token) or (token.lower_ == "her" and token.dep_ not in ("poss", "dobj", "dative", "pobj")):
        return
    quote = place.quotes.get(token.i, 0)
    beside = [one for one in here if one.quote == quote]
    before = [] if quote else [one for sentence in reader.before for one in sentence if not one.quote]
    found = resolve(token, pronoun, beside, before)
    if found is None:
        return
    one, rule = found
    one = one._replace(words=one.words or phrase_words(reader.parse.doc[one.token]))
    start_char, end_char = token.idx, token.idx + len(token)
    reader.found.append(
        Reference(
            sentence=place.number,
            start_char=start_char,
            end_char=end_char,
            antecedent=one.words,
            mention=one.mention,
            rule=rule,
        )
    )
    here.append(one._replace(token=token.i, sentence=place.number, is_subject=is_subject(token), quote=quote))


def _add_description(reader: Reader, token: Token, number: int, here: list[Referent]) -> None:
    before = [one for sentence in reader.before for one in sentence]
    near = [*before, *(one for one in here if one.token < token.i)]
    found = describe(token, near, reader.told)
    if found is None:
        return
    words, mention, rule = found
    start_char = reader.parse.doc[phrase_start(token)].idx
    reader.found.append(
        Reference(
            sentence=number,
            start_char=start_char,
            end_char=token.idx + len(token),
            antecedent=words,
            mention=mention,
            rule=rule,
        )
    )
    key = f"words {words}" if mention is None else f"chain {reader.told.mentions[mention].chain}"
    for i, one in enumerate(here):
        if one.token == token.i:
            here[i] = one._replace(words=words, mention=mention, key=key)
