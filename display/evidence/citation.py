"""A sentence of a report as a citation: who published it, what it is called, when, where, and the words themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pandas as pd

from analysis.queries.engine.database import Row
from display import words
from display.safe import is_empty, web_address

# How much of the text before and after a quotation a W3C Web Annotation keeps, in characters, to find it again by.
AROUND = 32
Span = tuple[int, int]


def plain(row: Row, span: Span, snapshot: str) -> str:
    """Author, headline, publisher, day, address, and the quotation with its place in the text."""
    named = [row["author"], _title(row), row["publisher"], words.published(row["published"], row["published_from"])]
    source = ". ".join(str(part).strip().rstrip(".") for part in named if not is_empty(part))
    address = web_address(row["url"])
    link = f" {address}" if address else ""
    place = f"Characters {span[0]:,} to {span[1]:,} of the report {row['doc_id']}, {snapshot}."
    return f"“{_quote(row, span)}”\n{source}.{link}\n{place}"


def source_of(row: Row) -> str:
    """Headline, publisher, day, address and id of the report of a row of FACT_ROWS, in one line.

    >>> day = {"published": pd.Timestamp("2024-03-04"), "published_from": "metadata"}
    >>> source_of({"title": "Ice broke.", "publisher": "The Post", "url": None, "doc_id": "d1"} | day)
    'Ice broke. The Post. 4 March 2024. Report d1.'
    """
    day = words.published(row["published"], row["published_from"])
    parts = (row["title"], row["publisher"], day, web_address(row["url"]), f"Report {row['doc_id']}")
    return " ".join(f"{_line(str(part)).rstrip('.')}." for part in parts if not is_empty(part))


def bibtex(row: Row, span: Span, snapshot: str) -> str:
    """An entry for BibTeX and BibLaTeX."""
    fields = {
        "author": _known(row["author"]),
        "title": _title(row),
        "journal": _known(row["publisher"]),
        "date": _day(row),
        "year": _day(row)[:4],
        "url": web_address(row["url"]) or "",
        "note": f"“{_quote(row, span)}” (characters {span[0]} to {span[1]}, {snapshot})",
    }
    lines = [f"  {name} = {{{_for_bibtex(value, name)}}}," for name, value in fields.items() if value]
    key = re.sub(r"\W", "", str(row["doc_id"]))
    return "\n".join([f"@article{{{key},", *lines, "}"])


def ris(row: Row, span: Span, snapshot: str) -> str:
    """An entry for the reference managers that read RIS."""
    fields = [
        ("TY", "NEWS"),
        ("AU", _known(row["author"])),
        ("TI", _title(row)),
        ("T2", _known(row["publisher"])),
        ("DA", _day(row).replace("-", "/")),
        ("PY", _day(row)[:4]),
        ("UR", web_address(row["url"]) or ""),
        ("N1", f"“{_quote(row, span)}” (characters {span[0]} to {span[1]}, {snapshot})"),
    ]
    return "\n".join([*(f"{tag}  - {_line(value)}" for tag, value in fields if value), "ER  - "])


def annotation(row: Row, span: Span, snapshot: str) -> str:
    """A W3C Web Annotation (2017) of the quotation: by its words, and by its place in the decoded text."""
    whole, (start, end) = str(row["text"]), span
    target = {
        "source": web_address(row["url"]) or f"urn:dossier:{row['doc_id']}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": whole[start:end],
                "prefix": whole[max(start - AROUND, 0) : start],
                "suffix": whole[end : end + AROUND],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }
    body = {"type": "TextualBody", "purpose": "describing", "value": plain(row, span, snapshot)}
    made = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:dossier:{snapshot}:{row['doc_id']}:{start}-{end}",
        "type": "Annotation",
        "motivation": "describing",
        "body": body,
        "target": target,
    }
    return json.dumps(made, ensure_ascii=False, indent=2)


FORMATS: dict[str, tuple[str, Callable[[Row, Span, str], str]]] = {
    "text": ("Text", plain),
    "bibtex": ("BibTeX", bibtex),
    "ris": ("RIS", ris),
    "annotation": ("Web Annotation", annotation),
}


def _title(row: Row) -> str:
    return _line(str(row["source_id"] if is_empty(row["title"]) else row["title"]))


def _known(value: object) -> str:
    return "" if is_empty(value) else str(value)


def _day(row: Row) -> str:
    return "" if pd.isna(row["published"]) else row["published"].strftime("%Y-%m-%d")


def _quote(row: Row, span: Span) -> str:
    return _line(str(row["text"])[span[0] : span[1]])


def _line(value: str) -> str:
    return " ".join(value.split())


def _for_bibtex(value: str, name: str) -> str:
    """The words with the signs that mean something to TeX written out; an address stays as it is."""
    if name == "url":
        return value.replace("{", "%7B").replace("}", "%7D")
    return re.sub(r"[\\\\{}&%$#_~^]", lambda match: TEX[match[0]], _line(value))


TEX = {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
} | {sign: f"\\{sign}" for sign in "{}&%$#_"}
