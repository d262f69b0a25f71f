"""Cues: the words of the lexicon as they stand in a text."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from analysis.lexicons.cues import Cue, CueLexicon
from analysis.text.attributions.tree import Span, Tree, token_span

WORD_CLASSES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
PARTICLES = ("prt", "advmod", "prep", "dobj")
SHORTENED = ("grip", "hat", "hop")  # what the model takes forms of gripe, hate and hope for


@dataclass(frozen=True)
class CueMatch:
    """A cue in a text: its head, its particle (else the head), and the entry that it matches."""

    token: Token
    particle: Token
    cue: Cue

    @property
    def lemma(self) -> str:
        """The cue in its plain form."""
        return " ".join(self.cue.words)

    def span(self) -> Span:
        """The characters of the cue; its head alone where words stand between it and its particle."""
        last = self.particle if self.particle.i == self.token.i + 1 else self.token
        return token_span(self.token, last)


def cue_at(tree: Tree, lexicon: CueLexicon, token: Token) -> CueMatch | None:
    """The cue that a verb, noun or adjective is; the longest where several begin with it."""
    word_class = WORD_CLASSES.get(token.pos_)
    if word_class is None:
        return None
    for cue in lexicon.get((lemma(token), word_class), ()):
        if len(cue.words) == 1:
            return CueMatch(token, token, cue)
        if (particle := next((c for c in tree.of(token, *PARTICLES) if c.lower_ == cue.words[1]), None)) is not None:
            return CueMatch(token, particle, cue)
    return None


def lemma(token: Token) -> str:
    """The plain form of a word. The model has `hop`, `hat` and `grip` for `hopes`, `hates` and `gripes`."""
    plain, word = token.lemma_.lower(), token.lower_
    if plain in SHORTENED and token.pos_ == "VERB" and (word.startswith(plain + "e") or word == plain + "ing"):
        return plain + "e"
    return plain
