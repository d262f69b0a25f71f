"""The cache of the text-level work: what a report says, kept by its content and by what read it.

An entry's key is a digest of what is read of the article (its text, title and header), the code and the lexicons of
`analysis.text`, the model and the theme file: a change to any of them finds nothing and the report is read again.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import msgspec

from analysis import sqlite_file
from analysis.read import Article
from analysis.text.boundary import Outcome

FILE = "cache.sqlite"
TABLE = "CREATE TABLE IF NOT EXISTS reports (key BLOB PRIMARY KEY, reader BLOB, report BLOB) WITHOUT ROWID"
SECONDS_TO_WAIT = 60  # for another build to be through with it
HERE = Path(__file__).parent

Answer = TypeVar("Answer")


class Damaged(OSError):
    """The file is no cache of this version."""


class ReportCache:
    """Reports in a file of the folder of the snapshots, for one reader (see `reader_digest`).

    A file that is damaged or another's is made anew: it only saves time. Raises OSError when it can't be used.
    """

    def __init__(self, out: Path, reader: bytes) -> None:
        out.mkdir(parents=True, exist_ok=True)
        self.path, self.reader = out / FILE, reader
        self._run(lambda connection: None)

    def key(self, article: Article) -> bytes:
        """The key of an article for this reader."""
        return blake2b(msgspec.msgpack.encode((article.text, article.title, article.header)), key=self.reader).digest()

    def get(self, articles: Sequence[Article]) -> list[Outcome | None]:
        """What is kept for each article, in order; None also for what is damaged."""
        query, keys = "SELECT report FROM reports WHERE key = ?", [(self.key(article),) for article in articles]
        rows = self._run(lambda connection: [connection.execute(query, key).fetchone() for key in keys])
        return [_readable(row[0]) if row else None for row in rows]

    def put(self, pairs: Iterable[tuple[Article, Outcome]]) -> None:
        """Keep these reports."""
        rows = [(self.key(article), self.reader, encoded(report)) for article, report in pairs]
        self._run(lambda connection: connection.executemany("INSERT OR REPLACE INTO reports VALUES (?, ?, ?)", rows))

    def drop_others(self) -> None:
        """Forget what other readers left: nothing asks for it any more."""
        self._run(lambda connection: connection.execute("DELETE FROM reports WHERE reader <> ?", (self.reader,)))

    def _run(self, work: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """What the work gives, if need be on a new file."""
        with suppress(Damaged):
            return self._on_file(work)
        sqlite_file.remove(self.path)
        return self._on_file(work)

    def _on_file(self, work: Callable[[sqlite3.Connection], Answer]) -> Answer:
        try:
            with closing(sqlite3.connect(self.path, timeout=SECONDS_TO_WAIT)) as connection, connection:
                connection.execute(TABLE)
                return work(connection)
        except sqlite3.Error as fault:
            kind = OSError if sqlite_file.is_passing(fault) else Damaged
            raise kind(f"{self.path} can't be used: {sqlite_file.plain(fault)}.") from fault


def _readable(data: object) -> Outcome | None:
    try:
        return decoded(data) if isinstance(data, bytes) else None
    except (msgspec.DecodeError, zlib.error):
        return None


def encoded(report: Outcome) -> bytes:
    """The report as compressed MessagePack."""
    return zlib.compress(msgspec.msgpack.encode(report), level=1)


def decoded(data: bytes) -> Outcome:
    """The report from compressed MessagePack. Raises msgspec.DecodeError, zlib.error."""
    outcome: Outcome = msgspec.msgpack.decode(zlib.decompress(data), type=Outcome)
    return outcome


def reader_digest(model: str, themes: Path | None) -> bytes:
    """The digest of all that decides what a report is read as."""
    parts = [code_digest(), model.encode(), _model_version(model).encode(), themes.read_bytes() if themes else b""]
    return blake2b(b"\x1f".join(parts), digest_size=32).digest()


@cache
def code_digest() -> bytes:
    """The digest of every file of the analysis, code and lexicons."""
    digest = blake2b(digest_size=16)
    for path in sorted(path for path in HERE.rglob("*") if path.suffix in (".py", ".csv", ".toml", ".txt")):
        digest.update(path.relative_to(HERE).as_posix().encode() + b"\x1f" + path.read_bytes())
    return digest.digest()


def _model_version(model: str) -> str:
    return version(model.replace("_", "-"))
