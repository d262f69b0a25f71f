"""Entries of fields whose values are few and have words of ours, or that have no values at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis.queries.engine.database import Database
from display.fields.entry import Entry, Find, Show

YES = "yes"


def words_of(labels: Mapping[str, str]) -> tuple[Show, Find]:
    """`show` and `find` of a field whose values have these labels."""
    back = {value.capitalize(): value for value in labels}  # what older links call it
    back |= {label: value for value, label in labels.items()}

    def show(_: Database, value: str) -> str:
        return labels.get(value, value)

    def find(_: Database, said: str) -> str | None:
        return back.get(said)

    return show, find


def choice(field: str, title: str, icon: str, labels: Mapping[str, str], **more: Any) -> Entry:
    """The entry of a field whose values have these labels."""
    show, find = words_of(labels)

    def label(value: object) -> str:
        return labels.get(str(value), str(value))

    return Entry(field=field, title=title, icon=icon, show=show, find=find, label=label, **more)


def flag(field: str, title: str, icon: str, **more: Any) -> Entry:
    """The entry of a field that holds or not; its one value is `yes` in the URL."""

    def find(_: Database, said: str) -> str | None:
        return "" if said == YES else None

    return Entry(field=field, title=title, icon=icon, show=lambda _, value: YES, find=find, chip=title, **more)
