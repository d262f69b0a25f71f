"""What documents of office programs share: ZIP archives of XML, with a part that says who made it and when."""

from __future__ import annotations

from zipfile import ZipFile

from analysis.read.dates import parse_date
from analysis.read.header import Header
from analysis.read.zips import FAULTS

MOST_UNPACKED = 300_000_000  # bytes of all parts; what is larger is made of pictures, or to do harm
LONGEST_PROPERTIES = 1_000_000
DAMAGED = "It is damaged or not whole. Open it in its program and save it anew."
TOO_PACKED = f"It would unpack to more than {MOST_UNPACKED / 1e6:.0f} MB. Take out its pictures, or split it."
FIELDS = {"title": "title", "creator": "author", "initial-creator": "author", "created": "day", "creation-date": "day"}


def too_packed(archive: ZipFile) -> str:
    """Why an archive is not opened, empty where it may be."""
    return TOO_PACKED if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED else ""


def properties_of_zip(archive: ZipFile, part: str) -> Header:
    """What a document says of itself in this part: its title, author and the day on which it was made."""
    from lxml import etree

    try:
        with archive.open(part) as stream:
            raw = stream.read(LONGEST_PROPERTIES)
        root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except (*FAULTS, etree.XMLSyntaxError):
        return Header()
    said: dict[str, str] = {}
    for element in () if root is None else root.iter(etree.Element):
        field, words = FIELDS.get(etree.QName(element).localname, ""), " ".join((element.text or "").split())
        if field and words:
            said.setdefault(field, words)
    return Header(title=said.get("title"), author=said.get("author"), published=parse_date(said.get("day", "")[:10]))
