"""The rows about all reports: who is named, and the terms of each theme."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import pandas as pd

from tests.pages.made.names import COUNTRIES, ROLES, SAME, TERMS
from tests.pages.made.tables import Tables


def add_entities(tables: Tables) -> None:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for mention in tables.rows["mentions"]:
        found[mention["entity_id"]].append(mention)
    published = {row["doc_id"]: row["published"] for row in tables.rows["documents"]}
    for key, mentions in sorted(found.items(), key=lambda pair: -len(pair[1])):
        name = SAME.get(mentions[0]["text"], mentions[0]["text"])
        days = sorted(day for m in mentions if (day := published[m["doc_id"]]) is not None)
        tables.add(
            "entities",
            entity_id=key,
            name=name,
            label=mentions[0]["label"],
            country=COUNTRIES.get(name),
            role=ROLES.get(name),
            n_mentions=len(mentions),
            n_documents=len({m["doc_id"] for m in mentions}),
            first_day=days[0] if days else None,
            end_day=days[-1] + pd.Timedelta(days=1) if days else None,
        )
        texts = [m["text"] for m in mentions]
        for text in sorted(set(texts)):
            rule = "the full name" if text == name else "the same surname, and no other bearer of it"
            tables.add("aliases", entity_id=key, text=text, n_mentions=texts.count(text), rule=rule, score=0.95)


def add_terms(tables: Tables) -> None:
    themes = defaultdict(list)
    for row in tables.rows["themes"]:
        themes[row["sentence_id"]].append(row["theme"])
    counts: dict[tuple[str, str], list[str]] = defaultdict(list)
    by_doc: dict[tuple[str, str], int] = defaultdict(int)
    for sentence in tables.rows["sentences"]:
        for term in TERMS:
            for hit in re.finditer(rf"\b{term}s?\b", sentence["text"], re.IGNORECASE):
                if sentence["kind"] in ("caption", "noise"):
                    continue
                tables.add(
                    "term_occurrences",
                    doc_id=sentence["doc_id"],
                    sentence_id=sentence["sentence_id"],
                    start_char=sentence["start_char"] + hit.start(),
                    end_char=sentence["start_char"] + hit.end(),
                    term=term,
                )
                by_doc[sentence["doc_id"], term] += 1
                for theme in themes[sentence["sentence_id"]]:
                    counts[theme, term].append(sentence["doc_id"])
    for (theme, term), docs in counts.items():
        tables.add(
            "terms",
            theme=theme,
            term=term,
            n_occurrences=len(docs),
            document_frequency=len(set(docs)),
            tfidf=len(docs) / 10,
            relevance=-1.0 / len(docs),
        )
    for (doc_id, term), n in by_doc.items():
        tables.add("document_terms", doc_id=doc_id, term=term, n_occurrences=n, tfidf=n / 10)
