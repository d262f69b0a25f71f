"""Every article of the inputs, file by file, in the order of their names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from analysis.read.article import Article, Unreadable


def read_inputs(inputs: Sequence[Path]) -> Iterator[Article | Unreadable]:
    """The articles of folders and files, and what could not be read, sorted by path."""
    for given in inputs:
        for path in sorted(given.rglob("*")) if given.is_dir() else [given]:
            if path.suffix == ".txt":
                yield Article(path.name, path.read_text(encoding="utf-8"))
            elif path.suffix == ".jsonl":
                for line in path.read_text(encoding="utf-8").split("\n"):
                    if line:
                        row = json.loads(line)
                        published = datetime.fromisoformat(row["published"]) if row.get("published") else None
                        yield Article(
                            str(row.get("id", path.name)),
                            row["text"],
                            row.get("title"),
                            published,
                            "metadata" if published else "unknown",
                            row.get("publisher"),
                            row.get("url"),
                        )
            elif path.is_file():
                yield Unreadable(path.name, "Unknown format.")
