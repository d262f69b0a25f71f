"""The theme lexicon: words and phrases that speak for a theme, with a weight.

`themes.csv` is Dossier's own (written for it from the vocabulary of each field). A user's file has the same columns and
takes its place: `theme`, `term` (in its plain form: `school`, not `schools`), `weight` (3 defines the theme, 2 belongs
to it, 1 hints at it, 0 hides the words in it: `task force` keeps `force` from counting), and `part_of_speech` (NOUN,
VERB, ADJ or empty for any). The term `<country>` stands for the countries that a sentence names.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.lexicons.hyphen_prefixes import prefix_of

OWN = Path(__file__).with_name("themes.csv")
COLUMNS = ("theme", "term", "weight", "part_of_speech")
COUNTRY = "<country>"
DEFINES, BELONGS = 3.0, 2.0  # weights: the word defines its theme, belongs to it; less only hints at it
PARTS_OF_SPEECH = ("", "NOUN", "VERB", "ADJ", "PROPN")


class MalformedThemes(ValueError):
    """A theme file that can't be used; the message lists every fault with its line."""


@dataclass(frozen=True)
class ThemeTerm:
    """What one entry says: its words in lower case, and the theme that they speak for."""

    theme: str
    words: tuple[str, ...]
    weight: float
    part_of_speech: str


ThemeLexicon = dict[str, tuple[ThemeTerm, ...]]


@cache
def load_themes(path: Path | None = None) -> ThemeLexicon:
    """The entries of a theme file by their first word, the longest first. Raises MalformedThemes, OSError."""
    name = (path or OWN).name
    try:
        with (path or OWN).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [column for column in COLUMNS[:2] if column not in (reader.fieldnames or ())]
            if missing:
                raise MalformedThemes(f"{name} has no column {' and no column '.join(missing)}.")
            terms, faults = _entries(reader)
    except UnicodeDecodeError as fault:
        raise MalformedThemes(f"{name} is no UTF-8 text. Save it as CSV in UTF-8.") from fault
    except csv.Error as fault:
        raise MalformedThemes(f"{name} is no CSV file: {fault}.") from fault
    if faults or not terms:
        raise MalformedThemes(f"{name}: " + (" ".join(faults) or "it has no entries."))
    return _by_first_word(terms)


def theme_names(lexicon: ThemeLexicon) -> tuple[str, ...]:
    """The names of the themes, sorted."""
    return tuple(sorted({term.theme for terms in lexicon.values() for term in terms}))


@cache
def trained_themes(path: Path | None = None) -> frozenset[str]:
    """The themes whose words in the file are Dossier's own: what `theme_model.csv` has learnt of them holds.

    Raises what `load_themes` raises.
    """
    own, given = _by_theme(load_themes()), _by_theme(load_themes(path))
    return frozenset(theme for theme, terms in given.items() if own.get(theme) == terms)


def _by_theme(lexicon: ThemeLexicon) -> dict[str, frozenset[ThemeTerm]]:
    terms: dict[str, set[ThemeTerm]] = {}
    for term in (term for group in lexicon.values() for term in group):
        terms.setdefault(term.theme, set()).add(term)
    return {theme: frozenset(of_theme) for theme, of_theme in terms.items()}


def _entries(rows: Iterable[dict[str, str]]) -> tuple[list[ThemeTerm], list[str]]:
    terms, faults = [], []
    for line, row in enumerate(rows, start=2):
        fault = _fault(row)
        if fault:
            faults.append(f"Line {line}: {fault}")
        else:
            words = tuple(token for word in row["term"].lower().split() for token in _tokens(word))
            part_of_speech = (row.get("part_of_speech") or "").strip().upper()
            terms.append(ThemeTerm(row["theme"].strip(), words, float(row.get("weight") or 1), part_of_speech))
    return terms, faults


def _tokens(word: str) -> list[str]:
    """The tokens of a word as the parser has them: cut at hyphens but behind a prefix, and before `'s`."""
    plain = word.replace("'", " '")
    return (plain if prefix_of(word) else plain.replace("-", " - ")).split()


def _fault(row: dict[str, str]) -> str:
    if not (row["theme"] or "").strip() or not (row["term"] or "").strip():
        return "theme or term is empty."
    weight = row.get("weight") or "1"
    if not re.fullmatch(r"[0-9]+(\.[0-9]*)?|\.[0-9]+", weight.strip()):
        return f"the weight {weight!r} is not a number."
    if (row.get("part_of_speech") or "").strip().upper() not in PARTS_OF_SPEECH:
        return f"{row['part_of_speech']!r} is not one of NOUN, VERB, ADJ, PROPN."
    return ""


def _by_first_word(terms: list[ThemeTerm]) -> ThemeLexicon:
    grouped: dict[str, list[ThemeTerm]] = {}
    for term in terms:
        grouped.setdefault(term.words[0], []).append(term)
    return {word: tuple(sorted(group, key=_longest_first)) for word, group in grouped.items()}


def _longest_first(term: ThemeTerm) -> tuple[int, str, tuple[str, ...]]:
    return (-len(term.words), term.theme, term.words)
