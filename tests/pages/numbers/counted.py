"""What a page counts, asked again with the condition that a number carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from analysis.fields.cut import Cut, Cuts
from analysis.queries import people, report
from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import n_facts, n_sentences
from display.charts.time import ON_REPORT
from pages.parts.drawing.draw import Chart, Mark
from pages.parts.filters.selected import read


class Page(NamedTuple):
    """A page that was opened: its snapshot, its selection, and the charts and marks that were drawn on it.

    `own` has the selection of each chart by its key, where it is another than that of the page; `sides` what is
    compared.
    """

    database: Database
    selection: Selection
    charts: Sequence[Chart]
    marks: Sequence[Mark]
    own: Mapping[str, Selection] = MappingProxyType({})
    sides: Sequence[Selection] = ()

    def n(self, *cuts: Cut) -> int:
        """How many claims of the selection these cuts let through."""
        return n_facts(self.database, self.selection, cuts)

    def n_all(self) -> int:
        """How many claims there are without the filters."""
        return n_facts(self.database, self.selection.without_filters())

    def n_reports(self) -> int:
        """How many reports the selection has."""
        return report.n_reports(self.database, self.selection)

    def reports_of(self, selection: Selection, cuts: Cuts = ()) -> int:
        """In how many reports the claims of a selection stand."""
        where = facts_where(selection, cuts)
        return self.database.number(f"SELECT count(DISTINCT f.doc_row) FROM facts f WHERE {where.sql}", where.params)

    def of_each_report(self) -> set[int]:
        """The words and the claims of each report, whatever the filters are."""
        words = self.database.rows("SELECT DISTINCT n_words FROM documents")
        ids = self.database.rows("SELECT doc_id FROM documents")
        return {n for (n,) in words} | {n_facts(self.database, Selection(), (Cut("document", one),)) for (one,) in ids}

    def of_mark(self, mark: Mark, chart: str = "") -> int:
        """How many rows a mark opens, in a chart or beside."""
        count = n_facts if mark.unit == "facts" else n_sentences
        return count(self.database, mark.within(self.own.get(chart, self.selection)), mark.cuts)

    def at(self, href: str) -> tuple[str, Selection]:
        """The page of a link, and the selection there."""
        split = urlsplit(href)
        return split.path.removeprefix("./"), read(self.database, parse_qs(split.query)).selection

    def behind(self, href: str) -> dict[str, int]:
        """What a link leads to, by unit: claims and the reports that they stand in, reports, or names."""
        page, selection = self.at(href)
        if page == "people":
            return {"names": people.n_named(self.database, selection)}
        reports = report.n_reports if page == "report" else self._with_claims
        return {"claims": n_facts(self.database, selection), "reports": reports(self.database, selection)}

    def _with_claims(self, _: Database, selection: Selection) -> int:
        return self.reports_of(selection)


def numbers_of(chart: Chart) -> set[int]:
    """The numbers that the words of a chart may say: how many rows a mark opens, how many all marks that share a part
    of their label do, as those of one month or of one status, how many marks there are, and how many rows of the table
    have nothing."""
    found: dict[str, int] = {}
    for mark in chart.marks:
        names = {"", *mark.label.replace(" · ", ": ").split(": ")}
        if not mark.label.endswith(ON_REPORT.lower()):
            names |= {f"dated {name}" for name in names}
        if not mark.lifts:
            names |= {f"inside {name}" for name in names}
        for name in names:
            found[name] = found.get(name, 0) + mark.n_rows
    empty = int((chart.table.select_dtypes("number").sum(axis=1) == 0).sum())
    return {*found.values(), *(mark.n_rows for mark in chart.marks), len(chart.marks), empty}
