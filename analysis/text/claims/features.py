"""What tells whether a reader would write a row: named features of one row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from analysis.text.claims.judged import claim_words, is_judgement
from analysis.text.claims.row import Row, cue_kind
from analysis.text.facts import Found
from analysis.text.facts.build import Sources
from analysis.text.facts.lexicon import verbs_of
from analysis.text.facts.main_event import Headline, depth, is_news
from analysis.text.facts.syntax import child
from analysis.text.records import Attribution, Mention

PERSONAL = frozenset({"i", "we", "you", "us", "me"})
EMPTY = frozenset({"it", "this", "that", "there", "which", "what", "who", "these", "those"})
PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them"})
KINDS = ("raising", "linking", "motion", "own_act", "unaccusative", "transfer", "demanding", "judging")
KINDS_OF_NEWS = ("signifying", "watching", "talking")
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
MAIN = frozenset({"ROOT", "conj"})
BEFORE_A_VERB = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "expl", "csubj"})
CUT_OFF = frozenset({"to", "of", "for", "with", "by", "than", "where", "which", "that", "and", "or", "from", "at"})
ORDERS = (0, 1, 2, 4, 8, 16)  # sentences into the report
LENGTHS = (3, 5, 8, 12, 20, 30)  # words of the sentence of the row


def features(row: Row, found: Found) -> dict[str, float]:
    """The features of a row by name."""
    return dict.fromkeys(_names(row, found.sources), 1.0) | _numbers(row, found.headline)


def _numbers(row: Row, headline: Headline) -> dict[str, float]:
    return {
        "in headline": headline.share(row.fact.action, row.fact.target, row.fact.actor),
        "depth": min(depth(row.head), 6) / 6,
        "trust": row.fact.score,
    }


def _names(row: Row, sources: Sources) -> Iterator[str]:
    mentions = sources.names.mentions
    fact, head = row.fact, row.head
    yield f"rule {fact.rule}"
    yield f"relation {head.dep_}"
    yield f"form {head.tag_}"
    yield f"kind {row.kind}"
    yield f"sentence {_band(row.sentence_order, ORDERS)}"
    yield f"words {_band(len(row.wording.text.split()), LENGTHS)}"
    yield f"status {fact.status}"
    yield f"tense {fact.tense or 'open'}"
    yield f"class {fact.event_class or 'none'}"
    yield f"cue {row.cue or 'none'}"
    yield f"actor {_party(fact.actor, fact.actor_mention, mentions)}"
    yield f"target {_party(fact.target, fact.target_mention, mentions)}"
    yield from (f"verb {kind}" for kind in KINDS if head.lemma_ in verbs_of(kind))
    yield f"word {head.lemma_.lower()}"
    yield from (f"word of {kind}" for kind in KINDS_OF_NEWS if head.lemma_.lower() in claim_words(kind))
    yield from _complement(row)
    if is_judgement(row):
        yield "judgement"
    if not row.wording.is_whole:
        yield "nobody it is about"
    if is_news(head):
        yield "main clause"
    if fact.is_main:
        yield "main event"
    if fact.place is not None:
        yield "place"
    if fact.day_from in ("clause", "sentence"):
        yield "day"
    if row.figures:
        yield "figure"
    yield from _clause(row)
    yield from _around(row)
    yield from _said(row, sources.attributions)


def _clause(row: Row) -> Iterator[str]:
    """What kind of clause makes a row tell nothing: a condition, an imperative, one that breaks off."""
    head = row.head
    if any(one.dep_ == "mark" and one.lower_ in CONDITIONS for one in head.lefts):
        yield "condition"
    if head.tag_ == "VB" and head.dep_ in MAIN and not any(one.dep_ in BEFORE_A_VERB for one in head.lefts):
        yield "imperative"
    last = row.wording.text.rstrip(".!?…").rpartition(" ")[2].lower()
    if last in CUT_OFF:
        yield "breaks off"


def _complement(row: Row) -> Iterator[str]:
    """How a state is told: as a judgement, as a figure, as anything else."""
    if row.fact.rule != "state":
        return
    said = child(row.head, "attr", "acomp", "oprd")
    if said is None:
        yield "state elsewhere"
        return
    yield f"state {said.pos_}"
    if said.lemma_.lower() in claim_words("judging"):
        yield "state judged"
    if said.pos_ == "NUM" or any(one.pos_ == "NUM" for one in said.lefts):
        yield "state figure"


def _around(row: Row) -> Iterator[str]:
    """What the events above and below it are."""
    if row.above is None:
        yield "above none"
    else:
        upper = row.above
        yield f"above {row.link}"
        yield f"above {row.link} {upper.cue or upper.fact.rule}"
        if _holds(upper, row):
            yield "inside an action"
    if row.told.governors:
        position, scope = row.told.governors[0]
        yield f"under {scope}"
        yield f"under {scope} {cue_kind(row.head.doc[position]) or 'no cue'}"
    for lower in row.below[:4]:
        yield f"over {lower.link}"
        yield f"{row.cue or 'no cue'} over {lower.link}"
        yield f"{row.fact.rule} over {lower.link}"
        if _holds(row, lower):
            yield "action with another"
    yield f"events below {min(len(row.below), 3)}"


def _holds(outer: Row, inner: Row) -> bool:
    return outer.fact.action_start_char <= inner.fact.action_start_char < outer.fact.action_end_char


def _said(row: Row, attributions: Sequence[Attribution]) -> Iterator[str]:
    if row.fact.attribution is None:
        yield "said by the report"
        return
    one = attributions[row.fact.attribution]
    yield "said in quotation marks" if one.is_quote else "said indirectly"
    yield "said by a name" if one.source_mention is not None else "said by no name"


def _party(words: str | None, mention: int | None, mentions: Sequence[Mention]) -> str:
    if words is None:
        return "none"
    if mention is not None:
        return mentions[mention].label
    lower = words.lower()
    if lower in PERSONAL:
        return "I or we"
    if lower in EMPTY:
        return "empty"
    return "pronoun" if lower in PRONOUNS else "noun"


@cache
def _band(value: int, edges: tuple[int, ...]) -> str:
    """The band of a number: `2 to 4` reaches from 2 to under 4."""
    for low, high in pairwise(edges):
        if low <= value < high:
            return f"{low} to {high}"
    return f"{edges[-1]} and more" if value >= edges[-1] else f"under {edges[0]}"
