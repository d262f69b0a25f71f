"""The numbers of prose: what each sentence counts, and the reasons for numbers that count nothing."""

from __future__ import annotations

import re

import pandas as pd

from analysis.fields.cut import NONE, UNNAMED, Cut, Cuts
from analysis.queries import news
from analysis.queries.engine.conditions import facts_where, sentences_where
from analysis.queries.engine.selection import Selection
from analysis.queries.figures import known_errors, measured_figures
from analysis.queries.known_values import entities_called
from analysis.queries.quality import SAMPLE
from analysis.queries.report import reports
from analysis.queries.rows import n_facts, n_sentences, reports_behind, sentence_rows
from analysis.queries.topics.theme_terms import n_themed
from pages.parts.share.frames import N_CLAIMS
from tests.pages.numbers.counted import Page
from tests.pages.numbers.saying import CLAIMS, N, Saying
from tests.pages.numbers.sides import OF_SIDES
from tests.pages.numbers.times import OF_TIMES


def _listed(page: Page) -> pd.DataFrame:
    """All reports that the page lets choose from."""
    return reports(page.database, page.selection, 10**6)


def _independent(page: Page) -> tuple[int, int]:
    """The reports that are no copies, and the copies."""
    is_copy = _listed(page)["copy_of"].notna()
    return int((~is_copy).sum()), int(is_copy.sum())


def _of_report(page: Page) -> tuple[int, ...]:
    """The claims of the report that is shown first, whatever the filters are."""
    first = Cut("document", str(_listed(page)["doc_id"].iloc[0]))
    return (n_facts(page.database, page.selection.without_filters(), (first,)),)


def _some_of_report(page: Page) -> tuple[int, ...]:
    first = Cut("document", str(_listed(page)["doc_id"].iloc[0]))
    return (page.n(first), *_of_report(page))


def _about_countries(page: Page) -> tuple[int, ...]:
    """The claims about any country, and the countries of the chart."""
    marks = page.charts[0].marks
    every = Selection(
        (*page.selection.only, *(mark.cuts[0] for mark in marks)), page.selection.hide, page.selection.details
    )
    return n_facts(page.database, every), len(marks)


def _unread(page: Page) -> int:
    return page.database.number("SELECT count(*) FROM unreadable WHERE doc_id IS NULL")


def _fullest_cell(page: Page) -> tuple[int, ...]:
    """The most sentences of a theme and a publisher, and all of this publisher that have a theme."""
    top = max(page.charts[0].marks, key=lambda mark: mark.n_rows)
    of_value = top.cuts[1]
    every = n_sentences(page.database, page.selection, (of_value,))
    return top.n_rows, every - n_sentences(page.database, page.selection, (of_value, Cut("theme", "")))


def _between_names(page: Page) -> int:
    """The claims in which somebody with a name does something to another one."""
    where = facts_where(page.selection)
    where.add("f.actor_entity_id <> f.target_entity_id")
    return page.database.number(f"SELECT count(*) FROM facts f WHERE {where.sql}", where.params)


def _with_a_named_source(page: Page) -> int:
    return page.n() - page.n(Cut("said_by", NONE)) - page.n(Cut("said_by", UNNAMED))


def _most(page: Page, key: str) -> tuple[int, ...]:
    """The sentences behind the first mark of a chart, and the reports that they stand in."""
    mark = next(chart for chart in page.charts if chart.key == key).marks[0]
    where = sentences_where(page.selection, mark.cuts)
    sql = f"SELECT count(*), count(DISTINCT s.doc_row) FROM sentences s WHERE {where.sql}"
    return tuple(page.database.rows(sql, where.params)[0])


def _said_by(page: Page, name: str) -> int:
    """The sentences in which somebody speaks."""
    entity_id = str(entities_called(page.database, name)["entity_id"].iloc[0])
    return n_sentences(page.database, page.selection, (Cut("speaks", entity_id),))


def _hits(page: Page, query: str) -> tuple[int, ...]:
    """The words of a query that are marked, the sentences that they stand in, and the reports."""
    cuts = (Cut("words", query),)
    rows = sentence_rows(page.database, page.selection, cuts, (0, 10**6))
    return sum(len(spans.split()) for spans in rows["spans"]), len(rows), rows["doc_id"].nunique()


def _commonest(page: Page, term: str, month: str) -> tuple[int, ...]:
    published = Cut("published", pd.Timestamp(month).strftime("%Y-%m"))
    cuts: tuple[Cuts, ...] = ((Cut("term", term), published), (published,))
    return tuple(n_sentences(page.database, page.selection, one) for one in cuts)


