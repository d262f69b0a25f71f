"""A row of the ledger on its way: a fact with what the parse says around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from analysis.lexicons.cues import load_cues
from analysis.text.claims.wording import Wording
from analysis.text.facts.build import Told
from analysis.text.facts.retold import stems
from analysis.text.records import Fact

HOPS = 12  # steps up a sentence to the event above; longer chains are errors of the parse
CUE_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}


@dataclass
class Row:
    """A fact, its place in the order of the text, its sentence, and the event that stands above it in the tree.

    `cue` is the kind of cue that the event's word is (say, ask, intend, ...), empty for other words; `stems` are those
    of the words of its sentence, `act` those of its action, `figures` the numbers in its sentence.
    `above` is None for the topmost event of a sentence; `link` is then empty, else the relation of the word through
    which it hangs on the event above.
    """

    number: int
    told: Told
    wording: Wording
    sentence_order: int
    kind: str
    cue: str
    stems: frozenset[str]
    act: frozenset[str]
    figures: frozenset[str]
    above: Row | None = None
    link: str = ""
    below: list[Row] = field(default_factory=list)

    @property
    def fact(self) -> Fact:
        """The fact itself."""
        return self.told.fact

    @property
    def head(self) -> Token:
        """The word that heads the event."""
        return self.told.event.head

    @property
    def places(self) -> frozenset[int]:
        """The positions in the Doc of the words of its sentence, without whom it is about."""
        return self.wording.positions


def new_row(number: int, told: Told, wording: Wording, sentence_order: int, kind: str) -> Row:
    """The row of a fact, not yet linked to others."""
    return Row(
        number=number,
        told=told,
        wording=wording,
        sentence_order=sentence_order,
        kind=kind,
        cue=cue_kind(told.event.head),
        stems=stems(wording.text),
        act=stems(told.fact.action),
        figures=frozenset(word.strip(".,") for word in wording.text.split() if word[:1].isdigit()),
    )


def cue_kind(token: Token) -> str:
    """The kind of the cue that a word is by itself, empty for other words."""
    found = load_cues().get((token.lemma_.lower(), CUE_PARTS.get(token.pos_, "")), ())
    return next((cue.kind for cue in found if len(cue.words) == 1), "")


def linked(rows: Sequence[Row]) -> None:
    """Link the rows of one sentence to the events above them."""
    at = {row.head.i: row for row in rows}
    for row in rows:
        row.above, row.link = _above(row, at)
        if row.above is not None:
            row.above.below.append(row)


def _above(row: Row, at: dict[int, Row]) -> tuple[Row | None, str]:
    one = row.head
    for _ in range(HOPS):
        if one.head.i == one.i:
            break
        link, one = one.dep_, one.head
        found = at.get(one.i)
        if found is not None and found is not row:
            return found, link
    return None, ""
