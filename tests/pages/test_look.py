"""The colours: one for each theme everywhere, told apart by everyone."""

from __future__ import annotations

import itertools
import math
import re
import tomllib
from pathlib import Path

import plotly.io as pio
import pytest
from streamlit.elements.lib.streamlit_plotly_theme import configure_streamlit_plotly_theme

from display.charts.look import LOOK
from display.palette import (
    N_COLOURS,
    N_THEMES,
    PLACEHOLDERS,
    STATUS_COLOUR,
    STATUS_PATTERN,
    STATUS_SYMBOL,
    theme_class,
    theme_number,
    theme_pattern,
)
from display.words import STATUS
from pages.parts.browser.source import style

ROOT = Path(__file__).resolve().parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
STYLE = style("style.css")
LOOKS = ("light", "dark")

configure_streamlit_plotly_theme()


def channels(colour: str) -> list[float]:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), channels(colour), strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lightness(colour: str) -> float:
    return 116 * luminance(colour) ** (1 / 3) - 16


# How the eye without one kind of cone mixes red, green and blue (Machado, Oliveira and Fernandes 2009, severity 1).
COLOUR_BLIND = {
    "without red": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "without green": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    "without blue": [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
}
TO_XYZ = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
ENOUGH = 12  # of CIE 1976; so far apart, two areas are told apart without a border between them


def mixed(rows: list[list[float]], parts: list[float]) -> list[float]:
    return [min(1.0, max(0.0, sum(a * b for a, b in zip(row, parts, strict=True)))) for row in rows]


def lab(parts: list[float]) -> tuple[float, float, float]:
    scaled = [part / white for part, white in zip(mixed(TO_XYZ, parts), (0.9505, 1, 1.089), strict=True)]
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in scaled)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("eye", COLOUR_BLIND)
def test_themes_are_told_apart_by_colour_blind_people(look: str, eye: str):
    seen = [lab(mixed(COLOUR_BLIND[eye], channels(colour))) for colour in CONFIG[look]["chartCategoricalColors"]]

    assert min(math.dist(a, b) for a, b in itertools.combinations(seen, 2)) >= ENOUGH


def test_a_ninth_theme_is_striped_and_a_seventeenth_grey():
    themes = [f"theme {number:02}" for number in range(N_THEMES + 1)]

    looks = [(theme_number(theme, themes), theme_pattern(theme, themes)) for theme in themes]

    assert len(set(looks)) == len(themes)
    assert looks[N_COLOURS][0] == 0
    assert looks[N_COLOURS][1]
    assert looks[-1] == (None, "")
    assert theme_class(themes[N_COLOURS], themes) == "d-theme d-theme-0 d-ring"
    assert theme_class(themes[-1], themes) == "d-theme"


@pytest.mark.parametrize("look", LOOKS)
def test_every_theme_stands_out_from_the_page(look: str):
    for colour in CONFIG[look]["chartCategoricalColors"]:
        assert contrast(colour, CONFIG[look]["backgroundColor"]) >= 3


def test_streamlit_replaces_the_colours_of_themes_in_the_browser():
    template = pio.templates["streamlit"]

    assert template.layout.colorway[:N_COLOURS] == PLACEHOLDERS


def test_figures_have_what_they_need_of_the_template_of_streamlit():
    template = pio.templates["streamlit"].to_plotly_json()

    assert template["data"]["scatter"][0] == LOOK["template"]["data"]["scatter"][0] | {"type": "scatter"}
    assert "bar" not in template["data"]
    assert set(template["layout"]) == {"colorway", "colorscale", "coloraxis"}


@pytest.mark.parametrize("look", LOOKS)
def test_themes_are_told_apart_in_grey(look: str):
    colours = CONFIG[look]["chartCategoricalColors"]

    assert len(colours) == N_COLOURS
    assert all(abs(lightness(a) - lightness(b)) >= 4 for a, b in itertools.combinations(colours, 2))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("status", STATUS)
def test_every_status_stands_out_from_the_page(look: str, status: str):
    assert contrast(STATUS_COLOUR[status], CONFIG[look]["backgroundColor"]) >= 3


def test_statuses_are_told_apart_without_colour():
    assert len(set(STATUS_PATTERN.values())) == len(STATUS) == len(set(STATUS_SYMBOL.values()))


def test_marked_text_has_the_colours_of_the_charts():
    for number in range(N_COLOURS):
        light, dark = re.search(rf"\.d-theme-{number} \{{ --d-colour: light-dark\((#\w+), (#\w+)\)", STYLE).groups()
        assert (light, dark) == tuple(CONFIG[look]["chartCategoricalColors"][number] for look in LOOKS)


def test_nothing_of_the_look_comes_from_elsewhere():
    assert not re.search(r"https?:|@import|url\(", STYLE)
    assert not [key for key in ("font", "headingFont") if ":" in CONFIG[key]]


def test_a_theme_keeps_its_colour_whatever_is_selected():
    themes = ["aid", "mining", "security"]

    assert theme_number("mining", themes) == 1
    assert theme_class("mining", themes) == "d-theme d-theme-1"
    assert theme_number("", themes) is None
    assert theme_number("gone", themes) is None


def hue(colour: str) -> float:
    """The angle of a colour's hue in degrees (CIE LAB)."""
    _, a, b = lab(channels(colour))
    return math.degrees(math.atan2(b, a))


@pytest.mark.parametrize("look", LOOKS)
def test_no_two_themes_have_nearly_one_hue_at_nearly_one_lightness(look: str):
    for one, other in itertools.combinations(CONFIG[look]["chartCategoricalColors"], 2):
        apart = abs((hue(one) - hue(other) + 180) % 360 - 180)
        assert apart >= 25 or abs(lightness(one) - lightness(other)) >= 20
