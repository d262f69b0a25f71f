"""Bytes in, text out: the encoding of a file, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from charset_normalizer import from_bytes

SAMPLE = 1_000_000  # bytes from which an encoding is told; a million tell it as well as the whole file
MOSTLY_LATIN = 0.4  # share of bytes above 127: in Latin script hardly ever a tenth, in others most
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
FORMATS_BY_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (perhaps a .docx or .odt)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"
ESCAPED = re.compile("[\udc80-\udcff]")
SURROGATE = re.compile("[\ud800-\udfff]")
WINDOWS = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}


class NotText(ValueError):
    """Bytes that are no text; the message says what they seem to be, in a sentence."""


def decode(raw: bytes) -> str:
    """The text of a whole file. Raises NotText.

    >>> decode("naïve".encode("utf-16")), decode("naïve".encode("cp1252"))
    ('naïve', 'naïve')
    """
    encoding = encoding_of(raw[:SAMPLE])
    return mended(raw.decode(encoding, _on_error(encoding)))


def open_text(path: Path) -> TextIO:
    """The file opened as text, for `read_lines`. Raises NotText, OSError."""
    with path.open("rb") as raw:
        encoding = encoding_of(raw.read(SAMPLE))
    return path.open(encoding=encoding, errors=_on_error(encoding), newline="")


def read_lines(stream: TextIO, longest: int) -> Iterator[str]:
    """The lines with their ends; of one that is too long only its beginning, `longest` characters and one more."""
    is_inside = False
    while piece := stream.readline(longest + 1):
        if not is_inside:
            yield mended(piece)
        is_inside = len(piece) > longest and not piece.endswith("\n")


def _on_error(encoding: str) -> str:
    """What to do with stray bytes: kept for `mended` where a character has one byte at least."""
    return "replace" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"


def mended(text: str) -> str:
    """The text with each byte that was no UTF-8 as the character of Windows-1252, as long as before.

    >>> mended(b"caf\\xe9 \\xe2\\x80\\x93".decode("utf-8", "surrogateescape"))
    'café –'
    """
    return text if text.isascii() else ESCAPED.sub(lambda byte: WINDOWS[ord(byte.group())], text)


def storable(text: str) -> str:
    """The text with half a surrogate pair, which no file can hold, as the replacement character."""
    return text if text.isascii() else SURROGATE.sub("\ufffd", text)


def encoding_of(sample: bytes) -> str:
    """The encoding of a text that begins with this sample. Raises NotText.

    A byte order mark decides, then UTF-16 without one, then UTF-8, then Windows-1252 for a text with few other
    letters than English has; what is left goes to charset-normalizer.
    """
    for mark, encoding in BOMS:
        if sample.startswith(mark):
            return encoding
    if unmarked := _unmarked_utf16(sample):
        return unmarked
    if fault := _binary(sample):
        raise NotText(fault)
    if _is_mostly_utf8(sample):
        return "utf-8"
    if sum(byte >= 0x80 for byte in sample) < MOSTLY_LATIN * len(sample):
        return "cp1252"
    best = from_bytes(sample[:50_000]).best()
    if best is None:
        raise NotText("Its encoding could not be told. Save it as UTF-8.")
    return best.encoding


def _unmarked_utf16(sample: bytes) -> str | None:
    """UTF-16 when nearly every second byte is 0, as in Latin text."""
    units = len(sample) // 2
    if units and not len(sample) % 2:
        for encoding, high, low in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
            if high.count(0) > 0.8 * units and low.count(0) < 0.05 * units:
                return encoding
    return None


def _binary(sample: bytes) -> str:
    """Why the bytes are no text, empty where they may be."""
    for magic, name in FORMATS_BY_MAGIC:
        if sample.startswith(magic):
            return f"It is {name}, not plain text."
    n_controls = len(sample) - len(sample.translate(None, CONTROLS))
    if n_controls > max(4, len(sample) / 50):
        return "It is a binary file, not plain text."
    return ""


def _is_mostly_utf8(sample: bytes) -> bool:
    """Whether it is UTF-8, but for fewer stray bytes than there are characters outside ASCII."""
    if len(sample) == SAMPLE:
        sample = sample[: sample.rfind(b"\n") + 1] or sample[:-4]
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError:
        text = sample.decode("utf-8", "surrogateescape")
        n_stray = len(ESCAPED.findall(text))
        return sum(not character.isascii() for character in text) >= 2 * n_stray
    return True
