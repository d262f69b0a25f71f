"""Who says so: an entity, the report itself, or a source without a name."""

from __future__ import annotations

from analysis.fields.cut import NONE, UNNAMED, Cut
from analysis.queries.engine.database import Database, Row
from display.fields.cells import plain
from display.fields.entities import entity_label, find_entity
from display.fields.entry import Entry, Grouping, LedgerColumn, Section
from display.safe import is_empty

REPORT_ITSELF = "The report itself"
UNNAMED_SOURCE = "Someone without a name"
NOBODY_NAMED = {NONE: REPORT_ITSELF, UNNAMED: UNNAMED_SOURCE}


def _show(database: Database, value: str) -> str:
    return NOBODY_NAMED.get(value) or entity_label(database, value)


def _find(database: Database, said: str) -> str | None:
    known = {label: value for value, label in NOBODY_NAMED.items()}
    return known[said] if said in known else find_entity(database, said)


def _cuts(row: Row) -> list[Cut]:
    if is_empty(row["attribution_id"]):
        return [Cut("said_by", NONE)]
    if is_empty(row["source_entity_id"]):
        return [*([] if is_empty(row["source"]) else [_in_words(row)]), Cut("said_by", UNNAMED)]
    return [Cut("said_by", str(row["source_entity_id"])), _in_words(row)]


def _in_words(row: Row) -> Cut:
    return Cut("source_words", str(row["source"]).lower())


SAID_BY = Entry(
    field="said_by",
    title="Said by",
    icon="record_voice_over",
    show=_show,
    find=_find,
    chip="Said by: {}",
    is_someone=True,
    section=Section(title="Said by", rank=10, always=NOBODY_NAMED),
    grouping=Grouping(title="Who says so", rank=8),
    column=LedgerColumn(
        key="who says so",
        title="Who says so",
        values=plain("source"),
        cuts=_cuts,
        width=137,
        help="Empty where the report says it itself",
        rank=4,
    ),
)
SOURCE_WORDS = Entry(field="source_words", title="Said by, in words", icon="record_voice_over", chip="Said by: “{}”")
SPEAKS = Entry(
    field="speaks",
    title="Where it speaks",
    icon="record_voice_over",
    show=entity_label,
    find=find_entity,
    chip="{} speaks",
    is_someone=True,
)
