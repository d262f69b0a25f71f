"""The claim that a fact is, or belongs to."""

from __future__ import annotations

from analysis.fields.field import Field, RowColumn
from analysis.fields.sql import column
from analysis.schema import Column

SENTENCE = Column("claim", "str", "it as a sentence that can be read alone")

FIELDS = (Field(name="claim", facts=column("f.claim_of"), columns=(RowColumn(spec=SENTENCE),)),)
