"""How right are the tables on labelled data? The figures that were measured, and what is known to go wrong."""

from __future__ import annotations

import csv
import json
from functools import lru_cache
from pathlib import Path

import pandas as pd

from analysis.schema import Column, Table

MEASURED = Path(__file__).resolve().parents[1] / "measured"
FLOORS, RESULTS, ERRORS = "floors.json", "results.json", "known_errors.csv"

FIGURES = Table(
    name="figures",
    row="a figure that was measured",
    columns=(
        Column("table", "str", "the table that it is about", nullable=False),
        Column("figure", "str", "what was measured", nullable=False),
        Column("measured", "float64", "the figure, 0 to 1"),
        Column("floor", "float64", "what it must not fall under", nullable=False),
        Column("peer", "float64", "the same figure of another program"),
        Column("peer_name", "str", "that program"),
        Column("data", "str", "what it was measured on", nullable=False),
    ),
    key=("table", "figure", "data"),
)
KNOWN_ERRORS = Table(
    name="known_errors",
    row="something that is known to go wrong",
    columns=(
        Column("table", "str", "the table that it is about", nullable=False),
        Column("error", "str", "what goes wrong", nullable=False),
        Column("example", "str", "words that show it", nullable=False),
        Column("result", "str", "what the table says of them", nullable=False),
    ),
    key=("table", "error"),
)


def measured_figures(folder: Path = MEASURED) -> pd.DataFrame:
    """FIGURES between 0 and 1, task by task."""
    return _figures(folder, _changed(folder, FLOORS, RESULTS)).copy(deep=False)


@lru_cache(maxsize=4)
def _figures(folder: Path, changed: tuple[int, ...]) -> pd.DataFrame:
    tasks = json.loads((folder / FLOORS).read_text(encoding="utf-8"))
    results = json.loads((folder / RESULTS).read_text(encoding="utf-8"))["figures"]
    return FIGURES.from_rows(
        [
            {
                "table": spec["table"],
                "figure": figure["name"],
                "measured": results.get(f"{task}: {figure['name']}"),
                "floor": figure["floor"],
                "peer": figure.get("peer"),
                "peer_name": figure.get("peer_name"),
                "data": spec["data"],
            }
            for task, spec in tasks.items()
            for figure in spec["figures"]
            if figure["floor"] <= 1
        ]
    )


def measured_on(folder: Path = MEASURED) -> str:
    """The day of the figures as an ISO date."""
    return str(json.loads((folder / RESULTS).read_text(encoding="utf-8"))["day"])


def known_errors(folder: Path = MEASURED) -> pd.DataFrame:
    """KNOWN_ERRORS in the order of their file."""
    return _errors(folder, _changed(folder, ERRORS)).copy(deep=False)


def _changed(folder: Path, *names: str) -> tuple[int, ...]:
    """The modification times of these files, which are part of the cache key."""
    return tuple((folder / name).stat().st_mtime_ns for name in names)


@lru_cache(maxsize=4)
def _errors(folder: Path, changed: tuple[int, ...]) -> pd.DataFrame:
    with (folder / ERRORS).open(encoding="utf-8", newline="") as file:
        return KNOWN_ERRORS.from_rows(list(csv.DictReader(file)))
