"""Leads: words and a colon before a quotation, in its paragraph or the one before.

`And from Mies:`, `This from the architect, Mies:`, `Mies said:`, `The architect had this to say:`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from analysis.lexicons.cues import CueLexicon, load_cue_words
from analysis.text.attributions.candidate import Candidate
from analysis.text.attributions.cues import CueMatch, cue_at
from analysis.text.attributions.grammar import NOUNS, VERBS
from analysis.text.attributions.naming import Names
from analysis.text.attributions.quoted import Quotation, Quoted
from analysis.text.attributions.signatures import SPEAKING, is_speaker
from analysis.text.attributions.sources import source_of
from analysis.text.attributions.tree import Span, Tree

REACH = 60  # tokens of a lead
LONGEST = 16  # tokens of a lead without a verb
BEFORE_NAMES = (*NOUNS, "DET", "ADJ", "PUNCT", "PART")


def led(
    tree: Tree, names: Names, quoted: Quoted, lexicon: CueLexicon, left: Sequence[Quotation]
) -> Iterator[Candidate]:
    """The quotations, of those that have no speaker, that words with a colon lead in."""
    for quotation in left:
        if not quotation.is_sentence or not (quotation.is_whole or quotation.is_open or not quotation.is_closed):
            continue
        lead = _lead(tree, quotation)
        if not lead or any(token.i in quoted.number_of for token in lead):
            continue
        found = (
            _by_verb(tree, lexicon, lead, quotation)
            or _by_noun(tree, lexicon, lead, quotation)
            or _by_name(names, lead, quotation)
        )
        if found is not None:
            yield found


def _lead(tree: Tree, quotation: Quotation) -> Sequence[Token]:
    """The tokens of the sentence that ends in a colon before a quotation, the colon included."""
    doc, last = quotation.tokens[0].doc, quotation.tokens[0].i - 1
    while last > 0 and doc[last].is_space:
        last -= 1
    colon = doc[last] if last >= 0 and last in tree.sentence_of else None
    if colon is None or colon.text != ":":
        return ()
    first, _ = tree.sentence(colon)
    return [doc[i] for i in range(max(first, last - REACH), last + 1)]


def _by_verb(tree: Tree, lexicon: CueLexicon, lead: Sequence[Token], quotation: Quotation) -> Candidate | None:
    """The candidate of the last verb of saying in a lead, where somebody is named who says it."""
    cues = (cue_at(tree, lexicon, token) for token in reversed(lead) if token.pos_ in VERBS)
    cue: CueMatch | None = next((one for one in cues if one is not None and "quote" in one.cue.frames), None)
    source = None if cue is None else source_of(tree, cue.token)
    if cue is None or source is None:
        return None
    content = quotation.start_char, quotation.end_char
    return Candidate(
        source=source,
        cue=cue.token,
        cue_span=cue.span(),
        cue_lemma=cue.lemma,
        content=content,
        rule="speech",
        is_said=True,
    )


def _by_noun(tree: Tree, lexicon: CueLexicon, lead: Sequence[Token], quotation: Quotation) -> Candidate | None:
    """The candidate of a noun of saying in a lead, with the subject of its verb: `gave the following answer:`."""
    for token in reversed(lead):
        cue = cue_at(tree, lexicon, token) if token.pos_ == "NOUN" else None
        if cue is not None and cue.cue.kind == "say" and token.dep_ == "dobj":
            source = source_of(tree, token.head)
            if source is not None:
                content = quotation.start_char, quotation.end_char
                return Candidate(
                    source=source,
                    cue=token,
                    cue_span=cue.span(),
                    cue_lemma=cue.lemma,
                    content=content,
                    rule="lead",
                    is_said=True,
                )
    return None


def _by_name(names: Names, lead: Sequence[Token], quotation: Quotation) -> Candidate | None:
    """The candidate of a lead that is no more than a name: `And from the mayor, Anna Berg:`."""
    who, colon = _named(lead[:-1]), lead[-1]
    if not who or any(token.pos_ in VERBS for token in who):
        return None
    span = who[0].idx, who[-1].idx + len(who[-1].text)
    if not _is_who(names, who, span):
        return None
    content = quotation.start_char, quotation.end_char
    place = colon.idx, colon.idx + 1
    return Candidate(
        source=who[-1],
        cue=colon,
        cue_span=place,
        cue_lemma="",
        content=content,
        rule="lead",
        is_said=True,
        source_span=span,
    )


def _named(lead: Sequence[Token]) -> Sequence[Token]:
    """The words of a lead after those that only lead in (`and then this from`)."""
    if len(lead) > LONGEST:
        return ()
    words, place = load_cue_words()["lead"], 0
    while place < len(lead) and (lead[place].lower_ in words or lead[place].text == ","):
        place += 1
    return lead[place:]


def _is_who(names: Names, who: Sequence[Token], span: Span) -> bool:
    """Whether words are a name with no more than an office before it, or after it and a comma."""
    number = next((one for one in names.within(*span) if names.mentions[one].label in SPEAKING), None)
    if number is None:
        return all(token.text[:1].isupper() for token in who) and is_speaker(names, who, span)
    mention = names.mentions[number]
    before = [token for token in who if token.idx < mention.start_char]
    after = [token for token in who if token.idx >= mention.end_char]
    return all(token.pos_ in BEFORE_NAMES for token in before) and (not after or after[0].text in (",", "("))
