"""The sources of components and of the style sheet, with the selectors of SELECTORS in them."""

from __future__ import annotations

import json
import re
from pathlib import Path

from pages.parts.browser.selectors import SCRIPT_STATE, SELECTORS

HERE = Path(__file__).resolve().parent
CUSTOM_SELECTOR = re.compile(r":--([a-z-]+)")


def script(*names: str) -> str:
    """These files as one module, behind the constant PAGE: the selectors by name, and the name of an attribute."""
    page = json.dumps(SELECTORS | {"script_state": SCRIPT_STATE})
    return "\n".join((f"const PAGE = {page}", *map(_read, names)))


def style(name: str) -> str:
    """A style sheet with its custom selectors resolved. Raises KeyError for an unknown one."""
    return resolved(_read(name))


def resolved(css: str) -> str:
    """The style sheet without custom selectors.

    >>> resolved(":--main > p { margin: 0 }")
    '[data-testid="stMain"] > p { margin: 0 }'
    """
    return CUSTOM_SELECTOR.sub(lambda found: SELECTORS[found[1].replace("-", "_")], css)


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
