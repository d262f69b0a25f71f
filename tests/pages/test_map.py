"""The map of countries."""

from __future__ import annotations

import json
from itertools import pairwise

import numpy as np
import pytest

from analysis.lexicons.gazetteer import countries
from display import charts
from display.charts.map import REGIONS, WHERE_FACTS_ARE, WHOLE, Spot, box_of, main_codes
from display.charts.world import box_around, outline, project, world

# Islands and reefs without people of their own, and former countries.
OFF_THE_MAP = {"AN", "BQ", "BV", "DD", "SU", "YU"}


def test_every_country_has_a_place_on_the_map():
    assert set(countries()) - set(world()) == OFF_THE_MAP


def test_every_place_is_within_the_picture_of_the_whole_world():
    for code, country in world().items():
        assert WHOLE.left < country.x < WHOLE.right, code
        assert WHOLE.low < country.y < WHOLE.high or code == "AQ", code


@pytest.mark.parametrize("code", ["AF", "AZ", "US", "HU", "RS", "MM", "XK", "SS", "SG", "BH", "MT", "VA"])
def test_large_and_small_countries_have_an_outline_around_their_point(code: str):
    country = world()[code]
    box = box_around([code], room=0.02)

    assert country.rings
    assert all(len(ring) > 3 and np.allclose(ring[0], ring[-1]) for ring in country.rings)
    assert box.left <= country.x <= box.right
    assert box.low <= country.y <= box.high


def test_the_projection_keeps_areas():
    def area(west: float, south: float) -> float:
        corners = project(np.array([[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1]]))
        x, y = corners.T
        return abs(float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))) / 2

    def on_the_globe(south: float) -> float:
        return float(np.radians(1) * (np.sin(np.radians(south + 1)) - np.sin(np.radians(south))))

    assert area(0, 0) / on_the_globe(0) == pytest.approx(area(120, 60) / on_the_globe(60), rel=1e-3)


def test_outlines_are_parted():
    line = outline(["AF", "AZ"])
    n_rings = sum(len(world()[code].rings) for code in ("AF", "AZ"))

    assert np.isnan(line[:, 0]).sum() == n_rings - 1
    assert len(outline([])) == 0


def test_a_number_is_coded_once_by_the_area_of_its_circle():
    spots = [Spot("AF", "Afghanistan", 40, 0), Spot("FR", "France", 10, 1)]

    figure = charts.country_map(spots)

    land, circles = figure.data
    assert len({land.fillcolor, circles.marker.color}) == 2
    assert isinstance(circles.marker.color, str)
    assert circles.marker.size[0] == 2 * circles.marker.size[1]
    assert sorted(note.text for note in figure.layout.annotations) == ["Afghanistan 40", "France 10"]


def test_a_country_is_a_point_that_opens_its_mark_and_one_without_a_place_is_left_out():
    spots = [Spot("AF", "Afghanistan", 9, 0), Spot("SU", "Soviet Union", 3, 1), Spot("AZ", "<b>Azerbaijan", 1, 2)]

    figure = charts.country_map(spots, WHERE_FACTS_ARE)

    points = figure.data[-1]
    assert list(points.customdata) == [0, 2]
    assert "<b>" not in json.dumps(figure.to_plotly_json(), default=str)


def test_nothing_of_the_map_is_fetched_from_elsewhere():
    figure = charts.country_map([Spot("AF", "Afghanistan", 9, 0)])

    assert {trace.type for trace in figure.data} == {"scatter"}


def test_the_picture_shows_the_countries_with_most():
    spots = [Spot("AF", "Afghanistan", 80, 0), Spot("PK", "Pakistan", 15, 1), Spot("US", "United States", 5, 2)]

    assert main_codes(spots) == ["AF"]
    assert main_codes(spots, 0.9) == ["AF", "PK"]
    assert main_codes([]) == []


@pytest.mark.parametrize(
    ("region", "code"),
    [
        ("Africa", "ZA"),
        ("Asia", "CN"),
        ("Europe", "PL"),
        ("Middle East", "IR"),
        ("North America", "US"),
        ("Oceania", "NZ"),
        ("South America", "CL"),
        ("The whole world", "RU"),
    ],
)
def test_a_region_shows_its_countries(region: str, code: str):
    box = box_of(region, [])

    assert region in REGIONS
    assert box.left < world()[code].x < box.right
    assert box.low < world()[code].y < box.high


@pytest.mark.parametrize("n", [1, 3, 12, 36, 60])
def test_columns_have_no_more_labels_than_a_phone_has_room_for(n: int):
    figure = charts.columns([f"Month {number}" for number in range(n)], [1] * n)

    places = list(figure.layout.xaxis.tickvals)
    slots = figure.layout.xaxis.range[1] - figure.layout.xaxis.range[0]
    assert len(figure.data[0].customdata) == n
    assert all(after - before >= slots / 6 - 1e-9 or n == 1 for before, after in pairwise(places))
