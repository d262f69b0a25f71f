"""The quotations of a parse, and which tokens stand in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from analysis.text.attributions.grammar import VERBS
from analysis.text.attributions.tree import Span, Tree
from analysis.text.quotations import find_quotations

CLOSING = tuple("\"”»'’")
MARKS = " \n\"“”„«»'‘’`….\u200b\u200e\u200f\ufeff"


@dataclass(frozen=True)
class Quotation:
    """A quotation: its span and its tokens, marks included, and the number of its paragraph.

    `is_open`: it ends as one that its speaker follows; `is_whole`: it ends as a sentence does; `is_sentence`: it begins
    as a sentence does; `is_closed`: it has a closing mark, without which it goes on in the next paragraph.
    """

    start_char: int
    end_char: int
    tokens: tuple[Token, ...]
    paragraph: int
    is_open: bool
    is_whole: bool
    is_sentence: bool
    is_closed: bool


@dataclass(frozen=True)
class Quoted:
    """The quotations in order, and the number of the quotation of each token that stands in one."""

    quotations: tuple[Quotation, ...]
    number_of: Mapping[int, int]
    starts: Sequence[int]

    def covered(self, content: Span) -> Span:
        """The content with the whole of the quotations that it begins or ends in."""
        first, last = self.at(content[0]), self.at(content[1] - 1)
        return first.start_char if first else content[0], max(content[1], last.end_char if last else 0)

    def begins_within(self, content: Span) -> bool:
        """Whether a quotation begins in a content."""
        number = bisect_left(self.starts, content[0])
        return number < len(self.starts) and self.starts[number] < content[1]

    def after(self, quotation: Quotation) -> Quotation | None:
        """The quotation that the paragraph after a quotation begins with."""
        number = bisect_right(self.starts, quotation.start_char)
        following = self.quotations[number] if number < len(self.quotations) else None
        return following if following is not None and following.paragraph == quotation.paragraph + 1 else None

    def at(self, place: int) -> Quotation | None:
        """The quotation that covers a place."""
        number = bisect_right(self.starts, place) - 1
        return self.quotations[number] if number >= 0 and place < self.quotations[number].end_char else None


def quoted_in(tree: Tree) -> Quoted:
    """The quotations of the analysed paragraphs."""
    spans = find_quotations(tree.parse.text, [(p.start_char, p.end_char) for p in tree.paragraphs])
    quotations = tuple(_quotations(tree, spans))
    number_of = {token.i: number for number, q in enumerate(quotations) for token in q.tokens}
    return Quoted(quotations, number_of, tuple(q.start_char for q in quotations))


def _quotations(tree: Tree, spans: Sequence[Span]) -> Iterator[Quotation]:
    place = 0
    for number, paragraph in enumerate(tree.paragraphs):
        first = 0
        while place < len(spans) and spans[place][0] < paragraph.end_char:
            start_char, end_char = spans[place]
            first = bisect_left(paragraph.tokens, start_char, first, key=_start)
            last = bisect_left(paragraph.tokens, end_char, first, key=_start)
            if first < last:
                yield _quotation(tree.parse.text, spans[place], paragraph.tokens[first:last], number)
            first, place = last, place + 1


def _start(token: Token) -> int:
    return token.idx


def _quotation(text: str, span: Span, tokens: tuple[Token, ...], paragraph: int) -> Quotation:
    start_char, end_char = span
    last = text[max(start_char, end_char - 8) : end_char].rstrip(" \n\"”»'’")[-1:]
    first = text[start_char : min(end_char, start_char + 8)].lstrip(MARKS)[:1]
    is_sentence = first.isupper() or first.isdigit()
    is_ended = is_sentence and text[end_char : end_char + 1] == "." and any(token.pos_ in VERBS for token in tokens)
    return Quotation(
        start_char=start_char,
        end_char=end_char,
        tokens=tokens,
        paragraph=paragraph,
        is_open=last in tuple(",?!…—–-"),
        is_whole=is_ended or last in tuple(".?!…—–-"),
        is_sentence=is_sentence,
        is_closed=text[end_char - 1] in CLOSING,
    )
