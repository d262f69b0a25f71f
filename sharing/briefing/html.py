"""A briefing as HTML, for the report in one file."""

from __future__ import annotations

from analysis.queries.engine.database import Row
from display.safe import text
from sharing.briefing.choose import Briefing, Difference, Part, Point, Section
from sharing.briefing.phrases import ABOUT, DISAGREE, NOTHING, address, differ_words, quotation, remark, source_line
from sharing.shared import Shared


def briefing_html(brief: Briefing, shared: Shared) -> str:
    """The briefing under a heading of the second level, with its footnotes to fold out."""
    if not brief.notes:
        return f'<p class="note">{NOTHING}</p>'
    sections = "".join(map(_section, brief.sections))
    notes = "".join(_note(number, row, shared) for number, row in enumerate(brief.notes, 1))
    return (
        f'<p class="note">{text(ABOUT)}</p><div class="briefing">{sections}</div>{_differences(brief)}'
        f'<details class="notes" id="footnotes" open><summary>Footnotes</summary><ol>{notes}</ol></details>'
    )


def _section(section: Section) -> str:
    return f'<section><h3 dir="auto">{text(section.title)}</h3>{"".join(map(_part, section.parts))}</section>'


def _part(part: Part) -> str:
    points = "".join(f"<li>{_point(point)}</li>" for point in part.points)
    return f"<h4>{text(part.title)}</h4><ul>{points}</ul>"


def _point(point: Point) -> str:
    said = f' <span class="by" dir="auto">({text(remark(point))})</span>' if remark(point) else ""
    note = f'<sup><a href="#note-{point.note}" aria-label="Footnote {point.note}">{point.note}</a></sup>'
    return f'<span dir="auto">{text(point.sentence)}</span>{said}{note}'


def _differences(brief: Briefing) -> str:
    if not brief.differences:
        return ""
    said = differ_words(len(brief.differences), brief.n_differences)
    return f"<h3>{DISAGREE}</h3><p>{said}</p><ul>{''.join(map(_difference, brief.differences))}</ul>"


def _difference(one: Difference) -> str:
    return f'<li>{text(one.what)}<ul class="pair"><li>{_point(one.said)}</li><li>{_point(one.other)}</li></ul></li>'


def _note(number: int, row: Row, shared: Shared) -> str:
    link = f' <a href="{text(address(row))}" rel="noreferrer nofollow">Original</a>' if address(row) else ""
    quoted = text(quotation(row, shared.has_texts))
    return f'<li id="note-{number}" dir="auto">{text(source_line(row))} <span class="quoted">{quoted}</span>{link}</li>'
