"""Naming: the words and the name that an argument stands for, through pronouns, appositions and offices."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from analysis.lexicons.gazetteer import country_of, demonym_country, place_country
from analysis.text.facts.arguments import Argument
from analysis.text.facts.lexicon import party_nouns
from analysis.text.facts.phrases import NESTED, Span, base, conjuncts, name_beside
from analysis.text.facts.syntax import antecedent, child, is_relative
from analysis.text.parse import Parse
from analysis.text.records import Mention, Reference

PRONOUNS = frozenset({"PRP", "PRP$"})
PARTIES = ("GPE", "ORG", "NORP", "LOC", "FAC")
PLACES = frozenset({"GPE", "LOC", "FAC"})
BRACKETS = frozenset("()")
NOUNS = frozenset({"NOUN", "PROPN"})
PARTY = frozenset({"PERSON", "GPE", "ORG", "NORP"})


@dataclass(frozen=True)
class Named:
    """What stands in a slot of a fact: its words, where they stand in the text, the mention in them."""

    words: str
    start_char: int
    end_char: int
    mention: int | None
    how: str = ""
    is_clear: bool = True


class Names:
    """The mentions and references of a text, by the positions of their tokens in the Doc."""

    def __init__(self, parse: Parse, mentions: Sequence[Mention], references: Sequence[Reference]) -> None:
        self.parse = parse
        self.mentions = mentions
        self.starts = [token.idx for token in parse.doc]
        self._at = _by_token(self.starts, mentions)
        self._references = {(one.start_char, one.end_char): one for one in references}
        self._phrases: dict[int, Named] = {}
        self._ordered = references

    def mention_at(self, token: Token) -> int | None:
        """The position of the mention that a token stands in."""
        return self._at.get(token.i)

    def token_at(self, start_char: int) -> Token | None:
        """The token that begins at a character."""
        place = bisect_left(self.starts, start_char)
        return self.parse.doc[place] if self.starts[place : place + 1] == [start_char] else None

    def head_of(self, mention: int) -> Token | None:
        """The word of a mention that hangs on a word outside it."""
        one = self.mentions[mention]
        first, end = bisect_left(self.starts, one.start_char), bisect_left(self.starts, one.end_char)
        for token in self.parse.doc[first:end]:
            if not first <= token.head.i < end or token.head.i == token.i:
                return token
        return None

    @cached_property
    def pronouns(self) -> dict[int, Reference]:
        """The references of the pronouns, by their positions in the Doc."""
        found = {bisect_left(self.starts, one.start_char): one for one in self._references.values()}
        return {place: one for place, one in found.items() if self.parse.doc[place].tag_ in PRONOUNS}

    @cached_property
    def with_article(self) -> frozenset[str]:
        """The names before which the text has `the`: `the Bank of Velmont`, but not `the Acme lawyers`."""
        return frozenset(one.name for number, one in enumerate(self.mentions) if self._has_article(number))

    def _has_article(self, number: int) -> bool:
        one = self.mentions[number]
        if one.label == "PERSON" or one.text != one.name:
            return False
        if self.parse.text[max(0, one.start_char - 4) : one.start_char].lower() != "the ":
            return False
        first, end = bisect_left(self.starts, one.start_char), bisect_left(self.starts, one.end_char)
        return first > 0 and first <= self.parse.doc[first - 1].head.i < end

    def label(self, token: Token) -> str:
        """The label of the mention that a token stands in, empty where it stands in none."""
        found = self._at.get(token.i)
        return "" if found is None else self.mentions[found].label

    def is_party(self, head: Token) -> bool:
        """Whether a noun is a person, body, people or country, by its name or by what it says: `a group of rebels`."""
        for _ in range(NESTED):
            if self.label(head) in PARTY or (head.pos_ in NOUNS and head.lemma_.lower() in party_nouns()):
                return True
            of = next((one for one in head.rights if one.dep_ == "prep" and one.lower_ == "of"), None)
            held = None if of is None else child(of, "pobj")
            if held is None:
                return False
            head = held
        return False

    def is_resolved(self, head: Token) -> bool:
        """Whether it is known what a pronoun stands for."""
        return (head.idx, head.idx + len(head)) in self._references or (
            is_relative(head) and antecedent(head) is not None
        )

    def reference(self, pronoun: Token) -> Reference | None:
        """What a pronoun stands for, where that is clear."""
        return self._references.get((pronoun.idx, pronoun.idx + len(pronoun)))

    def references_before(self, at: int, most: int) -> Sequence[Reference]:
        """The last references that end before a character, at most so many, in the order of the text."""
        end = bisect_left(self._ordered, at, key=lambda one: one.start_char)
        return self._ordered[max(0, end - most) : end]

    def named(self, argument: Argument) -> Named:
        """What an argument stands for."""
        return self._words(*argument.span) if argument.span else self._named(argument.head)

    def _words(self, start: int, end: int) -> Named:
        """What the words from one position in the Doc to before another stand for, as they are."""
        start_char, end_char = self.chars(start, end)
        inside = (self._at[i] for i in range(start, end) if i in self._at)
        mention = next((one for one in inside if self.mentions[one].label in PARTY), None)
        return Named(
            words=" ".join(self.parse.text[start_char:end_char].split()),
            start_char=start_char,
            end_char=end_char,
            mention=mention,
        )

    def _named(self, head: Token) -> Named:
        described = antecedent(head) if is_relative(head) else None
        if described is not None:
            start_char, end_char = head.idx, head.idx + len(head)
            whole = self._named(described)
            return Named(
                words=whole.words,
                start_char=start_char,
                end_char=end_char,
                mention=whole.mention,
                how="the noun before it",
            )
        if head.i not in self._phrases:
            self._phrases[head.i] = self._phrase(head)
        return self._phrases[head.i]

    def _phrase(self, head: Token) -> Named:
        nouns = conjuncts(head)
        start, end = base(head)[0], max(base(one)[1] for one in nouns)
        beside = name_beside(head) if len(nouns) == 1 else None
        fuller = self._fuller_name(head, beside)
        if fuller is not None and beside is not None:
            end = max(end, base(beside)[1])
        start, end = self._balanced(start, end)
        start_char, end_char = self.chars(start, end)
        reference = self._reference(head, start_char, end_char)
        if reference is not None:
            return Named(
                words=reference.antecedent,
                start_char=start_char,
                end_char=end_char,
                mention=reference.mention,
                how="what it refers to",
            )
        words = " ".join(self.parse.text[start_char:end_char].split())
        mention = fuller if fuller is not None else self._mention(head, start, end)
        if len(nouns) == 1 and mention is not None and self._is_name(head, mention, words, fuller is not None):
            words = self.mentions[mention].name
        return Named(
            words=words, start_char=start_char, end_char=end_char, mention=mention, is_clear=head.pos_ != "PRON"
        )

    def _balanced(self, start: int, end: int) -> Span:
        """The words with the bracket that ends them, and without what a bracket before them ends."""
        start_char, end_char = self.chars(start, end)
        if not BRACKETS.intersection(self.parse.text[start_char:end_char]):
            return start, end
        opened: list[int] = []
        for i in range(start, end):
            mark = self.parse.doc[i].text
            if mark == "(":
                opened.append(i)
            elif mark == ")" and opened:
                opened.pop()
            elif mark == ")" and i + 1 < end:
                start = i + 1
        closes = end < len(self.parse.doc) and self.parse.doc[end].text == ")"
        return (start, end + 1) if opened and closes else (start, end)

    def _fuller_name(self, head: Token, beside: Token | None) -> int | None:
        """The mention in apposition, where the head is no name of its own: `the minister, Anna Berg`."""
        if beside is None:
            return None
        there, here = self.label(beside), self.label(head)
        is_fuller = (
            here != "PERSON" if there == "PERSON" else there in ("ORG", "GPE") and head.pos_ == "NOUN" and not here
        )
        return self.mention_at(beside) if is_fuller else None

    def _is_name(self, head: Token, mention: int, words: str, is_beside: bool) -> bool:
        """Whether the name says all that the words say: a person's always does, with its titles."""
        one = self.mentions[mention]
        if is_beside or (one.label == "PERSON" and self.mention_at(head) == mention):
            return True
        return words.removeprefix("the ").removeprefix("The ") == one.text.removeprefix("the ").removeprefix("The ")

    def _mention(self, head: Token, start: int, end: int) -> int | None:
        """The mention at the head, else the first country, body or people in the words: `the Afghan government`."""
        found = self.mention_at(head)
        if found is not None:
            return found
        inside = (self._at[i] for i in range(start, end) if i in self._at)
        return next((one for one in inside if self._is_part(self.mentions[one])), None)

    def _is_part(self, one: Mention) -> bool:
        """Whether a name within a phrase has a part in what the phrase does: not Japan in `Japanese car makers`."""
        is_origin = one.label == "NORP" and not one.stands_for and demonym_country(one.text) is not None
        return one.label in PARTIES and not is_origin

    def _reference(self, head: Token, start_char: int, end_char: int) -> Reference | None:
        return self._references.get((start_char, end_char)) or self._references.get((head.idx, head.idx + len(head)))

    def mention_or_reference(self, token: Token) -> int | None:
        """The position of the mention that a token stands in, or that it stands for as a pronoun."""
        reference = self._references.get((token.idx, token.idx + len(token)))
        return self._at.get(token.i, None if reference is None else reference.mention)

    def place(self, mention: int) -> Named:
        """What a place stands for, with the larger places named after it: `Doha, Qatar`, `the Opera in Paris`."""
        first = last = self.mentions[mention]
        for larger in self.mentions[mention + 1 :]:
            between = self.parse.text[last.end_char : larger.start_char]
            if larger.label not in PLACES or between not in (", ", " in ") or not _may_hold(last.text, larger.text):
                break
            last = larger
        whole = self.parse.text[first.start_char : last.end_char]
        return Named(
            words=first.name if last is first else whole,
            start_char=first.start_char,
            end_char=last.end_char,
            mention=mention,
        )

    def chars(self, start: int, end: int) -> Span:
        """The characters of the words from one position in the Doc to before another."""
        doc = self.parse.doc
        last = doc[end - 1]
        return doc[start].idx, last.idx + len(last)


def _by_token(starts: Sequence[int], mentions: Sequence[Mention]) -> dict[int, int]:
    found: dict[int, int] = {}
    for number, mention in enumerate(mentions):
        first, end = bisect_left(starts, mention.start_char), bisect_left(starts, mention.end_char)
        found.update((i, number) for i in range(first, end))
    return found


def _may_hold(inner: str, outer: str) -> bool:
    """Whether a place may lie in another: not Kabul in Azerbaijan, as in `in Kabul, Azerbaijan said`."""
    code = country_of(outer)
    return code is None or (country_of(inner) is None and place_country(inner) in (None, code))
