"""Cues that head no clause: `according to the ministry`, `in her view`, `reportedly`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from analysis.lexicons.cues import CueLexicon
from analysis.text.attributions.candidate import Candidate
from analysis.text.attributions.grammar import VERBS, after_preposition
from analysis.text.attributions.quoted import Quoted
from analysis.text.attributions.tree import Run, Tree, run, token_span

UPWARDS = 12  # words between a phrase and the verb of its clause


def phrases(tree: Tree, quoted: Quoted, lexicon: CueLexicon) -> Iterator[Candidate]:
    """The attributions of phrases and adverbs outside quotations."""
    for paragraph in tree.paragraphs:
        for token in paragraph.tokens:
            found = None if token.i in quoted.number_of else _phrase(tree, lexicon, token)
            if found is not None:
                yield found


@dataclass(frozen=True)
class Phrase:
    """A cue phrase: its tokens with the source, the tokens of the cue alone, the head of the source."""

    tokens: Run
    cue: Run
    source: Token | None
    lemma: str
    rule: str


def _phrase(tree: Tree, lexicon: CueLexicon, token: Token) -> Candidate | None:
    if token.lower_ == "according":
        found = _according(tree, token)
    elif token.pos_ == "NOUN" and (token.lemma_, "phrase") in lexicon and token.head.lower_ == "in":
        found = _in_the_view(tree, token)
    elif token.pos_ == "ADV" and (token.lower_, "adverb") in lexicon and token.head.pos_ in VERBS:
        found = Phrase((token.i, token.i), (token.i, token.i), None, token.lower_, "adverb")
    else:
        return None
    return None if found is None else _beside(tree, token, found)


def _according(tree: Tree, token: Token) -> Phrase | None:
    to = next((child for child in tree.of(token, "prep") if child.lower_ == "to"), None)
    source = None if to is None else tree.first(to, "pobj")
    if to is None or source is None or _is_standard(tree, source):
        return None
    return Phrase((token.i, source.right_edge.i), (token.i, to.i), source, "according to", "according to")


def _is_standard(tree: Tree, noun: Token) -> bool:
    """Whether things go according to it, as `according to plan`: a noun alone in the singular."""
    return noun.tag_ == "NN" and noun.lower_ != "police" and next(tree.of(noun), None) is None


def _in_the_view(tree: Tree, noun: Token) -> Phrase | None:
    """The phrase of `in her view` and `in the words of the minister`."""
    source = tree.first(noun, "poss") or after_preposition(tree, noun, ("of",))
    if source is None:
        return None
    return Phrase(run(noun.head), (noun.i, noun.i), source, noun.lemma_, "in the view of")


def _beside(tree: Tree, token: Token, phrase: Phrase) -> Candidate | None:
    """The attribution of a clause without its phrase at the beginning or the end; with it where it stands within.

    A phrase with a source at the end of a sentence is about all of the sentence.
    """
    doc = token.doc
    first, last = run(_clause(token))
    if phrase.tokens[0] <= first + (phrase.source is not None):
        first = phrase.tokens[1] + 1
    elif phrase.tokens[1] >= last - 2:
        first = first if phrase.source is None else tree.sentence(token)[0]
        last = phrase.tokens[0] - 1
    if first > last:
        return None
    cue = token_span(doc[phrase.cue[0]], doc[phrase.cue[1]])
    return Candidate(
        source=phrase.source,
        cue=token,
        cue_span=cue,
        cue_lemma=phrase.lemma,
        content=token_span(doc[first], doc[last]),
        rule=phrase.rule,
    )


def _clause(token: Token) -> Token:
    """The verb of the clause that a phrase stands in."""
    head = token.head
    for _ in range(UPWARDS):
        if head.pos_ in VERBS:
            break
        head = head.head
    return head
