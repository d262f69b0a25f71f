"""The pictures of networks: where the points lie, and what is drawn of a tie."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.fields.event_class import EVENT_GROUPS
from display import charts
from display.charts.layout import layout, rows_of, slots
from display.charts.network import Node, Tie, two_lines
from pages.parts.people.networks import GROUP_LOOKS
from tests.examples import examples
from tests.pages.made.names import HOSTILE_NAME, LONG_WORD


def ties_of(pairs: list[tuple[str, str, int]]) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["left_id", "right_id", "n_rows"])


@examples(50)
@given(
    st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29), st.integers(1, 9)), min_size=1, max_size=60),
    st.integers(2, 30),
)
def test_each_point_has_a_place_of_its_own_with_room_for_its_name(numbers, n: int):
    keys = [f"e{number}" for number in range(n)]
    ties = ties_of([(f"e{a % n}", f"e{b % n}", size) for a, b, size in numbers if a % n != b % n])

    places = layout(keys, ties)

    assert list(places) == keys
    assert len(set(places.values())) == n
    assert all(-1 <= x <= 1 and -1 <= y <= 1 for x, y in places.values())
    for a in places.values():
        for b in places.values():
            assert a == b or abs(a[0] - b[0]) > 0.6 or abs(a[1] - b[1]) > 0.99 * 2 / (rows_of(n) - 1)


def test_the_picture_is_the_same_every_time():
    keys = [f"e{number}" for number in range(16)]
    ties = ties_of([(a, b, 1) for a in keys for b in keys if a < b and (int(a[1:]) + int(b[1:])) % 3 == 0])

    assert layout(keys, ties) == layout(keys, ties)


def test_those_who_are_tied_lie_near_each_other():
    keys = list("abcdefghijkl")
    places = layout(keys, ties_of([(keys[n], keys[n + 1], 5) for n in range(0, 12, 2)]))

    def apart(left: str, right: str) -> float:
        (x, y), (u, v) = places[left], places[right]
        return ((x - u) ** 2 + (y - v) ** 2) ** 0.5

    tied = [apart(keys[n], keys[n + 1]) for n in range(0, 12, 2)]
    every = [apart(a, b) for a in keys for b in keys if a < b]
    assert max(tied) < sum(every) / len(every)


def test_nobody_and_one_alone():
    none = ties_of([])

    assert layout([], none) == {}
    assert layout(["only"], none) == {"only": (0.0, 0.0)}


@pytest.mark.parametrize("n", [2, 3, 7, 20, 30])
def test_there_are_slots_enough(n: int):
    assert len(slots(n)) >= n


NODES = [Node("a", HOSTILE_NAME, "PERSON", 5), Node("b", LONG_WORD, "ORG", 1)]
PLACES = {"a": (-1.0, 0.0), "b": (1.0, 0.0)}


def picture(*ties: Tie):
    return charts.network(NODES, ties, PLACES, GROUP_LOOKS, 2)


def clickable(figure) -> dict[int, tuple[float, float]]:
    return {
        int(number): (round(float(x), 3), round(float(y), 3))
        for trace in figure.data
        if trace.customdata is not None
        for x, y, number in zip(trace.x, trace.y, trace.customdata, strict=True)
    }


def test_each_point_and_each_line_can_be_clicked():
    figure = picture(
        Tie(left="a", right="b", number=2, words="a to b", size=3, look="verbal conflict"),
        Tie(left="b", right="a", number=3, words="b to a", size=1, look=""),
    )

    assert set(clickable(figure)) == {0, 1, 2, 3}


def test_lines_between_the_same_two_lie_side_by_side_whatever_their_direction():
    figure = picture(
        Tie(left="a", right="b", number=2, words="", size=1, look="verbal conflict"),
        Tie(left="b", right="a", number=3, words="", size=1, look=""),
        Tie(left="a", right="b", number=4, words="", size=1, look=""),
    )

    middles = [place for number, place in clickable(figure).items() if number >= 2]
    assert len({y for _, y in middles}) == 3


def test_an_arrow_points_at_whom_it_is_done_to():
    figure = picture(Tie(left="b", right="a", number=2, words="", size=1, look="material conflict"))

    arrow = next(trace for trace in figure.data if trace.marker.symbol == "arrow")
    assert (float(arrow.x[-1]), float(arrow.y[-1])) == PLACES["a"]
    assert float(arrow.x[0]) > float(arrow.x[-1])
    assert arrow.hoverinfo == "skip"


def test_the_groups_are_told_apart_without_colour():
    looks = [(look.dash, look.symbol) for look in GROUP_LOOKS.values()]

    assert set(GROUP_LOOKS) == {*EVENT_GROUPS, ""}
    assert len(set(looks)) == len(looks)
    assert len({look.symbol for look in GROUP_LOOKS.values()}) == len(looks)


def test_names_in_the_picture_are_text_and_short():
    figure = picture(Tie(left="a", right="b", number=2, words=HOSTILE_NAME, size=1, look=""))

    assert "<img" not in json.dumps(figure.to_plotly_json(), default=str)
    assert all(len(line) <= 20 for name in (HOSTILE_NAME, LONG_WORD) for line in two_lines(name).split("<br>"))
