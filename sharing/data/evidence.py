"""The evidence of claims as W3C Web Annotations (2017): an AnnotationPage, an annotation for each claim.

The target is the report with two selectors: the words of the sentence with what stands around them, and its place in
the decoded text. Without texts the quotation is of at most 25 words, and nothing stands around it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from analysis.derived import MARK
from analysis.queries.engine.database import Row
from display.claims.claim_sentence import claim_words
from display.safe import is_empty, web_address
from sharing.data import rows
from sharing.quoting import few_words, quote
from sharing.shared import Shared

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def lines(shared: Shared) -> Iterator[str]:
    """The page, an annotation a line."""
    head = {"@context": CONTEXT, "type": "AnnotationPage", "id": f"urn:dossier:{shared.about.snapshot}"}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "items": [\n'
    for number, row in enumerate(rows.claims(shared)):
        yield (",\n" if number else "") + json.dumps(_annotation(row, shared), ensure_ascii=False)
    yield "\n]}\n"


def _annotation(row: Row, shared: Shared) -> dict[str, Any]:
    themes = [] if is_empty(row["themes"]) else str(row["themes"]).split(MARK)
    said = few_words(claim_words(row), shared.has_texts)
    bodies = [{"type": "TextualBody", "purpose": "describing", "value": said}]
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in (str(row["status"]), *themes)]
    source = web_address(row["url"]) or f"urn:dossier:{row['doc_id']}"
    return {
        "type": "Annotation",
        "id": f"urn:dossier:{shared.about.snapshot}:{row['fact_id']}",
        "motivation": "describing",
        "body": bodies,
        "target": {"source": source, "selector": _selectors(row, shared)},
    }


def _selectors(row: Row, shared: Shared) -> list[dict[str, Any]]:
    exact: dict[str, Any] = {"type": "TextQuoteSelector", "exact": row["sentence"]}
    if shared.has_texts:
        exact |= {"prefix": row["before"], "suffix": row["after"]}
    else:
        exact["exact"] = quote(str(row["sentence"]), (), has_texts=False).words.removesuffix("…")
    place = {"type": "TextPositionSelector", "start": int(row["start_char"]), "end": int(row["end_char"])}
    return [exact, place]
