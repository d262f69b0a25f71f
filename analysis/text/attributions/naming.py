"""How a source is given: the tokens of its noun phrase, its words, and the name in it that speaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
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
MOST_OF_OFFICE = 10  # words from a body to who holds an office in it
UPWARDS = 4  # words between a relative pronoun and the verb of its clause
BODIES = ("ORG", "GPE", "NORP")
SPEAKING = ("ORG", "PERSON", "GPE", "NORP")
MODIFIERS = ("compound", "nmod", "amod", "poss")
ACTING_FOR = {"for": SPEAKING, "by": SPEAKING, "from": ("ORG", "PERSON", "NORP")}
BELONGING = {"of": SPEAKING, "at": ("ORG",), "with": ("ORG",), "within": ("ORG",)}


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
    if first in DASHES:
        return first == "--" or bool(tokens[0].i and tokens[0].nbor(-1).whitespace_)
    if first == "(":
        return all(token.text != ")" for token in tokens[:5])
    if first != ",":
        return False
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
            holder = self._holder(head)
            return number if holder is None else holder
        first, last = source_run(head)
        words = head.doc[first : last + 1]
        if words[0].text == "<":  # as in `<Acme Ltd> said`, a company without shares on the exchange
            return next((n for n in self.within(words.start_char, words.end_char)), None)
        named = (self.at(token) for token in words if token.dep_ == "appos" and token.i > head.i)
        number = next((n for n in named if n is not None and self.mentions[n].label == "PERSON"), None)
        return self._spoken_for(head) if number is None else number

    def _holder(self, head: Token) -> int | None:
        """The person behind the name of a body with an office between: `Port Board president Karl Linde`."""
        doc, last = head.doc, head.i
        while last + 1 < len(doc) and last - head.i < MOST_OF_OFFICE and doc[last + 1].pos_ in ("NOUN", "PROPN"):
            last += 1
        first, person = self.at(head), self.at(doc[last])
        if first is None or person is None or self.mentions[person].label != "PERSON":
            return None
        words = doc[head.i + 1 : last + 1]
        between = [word for word in words if self.at(word) is None]
        return person if between and between[-1].is_lower else None

    def _spoken_for(self, head: Token, hops: int = 2) -> int | None:
        """The mention that a spokesman, an office or a statement speaks for, by the grammar: not what stands nearest.

        After `for`, `by`, `from`; before the noun; after `of`, `at`. Where somebody is does not speak: a spokesman in
        Paris, the spokesman for the governor of a province.
        """
        if head.lemma_.lower() not in load_cue_words()["speaker"]:
            return None
        after = [child for child in head.rights if child.dep_ in ("prep", "agent", "acl")]
        found = self._after(after, ACTING_FOR, hops)
        if found is not None:
            return found
        before, behind = self._before(head), self._after(after, BELONGING, hops)
        is_place = before is not None and self.mentions[before].label in ("GPE", "NORP")
        return behind if before is None or (is_place and behind is not None) else before

    def _after(self, phrases: Sequence[Token], prepositions: Mapping[str, Sequence[str]], hops: int) -> int | None:
        """The mention after the first of these prepositions that brings in one which can speak."""
        for phrase in phrases:
            labels = prepositions.get(phrase.lower_, ())
            for noun in (child for child in phrase.children if labels and child.dep_ == "pobj"):
                number = self.at(noun)
                if number is not None and self.mentions[number].label in labels:
                    return number
                if number is None and hops and (further := self._spoken_for(noun, hops - 1)) is not None:
                    return further
        return None

    def _before(self, head: Token) -> int | None:
        """The mention among the words before a noun; a body before a person before a country."""
        words = (word for child in head.lefts if child.dep_ in MODIFIERS for word in child.subtree)
        inside = [number for word in words if (number := self.at(word)) is not None]
        return next((n for label in SPEAKING for n in inside if self.mentions[n].label == label), None)

    def like(self, words: str) -> int | None:
        """The first mention with these words, or whose last word they are."""
        return self._by_words.get(words)

    def within_source(self, span: Span, words: str) -> int | None:
        """The mention that speaks in a span: a person before a body; else one that has its words elsewhere."""
        inside = list(self.within(*span))
        labelled = (n for label in ("PERSON", *BODIES) for n in inside if self.mentions[n].label == label)
        return next(labelled, None) if inside else self.like(words)


@dataclass(frozen=True)
class NamedSource:
    """The span of a source, the words that it stands for, and the number of the mention that speaks."""

    start_char: int
    end_char: int
    words: str
    mention: int | None


def named_source(tree: Tree, names: Names, candidate: Candidate) -> NamedSource | None:
    """The source of a candidate; the span ends before a cue that the parse puts into it. None where nothing is left."""
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
    if start_char >= end_char:
        return None
    words = text[start_char:end_char]
    if noun.i != candidate.source.i:
        words = text[slice(*trimmed(text, (noun.left_edge.idx, candidate.source.left_edge.idx)))]
    return NamedSource(start_char, end_char, " ".join(words.split()), names.of_source(noun))
