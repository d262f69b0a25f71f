"""The attributions of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from analysis.lexicons.cues import load_cues
from analysis.read.dateline import agencies
from analysis.text.attributions.candidate import Candidate
from analysis.text.attributions.carried import carried
from analysis.text.attributions.clauses import clauses
from analysis.text.attributions.leads import led
from analysis.text.attributions.naming import Names, named_source
from analysis.text.attributions.phrases import phrases
from analysis.text.attributions.quoted import Quoted, quoted_in
from analysis.text.attributions.signatures import signed
from analysis.text.attributions.spans import trimmed
from analysis.text.attributions.speech import speeches
from analysis.text.attributions.tree import Tree, tree_of
from analysis.text.attributions.turns import turns
from analysis.text.parse import Parse
from analysis.text.records import Attribution, Mention

OPENING, CLOSING = ('"', "“", "„", "«", "''", "``", "'", "‘"), ('"', "”", "»", "''", "'", "’")


def find_attributions(parse: Parse, mentions: tuple[Mention, ...]) -> tuple[Attribution, ...]:
    """The attributions of a text, in the order of their contents.

    No content lies within another: what is said in a quotation or a reported clause goes to the outermost source.
    """
    tree, names = tree_of(parse), Names(mentions)
    quoted = quoted_in(tree)
    found = (_attribution(tree, quoted, names, candidate) for candidate in _candidates(tree, quoted, names))
    return tuple(_outermost(found))


def _candidates(tree: Tree, quoted: Quoted, names: Names) -> list[Candidate]:
    lexicon = load_cues()
    spoken, left = speeches(tree, quoted, lexicon)
    verbs = frozenset(candidate.cue.i for candidate in spoken)
    named = [*turns(tree, names), *signed(tree, names, left), *led(tree, names, quoted, lexicon, left)]
    taken = {one.content for one in named} | {quoted.covered(one.content) for one in named}
    left = [one for one in left if (one.start_char, one.end_char) not in taken]
    said = [*spoken, *clauses(tree, quoted, lexicon, verbs), *named]
    return [*carried(tree, quoted, said, left), *phrases(tree, quoted, lexicon)]


def _attribution(tree: Tree, quoted: Quoted, names: Names, candidate: Candidate) -> Attribution:
    text = tree.parse.text
    content = candidate.content if candidate.rule == "turn" else quoted.covered(candidate.content)
    start_char, end_char = trimmed(text, content)
    words = text[start_char:end_char]
    source = named_source(tree, names, candidate)
    return Attribution(
        sentence=tree.sentence_of[candidate.cue.i],
        source_start_char=source.start_char if source else None,
        source_end_char=source.end_char if source else None,
        cue_start_char=candidate.cue_span[0],
        cue_end_char=candidate.cue_span[1],
        content_start_char=start_char,
        content_end_char=end_char,
        is_quote=len(words) > 2 and words.startswith(OPENING) and words.endswith(CLOSING),
        rule=candidate.rule,
        cue_lemma=candidate.cue_lemma,
        source=source.words if source else None,
        source_mention=source.mention if source else None,
    )


def _outermost(found: Iterable[Attribution]) -> Iterator[Attribution]:
    """The attributions whose content isn't empty and doesn't lie within another's, in order.

    A content that holds the cue of another one holds all that the other one says.
    """
    last: Attribution | None = None
    for one in sorted(found, key=_place):
        if one.content_start_char == one.content_end_char:
            continue
        if last is not None and last.source in agencies() and _holds(last, one):
            last = one  # `Reuters reported that the minister said`: the agency only passes it on
        elif last is None or not _holds(last, one):
            if last is not None:
                yield last
            last = one
        elif one.content_end_char > last.content_end_char:
            last = msgspec.structs.replace(last, content_end_char=one.content_end_char, is_quote=False)
    if last is not None:
        yield last


def _holds(outer: Attribution, inner: Attribution) -> bool:
    if inner.content_end_char <= outer.content_end_char:
        return True
    cue = inner.cue_start_char
    return cue is not None and outer.content_start_char <= cue < outer.content_end_char and cue != outer.cue_start_char


def _place(attribution: Attribution) -> tuple[int, int, bool, int]:
    """The order of attributions; of two with one content that whose cue stands outside it comes first."""
    start_char, end_char, cue = attribution.content_start_char, attribution.content_end_char, attribution.cue_start_char
    return start_char, -end_char, cue is not None and start_char <= cue < end_char, cue or 0
