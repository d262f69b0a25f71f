"""The colours of charts: one for each theme everywhere, and one look for each status.

A theme's colour comes from `chartCategoricalColors` in .streamlit/config.toml, one list for the light and one for the
dark look: eight colours that differ in lightness, so that they are told apart in grey and by colour-blind people (see
tests/pages/test_look.py). A figure has a placeholder for each, which Streamlit replaces in the browser. A ninth theme
has the first colour again, but striped in charts and a ring in text; a seventeenth and all after it are grey.
"""

from __future__ import annotations

from collections.abc import Sequence

N_COLOURS = 8
N_THEMES = 2 * N_COLOURS  # so many themes are told apart: in full colours, then in stripes
STRIPES = "\\"
PLACEHOLDERS = tuple(f"#{number:06}" for number in range(1, N_COLOURS + 1))  # those of Streamlit's plotly template

# Mid-tones: at least 3 to 1 against the background of both looks.
GREY = "#7d838c"
INK = "#2f7ea8"
STATUS_COLOUR = {
    "done": "#2f7ea8",
    "planned": "#a8721a",
    "possible": "#7d838c",
    "denied": "#c2504a",
    "negated": "#a35a7d",
    "requested": "#7a68b3",
}
STATUS_PATTERN = {"done": "", "planned": "/", "possible": ".", "denied": "x", "negated": "-", "requested": "|"}
STATUS_SYMBOL = {
    "done": "circle",
    "planned": "circle-open",
    "possible": "square-open",
    "denied": "x",
    "negated": "diamond-open",
    "requested": "triangle-up-open",
}


def theme_number(theme: str, themes: Sequence[str]) -> int | None:
    """The place of the theme's colour; None for no theme, one that the snapshot lacks, and past N_THEMES."""
    place = _place(theme, themes)
    return None if place is None else place % N_COLOURS


def theme_pattern(theme: str, themes: Sequence[str]) -> str:
    """The pattern of a theme in a chart: none for the first N_COLOURS themes, STRIPES for the next."""
    place = _place(theme, themes)
    return "" if place is None or place < N_COLOURS else STRIPES


def theme_colour(theme: str, themes: Sequence[str]) -> str:
    """The colour of a theme in a chart; `themes` are all themes of the snapshot, in their order."""
    number = theme_number(theme, themes)
    return GREY if number is None else PLACEHOLDERS[number]


def theme_class(theme: str, themes: Sequence[str]) -> str:
    """The class of pages/parts/browser/style.css with the colour of a theme."""
    number = theme_number(theme, themes)
    ring = " d-ring" if theme_pattern(theme, themes) else ""
    return "d-theme" if number is None else f"d-theme d-theme-{number}{ring}"


def _place(theme: str, themes: Sequence[str]) -> int | None:
    place = list(themes).index(theme) if theme and theme in themes else N_THEMES
    return place if place < N_THEMES else None
