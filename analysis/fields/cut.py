"""One condition on a field, and the values that stand for nothing stated."""

from __future__ import annotations

from dataclasses import dataclass

NONE = ""  # the value of a field that is not stated
UNNAMED = "?"  # the value of `said_by` for a source that has no name, as in "officials said"


@dataclass(frozen=True, order=True)
class Cut:
    """One condition: `Cut("status", "planned")`. `analysis.fields.FIELDS` has the fields."""

    field: str
    value: str = ""


Cuts = tuple[Cut, ...]
