"""Sentences to search in, without a database."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from analysis.index import FOLDER, write_index
from analysis.queries.searching.search import Search

TEXTS = (
    "The copper mine in Herat opened.",
    "Copper from an old mine was sold.",
    "A mining company sold two mines.",
    "Gold and copper are mined; the mine’s owner said no.",
    "Colour, color, colors.",
    "The O'Brien mine",
    "Café Sana'a — re-opened",
    "No metals at all.",
    "He said “copper” and mine copper again.",
)


def sentences(texts: tuple[str, ...] | list[str]) -> pd.DataFrame:
    return pd.DataFrame({"kind": ["body"] * len(texts), "text": list(texts)})


def search_in(folder: Path, texts: tuple[str, ...] | list[str]) -> Search:
    """A search in these sentences alone, without a database."""
    write_index(folder / FOLDER, sentences(texts))

    def ask(sql: str, params: object) -> list[tuple[object, ...]]:
        if "count(*)" in sql:
            return [(len(texts),)]
        return list(enumerate(texts)) if "s.text" in sql else []

    return Search(folder, ask)
