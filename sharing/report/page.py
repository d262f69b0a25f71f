"""The file: its head with the policy, what is read, what is packed, and the script."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.queries import overview
from analysis.queries.engine.database import records
from analysis.queries.topics.theme_terms import theme_terms
from display import day_words, words
from display.counting import RULES
from display.lead import lead_words
from display.quality import MEASURED_TERMS, errors_table, measured_table, measured_words
from display.safe import text
from sharing.briefing.choose import briefing
from sharing.briefing.html import briefing_html
from sharing.html import table_html
from sharing.report.charts import chart_data, chart_html, charts_of
from sharing.report.claims import MOST_CLAIMS, claims_data
from sharing.report.pack import PLOTLY, digest, packed, packed_json, source
from sharing.shared import Shared

SECTIONS = {
    "briefing": "Briefing",
    "charts": "Charts",
    "claims": "Claims",
    "terms": "Terms",
    "sources": "Sources",
    "method": "Method",
}
METHOD = (
    "Dossier reads each report sentence by sentence and writes down its claims: who does what to whom, when and where, "
    "who says so, how sure the text is, and whether it is done, planned, possible, denied or asked for. Rules and "
    "small trained models of language do this; none of them makes up text. Every claim stands beside the sentence that "
    "it was found in. Claims are what reports say, not what is true."
)
NO_TEXTS = "Without the texts of the reports: numbers, terms and quotations of at most 25 words."
NO_SCRIPT = "The charts and the list of claims need JavaScript. Nothing is loaded from anywhere."
Figures = Iterable[tuple[str, str, int]]


def report_html(shared: Shared) -> str:
    """The report of a view as one file of HTML."""
    charts = charts_of(shared.view)
    claims = claims_data(shared)
    script, plotly = source("report.js"), source(PLOTLY)
    data = {**claims, "charts": [chart_data(chart) for chart in charts]}
    body = {
        "briefing": briefing_html(briefing(shared), shared),
        "charts": f'<div class="charts">{"".join(map(chart_html, charts))}</div>',
        "claims": _claims_html(shared, len(claims["claims"])),
        "terms": _terms_html(shared),
        "sources": '<ol id="source-list" class="sources"></ol>',
        "method": _method_html(),
    }
    sections = "".join(
        f'<section id="{key}"><h2>{title}</h2>{body[key]}</section>' for key, title in SECTIONS.items() if body[key]
    )
    title = text(title_words(shared))
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(script, plotly)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta name="generator" content="Dossier">\n<link rel="icon" href="data:,">\n<title>{title}</title>\n'
        f"<style>{source('report.css')}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#claims">Skip to the claims</a>\n{_head_html(shared)}\n<main>\n'
        f"<noscript><p>{NO_SCRIPT}</p></noscript>{sections}</main>\n{_foot_html(shared)}\n"
        f'<script type="text/plain" id="packed">{packed_json(data)}</script>\n'
        f'<script type="text/plain" id="packed-plotly">{packed(plotly)}</script>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def policy(*scripts: str) -> str:
    """The Content-Security-Policy: these scripts and the styles of the file, and nothing from anywhere."""
    allowed = " ".join(digest(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; "
        "form-action 'none'"
    )


def title_words(shared: Shared) -> str:
    """The title: what the report is of."""
    counts = overview.overview_counts(shared.view.database, shared.view.selection).iloc[0]
    said = f"What {words.count(int(counts['n_reports']), 'report')} {'says' if counts['n_reports'] == 1 else 'say'}"
    return f"{said}: {'; '.join(shared.filters)}" if shared.filters else said


def _head_html(shared: Shared) -> str:
    view, about = shared.view, shared.about.items()
    counts = overview.overview_counts(view.database, view.selection).iloc[0]
    made = f"{day_words.day(shared.at)}, from {about['snapshot']}"
    facts = [("Filters", about["filters"]), ("Made", made)]
    facts += [] if shared.has_texts else [("Shared", NO_TEXTS)]
    listed = "".join(f"<div><dt>{name}</dt><dd dir='auto'>{text(value)}</dd></div>" for name, value in facts)
    links = "".join(f'<li><a href="#{key}">{title}</a></li>' for key, title in SECTIONS.items())
    return (
        f'<header><p class="kicker">Dossier</p><h1 dir="auto">{text(title_words(shared))}</h1>'
        f'<p class="lead">{text(lead_words(counts, view.unit))}</p>{_figures_html(_figures(counts, view.unit))}'
        f'<dl class="facts">{listed}</dl><nav aria-label="In this report"><ul>{links}</ul></nav></header>'
    )


def _figures(counts: pd.Series, unit: str) -> Figures:
    """The key, the words and the number of each figure; the key names the column of COUNTS."""
    names = {
        "n_reports": "Reports",
        "n_facts": unit.capitalize(),
        "n_dated": "of them dated by the text",
        "n_attributed": "of them said by someone",
        "n_entities": "People, bodies, places",
    }
    return [(key, name, int(counts[key])) for key, name in names.items()]


def _figures_html(figures: Figures) -> str:
    items = (f'<li>{name} <strong data-count="{key}">{number:,}</strong></li>' for key, name, number in figures)
    return f'<ul class="figures">{"".join(items)}</ul>'


def _claims_html(shared: Shared, n_listed: int) -> str:
    """The filters of the claims, and the place of the list."""
    counts = overview.overview_counts(shared.view.database, shared.view.selection).iloc[0]
    total, unit = int(counts["n_facts"]), shared.view.unit
    some = f" The {n_listed:,} of most worth are in this file." if n_listed < total else ""
    most = f"{words.number_of(total, unit)} in the view, those of most worth first.{some}"
    return (
        f'<p class="note" data-most="{MOST_CLAIMS}">{most} Each with the words of its report.</p>'
        '<form id="filters" role="search" aria-label="Filter the claims">'
        '<label>Theme <select id="theme"><option value="*">All themes</option></select></label>'
        '<label>Status <select id="status"><option value="*">All</option></select></label>'
        '<label class="wide">Words <input id="words" type="search" autocomplete="off" spellcheck="false"></label>'
        '<button type="reset">Show all</button></form>'
        '<p id="count" role="status"></p><ol id="list" class="claims"></ol>'
        '<p class="more"><button type="button" id="more" hidden>Show more</button></p>'
    )


def _terms_html(shared: Shared) -> str:
    """The terms of each theme; nothing where no theme has any."""
    found: dict[str, list[str]] = {}
    for row in records(theme_terms(shared.view.database, shared.view.selection)):
        found.setdefault(str(row["theme"]), []).append(f"{row['term']} ({row['n_sentences']:,})")
    rows = [[words.theme(theme), ", ".join(terms)] for theme, terms in found.items()]
    note = '<p class="note">The words that mark out each theme, with the number of sentences that have them.</p>'
    return note + table_html(["Theme", "Terms"], rows) if rows else ""


def _method_html() -> str:
    rules = "".join(f"<dt>{text(what)}</dt><dd>{text(rule.replace('*', ''))}</dd>" for what, rule in RULES)
    return (
        f"<p>{text(METHOD)}</p><h3>How this counts</h3><dl>{rules}</dl>"
        f"<h3>How right it is</h3><p>{text(measured_words())}</p><p class='note'>{text(MEASURED_TERMS)}</p>"
        f'<details><summary>The figures</summary><div class="scroll" tabindex="0" role="region" '
        f'aria-label="Measured figures">{measured_table()}</div></details>'
        f'<details><summary>What is known to go wrong</summary><div class="scroll" tabindex="0" role="region" '
        f'aria-label="Known errors">{errors_table()}</div></details>'
    )


def _foot_html(shared: Shared) -> str:
    at, snapshot = shared.at.strftime("%Y-%m-%d %H:%M"), text(shared.view.database.snapshot.name)
    link = f' · <a href="{text(shared.dashboard)}" rel="noreferrer">Open the dashboard</a>' if shared.dashboard else ""
    return f"<footer><p>Made with Dossier from {snapshot} on {at} UTC{link}</p></footer>"
