"""The marks of the page People and places, as the page makes them."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.queries import networks, profile
from analysis.queries.countries import countries
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from pages.parts.drawing.draw import Chart, Mark
from pages.parts.people import networks as panel
from pages.parts.people import profile_charts as profile_panel
from pages.parts.people.countries import country_chart

THEMES = ("aid", "diplomacy", "economy", "education", "mining", "security", "services")


def does_chart(database: Database, selection: Selection, most: int = 20) -> Chart | None:
    ties = networks.strongest(networks.done_to(database, selection), most)
    if ties.empty:
        return None
    nodes = networks.nodes_with_facts(database, selection, [*ties["left_id"], *ties["right_id"]])
    return panel.network_chart(panel.DOES, nodes, ties)


def says_chart(database: Database, selection: Selection, most: int = 20) -> Chart | None:
    ties = networks.strongest(networks.speaks_about(database, selection), most)
    if ties.empty:
        return None
    nodes = networks.nodes_with_facts(database, selection, [*ties["left_id"], *ties["right_id"]])
    return panel.network_chart(panel.SAYS, nodes, ties)


def together_chart(database: Database, selection: Selection, most: int = 20) -> Chart | None:
    ties = networks.strongest(networks.named_together(database, selection), most)
    if ties.empty:
        return None
    nodes = networks.nodes_with_sentences(database, selection, [*ties["left_id"], *ties["right_id"]])
    return panel.network_chart(panel.TOGETHER, nodes, ties)


def map_chart(database: Database, selection: Selection) -> Chart | None:
    found, n_facts = countries(database, selection)
    return country_chart(found, n_facts) if len(found) else None


def profile_marks(database: Database, selection: Selection, entity_id: str) -> Iterator[Mark]:
    yield from profile_panel.part_marks(profile.parts(database, selection, entity_id), entity_id)
    n_said = profile.n_said(database, selection, entity_id)
    yield profile_panel.said_mark("X", entity_id, n_said)
    partners = profile.partners(database, selection, entity_id)
    found = profile.figures(database, selection, entity_id)
    shown = profile.window(found)
    charts = [
        profile_panel.partner_chart(partners, entity_id, "X", True),
        profile_panel.partner_chart(partners, entity_id, "X", False),
        profile_panel.company_chart(profile.named_with(database, selection, entity_id), entity_id, "X"),
        *(
            profile_panel.value_chart(profile.figures_of(found, field), field, entity_id, THEMES)
            for field in profile.VALUE_OF
        ),
    ]
    if shown:
        charts.append(profile_panel.time_chart(profile.times(found, shown), shown, entity_id))
    for chart in charts:
        yield from chart.marks if chart else ()
    yield from profile_panel.outside_marks(profile.outside(found, shown), entity_id, shown)
