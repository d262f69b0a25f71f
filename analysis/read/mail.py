"""Mails: each is a report, and what is attached to it is read too, under the name of its mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import parseaddr
from io import BytesIO
from pathlib import Path

from analysis.read.article import Article, Member, Unreadable
from analysis.read.dates import parse_date
from analysis.read.formats import File
from analysis.read.header import Header
from analysis.read.markup import text_of_markup
from analysis.read.record import article, text_fault, too_large
from analysis.read.unpack import NoRoom, Unpacker, clean_name

LONGEST_MAIL = 100_000_000  # bytes, with what is attached
FEWEST_WORDS = 20  # of a plain text that is more than `This mail is in HTML`
QUOTED = re.compile(r"(?:^[ \t]*>[^\n]*(?:\n|\Z))+", re.MULTILINE)
FAULTS = (MessageError, LookupError, ValueError, TypeError, AttributeError)
EMPTY = "The mail has no text of its own."


def read_mail(file: File) -> Iterator[Article | Unreadable | Member]:
    """The mail in the file and what is attached to it."""
    path = Path(file.path)
    if path.stat().st_size > LONGEST_MAIL:
        yield Unreadable(file.source_id, too_large(path.stat().st_size))
        return
    yield from _mail(file.source_id, path.read_bytes(), Unpacker(file))


def read_mbox(file: File) -> Iterator[Article | Unreadable | Member]:
    """The mails in the mailbox, `<source_id>:<number>`, and what is attached to them."""
    unpacker, number = Unpacker(file), 0
    for number, raw in enumerate(_split(Path(file.path)), 1):
        place = f"{file.source_id}:{number}"
        if len(raw) > LONGEST_MAIL:
            yield Unreadable(place, too_large(len(raw)))
        else:
            yield from _mail(place, raw, unpacker)
    if not number:
        yield Unreadable(file.source_id, "There is no mail in it.")


def _split(path: Path) -> Iterator[bytes]:
    """The mails of a mailbox: each begins with a line `From `, after a blank one; of one that is too long the start."""
    lines: list[bytes] = []
    n_bytes, is_after_blank = 0, True
    with path.open("rb") as stream:
        while line := stream.readline(1 << 20):
            if is_after_blank and line.startswith(b"From "):
                if lines:
                    yield b"".join(lines)
                lines, n_bytes = [], 0
            elif n_bytes <= LONGEST_MAIL:
                lines.append(line.removeprefix(b">") if line.startswith(b">From ") else line)
                n_bytes += len(line)
            is_after_blank = not line.strip()
    if lines:
        yield b"".join(lines)


def _mail(place: str, raw: bytes, unpacker: Unpacker) -> Iterator[Article | Unreadable | Member]:
    message = message_from_bytes(raw.lstrip(b"\r\n"), policy=policy.default)
    bodies, attached = _parts(message)
    yield _report(place, message, _text(bodies))
    for number, part in enumerate(attached, 1):
        try:
            yield _attachment(place, part, number, unpacker)
        except NoRoom as fault:
            yield Unreadable(place, str(fault))
            return


def _report(place: str, message: Message, text: str) -> Article | Unreadable:
    if fault := text_fault(text):
        return Unreadable(place, fault if text.strip() else EMPTY)
    name, address = parseaddr(_header(message, "From"))
    given = Header(
        title=_header(message, "Subject") or None,
        published=parse_date(_header(message, "Date")),
        author=name or address or None,
        spans=tuple((match.start(), match.start() + len(match[0].rstrip())) for match in QUOTED.finditer(text)),
    )
    return article(place, text, given)


def _header(message: Message, name: str) -> str:
    """A line of the header in words, empty where it is none or can't be decoded."""
    try:
        return " ".join(str(message.get(name) or "").split())
    except FAULTS:
        return ""


def _parts(message: Message) -> tuple[list[tuple[str, str]], list[Message]]:
    """The type and words of what is read as the mail, and what is attached; pictures that it shows are neither."""
    bodies, attached = [], []
    for part in _walk(message):
        kind = part.get_content_type()
        is_attached = part.get_content_disposition() == "attachment" or bool(_filename(part))
        if kind == "message/rfc822" or (is_attached and not _is_shown(part, kind)):
            attached.append(part)
        elif kind in ("text/plain", "text/html") and not is_attached:
            bodies.append((kind, _words(part)))
    return bodies, attached


def _walk(message: Message) -> Iterator[Message]:
    """The parts that hold something, without those of mails inside of the mail."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload() if part.is_multipart() and part.get_content_type() != "message/rfc822" else None
        if isinstance(inner, list):
            waiting += [one for one in reversed(inner) if isinstance(one, Message)]
        else:
            yield part


def _is_shown(part: Message, kind: str) -> bool:
    return kind.startswith("image/") and (
        part.get_content_disposition() == "inline" or bool(_header(part, "Content-ID"))
    )


def _filename(part: Message) -> str:
    try:
        return part.get_filename() or ""
    except FAULTS:
        return ""


def _words(part: Message) -> str:
    """The words of a part; bytes of another encoding than it says become signs of replacement."""
    try:
        words = part.get_content() if isinstance(part, EmailMessage) else ""
    except FAULTS:
        raw = part.get_payload(decode=True)
        words = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""
    return words.replace("\r\n", "\n") if isinstance(words, str) else ""


def _text(bodies: list[tuple[str, str]]) -> str:
    """The plain text of a mail, its HTML where that says more than a plain text of a few words."""
    plain = "\n\n".join(words.strip() for kind, words in bodies if kind == "text/plain" and words.strip())
    if len(plain.split()) >= FEWEST_WORDS:
        return plain
    html = "\n\n".join(text_of_markup(words) for kind, words in bodies if kind == "text/html")
    return html if len(html.split()) > len(plain.split()) else plain


def _attachment(place: str, part: Message, number: int, unpacker: Unpacker) -> Member | Unreadable:
    """A file that is attached. Raises NoRoom."""
    is_mail = part.get_content_type() == "message/rfc822"
    name = f"{place}/{clean_name(_filename(part) or (f'{number}.eml' if is_mail else f'{number}'))}"
    return unpacker.member(name, BytesIO(_raw(part)).read, suffix=".eml" if is_mail else "")


def _raw(part: Message) -> bytes:
    """The bytes of what is attached: of a mail its whole, header and all."""
    inner = part.get_payload()
    if isinstance(inner, list):
        return inner[0].as_bytes() if inner and isinstance(inner[0], Message) else b""
    raw = part.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""
