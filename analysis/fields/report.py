"""The report that a fact or a sentence stands in: itself, its publisher, its day, its topic."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.fields.field import Facet, Field, Group, Sort, Test
from analysis.fields.sql import cached, column, days_as_text, in_periods, in_report, one_of
from analysis.row_sets import Params

PUBLISHED_BY = "documents WHERE list_contains({values}, coalesce(publisher, ''))"
PUBLISHED_ON = f"documents WHERE list_has_any({{values}}, {days_as_text('published')})"
# The main topic of the report; a report without one, as all are in a small corpus, has NONE.
ON_TOPIC = (
    "documents LEFT JOIN (SELECT doc_row, topic_id FROM document_topics WHERE is_main) USING (doc_row) "
    "WHERE list_contains({values}, coalesce(topic_id, ''))"
)


def _on_topic(table: str) -> Test:
    return in_report(table, ON_TOPIC)


def _published_in(day: str) -> Test:
    return in_periods(day, "1")


def _sentences_published_in(name: str, values: Sequence[str]) -> tuple[str, Params]:
    sql, params = _published_in("d.published")(name, values)
    return f"s.doc_row IN (SELECT d.doc_row FROM documents d WHERE {sql})", params


FIELDS = (
    Field(
        name="document",
        facts=column("f.doc_id"),
        sentences=column("s.doc_id"),
        reports=column("d.doc_id"),
        value="f.doc_id",
        group=Group(),
        sort=Sort(sql="lower(d.title)"),
    ),
    Field(
        name="publisher",
        facts=column("f.told_by"),
        sentences=in_report("sentences", PUBLISHED_BY),
        reports=column("d.publisher"),
        value="f.told_by",
        facet=Facet(),
        group=Group(),
        sort=Sort(sql="lower(f.told_by)"),
    ),
    Field(
        name="published",
        facts=cached("facts", one_of(f"list_has_any({{values}}, {days_as_text('f.told_on')})")),
        sentences=in_report("sentences", PUBLISHED_ON),
        reports=one_of(f"list_has_any({{values}}, {days_as_text('d.published')})"),
        sort=Sort(sql="f.told_on"),
    ),
    Field(
        name="reported",
        facts=_published_in("f.told_on"),
        sentences=cached("sentences", _sentences_published_in),
        reports=_published_in("d.published"),
    ),
    Field(name="topic", facts=_on_topic("facts"), sentences=_on_topic("sentences"), reports=_on_topic("documents")),
)
