"""A Parquet file: a record on each row."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.read.article import Article, Unreadable
from analysis.read.columns import names_texts, no_text_among
from analysis.read.formats import File
from analysis.read.record import record_article

ROWS = 100  # read at once: a text may be long
DAMAGED = "It is damaged or not whole. Write it anew."


def read_parquet(file: File) -> Iterator[Article | Unreadable]:
    """The reports in the file, row by row; a row is `<source_id>:<row>`."""
    import pyarrow
    from pyarrow import parquet

    pyarrow.set_memory_pool(pyarrow.system_memory_pool())  # others reserve more memory than the process may have
    number = 0
    try:
        table = parquet.ParquetFile(file.path)
        if not names_texts(table.schema_arrow.names):
            yield Unreadable(file.source_id, no_text_among(table.schema_arrow.names))
            return
        for batch in table.iter_batches(batch_size=ROWS, use_threads=False):
            for record in batch.to_pylist():
                number += 1
                yield record_article(f"{file.source_id}:{number}", record)
    except (pyarrow.ArrowException, OSError, ValueError):
        yield Unreadable(file.source_id, DAMAGED)
        return
    if not number:
        yield Unreadable(file.source_id, "It has no row.")
