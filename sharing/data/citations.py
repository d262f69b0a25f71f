"""The reports of a view as citations: CSL-JSON for Zotero and pandoc, RIS for the others."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from analysis.queries.engine.database import Row
from analysis.shown import visible
from display.safe import is_empty, web_address
from sharing.claims import title_of

NEWS = "article-newspaper"


def csl(reports: Iterable[Row]) -> str:
    """CSL-JSON 1.0.2."""
    return json.dumps([_item(row) for row in reports], ensure_ascii=False, indent=1) + "\n"


def _item(row: Row) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": str(row["doc_id"]),
        "type": NEWS,
        "title": _line(title_of(row)),
        "container-title": _line(row["publisher"]),
        "author": [] if is_empty(row["author"]) else [{"literal": _line(row["author"])}],
        "URL": web_address(row["url"]) or "",
        "language": _line(row["language"]),
    }
    if isinstance(day := row["published"], datetime):
        found["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    return {name: value for name, value in found.items() if value}


def ris(reports: Iterable[Row]) -> str:
    """RIS, an entry for each report."""
    return "\n".join(line for row in reports for line in _entry(row)) + "\n"


def _entry(row: Row) -> Iterator[str]:
    day = row["published"].strftime("%Y/%m/%d") if isinstance(row["published"], datetime) else ""
    fields = (
        ("TY", "NEWS"),
        ("ID", row["doc_id"]),
        ("AU", row["author"]),
        ("TI", title_of(row)),
        ("T2", row["publisher"]),
        ("DA", day),
        ("PY", day[:4]),
        ("UR", web_address(row["url"])),
    )
    yield from (f"{tag}  - {_line(value)}" for tag, value in fields if not is_empty(value))
    yield from ("ER  - ", "")


def _line(value: object) -> str:
    return "" if is_empty(value) else visible(" ".join(str(value).split()))
