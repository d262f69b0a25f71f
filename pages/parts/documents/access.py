"""Who may add reports and change what is known of them: see hosting/asking.py, which decides it."""

from __future__ import annotations

from hosting.asking import Act, may, why_not_add
from hosting.own import is_own

__all__ = ["is_own", "may_change", "why_not_add"]


def may_change() -> bool:
    """Whether who asks for this run may add reports and change what is known of them."""
    return may(Act.ADD)
