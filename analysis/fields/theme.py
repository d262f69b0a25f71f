"""The themes of a fact, of which it may have several, and of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.fields.cut import NONE
from analysis.fields.field import Facet, Field, Group, RowColumn, Sort
from analysis.fields.sql import cached, values_in
from analysis.row_sets import Params
from analysis.schema import Column


def _of_sentence(name: str, values: Sequence[str]) -> tuple[str, Params]:
    inside = f"SELECT sentence_row FROM themes WHERE list_contains(${name}::VARCHAR[], theme)"
    sql = f"s.sentence_row IN ({inside})"
    if NONE in values:
        sql = f"({sql} OR s.sentence_row NOT IN (SELECT sentence_row FROM themes))"
    return sql, {name: list(values)}


def _of_fact(name: str, values: Sequence[str]) -> tuple[str, Params]:
    """Facts that have one of the themes, whatever others they have; NONE is a fact without any."""
    sql = f"f.fact_row IN (SELECT fact_row FROM fact_themes WHERE list_contains(${name}::VARCHAR[], theme))"
    return f"({sql} OR f.themes IS NULL)" if NONE in values else sql, {name: list(values)}


def each_theme(counted: str) -> str:
    """A query for `theme` and `n_facts` out of one for `themes` and `n`: a fact counts under each of its themes."""
    apart = f"SELECT {values_in('themes')} AS theme, n FROM ({counted})"
    return f"SELECT theme, sum(n)::BIGINT AS n_facts FROM ({apart}) GROUP BY 1"


FIELDS = (
    Field(
        name="theme",
        facts=cached("facts", _of_fact),
        sentences=cached("sentences", _of_sentence),
        value="f.themes",
        has_several=True,
        facet=Facet(is_short=True),
        group=Group(),
        sort=Sort(sql="f.theme"),
        columns=(
            RowColumn(spec=Column("theme", "str", "theme of the fact")),
            RowColumn(spec=Column("themes", "str", "the names of all its themes, with MARK between them"), in_files=""),
        ),
    ),
)
