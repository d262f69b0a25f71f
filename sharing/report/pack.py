"""What a report carries inside: compressed, in base64, so that no word of a text can end the element around it."""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

BROWSER = Path(__file__).resolve().parent / "browser"
# The partial bundle `plotly.js-basic-dist-min` 4.1.1 of npm, licence MIT (plotly-basic.LICENSE): the version of
# plotly.js that plotly 7.1.0 for Python has. Bars and scatter plots are in it; it is a quarter of the whole.
PLOTLY = "plotly-basic.min.js"


def packed(text: str) -> str:
    """The text as zlib in base64; browsers unpack it with `DecompressionStream("deflate")`."""
    return b64encode(zlib.compress(text.encode("utf-8", "replace"), 9)).decode("ascii")


def packed_json(value: object) -> str:
    """The value as JSON, packed."""
    return packed(json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False))


def source(name: str) -> str:
    """A script or style sheet of the report."""
    return (BROWSER / name).read_text(encoding="utf-8")


def digest(script: str) -> str:
    """The digest by which a Content-Security-Policy lets this inline script run, and no other."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode('ascii')}'"
