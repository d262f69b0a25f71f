"""What belongs to a claim: its details, and the sentences in which all of them are told."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from analysis.queries.engine.database import Row
from display import words
from display.evidence.marking import marked, spans_of
from display.safe import is_empty, text
from pages.parts.filtered_links import REPORT, address_of


def belonging_html(row: Row, others: Sequence[Row]) -> str:
    """The sentences of a claim in their order, under each what is told in it besides the row."""
    title = f"{words.count(len(others), 'detail')} of this claim" if row["is_claim"] else "The claim of this detail"
    return f'<details class="d-belonging"><summary>{title}</summary>{details_html(row, others)}</details>'


def details_html(row: Row, others: Sequence[Row]) -> str:
    """The same sentences, not folded."""
    told = groupby(others, key=lambda one: str(one["sentence_id"]))
    items = "".join(_sentence(row, list(own)) for _, own in told)
    return f'<ol class="d-details">{items}</ol>'


def _sentence(row: Row, own: Sequence[Row]) -> str:
    """What is told in a sentence, and the sentence where it is another than that of the row."""
    said = "".join(_one(one) for one in own)
    if own[0]["sentence_id"] == row["sentence_id"]:
        return f"<li>{said}</li>"
    spans = [span for one in own for span in spans_of(one["spans"])]
    return f'<li>{said}<p class="d-quote" dir="auto">{marked(str(own[0]["sentence"]), spans)}</p></li>'


def _one(row: Row) -> str:
    """A detail, or the claim of one, as a link to its place in the report."""
    href = address_of(REPORT, doc=str(row["doc_id"]), fact=str(row["fact_id"]))
    parts = (row[name] for name in ("actor", "action", "target"))
    said = row["claim"] if not is_empty(row["claim"]) else " ".join(str(part) for part in parts if not is_empty(part))
    status = words.STATUS[str(row["status"])]
    kind = "Claim" if row["is_claim"] else "Detail"
    return (
        f'<p class="d-told" dir="auto"><a href="{text(href)}">{text(said)}</a> '
        f'<span class="d-note">{kind}, {status.lower()}</span></p>'
    )
