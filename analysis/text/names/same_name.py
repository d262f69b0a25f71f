"""Whether two name forms may be the same person or body."""

from __future__ import annotations

from rapidfuzz.fuzz import token_sort_ratio


def same_name(left: str, right: str) -> float:
    """From 0 to 1, whether two name forms may be the same."""
    return token_sort_ratio(left.lower(), right.lower()) / 100
