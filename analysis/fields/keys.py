"""One fact, one sentence, one event, by its key."""

from __future__ import annotations

from analysis.fields.field import Field, RowColumn
from analysis.fields.sql import cached, column, one_of
from analysis.schema import Column

OF_EVENT = "f.claim_row IN (SELECT claim_row FROM tellings WHERE event_number IN (SELECT hash(unnest({values}))))"
EPISODE = Column("episode", "str", "the event that it tells, by the same key in all reports")

FIELDS = (
    Field(name="sentence", facts=column("f.sentence_id"), sentences=column("s.sentence_id")),
    Field(name="fact", facts=column("f.fact_id")),
    Field(
        name="event",
        facts=cached("facts", one_of(OF_EVENT)),
        columns=(RowColumn(spec=EPISODE, in_files=""),),
    ),
)
