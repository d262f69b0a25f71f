"""What is inside a report in one file."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode
from typing import Any


def packed(html: str, key: str = "packed") -> str:
    """What is packed under an id."""
    found = re.search(rf'<script type="text/plain" id="{key}">([^<]*)</script>', html)
    assert found
    return zlib.decompress(b64decode(found[1])).decode()


def data_of(html: str) -> dict[str, Any]:
    """The data of the script."""
    found: dict[str, Any] = json.loads(packed(html))
    return found


def claims_of(html: str) -> list[dict[str, Any]]:
    """The claims by their names."""
    data = data_of(html)
    return [dict(zip(data["order"], claim, strict=True)) for claim in data["claims"]]


def text_of(html: str) -> str:
    """What stands in the file before its packed parts, without tags."""
    return re.sub(r"<[^>]*>", " ", html.split('<script type="text/plain"')[0])
