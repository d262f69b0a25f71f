"""The page People and places: one question at a time, only what is looked at is computed."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analysis.queries import networks
from analysis.queries.countries import countries
from analysis.queries.people import n_named, named, named_beside
from pages.parts import address, words
from pages.parts.charts.map import REGIONS
from pages.parts.choose import choose
from pages.parts.drawing.row import row
from pages.parts.evidence.profile_links import LOOK as PROFILE
from pages.parts.evidence.profile_links import OF as PROFILE_OF
from pages.parts.frame import View, stop_if_empty
from pages.parts.people import named as named_panel
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
    "does": "In no fact of the selection somebody with a name acts on another with a name. Take a filter away.",
    "says": "Nobody with a name says anything about another in the selection. Take a filter away.",
    "together": "No sentence of the selection names two. Take a filter away.",
}


def first() -> str:
    """What is looked at when the address does not say: the profile that it names, else who does what to whom."""
    return PROFILE if address.value(PROFILE_OF) else "does"


def draw_look(view: View, look: str) -> None:
    """Draw what the reader looks at: one of LOOKS."""
    DRAWS[look](view)


def _does(view: View) -> None:
    ties = _shown(view, networks.done_to)
    stop_if_empty(ties.empty, NO_TIES["does"])
    note = panel.note_on_deeds(ties, networks.n_tied_facts(view.database, view.selection, networks.DOES))
    _network(view, panel.DOES, _nodes(view, ties, networks.nodes_with_facts), ties, note)


def _says(view: View) -> None:
    ties = _shown(view, networks.speaks_about)
    stop_if_empty(ties.empty, NO_TIES["says"])
    note = panel.note_on_speech(networks.n_tied_facts(view.database, view.selection, networks.SAYS))
    _network(view, panel.SAYS, _nodes(view, ties, networks.nodes_with_facts), ties, note)


def _together(view: View) -> None:
    ties = _shown(view, networks.named_together)
    stop_if_empty(ties.empty, NO_TIES["together"])
    _network(view, panel.TOGETHER, _nodes(view, ties, networks.nodes_with_sentences), ties)


def _network(view: View, network: panel.Network, nodes: pd.DataFrame, ties: pd.DataFrame, note: str = "") -> None:
    """Draw a network; style.css keeps the size of one with many names."""
    with st.container(key="many-names" if len(nodes) > FIT_A_PHONE else "few-names"):
        row(view, panel.network_chart(network, nodes, ties, note))


def _shown(view: View, query: Callable[..., pd.DataFrame]) -> pd.DataFrame:
    """The ties among as many names as the reader wants to see."""
    most = int(choose("How many names", NAMES, "20", "names"))
    return networks.strongest(query(view.database, view.selection), most)


def _nodes(view: View, ties: pd.DataFrame, query: Callable[..., pd.DataFrame]) -> pd.DataFrame:
    ids = sorted({*ties["left_id"], *ties["right_id"]})
    return query(view.database, view.selection, ids)


def _countries(view: View) -> None:
    found, n_facts = countries(view.database, view.selection)
    stop_if_empty(found.empty, "No fact of the selection is about a country. Take a filter away.")
    shown = st.selectbox("Show", list(REGIONS), width=320, **address.held("region", REGIONS, next(iter(REGIONS))))
    row(view, country_chart(found, n_facts, shown))


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
    found = named(database, selection, kind, search, (first, named_panel.A_PAGE))
    beside = named_beside(database, selection, kind, search) if not first else None
    row(view, named_panel.named_chart(found, total, first, beside))


DRAWS: dict[str, Callable[[View], None]] = {
    "does": _does,
    "says": _says,
    "together": _together,
    "countries": _countries,
    "names": _names,
    PROFILE: draw_profile,
}
