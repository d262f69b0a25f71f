"""The page People and places: one question at a time, only what is looked at is computed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from analysis.queries import networks
from analysis.queries.countries import countries
from analysis.queries.people import n_named
from display import words
from display.charts.map import REGIONS
from display.pictures import named as named_panel
from pages.parts import address
from pages.parts.choose import choose
from pages.parts.drawing.draw import Chart, Mark, draw, pick_of
from pages.parts.drawing.once import once
from pages.parts.drawing.row import row
from pages.parts.evidence.evidence import evidence
from pages.parts.evidence.profile_links import LOOK as PROFILE
from pages.parts.evidence.profile_links import OF as PROFILE_OF
from pages.parts.frame import View, rerun_if_filtered, stop_if_empty
from pages.parts.people import networks as panel
from pages.parts.people.countries import country_chart
from pages.parts.people.profile import draw_profile

LOOKS = {
    "does": "Who does what to whom",
    "says": "Who speaks about whom",
    "together": "Named together",
    "countries": "Countries",
    "names": "Named most",
    PROFILE: "A profile",
}
NAMES = {"12": "12", "20": "20", "30": "30"}
FIT_A_PHONE = 9  # names; the ties of more lie on each other there, so that the chart is moved sideways
NO_TIES = {
    "does": "In nothing of the selection somebody with a name acts on another with a name. Take a filter away.",
    "says": "Nobody with a name says anything about another in the selection. Take a filter away.",
    "together": "No sentence of the selection names two. Take a filter away.",
}
# Each network with the questions for its ties and for the names in it.
NETWORKS: dict[str, tuple[panel.Network, Callable[..., pd.DataFrame], Callable[..., pd.DataFrame]]] = {
    "does": (panel.DOES, networks.done_to, networks.nodes_with_facts),
    "says": (panel.SAYS, networks.speaks_about, networks.nodes_with_facts),
    "together": (panel.TOGETHER, networks.named_together, networks.nodes_with_sentences),
}


def first() -> str:
    """What is looked at when the URL does not say: the profile that it names, else who does what to whom."""
    return PROFILE if address.value(PROFILE_OF) else "does"


def draw_look(view: View, look: str) -> None:
    """Draw what the reader looks at: one of LOOKS."""
    DRAWS[look](view)


def _network(view: View, key: str) -> None:
    """Draw a network, and what is open in it."""
    most = int(choose("How many names", NAMES, "20", "names"))
    stop_if_empty(_network_chart(view, key, most) is None, NO_TIES[key])
    _draw_network(view, key, most)


@st.fragment
def _draw_network(view: View, key: str, most: int) -> None:
    """The network among many, or around the name that is open."""
    rerun_if_filtered()
    name = address.value(pick_of(key))
    near = _network_chart(view, key, most, name) if name else None
    chart = near or _network_chart(view, key, most)
    if chart is None:
        return
    mark = _drawn_around(name, chart) if near else _drawn_among(chart)
    if mark:
        evidence(view.database, mark.within(view.selection), mark, chart.key, view.themes)


def _drawn_around(name: str, chart: Chart) -> Mark | None:
    """Draw the network around a name, the list of its ties beside it."""
    picture, beside = st.columns([2, 1])
    beside.html(panel.links_of(name, chart))
    with picture:
        return draw(chart)


def _drawn_among(chart: Chart) -> Mark | None:
    """Draw the network; style.css keeps the size of one with many names."""
    n_names = sum(len(mark.cuts) == 1 for mark in chart.marks)
    with st.container(key="many-names" if n_names > FIT_A_PHONE else "few-names"):
        return draw(chart)


@once
def _network_chart(view: View, key: str, most: int, name: str = "") -> Chart | None:
    """The network among as many names as the reader wants to see, or around a name; None where there is none."""
    database, selection, _ = view
    network, ties_of, nodes_of = NETWORKS[key]
    every = ties_of(database, selection)
    ties = networks.around(every, name) if name else networks.strongest(every, most)
    if ties.empty:
        return None
    nodes = nodes_of(database, selection, sorted({*ties["left_id"], *ties["right_id"]}))
    return panel.network_chart(network, nodes, ties, _note(view, key, ties))


def _note(view: View, key: str, ties: pd.DataFrame) -> str:
    """What of the selection the picture does not show."""
    if key == networks.DOES:
        return panel.note_on_deeds(ties, networks.n_tied_facts(view.database, view.selection, key))
    if key == networks.SAYS:
        return panel.note_on_speech(networks.n_tied_facts(view.database, view.selection, key))
    return "Adjectives of a country, such as Japanese, are left out."


def _countries(view: View) -> None:
    found, _ = countries(view.database, view.selection)
    stop_if_empty(found.empty, "Nothing of the selection is about a country. Take a filter away.")
    shown = st.selectbox("Show", list(REGIONS), width=320, **address.held("region", REGIONS, next(iter(REGIONS))))
    row(view, _country_chart(view, str(shown)))


@once
def _country_chart(view: View, region: str) -> Chart:
    found, n_facts = countries(view.database, view.selection)
    return country_chart(found, n_facts, region)


def _names(view: View) -> None:
    database, selection, _ = view
    with st.container(horizontal=True, vertical_alignment="bottom", key="find-names"):
        kind = choose("Show", words.KIND, "all", "kind")
        search = st.text_input(
            "Letters of a name", type="search", max_chars=100, width=320, **address.held_text("name-search")
        )
    total = n_named(database, selection, kind, search)
    stop_if_empty(
        not total, "Nobody of this kind is named in the selection. Choose another kind, or take a filter away."
    )
    n_pages = -(-total // named_panel.A_PAGE)
    number = 1
    if n_pages > 1:
        number = st.pagination(n_pages, **address.held_page("page-names", n_pages, of=address.digest(kind, search)))
    first = (min(number, n_pages) - 1) * named_panel.A_PAGE
    row(view, named_panel.page_of_named(view, kind, search, total, first))


DRAWS: dict[str, Callable[[View], None]] = {
    **{key: partial(_network, key=key) for key in NO_TIES},
    "countries": _countries,
    "names": _names,
    PROFILE: draw_profile,
}
