"""A table as a file, by the ending of its name; the meaning of its columns travels with it.

In XLSX it is a sheet, in Parquet the key `columns` of the footer. CSV and JSON Lines have no place for it: beside them
is `NAME-metadata.json`, as CSV on the Web (W3C, 2015) calls it and describes columns.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import copyfile
from typing import Any

from analysis.exporting import UnknownEnding
from analysis.queries.export import BYTE_ORDER_MARK, About, write_csv, write_json_lines, write_parquet
from analysis.schema import Column
from sharing.shared import Shared
from sharing.tables.asked import Asked, asked
from sharing.tables.xlsx import write_xlsx
from sharing.writing import write_text, write_whole

Write = Callable[[Shared, Asked, Path, About], None]
TYPES = {"str": "string", "int64": "integer", "Int64": "integer", "float64": "number", "bool": "boolean", "day": "date"}


def _csv(shared: Shared, table: Asked, path: Path, about: About) -> None:
    write_csv(shared.view.database, table.sql, table.params, path, about)
    path.write_bytes(BYTE_ORDER_MARK + path.read_bytes())


def _json_lines(shared: Shared, table: Asked, path: Path, about: About) -> None:
    write_json_lines(shared.view.database, table.sql, table.params, path, about)


def _parquet(shared: Shared, table: Asked, path: Path, about: About) -> None:
    meanings = json.dumps(list(map(column_words, table.columns)), ensure_ascii=False)
    write_parquet(shared.view.database, table.sql, table.params, path, about, {"columns": meanings, "row": table.row})


ENDINGS: dict[str, Write] = {".csv": _csv, ".xlsx": write_xlsx, ".parquet": _parquet, ".jsonl": _json_lines}
ALONE = (".csv", ".jsonl")  # have no place for the meaning of columns


def table_file(shared: Shared, name: str, ending: str) -> bytes:
    """The file of a table, without what stands beside it. Raises MissingPackage."""
    with tempfile.TemporaryDirectory(dir=shared.view.database.exports) as folder:
        path = Path(folder) / f"table{ending}"
        ENDINGS[ending](shared, asked(shared, name), path, shared.about)
        return path.read_bytes()


def write_table(shared: Shared, name: str, to: Path) -> None:
    """Write a table to a file, and beside it what its columns mean where it has no place for that.

    Raises UnknownEnding, LinkFault, MissingPackage, OSError.
    """
    ending = to.suffix.lower()
    if ending not in ENDINGS:
        raise UnknownEnding(f"{to.name} ends in none of {', '.join(ENDINGS)}")
    table = asked(shared, name)
    with tempfile.TemporaryDirectory(dir=shared.view.database.exports) as folder:
        path = Path(folder) / f"table{ending}"
        ENDINGS[ending](shared, table, path, shared.about)
        write_whole(to, partial(copyfile, path))
    if ending in ALONE:
        words = json.dumps(columns_on_the_web(table, to.name, shared.about), ensure_ascii=False, indent=2)
        write_text(to.with_name(f"{to.name}-metadata.json"), words + "\n")


def columns_on_the_web(table: Asked, file: str, about: About) -> dict[str, Any]:
    """The columns as CSV on the Web describes them, and the three that each row of the file ends with."""
    own = [
        {"name": c.name, "titles": c.name, "dc:description": meaning(c), "datatype": TYPES[c.dtype]}
        for c in table.columns
    ]
    said = [{"name": name, "titles": name, "datatype": "string"} for name in about.items()]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": file,
        "dc:description": table.row,
        "tableSchema": {"columns": own + said, "primaryKey": list(table.key)},
        **{f"dossier:{name}": words for name, words in about.items().items()},
    }


def column_words(column: Column) -> dict[str, str]:
    """A column in words."""
    return {"name": column.name, "type": TYPES[column.dtype], "meaning": meaning(column), "unit": column.unit}


def meaning(column: Column) -> str:
    """What a column means, and the values that it can have."""
    allowed = f" (one of {', '.join(one or 'nothing' for one in column.allowed)})" if column.allowed else ""
    return column.meaning + allowed
