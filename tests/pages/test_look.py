"""The colours: one for each theme everywhere, told apart by everyone."""

from __future__ import annotations

import itertools
import re
import tomllib
from pathlib import Path

import pytest

from pages.parts.palette import N_COLOURS, STATUS_COLOUR, STATUS_PATTERN, STATUS_SYMBOL, theme_class, theme_number
from pages.parts.words import STATUS

ROOT = Path(__file__).resolve().parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
STYLE = (ROOT / "pages" / "parts" / "style.css").read_text(encoding="utf-8")
LOOKS = ("light", "dark")


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


@pytest.mark.parametrize("look", LOOKS)
def test_every_theme_stands_out_from_the_page(look: str):
    for colour in CONFIG[look]["chartCategoricalColors"]:
        assert contrast(colour, CONFIG[look]["backgroundColor"]) >= 3


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