QUERY = "mine"  # what the page Search is asked for
SAYINGS = (
    *OF_TIMES,
    Saying(rf"^{N} {CLAIMS}, none filtered out\.", lambda page, _: (page.n(),)),
    Saying(rf"^Filters {N}$", lambda page, _: (len(page.selection.only) + len(page.selection.hide),)),
    Saying(rf"^Showing {N} of {N} {CLAIMS}:", lambda page, _: (page.n(), page.n_all())),
    Saying(rf"^{N} reports?(?=.* holds? )", lambda page, _: (page.n_reports(),)),
    Saying(rf", {N} independent and {N} (?:a copy|copies),", lambda page, _: _independent(page)),
    Saying(rf"\bIn {N} reports?", lambda page, _: (page.reports_of(page.selection),)),
    Saying(
        rf"\bIn \d[\d,]* reports, {N} independent", lambda page, _: (reports_behind(page.database, page.selection)[1],)
    ),
    Saying(rf" from {N} publishers?", lambda page, _: (_listed(page)["publisher"].nunique(),)),
    Saying(rf" holds? {N} {CLAIMS}", lambda page, _: (page.n(),)),
    Saying(rf", in {N} of them\.", lambda page, _: (page.reports_of(page.selection),)),
    Saying(rf"^{N} reports? with news", lambda page, _: (len(news.newest(page.database, page.selection, (0, 10**6))),)),
    Saying(rf"{N} reports? without a known day left out", lambda p, _: (int(_listed(p)["published"].isna().sum()),)),
    Saying(
        rf"^{N} inputs? of the folder could not be read",
        lambda page, _: (_unread(page),),
    ),
    Saying(rf"^Download {N} {CLAIMS} ", lambda page, _: (page.n(),)),
    Saying(rf"^Report \d[\d,]* of {N} reports?", lambda page, _: (page.n_reports(),)),
    Saying(rf"^{N} {CLAIMS} in this report", lambda page, _: _of_report(page)),
    Saying(rf"^Shown for {N} of its {N} {CLAIMS}", lambda page, _: _some_of_report(page)),
    Saying(rf"^(.+) is named in {N} sentences? of {N} reports?,", lambda page, _: _most(page, "named")),
    Saying(rf" is the theme of most sentences: {N} in {N} reports?", lambda page, _: _most(page, "size")),
    Saying(rf"{N} reports? with a theme: ", lambda page, _: (n_themed(page.database, page.selection),)),
    Saying(rf"^Leave out {N} weak {CLAIMS}", lambda page, _: (page.n() - page.n(Cut("trust", "0.5")),)),
    Saying(rf" {N} {CLAIMS} are about {N} countries", lambda page, _: _about_countries(page)),
    Saying(rf" {N} {CLAIMS} ha(?:s|ve) a name on both sides", lambda page, _: (_between_names(page),)),
    Saying(rf" {N} {CLAIMS} ha(?:s|ve) a named source", lambda page, _: (_with_a_named_source(page),)),
    Saying(
        rf"; {N} of them are here", lambda page, _: (sum(m.n_rows for m in page.charts[0].marks if " to " in m.label),)
    ),
    Saying(rf"^What (.+) says: {N} sentences?$", lambda page, found: (_said_by(page, found[1]),)),
    Saying(
        rf"^{N} {CLAIMS} drawn at random .* 0 of {N} are checked",
        lambda page, _: (min(page.n(), SAMPLE),) * 2,
    ),
    Saying(rf"^{N} kinds of error", lambda page, _: (len(known_errors()),)),
    Saying(rf"^{N} reports?$", lambda page, _: (page.n_reports(),)),
    Saying(rf"^Most sentences: .*, {N} of {N}\. A sentence", lambda page, _: _fullest_cell(page)),
    Saying(rf"^No date {N}$", lambda page, _: (int(_listed(page)["published"].isna().sum()),)),
    Saying(rf"^Date inferred {N}$", lambda page, _: (int((_listed(page)["published_from"] == "inferred").sum()),)),
    Saying(rf"^Copies {N}$", lambda page, _: (int(_listed(page)["copy_of"].notna().sum()),)),
    Saying(rf"^Not read {N}$", lambda page, _: (_unread(page),)),
    Saying(rf"^{N} hits? in {N} sentences? of {N} reports?", lambda page, _: _hits(page, QUERY)),
    Saying(
        rf"; {N} sentences? of all reports would",
        lambda page, _: (n_sentences(page.database, page.selection.without_filters(), (Cut("words", QUERY),)),),
    ),
    Saying(rf"^The first {N} {CLAIMS}$", lambda page, _: (min(page.n(), N_CLAIMS),)),
    Saying(
        rf"^{N} topics?\. “[^”]+” has most of the selection: {N} sentences? in {N} reports?",
        lambda page, _: (len(page.charts[0].marks), *_most(page, "found")),
    ),
    Saying(
        rf"^“([^”]+)” stands in {N} sentences? of the selection",
        lambda page, found: (n_sentences(page.database, page.selection, (Cut("term", found[1]),)),),
    ),
    Saying(
        rf"^“([^”]+)” is commonest in (\w+ \d{{4}}): {N} of {N} sentences?",
        lambda page, found: _commonest(page, found[1], found[2]),
    ),
)


MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTH = rf"(?:{MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
REASONS = {
    r"\bF1\b|recall \.8|content at 0\.\d|lies between 0 and 1: at 1": "the name of a figure that is measured",
    r"1 is always, 0 is as by chance, below 0": "what a figure means",
    r"(?<!\d)[01]\.\d\d(?: \([^)]*\))?": "a figure that was measured",
    rf"(?:\d{{1,2}} )?(?:{MONTH} )?(?:to )?\d{{1,2}} {MONTH}(?: \d{{4}})?": "a day, or the days of a period",
    rf"{MONTH} \d{{4}}": "a month",
    r"\b(?:in |of |On |to |^)?\d{4}(?:-\d\d){1,2}": "a day as in a file",
    r"(?<![\d,])(?:1[5-9]|20)\d\d(?![\d,])": "a year",
    r"\d+(?:\.\d+)? ?%": "a share that the line before it counts, or a figure of how sure it is",
    r"snapshot-[0-9a-f]{16}": "the name of a snapshot",
    r"^\d[\d,]* of \d[\d,]*$": "the place that is stepped to, of those that the list has",
    r"^Report \d[\d,]* of": "the place of the report in the list",
    r"(?<!\d)\d[\d,]* words\b": "the length of a report",
    r"named \d+ times? in \d+ reports?(?: of all)?": "how often all reports name somebody, whatever the filters are",
    r"\(\d[\d,]*\)$": "how often a report names somebody: mentions, which the steps go through",
    r"filter to \d+ or fewer": "the most signs that a chart can show",
    r"fewer than \d+ reports|^\d+ reports are too few to find topics": "the fewest reports that a map or topics need",
    r"^\d+ details?(?: of this claim)?$": "what is listed under it",
    r"under \d+ a topic": "the fewest reports that topics are looked for in",
    r"theme of \d+ sentences a term must stand in \d+ .* up to \d+": "how terms are ranked",
    r"λ = [\d.]+|^\d\.\d": "a setting",
    r"^\d+\. .*": "the place in the list of a claim, and its words",
    r"one term in twenty|fewer than \d+ sentences in all|Gruen and Quinn 2008": "when evidence is too little",
    r"up to 1,000 queries and 500 KB|colour~2|mine, 5|~5": "what can be asked for",
    r"^(?:12|20|30)$": "a choice of how many names",
    r"\bM?\d+(?:\.\d+)? (?:mln|bln|dlrs|billion|million)": "an amount as a report says it",
}


def _names(page: Page) -> list[str]:
    """Words of others with digits in them: of publishers, reports and names, and of what figures were measured on."""
    every = _listed(page._replace(selection=Selection()))
    named = [str(name) for (name,) in page.database.rows("SELECT name FROM entities")]
    found = [
        *every["publisher"].dropna().unique(),
        *every["title"].dropna(),
        *every["source_id"],
        *named,
        *measured_figures()["data"].unique(),
    ]
    return sorted(found, key=len, reverse=True)


def unexplained(page: Page, line: str, known: set[int]) -> list[str]:
    """The numbers of a line that are not what the line says that they count, or that nothing explains. `known` are the
    numbers of the chart that the line is about."""
    wrong = []
    for saying in (*(OF_SIDES if page.sides else ()), *SAYINGS):
        found = re.search(saying.pattern, line)
        if found:
            said = [int(one.replace(",", "")) for one in found.groups() if one and re.fullmatch(N, one)]
            counted = list(saying.counted(page, found))
            if said != counted:
                wrong.append(f"{found[0]!r} says {said}, counted are {counted}")
            line = line.replace(found[0], " ")
    for name in _names(page):
        line = line.replace(name, " ")
    for pattern in REASONS:
        line = re.sub(pattern, " ", line)
    left = [one.replace(",", "") for one in re.findall(r"\d[\d,]*", line)]
    return wrong + [f"{one} in {line!r}" for one in left if int(one.rstrip(",") or 0) not in known]
