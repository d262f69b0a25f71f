"""Marks of cases: which of the values of a test only `make test-long` tries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def long(*values: Any) -> Any:
    """A case that takes long and shows hardly more than the others."""
    return pytest.param(*values, marks=pytest.mark.long)


def long_but(quick: Iterable[str], values: Iterable[str]) -> list[Any]:
    """All values, of which only these are quick."""
    kept = set(quick)
    return [value if value in kept else long(value) for value in values]
