"""Who may add reports and change what is known of them: see hosting/asking.py, which decides it."""

from __future__ import annotations

from hosting.asking import MAY_NOT_ADD as MAY_NOT
from hosting.asking import Act, may
from hosting.own import is_own

__all__ = ["MAY_NOT", "is_own", "may_change"]


def may_change() -> bool:
    """Whether who asks for this run may add reports and change what is known of them."""
    return may(Act.ADD)
