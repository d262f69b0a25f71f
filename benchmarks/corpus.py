"""The reports of a corpus: records of a .jsonl file."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path


def read_records(path: Path) -> list[dict[str, str]]:
    """The records of a .jsonl or .jsonl.gz file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def distinct(records: list[dict[str, str]]) -> list[dict[str, str]]:
    """The records with different texts, the first of each."""
    return list({record["text"]: record for record in reversed(records)}.values())[::-1]


def write_records(records: Iterable[dict[str, str]], path: Path) -> None:
    """Write the records as a .jsonl file."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
