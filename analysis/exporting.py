"""A table of the published snapshot as a file: CSV, JSON Lines or Parquet, by the ending of its name."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path

from analysis.queries.engine.database import VIEWS, Database, Params
from analysis.queries.export import About, write_csv, write_json_lines, write_parquet
from analysis.row_numbers import ROWS
from analysis.store import open_snapshot

WRITERS = {".csv": write_csv, ".jsonl": write_json_lines, ".parquet": write_parquet}
CLAIMS = "claims"  # the facts that a reader would write down
TABLES = (CLAIMS, *VIEWS)
WHOLE = "everything"


class UnknownEnding(ValueError):
    """The name of a file ends as no format does that can be written."""


def export(out: Path, table: str, to: Path) -> int:
    """Write a table, one of TABLES, to a file; the number of its rows. The file is whole or not there.

    Raises UnknownEnding, NoSnapshot, OldSnapshot, DamagedSnapshot, OSError.
    """
    write = WRITERS.get(to.suffix.lower())
    if write is None:
        raise UnknownEnding(f"{to.name} ends in none of {', '.join(WRITERS)}")
    database = Database(open_snapshot(out))
    sql, params = _query(database, table)
    draft = database.exports / f"table{to.suffix.lower()}"
    write(database, sql, params, draft, About(WHOLE, datetime.now(), database.snapshot.name))
    beside = to.with_name(f".draft-{os.getpid()}-{to.name}")
    try:
        shutil.copyfile(draft, beside)
        beside.replace(to)
    finally:
        beside.unlink(missing_ok=True)
    return int(database.rows(f"SELECT count(*) FROM ({sql})", params)[0][0])


def _query(database: Database, table: str) -> tuple[str, Params]:
    """The rows of a table without the numbers that the snapshot keeps for joins."""
    view = "facts" if table == CLAIMS else table
    names = {str(name) for name, *_ in database.rows(f"DESCRIBE {view}", {})}
    left_out = sorted(names & ROWS)
    columns = f"* EXCLUDE ({', '.join(left_out)})" if left_out else "*"
    return f"SELECT {columns} FROM {view}{' WHERE is_claim ORDER BY worth DESC' if table == CLAIMS else ''}", {}
