"""Packages that only some need: the extra `share` of pyproject.toml has them."""

from __future__ import annotations

from importlib.util import find_spec


class MissingPackage(ImportError):
    """A package of the extra `share` is not installed."""


def need(module: str, package: str, what: str) -> None:
    """Raise MissingPackage where a module is not there."""
    if not is_there(module):
        raise MissingPackage(f"{what} needs the package {package}: pip install {package}")


def is_there(module: str) -> bool:
    """Whether a module can be imported."""
    return find_spec(module) is not None
