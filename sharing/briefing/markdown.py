"""A briefing as Markdown: CommonMark with footnotes, as pandoc, GitHub and note-taking programs read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.queries.engine.database import Row
from sharing.briefing.choose import Briefing, Difference, Part, Point, Section
from sharing.briefing.phrases import (
    DISAGREE,
    NOTHING,
    about_lines,
    address,
    differ_words,
    heading,
    quotation,
    remark,
    source_line,
)
from sharing.shared import Shared

SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~$!&])")
LIST_SIGN = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")


def markdown(brief: Briefing, shared: Shared) -> str:
    """The briefing as Markdown."""
    lines = [f"# {plain(heading(shared))}", "", plain(brief.lead), ""]
    for section in brief.sections:
        lines += _section(section)
    if brief.differences:
        lines += [f"## {DISAGREE}", "", differ_words(len(brief.differences), brief.n_differences), ""]
        lines += [line for one in brief.differences for line in _difference(one)]
    if not brief.notes:
        lines += [NOTHING, ""]
    lines += ["---", "", *(line for said in about_lines(shared) for line in (plain(said), ""))]
    lines += [_note(number, row, shared) for number, row in enumerate(brief.notes, 1)]
    return "\n".join(lines).rstrip() + "\n"


def plain(words: str) -> str:
    r"""The words with no sign meaning anything to Markdown.

    >>> print(plain("*a* [b](c) <i>"))
    \*a\* \[b\](c) \<i\>
    """
    return LIST_SIGN.sub(r"\1\\\2\3", SIGNS.sub(r"\\\1", " ".join(words.split())))


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {plain(section.title)}", "")
    for part in section.parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    yield from (f"### {part.title}", "")
    yield from (f"- {_point(point)}" for point in part.points)
    yield ""


def _point(point: Point) -> str:
    said = f" ({plain(remark(point))})" if remark(point) else ""
    return f"{plain(point.sentence)}{said}[^{point.note}]"


def _difference(one: Difference) -> Iterator[str]:
    yield from (f"- {plain(one.what)}", f"    - {_point(one.said)}", f"    - {_point(one.other)}", "")


def _note(number: int, row: Row, shared: Shared) -> str:
    link = f" <{address(row)}>" if address(row) else ""
    return f"[^{number}]: {plain(source_line(row))} {plain(quotation(row, shared.has_texts))}{link}\n"
