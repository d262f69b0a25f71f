"""The rows of a lexicon: a CSV file beside this module, its first lines comments (`# `) that name its source."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from importlib.resources import files


class LexiconError(ValueError):
    """A lexicon that is not what its reader asks for; the message names the file, the line and the fault."""


def read_rows(name: str, columns: Sequence[str], optional: Sequence[str] = ()) -> tuple[dict[str, str], ...]:
    """The rows of the lexicon `<name>.csv`, each with exactly these columns, white space at the ends taken off.

    Raises LexiconError when the heading is another one, a cell is empty that is not optional, a row is too long or
    too short, stands there twice, or when no comment names the source.
    """
    file = files("analysis.lexicons") / f"{name}.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = [(n, [cell.strip() for cell in row]) for n, row in _parsed(lines)]
    faults = list(_faults(lines, rows, columns, optional))
    if faults:
        raise LexiconError(f"{name}.csv: " + "; ".join(faults))
    return tuple(dict(zip(columns, cells, strict=True)) for _, cells in rows[1:])


def read_extract(name: str, columns: Sequence[str]) -> list[list[str]]:
    """The rows of a long lexicon that a command made, as it wrote them; quicker, since nobody edits it by hand.

    Raises LexiconError when the heading is another one.
    """
    text = (files("analysis.lexicons") / f"{name}.csv").read_text(encoding="utf-8")
    _source, heading, *rows = csv.reader(text.splitlines())
    if heading != list(columns):
        raise LexiconError(f"{name}.csv: the columns are not {','.join(columns)}")
    return rows


def _parsed(lines: Sequence[str]) -> list[tuple[int, list[str]]]:
    return [(n, next(csv.reader([line]))) for n, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]


def _faults(
    lines: Sequence[str], rows: Sequence[tuple[int, list[str]]], columns: Sequence[str], optional: Sequence[str]
) -> list[str]:
    faults = [] if lines and lines[0].startswith("# ") else ["line 1 does not name the source"]
    if not rows or rows[0][1] != list(columns):
        return [*faults, f"the columns are not {','.join(columns)}"]
    seen: set[tuple[str, ...]] = set()
    for number, cells in rows[1:]:
        if len(cells) != len(columns):
            faults.append(f"line {number} has {len(cells)} cells, not {len(columns)}")
        elif empty := [c for c, cell in zip(columns, cells, strict=True) if not cell and c not in optional]:
            faults.append(f"line {number} has no {', '.join(empty)}")
        elif tuple(cells) in seen:
            faults.append(f"line {number} stands there twice")
        seen.add(tuple(cells))
    return faults
