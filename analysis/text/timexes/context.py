"""The words around a match, with spaCy's view of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span
from spacy.tokens import Token as SpacyToken

from analysis.text.timexes.tokens import Token

PLAIN_WORDS = 60  # tokens of a sentence that show how it is written


@dataclass
class Context:
    """The tokens of a sentence; spaCy's tokens are looked up when a guard asks.

    `tenses` keeps what was found out about verbs, by their position in the Doc: many dates hang on the same one.
    """

    tokens: Sequence[Token]
    span: Span
    kind: str = "body"
    tenses: dict[int, str] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)

    def word(self, position: int) -> str:
        """The token at a position in small letters, empty beyond the ends.

        Positions before the sentence are beyond it too: they do not count from its end."""
        return self.tokens[position].text.lower() if 0 <= position < len(self.tokens) else ""

    def spacy(self, position: int) -> SpacyToken | None:
        """spaCy's token that holds the token at a position, None beyond the ends."""
        if not 0 <= position < len(self.tokens):
            return None
        if not self._starts:
            self._starts.extend(token.idx for token in self.span)
        at = bisect_right(self._starts, self.tokens[position].start_char) - 1
        return self.span[max(at, 0)]

    def tag(self, position: int) -> str:
        """The part of speech (Universal Dependencies) of the token at a position, empty beyond the ends."""
        token = self.spacy(position)
        return str(token.pos_) if token is not None else ""

    def is_capital(self, position: int) -> bool:
        """Whether the token at a position begins with a capital letter."""
        return self.word(position) != "" and self.tokens[position].text[0].isupper()

    @property
    def is_plain(self) -> bool:
        """Whether most words have small letters: a sentence, not a headline."""
        words = [token.text for token in self.tokens[:PLAIN_WORDS] if token.text[0].isalpha()]
        return 2 * sum(word[0].islower() for word in words) > len(words)

    def touches(self, position: int) -> bool:
        """Whether the token at a position stands right before the next one, without a blank."""
        return (
            0 <= position < len(self.tokens) - 1
            and self.tokens[position].end_char == self.tokens[position + 1].start_char
        )
