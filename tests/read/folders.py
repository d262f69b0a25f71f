"""Folders that are written and read in tests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from analysis.read import Article, Unreadable, read_inputs

RAIN = "It rained in Baku on Monday, the mayor said."


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def read(*inputs: Path) -> tuple[list[Article], dict[str, str]]:
    found = list(read_inputs(inputs))
    articles = [one for one in found if isinstance(one, Article)]
    return articles, {one.source_id: one.reason for one in found if isinstance(one, Unreadable)}


def lines(*rows: object) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)
