"""The tables of a snapshot as one DuckDB file, which the pages query.

DuckDB reads its own files two to three times as fast as Parquet. The Parquet files are what a snapshot is named after
and what other tools read; this file is made from them, and can be made again at any time.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
from pyarrow.parquet import read_schema

from analysis import derived
from analysis.row_numbers import ROW_OF
from analysis.scratch import ScratchFolder
from analysis.shown import LONGEST, cut_sql, visible_sql

VERSION = 11  # one more when a table or a derived column changes; a file of another version is made anew
FILE = f"tables-{VERSION}.duckdb"
NAME = "tables"  # of the attached database
# A query for one report reads one row group; DuckDB wants a multiple of 2,048.
ROWS_OF_A_GROUP = 15 * 2048
NUMBERED = ROW_OF | {"entities": "entity_row"}
# Tables that are queried by one value of a column: sorted by it, DuckDB reads the few row groups that can hold it.
SORTED_BY = {"fact_entities": "entity_id, fact_row", "term_occurrences": "term, sentence_row, start_char"}
INDEXED = {"facts": "fact_id"}  # ids that are looked up one by one in a large table
LEFT_OUT = {"document_terms"}  # no query reads them
# Texts from reports that pages show whole, with their most characters; the Parquet files have all. In the small tables
# control characters are replaced by visible signs as well: for the others the pages do so.
CUT = {
    "documents": {"source_id": LONGEST, "title": LONGEST, "publisher": LONGEST, "url": 2_000},
    "entities": {"name": LONGEST, "role": LONGEST},
    "aliases": {"text": LONGEST},
    "attributions": {"source": LONGEST},
    "facts": dict.fromkeys(("actor", "action", "target", "recipient", "place"), 1_000),
    "unreadable": {"source_id": LONGEST, "reason": 2_000},
}
SMALL = {"documents", "entities", "aliases", "unreadable"}
MEMORY = "1GB"
HEADERS = 3 * 4096  # bytes before the blocks of a file
# What DuckDB says of a full disk, while it writes or at the end; of a folder that is not there; of a damaged file.
FAULTS = (
    duckdb.IOException,
    duckdb.TransactionException,
    duckdb.FatalException,
    duckdb.OutOfMemoryException,
    duckdb.InvalidInputException,
)


def write_duck(folder: Path, path: Path) -> None:
    """Write the Parquet files of the folder, with their row numbers where others point to them, into a new file.

    Raises OSError.
    """
    if "?" in str(path.resolve()):  # DuckDB 2.0 takes what stands behind it for options, and writes elsewhere
        with ScratchFolder("tables") as elsewhere:
            _write(folder, elsewhere / path.name)
            shutil.move(elsewhere / path.name, path)
    else:
        _write(folder, path)
    path.chmod(0o644)


def _write(folder: Path, path: Path) -> None:
    try:
        with duckdb.connect(config={"memory_limit": MEMORY}) as connection:
            connection.execute(f"ATTACH {literal(path)} AS {NAME} (ROW_GROUP_SIZE {ROWS_OF_A_GROUP})")
            for table, rows in _queries(connection, folder).items():
                connection.execute(f"CREATE TABLE {NAME}.{table} AS {rows}")
                if table in INDEXED:
                    connection.execute(f"CREATE INDEX {table}_by_id ON {NAME}.{table} ({INDEXED[table]})")
            connection.execute(f"DETACH {NAME}")
    except FAULTS as fault:
        raise OSError(f"The tables could not be written as a database: {fault}") from fault


def _queries(connection: duckdb.DuckDBPyConnection, folder: Path) -> dict[str, str]:
    """The tables to write, each as a query over the files, which become views."""
    names = sorted(path.stem for path in folder.glob("*.parquet") if path.stem not in LEFT_OUT)
    for name in names:
        connection.execute(f"CREATE VIEW read_{name} AS {_numbered(name, folder)}")
    found = {
        name: f"FROM read_{name}" + (f" ORDER BY {SORTED_BY[name]}" if name in SORTED_BY else "") for name in names
    }
    if {"facts", "documents", "entities", "mentions", "fact_themes", "amounts"} <= set(names):
        found |= {"facts": derived.FACTS, "entities": derived.ENTITIES, "namings": derived.NAMINGS}
        found["tellings"] = derived.TELLINGS.format(tables=NAME)
    if "documents" in names and {"copy_of", "text_id"} <= set(read_schema(folder / "documents.parquet").names):
        found["documents"] = derived.DOCUMENTS
    if {"facts", "fact_entities"} <= set(names):
        found["fact_entities"] = f"{derived.FACT_ENTITIES} ORDER BY {SORTED_BY['fact_entities']}"
    return found


def _numbered(table: str, folder: Path) -> str:
    """A query for the rows of a file, with their numbers where other tables point to them."""
    path = folder / f"{table}.parquet"
    if table not in NUMBERED:
        return f"SELECT * {_cut(table, path)} FROM read_parquet({literal(path)})"
    return (
        f"SELECT * EXCLUDE (file_row_number) {_cut(table, path)}, file_row_number::INTEGER AS {NUMBERED[table]} "
        f"FROM read_parquet({literal(path)}, file_row_number = true)"
    )


def _cut(table: str, path: Path) -> str:
    """What shortens the columns of the file that pages show, as part of a SELECT."""
    there = set(read_schema(path).names) if table in CUT else set()
    cells = [
        f"{cut_sql(visible_sql(name) if table in SMALL else name, longest)} AS {name}"
        for name, longest in CUT.get(table, {}).items()
        if name in there
    ]
    return f"REPLACE ({', '.join(cells)})" if cells else ""


def attach(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Give the connection a view of each table in the file. Raises OSError when this DuckDB cannot read it."""
    try:
        connection.execute(f"ATTACH {literal(path)} AS {NAME} (READ_ONLY)")
    except duckdb.Error as fault:
        raise OSError(f"{path} is no database that can be read: {fault}") from fault
    size = "SELECT block_size * total_blocks FROM pragma_database_size() WHERE database_name = ?"
    if path.stat().st_size < HEADERS + connection.execute(size, [NAME]).fetchall()[0][0]:
        connection.execute(f"DETACH {NAME}")
        raise OSError(f"{path} ends too early: it was not copied to its end")
    found = connection.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = ?", [NAME]).fetchall()
    for (name,) in found:
        connection.execute(f"CREATE VIEW {name} AS SELECT * FROM {NAME}.{name}")


def literal(path: Path) -> str:
    """The path as a string in SQL."""
    return "'" + str(path.resolve()).replace("'", "''") + "'"
