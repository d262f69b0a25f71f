"""What a page or a file is of."""

from __future__ import annotations

from typing import NamedTuple

from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection

CLAIMS, FACTS = "claims", "facts"  # what rows of the table of facts are called


class View(NamedTuple):
    """The snapshot, the selection, and all themes in their order."""

    database: Database
    selection: Selection
    themes: tuple[str, ...]

    @property
    def unit(self) -> str:
        """What is counted: claims, or facts where details show as well."""
        return FACTS if self.selection.details else CLAIMS
