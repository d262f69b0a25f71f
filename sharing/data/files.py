"""The ZIP file of the data of a view."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from analysis.exporting import UnknownEnding
from sharing.data import citations, evidence, follow_the_money, network, rows
from sharing.data.tables import package, tables_of, write_duckdb, write_package_table
from sharing.shared import Shared
from sharing.tables.asked import Asked
from sharing.writing import write_whole

ENDING = ".zip"
DUCKDB, PACKAGE, README = "snapshot.duckdb", "datapackage.json", "README.md"
LINES: dict[str, tuple[str, Callable[[Shared], Iterable[str]]]] = {
    "entities.ftm.json": ("people, bodies, places, reports and claims as FollowTheMoney", follow_the_money.lines),
    "network.graphml": ("who does what to whom as GraphML", network.lines),
    "evidence.jsonld": ("the sentence of each claim as W3C Web Annotation", evidence.lines),
    "citations.csl.json": ("the reports as CSL-JSON", lambda shared: [citations.csl(rows.reports(shared))]),
    "citations.ris": ("the reports as RIS", lambda shared: [citations.ris(rows.reports(shared))]),
}


def write_data(shared: Shared, to: Path) -> None:
    """Write the data of a view. Raises UnknownEnding, OSError."""
    if to.suffix.lower() != ENDING:
        raise UnknownEnding(f"{to.name} does not end in {ENDING}")
    write_whole(to, partial(write_zip, shared))


def data_file(shared: Shared) -> bytes:
    """The ZIP file of the data of a view."""
    with _folder(shared) as folder:
        write_zip(shared, folder / "data.zip")
        return (folder / "data.zip").read_bytes()


def write_zip(shared: Shared, path: Path) -> None:
    """Write the ZIP file. Raises OSError."""
    tables = tables_of(shared)
    with ZipFile(path, "w", ZIP_DEFLATED) as file, _folder(shared) as folder:
        file.writestr(README, readme(shared, tables))
        file.writestr(PACKAGE, package(shared, tables))
        write_duckdb(shared, tables, folder / DUCKDB)
        file.write(folder / DUCKDB, DUCKDB)
        for table in tables:
            write_package_table(shared, table, folder / "table.csv")
            file.write(folder / "table.csv", f"tables/{table.name}.csv")
        for name, (_, lines) in LINES.items():
            with file.open(name, "w", force_zip64=True) as part:
                for line in lines(shared):
                    part.write(line.encode("utf-8", "replace"))


@contextmanager
def _folder(shared: Shared) -> Iterator[Path]:
    """A folder that the database may write to."""
    with tempfile.TemporaryDirectory(dir=shared.view.database.exports) as folder:
        yield Path(folder)


def readme(shared: Shared, tables: Iterable[Asked]) -> str:
    """What is in the file, and of what."""
    about = shared.about.items()
    texts = "With" if shared.has_texts else "Without"
    lines = [
        "# Data of a Dossier view",
        "",
        *(f"- {name}: {words}" for name, words in about.items()),
        f"- {texts} the texts of the reports",
        "",
        f"- `{DUCKDB}`: all tables in one DuckDB file; what a column means is its comment (`duckdb_columns()`)",
        f"- `{PACKAGE}`: the tables as a Frictionless Data Package, with what columns mean; they are in `tables/`",
        *(f"- `{name}`: {what}" for name, (what, _) in LINES.items()),
        "",
        "| table | a row is |",
        "|---|---|",
        *(f"| {table.name} | {table.row} |" for table in tables),
    ]
    return "\n".join(lines) + "\n"
