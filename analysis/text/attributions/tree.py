"""The dependency tree of a text, with each token's children at hand, and its paragraphs as runs of tokens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from analysis.text.parse import Parse

Span = tuple[int, int]  # characters, half-open
Run = tuple[int, int]  # the positions of the first and the last token


@dataclass(frozen=True)
class Paragraph:
    """The tokens of a block, its span in characters, and its kind (heading or body)."""

    tokens: tuple[Token, ...]
    start_char: int
    end_char: int
    kind: str


@dataclass(frozen=True)
class Tree:
    """A parse, its paragraphs, and the sentence and the children of each token by its position in the Doc."""

    parse: Parse
    paragraphs: tuple[Paragraph, ...]
    sentence_of: Mapping[int, int]
    children: Mapping[int, Sequence[Token]]

    def of(self, token: Token, *labels: str) -> Iterator[Token]:
        """The children of a token, in order; with labels, those that depend on it in one of these ways."""
        return (child for child in self.children.get(token.i, ()) if not labels or child.dep_ in labels)

    def after(self, token: Token, *labels: str) -> Iterator[Token]:
        """The same, of the children that stand after the token."""
        return (child for child in self.of(token, *labels) if child.i > token.i)

    def first(self, token: Token, *labels: str) -> Token | None:
        """The first child with one of these labels."""
        return next(self.of(token, *labels), None)

    def sentence(self, token: Token) -> Run:
        """The first and the last token of a token's sentence."""
        span = self.parse.spans[self.sentence_of[token.i]]
        return (span.start, span.end - 1) if span is not None else (token.i, token.i)


def tree_of(parse: Parse) -> Tree:
    """The tree of a parse; takes one walk over its tokens."""
    children: dict[int, list[Token]] = defaultdict(list)
    sentence_of: dict[int, int] = {}
    paragraphs: list[tuple[list[int], list[Token]]] = []
    last_end = -1
    for number, span in parse.analysed():
        if span.start != last_end:
            paragraphs.append(([], []))
        last_end = span.end
        numbers, tokens = paragraphs[-1]
        numbers.append(number)
        for token in span:
            place, head = token.i, token.head.i
            tokens.append(token)
            sentence_of[place] = number
            if head != place:
                children[head].append(token)
    return Tree(parse, tuple(_paragraph(parse, *one) for one in paragraphs), sentence_of, dict(children))


def _paragraph(parse: Parse, numbers: Sequence[int], tokens: Sequence[Token]) -> Paragraph:
    first, last = parse.sentences[numbers[0]], parse.sentences[numbers[-1]]
    return Paragraph(tuple(tokens), first.start_char, last.end_char, first.kind)


def run(token: Token) -> Run:
    """The tokens of a token with all that depends on it."""
    return token.left_edge.i, token.right_edge.i


def token_span(first: Token, last: Token) -> Span:
    """The characters from the first to the last token."""
    return first.idx, last.idx + len(last.text)
