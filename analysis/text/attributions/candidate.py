"""A candidate: an attribution on its way, with the tokens that its parts hang on."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from analysis.text.attributions.cues import CueMatch
from analysis.text.attributions.tree import Run, Span, token_span


@dataclass(frozen=True)
class Candidate:
    """Who (the head of the source) says what, by which cue; `rule` is how it was found.

    `is_said`: said in so many words, so that a quotation after it may carry it on. `source_span`: the characters of
    the source where they are known without the parse, which is little help with words that are no sentence.
    """

    source: Token | None
    cue: Token
    cue_span: Span
    cue_lemma: str
    content: Span
    rule: str
    is_said: bool = False
    source_span: Span | None = None


def candidate(cue: CueMatch, source: Token | None, content: Run, rule: str) -> Candidate:
    """The candidate of a cue whose content is a run of tokens."""
    doc = cue.token.doc
    span = token_span(doc[content[0]], doc[content[1]])
    is_said = cue.cue.kind == "say" and rule in ("clause", "inserted", "closing")
    return Candidate(
        source=source, cue=cue.token, cue_span=cue.span(), cue_lemma=cue.lemma, content=span, rule=rule, is_said=is_said
    )
