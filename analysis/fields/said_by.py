"""Who says so: an entity, the report itself, or a source without a name."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.fields.cut import NONE, UNNAMED
from analysis.fields.field import Facet, Field, Group, RowColumn, Sort, Test
from analysis.fields.sql import cached, one_of
from analysis.row_sets import Params
from analysis.schema import Column

SAYING = "f.attribution_id IN (SELECT attribution_id FROM attributions WHERE {})"
SPEAKER = f"CASE WHEN f.attribution_id IS NULL THEN '{NONE}' ELSE coalesce(a.source_entity_id, '{UNNAMED}') END"


def _said_by(name: str, values: Sequence[str]) -> tuple[str, Params]:
    """Facts that one of the entities states; NONE is the report itself, UNNAMED a source without a name."""
    parts = [SAYING.format(f"list_contains(${name}::VARCHAR[], source_entity_id)")]
    if NONE in values:
        parts.append("f.attribution_id IS NULL")
    if UNNAMED in values:
        parts.append(SAYING.format("source_entity_id IS NULL"))
    return f"({' OR '.join(parts)})", {name: list(values)}


def _speaking(table: str) -> Test:
    """Rows of the table in sentences in which one of the entities speaks."""
    inside = "SELECT sentence_row FROM attributions WHERE list_contains({values}, source_entity_id)"
    return cached(table, one_of(f"{table[0]}.sentence_row IN ({inside})"))


SOURCE = Column("source", "str", "who says so; empty where the report says it itself")
IS_QUOTE = Column("is_quote", "bool", "whether it stands in quotation marks", nullable=False)
SOURCE_ID = Column("source_entity_id", "str", "the entity that says so")
ATTRIBUTION_ID = Column("attribution_id", "str", "the attribution that says it; empty where the report says it itself")

FIELDS = (
    Field(
        name="said_by",
        facts=cached("facts", _said_by),
        value=SPEAKER,
        facet=Facet(is_entity=True),
        group=Group(),
        sort=Sort(sql="lower(a.source)"),
        columns=(
            RowColumn(spec=SOURCE, table="attributions"),
            RowColumn(spec=IS_QUOTE, table="attributions", default=False),
            RowColumn(spec=SOURCE_ID, table="attributions", in_files=""),
            RowColumn(spec=ATTRIBUTION_ID, in_files=""),
        ),
    ),
    Field(
        name="source_words",
        facts=cached("facts", one_of(SAYING.format("list_contains({values}, lower(source))"))),
    ),
    Field(name="speaks", facts=_speaking("facts"), sentences=_speaking("sentences")),
)
