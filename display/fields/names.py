"""Whom and what facts and sentences name."""

from __future__ import annotations

from typing import Any

from display import words
from display.fields.choice import choice, flag
from display.fields.entities import entity_label, find_entity
from display.fields.entry import Charted, Entry, Section


def _named(field: str, title: str, icon: str, chip: str = "{}", **more: Any) -> Entry:
    return Entry(
        field=field,
        title=title,
        icon=icon,
        show=entity_label,
        find=find_entity,
        chip=chip,
        is_someone=True,
        **more,
    )


NAMES = (
    _named(
        "person",
        "Person",
        "person",
        section=Section(title="People", rank=4),
        charted=Charted(one="person", many="people", strips="People over time"),
    ),
    _named("organisation", "Organisation", "account_balance", section=Section(title="Organisations", rank=5)),
    _named("place", "Place", "place", section=Section(title="Places", rank=6)),
    choice(
        "country",
        "Country",
        "flag",
        words.country_names(),
        chip="Country: {}",
        section=Section(title="Countries", rank=7),
        charted=Charted(one="country", many="countries"),
    ),
    _named("entity", "Named", "badge"),
    _named("about", "About", "badge", "About: {}"),
    _named("also", "Named with", "group", "With {}"),
    flag("nobody", "Without a person", "person_off"),
)
