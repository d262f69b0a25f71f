"""A report as text with its layers marked, a part at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from urllib.parse import urlencode

import pandas as pd

from analysis.queries.engine.database import Row, records
from display import words
from display.evidence.marking import Span, marked
from display.fields import column_title
from display.palette import theme_number
from display.safe import is_empty, text
from pages.parts.view import noun

LAYERS = {
    "fact": "Facts",
    "name": "Names",
    "date": "Dates",
    "attribution": "Who says so",
    "theme": "Themes",
    "noise": "Noise in grey",
}
FIELD_OF_PART = {"actor": "actor", "action": "action", "target": "target", "place": "site"}
PART_OF_FACT = {"": ""} | {part: column_title(field) for part, field in FIELD_OF_PART.items()}
PART_OF_SPEECH = {"source": "Who says so", "cue": "Word of saying", "content": "What is said"}

# About four screens: the browser stays fast on a report of 200,000 words, and a fact is never far from the top.
PART_LENGTH = 12_000


def layer_words(layer: str) -> str:
    """What a layer is called on the screen."""
    return noun().capitalize() if layer == "fact" else LAYERS.get(layer, layer)


def parts_of(whole: str) -> list[tuple[int, int]]:
    """The text in parts of about PART_LENGTH characters, cut between paragraphs, else between words.

    >>> parts_of("short")
    [(0, 5)]
    """
    cuts, start = [], 0
    while len(whole) - start > PART_LENGTH:
        window = whole[start : start + PART_LENGTH]
        end = max(window.rfind("\n\n") + 2, 0)
        if end < PART_LENGTH // 2:
            end = window.rfind(" ") + 1 or PART_LENGTH
        cuts.append((start, start + end))
        start += end
    return [*cuts, (start, len(whole))]


def part_with(parts: Sequence[tuple[int, int]], place: int) -> int:
    """The number of the part that this character stands in, from 1."""
    return next((number for number, (_, end) in enumerate(parts, 1) if place < end), len(parts))


def text_html(whole: str, part: tuple[int, int], spans: Sequence[Span]) -> str:
    """One part of the report as HTML; `spans` may reach beyond it."""
    start, end = part
    return f'<div class="d-text" dir="auto">{marked(whole[start:end], spans, start)}</div>'


def spans(marks: pd.DataFrame, layers: Collection[str], chosen: str, themes: Sequence[str], here: str) -> list[Span]:
    """The spans of MARKS in these layers; those of the chosen fact always, and outlined.

    The action of a fact is a link that opens its record; `here` is the address of the report without a fact.
    """
    return [
        span
        for row in records(marks)
        if row["layer"] in layers or row["mark_id"] == chosen
        for span in _span(row, chosen, themes, here)
    ]


def claim_spans(fact: Row | None) -> list[Span]:
    """The pieces of the text that the sentence of an open fact is made of."""
    said = "" if fact is None or is_empty(fact["claim_spans"]) else str(fact["claim_spans"])
    pieces = (piece.split("-") for piece in said.split())
    return [Span(int(start), int(end), "d-piece", "Told here") for start, end in pieces]


def sentence_span(sentence: Row | None) -> Iterable[Span]:
    """The sentence that the reader came for."""
    return [] if sentence is None else [Span(sentence["start_char"], sentence["end_char"], "d-chosen", "This sentence")]


def _span(row: Row, chosen: str, themes: Sequence[str], here: str) -> Iterable[Span]:
    layer, part, is_chosen = row["layer"], row["part"], row["mark_id"] == chosen
    start, end = row["start_char"], row["end_char"]
    if layer == "fact":
        classes = f"d-fact{f' d-{part}' if part and is_chosen else ''}{' d-chosen' if is_chosen and not part else ''}"
        link = f"{here}&{urlencode({'fact': row['mark_id']})}" if part == "action" else ""
        title = f"{PART_OF_FACT[part] or noun(1).capitalize()} ({words.STATUS[row['note']].lower()})"
        return [Span(start, end, classes, title if part == "action" or is_chosen else "", link)]
    if layer == "name":
        return [Span(start, end, "d-name", f"{words.kind_of(part)}: {row['note']}")]
    if layer == "date":
        return [Span(start, end, "d-date", f"Date: {row['note']}")]
    if layer == "attribution":
        said = "" if is_empty(row["note"]) else f": {row['note']}"
        return [Span(start, end, f"d-{part}", f"{PART_OF_SPEECH[part]}{said if part == 'content' else ''}")]
    if layer == "theme":
        number = theme_number(part, themes)
        classes = "d-evidence" if number is None else f"d-evidence d-theme-{number}"
        return [Span(start, end, classes, f"Theme: {words.theme(part)}")]
    return [
        Span(
            start,
            end,
            "d-noise",
            "Not analysed: an advertisement, a caption, a passage for the second time or the like",
        )
    ]


def key_html(layers: Collection[str]) -> str:
    """What the marks look like, for the layers that are on."""
    samples = {
        "fact": '<mark class="d-fact">' + noun(1) + "</mark>",
        "name": '<mark class="d-name">name</mark>',
        "date": '<mark class="d-date">date</mark>',
        "attribution": '<mark class="d-source">who says so</mark> <mark class="d-content">what is said</mark>',
        "theme": '<mark class="d-evidence">word of a theme</mark>',
        "noise": '<mark class="d-noise">noise</mark>',
    }
    shown = "".join(f"<span>{samples[layer]}</span>" for layer in LAYERS if layer in layers)
    return f'<div class="d-text"><p class="d-key">{shown}</p></div>' if shown else ""


def head_html(title: str, source_line: str, note: str, copies: str = "") -> str:
    """The headline of the report and the lines about it; `source_line` and `copies` are HTML."""
    line = f'<p class="d-meta"><span>{source_line}</span><span>{text(note)}</span></p>'
    return f'<h2 class="d-headline" dir="auto">{text(title)}</h2>{line}{copies}'


def copies_html(is_copy: bool, links: Sequence[str]) -> str:
    """The line about other reports with this text, links to which are HTML; nothing where there are none."""
    said = "This is a copy: its text, or most of it, is also in" if is_copy else "Copies of this text, whole or cut:"
    return f'<p class="d-meta"><span>{said} {", ".join(links)}.</span></p>' if links else ""
