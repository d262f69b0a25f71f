"""The colours of charts: one for each theme everywhere, and one look for each status.

A theme's colour comes from `chartCategoricalColors` in .streamlit/config.toml, one list for the light and one for the
dark look: eight colours that differ in lightness, so that they are told apart in grey and by colour-blind people (see
tests/pages/test_palette.py). Streamlit's plotly template has a placeholder for each, which the browser replaces.
"""

from __future__ import annotations

from collections.abc import Sequence

import plotly.io as pio

N_COLOURS = 8

# Mid-tones: at least 3 to 1 against the background of both looks.
GREY = "#7d838c"
INK = "#2f7ea8"
STATUS_COLOUR = {
    "done": "#2f7ea8",
    "planned": "#a8721a",
    "possible": "#7d838c",
    "denied": "#c2504a",
    "requested": "#7a68b3",
}
STATUS_PATTERN = {"done": "", "planned": "/", "possible": ".", "denied": "x", "requested": "|"}
STATUS_SYMBOL = {
    "done": "circle",
    "planned": "circle-open",
    "possible": "square-open",
    "denied": "x",
    "requested": "triangle-up-open",
}


def theme_number(theme: str, themes: Sequence[str]) -> int | None:
    """The place of the theme's colour; None for no theme and for one that the snapshot does not have."""
    return list(themes).index(theme) % N_COLOURS if theme and theme in themes else None


def theme_colour(theme: str, themes: Sequence[str]) -> str:
    """The colour of a theme in a chart; `themes` are all themes of the snapshot, in their order."""
    number = theme_number(theme, themes)
    return GREY if number is None else str(pio.templates["streamlit"].layout.colorway[number])


def theme_class(theme: str, themes: Sequence[str]) -> str:
    """The class of pages/parts/style.css with the colour of a theme."""
    number = theme_number(theme, themes)
    return "d-theme" if number is None else f"d-theme d-theme-{number}"
