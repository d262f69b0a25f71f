"""How many inputs a property is tried on, where one takes long."""

from __future__ import annotations

from hypothesis import settings


def examples(of_a_hundred: int) -> settings:
    """So many inputs for each hundred that other properties are tried on; `tests/conftest.py` has their number."""
    return settings(max_examples=of_a_hundred * settings.default.max_examples // 100)
