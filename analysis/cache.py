"""The cache of what takes long: what a report says and what a file holds, kept by content and by what read it.

An entry's key is a digest of what is read of the article (its text, title and header), the code and the lexicons of
`analysis.text`, the model and the theme file: a change to any of them finds nothing and the report is read again.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from functools import cache
from hashlib import blake2b, file_digest
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import msgspec

from analysis import sqlite_file
from analysis.read import Article, Unreadable
from analysis.read.article import Taken
from analysis.read.nested import Found
from analysis.text.boundary import Outcome

FILE = "cache.sqlite"
TABLE = "CREATE TABLE IF NOT EXISTS {} (key BLOB PRIMARY KEY, reader BLOB, value BLOB) WITHOUT ROWID"
SECONDS_TO_WAIT = 60  # for another build to be through with it
HERE = Path(__file__).parent

Answer = TypeVar("Answer")


class Damaged(OSError):
    """The file is no cache of this version."""


class Cache:
    """Values by key in a table of a file of the folder of the snapshots, for one reader (see `reader_digest`).

    A file that is damaged or another's is made anew: it only saves time. Raises OSError when it can't be used.
    """

    table: str

    def __init__(self, out: Path, reader: bytes) -> None:
        self.path, self.reader = out / FILE, reader

    def load(self, keys: Sequence[bytes]) -> list[object]:
        """What is kept under each key, None where nothing is."""
        query = f"SELECT value FROM {self.table} WHERE key = ?"
        rows = self._run(lambda connection: [connection.execute(query, (key,)).fetchone() for key in keys])
        return [row[0] if row else None for row in rows]

    def store(self, values: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep these values under their keys."""
        rows = [(key, self.reader, value) for key, value in values]
        change = f"INSERT OR REPLACE INTO {self.table} VALUES (?, ?, ?)"
        self._run(lambda connection: connection.executemany(change, rows))

    def drop_others(self) -> None:
        """Forget what other readers left: nothing asks for it any more."""
        self._run(lambda connection: connection.execute(f"DELETE FROM {self.table} WHERE reader <> ?", (self.reader,)))

    def _run(self, work: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """What the work gives, if need be on a new file."""
        with suppress(Damaged):
            return self._on_file(work)
        sqlite_file.remove(self.path)
        return self._on_file(work)

    def _on_file(self, work: Callable[[sqlite3.Connection], Answer]) -> Answer:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with closing(sqlite3.connect(self.path, timeout=SECONDS_TO_WAIT)) as connection, connection:
                connection.execute(TABLE.format(self.table))
                return work(connection)
        except sqlite3.Error as fault:
            kind = OSError if sqlite_file.is_passing(fault) else Damaged
            raise kind(f"{self.path} can't be used: {sqlite_file.plain(fault)}.") from fault


class ReportCache(Cache):
    """What reports say, by their text."""

    table = "reports"

    def __init__(self, out: Path, reader: bytes) -> None:
        super().__init__(out, reader)
        self._run(lambda connection: None)

    def key(self, article: Article) -> bytes:
        """The key of an article for this reader."""
        return blake2b(msgspec.msgpack.encode((article.text, article.title, article.header)), key=self.reader).digest()

    def get(self, articles: Sequence[Article]) -> list[Outcome | None]:
        """What is kept for each article, in order; None also for what is damaged."""
        return [_readable(value) for value in self.load([self.key(article) for article in articles])]

    def put(self, pairs: Iterable[tuple[Article, Outcome]]) -> None:
        """Keep these reports."""
        self.store((self.key(article), encoded(report)) for article, report in pairs)


class FileCache(Cache):
    """What foreign files hold, by their bytes and name: opening a document takes as long as reading its text does."""

    table = "files"

    def __init__(self, out: Path) -> None:
        super().__init__(out, code_digest())

    def key(self, path: Path, source_id: str) -> bytes:
        """The key of a file. Raises OSError."""
        with path.open("rb") as file:
            content = file_digest(file, "blake2b").digest()
        return blake2b(content + source_id.encode(), key=self.reader).digest()

    def get(self, key: bytes) -> list[Found] | None:
        """What is kept of a file; None also where it is damaged."""
        (value,) = self.load([key])
        try:
            kept = msgspec.msgpack.decode(zlib.decompress(value), type=Held) if isinstance(value, bytes) else None
        except (msgspec.DecodeError, zlib.error):
            return None
        return kept.in_order() if kept else None

    def put(self, key: bytes, found: Sequence[Found]) -> None:
        """Keep what a file holds."""
        self.store([(key, zlib.compress(msgspec.msgpack.encode(Held.of(found)), level=1))])


class Held(msgspec.Struct, frozen=True):
    """What a file holds; `is_article` says in order which are articles and which are places that give none."""

    is_article: tuple[bool, ...]
    articles: tuple[Article, ...]
    unread: tuple[Unreadable, ...]
    taken: tuple[Taken, ...] = ()

    @classmethod
    def of(cls, found: Sequence[Found]) -> Held:
        """What was found, by what it is."""
        taken = tuple(one for one in found if isinstance(one, Taken))
        articles = tuple(one for one in found if isinstance(one, Article))
        unread = tuple(one for one in found if isinstance(one, Unreadable))
        is_article = tuple(isinstance(one, Article) for one in found if not isinstance(one, Taken))
        return cls(is_article, articles, unread, taken)

    def in_order(self) -> list[Found]:
        """What was found, in order, after what records were taken for."""
        articles, unread = iter(self.articles), iter(self.unread)
        return [*self.taken, *(next(articles) if is_article else next(unread) for is_article in self.is_article)]


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
