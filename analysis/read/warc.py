"""A web archive (WARC or ARC): the pages, documents and feeds that were saved in it, each with its address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analysis.read.article import Given, Member, Unreadable
from analysis.read.formats import File
from analysis.read.record import web_address
from analysis.read.unpack import NoRoom, Unpacker

SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "text/plain": ".txt",
}
ANSWERS = ("response", "resource", "conversion")
NO_PAGE = "It holds no web page, document or feed that was answered with success."
CUT = "It is cut off or damaged: what stands before that is read."


def read_warc(file: File) -> Iterator[Member | Unreadable]:
    """The pages in the archive; pictures, scripts and what was answered with an error are passed over."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    unpacker, is_whole, n_given = Unpacker(file), True, 0
    with Path(file.path).open("rb") as stream:
        try:
            for record in ArchiveIterator(stream, arc2warc=True):
                if (suffix := _suffix(record)) and (member := _member(file, record, unpacker, suffix)):
                    n_given += 1
                    yield member
                is_whole = _is_whole(record)
        except NoRoom as fault:
            yield Unreadable(file.source_id, str(fault))
            return
        except (ArchiveLoadFailed, EOFError, ValueError, OSError, AttributeError):
            is_whole = False
    if not is_whole:
        yield Unreadable(f"{file.source_id} (its end)", CUT)
    elif not n_given:
        yield Unreadable(file.source_id, NO_PAGE)


def _suffix(record: Any) -> str:
    """The ending for what a record holds, empty where it holds nothing to read."""
    if record.rec_type not in ANSWERS:
        return ""
    headers = record.http_headers
    if headers and headers.get_statuscode() not in ("200", "203"):
        return ""
    said = (headers or record.rec_headers).get_header("Content-Type") or ""
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    return "" if address.endswith("/robots.txt") else SUFFIXES.get(said.split(";")[0].strip().lower(), "")


def _member(file: File, record: Any, unpacker: Unpacker, suffix: str) -> Member | None:
    """The file that a record holds, None where it is empty. Raises NoRoom."""
    given = Given(url=web_address(record.rec_headers.get_header("WARC-Target-URI")))
    name = f"{file.source_id}:{unpacker.n_files + 1}"
    member = unpacker.member(name, record.content_stream().read, suffix=suffix, given=given)
    return member if Path(member.path).stat().st_size else None


def _is_whole(record: Any) -> bool:
    """Whether a record was as long as it said; what is left of it is read over."""
    rest = record.raw_stream
    while getattr(rest, "limit", 0) and rest.read(1 << 16):
        pass
    return not getattr(rest, "limit", 0)
