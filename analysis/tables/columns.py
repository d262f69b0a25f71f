"""Columns that several tables have: a name means the same everywhere."""

from __future__ import annotations

from analysis.schema import Column

CHARACTERS = "characters into documents.text"

DOC_ID = Column("doc_id", "str", "the report that it stands in", nullable=False)
SENTENCE_ID = Column("sentence_id", "str", "the sentence that it stands in", nullable=False)
FIRST_DAY = Column("first_day", "day", "first day of the time that it covers")
END_DAY = Column("end_day", "day", "the day after its last day")
PRECISION = Column(
    "precision",
    "str",
    "how exactly the text says the time",
    allowed=(
        "time",
        "day",
        "week",
        "month",
        "quarter",
        "half",
        "season",
        "year",
        "decade",
        "century",
        "range",
        "unknown",
    ),
)


def span_columns(prefix: str = "", nullable: bool = False) -> tuple[Column, Column]:
    """The columns `<prefix>start_char` and `<prefix>end_char` of a half-open span."""
    dtype = "Int64" if nullable else "int64"
    what = f"of the {prefix.rstrip('_')}" if prefix else "of it"
    return (
        Column(f"{prefix}start_char", dtype, f"first character {what}", unit=CHARACTERS, nullable=nullable),
        Column(f"{prefix}end_char", dtype, f"one past the last character {what}", unit=CHARACTERS, nullable=nullable),
    )
