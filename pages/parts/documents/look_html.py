"""What files would be read as, in HTML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from analysis.read.article import Unreadable
from analysis.read.preview import FilePreview, Preview
from display import day_words, words
from display.safe import shortened, text
from pages.parts.documents.listing import language_name, origin_of
from pages.parts.documents.records import records_html

MOST_SHOWN = 50  # reports, and as many reasons
NOT_SAID = "not said"


def looked_at(found: Sequence[FilePreview]) -> str:
    """Every report with what is known of it, then what cannot be read and why."""
    reports = [(one, file) for file in found for one in file.reports]
    unread = [one for file in found for one in file.unread]
    parts = [_card(report, file) for report, file in reports[:MOST_SHOWN]]
    if len(reports) > MOST_SHOWN:
        parts.append(f"<p>And {words.count(len(reports) - MOST_SHOWN, 'more report')}.</p>")
    if taken := [one for file in found for one in file.taken]:
        parts.insert(0, records_html(taken))
    if unread:
        parts.append(f"<p><b>{words.count(len(unread), 'input')} cannot be read</b></p>{_reasons(unread)}")
    return f'<div class="d-looked" role="status">{"".join(parts)}</div>'


def _card(report: Preview, file: FilePreview) -> str:
    title = text(shortened(report.title, 200)) if report.title else "<i>No title was found</i>"
    rows = "".join(f"<div><dt>{name}</dt><dd>{text(said)}</dd></div>" for name, said in facts_of(report, file))
    return (
        f'<article class="d-card"><p class="d-claim" dir="auto">{title}</p><dl class="d-facts">{rows}</dl>'
        f'<details><summary>First lines</summary><p dir="auto">{text(report.first_lines)}</p></details></article>'
    )


def facts_of(report: Preview, file: FilePreview) -> list[tuple[str, str]]:
    """What a report is read as: name and words of each thing known of it."""
    day = NOT_SAID
    if report.published:
        published = report.published.date()
        day = f"{day_words.day(pd.Timestamp(published))} ({origin_of(report.published_from, published, date.today())})"
    is_english = report.language == "en"
    return [
        ("Date", day),
        ("Publisher", shortened(report.publisher or NOT_SAID, 100)),
        ("Author", shortened(report.author or NOT_SAID, 100)),
        ("Language", language_name(report.language) + ("" if is_english else ": kept, not analysed")),
        ("Words", f"{report.n_words:,}"),
        ("From", f"{shortened(report.source_id, 120)}{f', {file.form}' if file.form else ''}"),
    ]


def _reasons(unread: Sequence[Unreadable]) -> str:
    rows = "".join(
        f"<li><b>{text(shortened(one.source_id, 120))}</b> {text(shortened(one.reason, 500))}</li>"
        for one in unread[:MOST_SHOWN]
    )
    more = f"<li>And {len(unread) - MOST_SHOWN:,} more.</li>" if len(unread) > MOST_SHOWN else ""
    return f"<ul>{rows}{more}</ul>"
