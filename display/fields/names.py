"""Whom and what facts and sentences name."""

from __future__ import annotations

from display import words
from display.fields.choice import choice, flag
from display.fields.entities import entity_label, find_entity
from display.fields.entry import Entry, Section


def _named(field: str, title: str, icon: str, chip: str = "{}", section: Section | None = None) -> Entry:
    return Entry(
        field=field,
        title=title,
        icon=icon,
        show=entity_label,
        find=find_entity,
        chip=chip,
        is_someone=True,
        section=section,
    )


NAMES = (
    _named("person", "Person", "person", section=Section(title="People", rank=4)),
    _named("organisation", "Organisation", "account_balance", section=Section(title="Organisations", rank=5)),
    _named("place", "Place", "place", section=Section(title="Places", rank=6)),
    choice(
        "country",
        "Country",
        "flag",
        words.country_names(),
        chip="Country: {}",
        section=Section(title="Countries", rank=7),
    ),
    _named("entity", "Named", "badge"),
    _named("about", "About", "badge", "About: {}"),
    _named("also", "Named with", "group", "With {}"),
    flag("nobody", "Without a person", "person_off"),
)
