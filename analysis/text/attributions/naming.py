"""How a source is given: the tokens of its noun phrase, its words, and the name in it that speaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from analysis.lexicons.cues import load_cue_words
from analysis.text.attributions.candidate import Candidate
from analysis.text.attributions.grammar import NOUNS
from analysis.text.attributions.spans import trimmed
from analysis.text.attributions.tree import Run, Span, Tree, token_span
from analysis.text.records import Mention

CLOSING = re.compile('["”]')
DASHES = ("—", "–", "--", "―")
REACH = 60  # tokens of a source after its head
UPWARDS = 4  # words between a relative pronoun and the verb of its clause
BODIES = ("ORG", "GPE", "NORP")


def source_run(head: Token) -> Run:
    """The tokens of a source: its noun phrase, up to a dash, a longer bracket, an enumeration or a participle.

    Of a sign that the parse takes for the head (`<Acme Ltd> said`): the sentence so far.
    """
    doc, last = head.doc, head.right_edge.i
    if not any(character.isalnum() for character in head.text):
        return max(head.sent.start, head.i - REACH), last
    for i in range(head.i + 1, min(last, head.i + REACH)):
        if _begins_remark(doc[i : last + 1]):
            return head.left_edge.i, i - 1
    return head.left_edge.i, last


def _begins_remark(tokens: Tokens) -> bool:
    first = tokens[0].text
    if first == "(":
        return all(token.text != ")" for token in tokens[:5])
    if first != ",":
        return first in DASHES
    return tokens[1].lower_ in ("including", "such") or (tokens[1].dep_ == "acl" and tokens[1].pos_ == "VERB")


def antecedent(head: Token) -> Token:
    """The noun that a relative pronoun stands for; any other word itself."""
    if head.tag_ not in ("WP", "WDT"):
        return head
    verb = head.head
    for _ in range(UPWARDS):
        if verb.dep_ == "relcl":
            return verb.head if verb.head.pos_ in NOUNS and verb.head.i < head.i else head
        verb = verb.head
    return head


class Names:
    """The mentions of a text, found by the token that they cover."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self.starts = [mention.start_char for mention in mentions]
        self._by_words: dict[str, int] = {}
        for number, mention in enumerate(mentions):
            for words in (mention.text, *mention.text.split()[-1:]):
                self._by_words.setdefault(words, number)

    def at(self, token: Token) -> int | None:
        """The number of the mention that covers a token."""
        number = bisect_right(self.starts, token.idx) - 1
        return number if number >= 0 and token.idx < self.mentions[number].end_char else None

    def within(self, start_char: int, end_char: int) -> Iterator[int]:
        """The numbers of the mentions between two places."""
        number = bisect_right(self.starts, start_char - 1)
        while number < len(self.mentions) and self.mentions[number].end_char <= end_char:
            yield number
            number += 1

    def of_source(self, head: Token) -> int | None:
        """The mention that speaks: the head of the source, a name in apposition, or the body that a speaker is of."""
        number = self.at(head)
        if number is not None:
            return number
        first, last = source_run(head)
        words = head.doc[first : last + 1]
        named = (self.at(token) for token in words if token.dep_ == "appos" and token.i > head.i)
        number = next((n for n in named if n is not None and self.mentions[n].label == "PERSON"), None)
        if number is None and head.lemma_.lower() in load_cue_words()["speaker"]:
            number = self._body(words.start_char, words.end_char)
        return number

    def like(self, words: str) -> int | None:
        """The first mention with these words, or whose last word they are."""
        return self._by_words.get(words)

    def within_source(self, span: Span, words: str) -> int | None:
        """The mention that speaks in a span: a person before a body; else one that has its words elsewhere."""
        inside = list(self.within(*span))
        labelled = (n for label in ("PERSON", *BODIES) for n in inside if self.mentions[n].label == label)
        return next(labelled, None) if inside else self.like(words)

    def _body(self, start_char: int, end_char: int) -> int | None:
        inside = list(self.within(start_char, end_char))
        return next((n for label in BODIES for n in inside if self.mentions[n].label == label), None)


@dataclass(frozen=True)
class NamedSource:
    """The span of a source, the words that it stands for, and the number of the mention that speaks."""

    start_char: int
    end_char: int
    words: str
    mention: int | None


def named_source(tree: Tree, names: Names, candidate: Candidate) -> NamedSource | None:
    """The source of a candidate; the span ends before a cue that the parse puts into it."""
    if candidate.source is None:
        return None
    text, doc, noun = tree.parse.text, candidate.cue.doc, antecedent(candidate.source)
    if candidate.source_span is not None:
        words = text[slice(*candidate.source_span)]
        return NamedSource(*candidate.source_span, words, names.within_source(candidate.source_span, words))
    first, last = source_run(candidate.source)
    start_char, end_char = token_span(doc[first], doc[last])
    if start_char < candidate.cue_span[0] < end_char:
        left = candidate.cue.left_edge
        end_char = left.idx if left.i > candidate.source.i else candidate.cue_span[0]
    start_char, end_char = trimmed(text, (start_char, end_char))
    if text[start_char : start_char + 1] in tuple('"“') and not CLOSING.search(text, start_char + 1, end_char):
        start_char += 1
    words = text[start_char:end_char]
    if noun.i != candidate.source.i:
        words = text[slice(*trimmed(text, (noun.left_edge.idx, candidate.source.left_edge.idx)))]
    return NamedSource(start_char, end_char, " ".join(words.split()), names.of_source(noun))
