"""A Parquet file: a record on each row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from analysis.read.article import Article, Taken, Unreadable
from analysis.read.columns import names_texts, no_text_among
from analysis.read.formats import File
from analysis.read.records import Record, no_text, read_records

ROWS = 100  # read at once: a text may be long
DAMAGED = "It is damaged or not whole. Write it anew."


def read_parquet(file: File) -> Iterator[Article | Unreadable | Taken]:
    """The reports in the file, row by row; a row is `<source_id>:<row>`."""
    import pyarrow
    from pyarrow import parquet

    pyarrow.set_memory_pool(pyarrow.system_memory_pool())  # others reserve more memory than the process may have
    try:
        names = list(parquet.ParquetFile(file.path).schema_arrow.names)
    except (pyarrow.ArrowException, OSError, ValueError):
        yield Unreadable(file.source_id, DAMAGED)
        return
    if names_texts(names, file.hint.text) or names_texts(names):
        yield from read_records(file, partial(_rows, file))
    else:
        yield from no_text(file, names, no_text_among(names))


def _rows(file: File) -> Iterator[Record | Unreadable]:
    import pyarrow
    from pyarrow import parquet

    number = 0
    try:
        table = parquet.ParquetFile(file.path)
        for batch in table.iter_batches(batch_size=ROWS, use_threads=False):
            for record in batch.to_pylist():
                number += 1
                yield Record(f"{file.source_id}:{number}", record)
    except (pyarrow.ArrowException, OSError, ValueError):
        yield Unreadable(file.source_id, DAMAGED)
        return
    if not number:
        yield Unreadable(file.source_id, "It has no row.")
