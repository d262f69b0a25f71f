"""Themes of sentences, by the words of a theme lexicon."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from analysis.text.parse import Parse
from analysis.text.records import ThemeMatch


def load_themes(path: Path | None) -> Any:
    """The theme lexicon in the file, or Dossier's own."""
    return None


def find_themes(parse: Parse, lexicon: Any) -> tuple[ThemeMatch, ...]:
    """The themes of each analysed sentence, with the words that earned them."""
    return ()
