"""Columns that several answers have."""

from __future__ import annotations

from analysis.schema import Column

THEME = Column("theme", "str", "name of the theme", nullable=False)
TERM = Column("term", "str", "word or phrase", nullable=False)
N_SENTENCES = Column("n_sentences", "int64", "sentences with it", unit="sentences", nullable=False)
N_REPORTS = Column("n_reports", "int64", "reports with it", unit="reports", nullable=False)
