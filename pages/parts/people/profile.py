"""One person, body or place: what it does and says, its names and why they are one, whom with, and when."""

from __future__ import annotations

import streamlit as st

from analysis.queries import profile as queries
from analysis.queries.engine.conditions import cut
from analysis.queries.people import named
from display.fields import ENTRIES
from display.fields.entities import entity_label
from display.pictures.named import name_labels
from pages.parts import address
from pages.parts.drawing.draw import Chart, Mark, say
from pages.parts.drawing.once import once
from pages.parts.drawing.row import row
from pages.parts.evidence.evidence import evidence, open_one
from pages.parts.evidence.profile_links import OF
from pages.parts.filters import selected
from pages.parts.frame import View
from pages.parts.people import profile_charts as panel
from pages.parts.people.profile_claims import nothing_of, profile_claims
from pages.parts.view import noun

MOST_NAMES = 200


def draw_profile(view: View) -> None:
    """Let the user choose one, and draw its profile."""
    database, selection, themes = view
    entity_id = _choose(view)
    if entity_id is None:
        say("Nobody is named in the selection. Take a filter away to see a profile.")
        return
    rows = queries.profile(database, entity_id)
    name = str(rows["name"].iloc[0])
    panel.profile_head(rows.iloc[0], queries.roles(database, entity_id))
    claims = profile_claims(view, entity_id, name)
    if claims:
        st.html(claims)
    marks = panel.part_marks(queries.parts(database, selection, entity_id), entity_id)
    if not marks:
        say(nothing_of(name))
    with st.container(border=True, key="profile"):
        panel.forms_table(queries.name_forms(database, entity_id))
        mark = open_one(marks, f"Its {noun()} in the selection", "profile")
    evidence(database, selection, mark, "profile", themes)
    _charts(view, entity_id, name)
    said = panel.said_mark(name, entity_id, queries.n_said(database, selection, entity_id))
    if said.n_rows:
        evidence(database, selection, said, "said", themes)


def _choose(view: View) -> str | None:
    """The entity of the URL, else the most named of the selection."""
    found = named(view.database, view.selection, page=(0, MOST_NAMES))
    labels = dict(zip((str(key) for key in found["entity_id"]), name_labels(found), strict=True))
    of_address = address.value(OF)
    wanted = ENTRIES["entity"].find(view.database, of_address) if of_address else None
    if of_address and wanted is None:
        address.leave_out("profile of", of_address)
    if wanted and wanted not in labels:
        labels[wanted] = entity_label(view.database, wanted)
    if not labels:
        return None
    st.session_state[OF] = wanted or next(iter(labels))
    with st.container(horizontal=True, vertical_alignment="bottom", key="choose-profile"):
        chosen = st.selectbox(
            "Whose profile",
            list(labels),
            format_func=lambda key: labels.get(key, key),
            key=OF,
            width=420,
            on_change=lambda: address.write({OF: [entity_label(view.database, st.session_state[OF])]}),
        )
        st.button(
            "Only this",
            icon=":material/filter_alt:",
            help="Show nothing else, on every page",
            on_click=selected.only,
            args=(view.database, (cut("entity", chosen),)),
        )
    return str(chosen)


def _charts(view: View, entity_id: str, name: str) -> None:
    for charts in _rows(view, entity_id, name):
        row(view, *charts)
    marks = _outside(view, entity_id)
    mark = open_one(marks, "Not in the columns over time", "profile-outside")
    evidence(view.database, view.selection, mark, "profile-outside", view.themes)


@once
def _rows(view: View, entity_id: str, name: str) -> tuple[tuple[Chart | None, ...], ...]:
    """The charts of each row: whom with, by what, and when."""
    database, selection, themes = view
    partners = queries.partners(database, selection, entity_id)
    company = queries.named_with(database, selection, entity_id)
    found = queries.figures(database, selection, entity_id)
    shown = queries.window(found)
    return (
        (
            panel.partner_chart(partners, entity_id, name, True),
            panel.partner_chart(partners, entity_id, name, False),
            panel.company_chart(company, entity_id, name),
        ),
        tuple(
            panel.value_chart(queries.figures_of(found, field), field, entity_id, themes) for field in queries.VALUE_OF
        ),
        (panel.time_chart(queries.times(found, shown), shown, entity_id) if shown else None,),
    )


@once
def _outside(view: View, entity_id: str) -> tuple[Mark, ...]:
    """What the columns over time leave out."""
    found = queries.figures(view.database, view.selection, entity_id)
    shown = queries.window(found)
    return tuple(panel.outside_marks(queries.outside(found, shown), entity_id, shown))
