"""The conditions that fields are made of, in SQL."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.derived import MARK
from analysis.fields.days import days_of, longest
from analysis.fields.field import Test
from analysis.row_numbers import ROW_OF
from analysis.row_sets import Params, RowSet, frozen, in_bitmap

# Tables that the SQL of a value or an order may name beside facts, by alias.
JOINS = {
    "d": "JOIN documents d ON d.doc_row = f.doc_row",
    "a": "LEFT JOIN attributions a ON a.attribution_id = f.attribution_id",
}


def joins_of(sql: str) -> str:
    """The joins that SQL over facts `f` needs.

    >>> joins_of("lower(d.title)"), joins_of("f.status")
    ('JOIN documents d ON d.doc_row = f.doc_row', '')
    """
    return " ".join(join for alias, join in JOINS.items() if re.search(rf"\b{alias}\.", sql))


def one_of(sql: str) -> Test:
    """A condition on a list of values, which stands in `sql` as {values}."""

    def test(name: str, values: Sequence[str]) -> tuple[str, Params]:
        return sql.format(values=f"${name}::VARCHAR[]"), {name: list(values)}

    return test


def in_periods(day: str, n_days: str) -> Test:
    """Rows with a day in one of the periods, and a time of so many days that is no longer than it."""

    def test(name: str, values: Sequence[str]) -> tuple[str, Params]:
        parts: list[str] = []
        params: Params = {}
        for number, value in enumerate(values):
            first, last = days_of(value)
            inside = []
            if first:
                inside.append(f"{day} >= ${name}_{number}_first")
                params[f"{name}_{number}_first"] = first
            if last:
                inside.append(f"{day} <= ${name}_{number}_last")
                params[f"{name}_{number}_last"] = last
            if first and last:
                inside.append(f"{n_days} <= {longest(first, last)}")
            parts.append(" AND ".join(inside))
        return f"({' OR '.join(parts)})", params

    return test


def flag(sql: str) -> Test:
    """A condition that needs no value."""
    return lambda name, values: (sql, {})


def column(sql: str) -> Test:
    """The column has one of the values; NONE stands for NULL."""
    return one_of(f"list_contains({{values}}, coalesce({sql}, ''))")


def cached(table: str, test: Test) -> Test:
    """The same condition by a bitmap of the rows of the table that pass, found once: for tests that read other tables.

    The alias of the rows is the first letter of the table.
    """
    alias = table[0]

    def by_bitmap(name: str, values: Sequence[str]) -> tuple[str, Params]:
        sql, params = test("v", values)
        rows = f"SELECT {alias}.{ROW_OF[table]} FROM {table} {alias} WHERE {sql}"
        return in_bitmap(alias, table, name), {name: RowSet(table, rows, frozen(params))}

    return by_bitmap


def of_entities(which: str) -> Test:
    """Facts with an entity that `which` lets through: it acts, is acted on, is the place, says so or is named."""
    return cached("facts", one_of(f"f.fact_row IN (SELECT fact_row FROM fact_entities WHERE {which})"))


def naming(which: str) -> Test:
    """Sentences that mention an entity that `which` lets through."""
    return cached("sentences", one_of(f"s.sentence_row IN (SELECT sentence_row FROM mentions WHERE {which})"))


LISTED = "list_contains({values}, entity_id)"


def in_report(table: str, which: str) -> Test:
    """Rows of the table that stand in a report of `which`, a table and its condition."""
    return cached(table, one_of(f"{table[0]}.doc_row IN (SELECT doc_row FROM {which})"))


def days_as_text(day: str) -> str:
    """SQL for a day as a list of its year (2024), month (2024-03) and day (2024-03-04); an empty text for NULL.

    >>> days_as_text("d").count("strftime")
    3
    """
    return f"[coalesce(strftime({day}, '%Y'), ''), strftime({day}, '%Y-%m'), strftime({day}, '%Y-%m-%d')]"


def values_in(sql: str) -> str:
    """SQL that unnests a text with MARK between values, one row per value; NONE for NULL. After a GROUP BY the text,
    which has few distinct values, this takes no time."""
    return f"unnest(string_split(coalesce({sql}, ''), '{MARK}'))"
