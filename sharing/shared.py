"""What is shared: a view of a snapshot, when, and whether with the texts of the reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from analysis.queries.engine.database import Database
from analysis.queries.export import About
from analysis.queries.known_values import theme_values
from analysis.shown import cut, visible
from analysis.store import open_snapshot
from display.filters.in_words import about_at, filters_in_words
from display.filters.query import KEYS, Query, known_key, read
from display.view import View

LONGEST_LINK = 8_000  # characters; browsers and servers take no longer ones


class LinkFault(ValueError):
    """A link that cannot be followed: it asks for what the snapshot does not have."""


@dataclass(frozen=True, kw_only=True)
class Shared:
    """A view, the moment, and the address of the dashboard, empty where nobody said one.

    Without texts there are numbers, terms and quotations of at most `quoting.MOST_WORDS` words.
    """

    view: View
    at: datetime
    has_texts: bool = True
    dashboard: str = ""

    @property
    def about(self) -> About:
        """The filters in words, the time, the snapshot."""
        return about_at(self.at, self.view.database, self.view.selection)

    @property
    def filters(self) -> list[str]:
        """Each filter in words."""
        return filters_in_words(self.view.database, self.view.selection)


def open_shared(out: Path, at: datetime, link: str = "", has_texts: bool = True) -> Shared:
    """The view of a link in the published snapshot of a folder; without a link, all of it.

    Raises LinkFault, NoSnapshot, OldSnapshot, DamagedSnapshot, OSError.
    """
    database = Database(open_snapshot(out))
    selection, dropped = read(database, query_of_link(link))
    if dropped:
        raise LinkFault(f"The link asks for what these reports do not have: {'; '.join(map(visible, dropped))}.")
    view = View(database, selection, tuple(theme_values(database)["theme"]))
    return Shared(view=view, at=at, has_texts=has_texts, dashboard=dashboard_of(link))


def query_of_link(link: str) -> Query:
    """The filters of a link to the dashboard, or of its query alone. Raises LinkFault.

    >>> query_of_link("http://127.0.0.1:8501/facts?theme=Mining&sort=worth"), query_of_link("theme=Mining&theme=Aid")
    ({'theme': ['Mining']}, {'theme': ['Mining', 'Aid']})
    """
    if len(link) > LONGEST_LINK:
        raise LinkFault(f"The link is longer than {LONGEST_LINK:,} characters: {cut(visible(link), 80)}")
    found: Query = {}
    for key, value in parse_qsl(_query(link), keep_blank_values=True):
        name = known_key(key)
        if name in KEYS:
            found.setdefault(name, []).append(value)
    return found


def _query(link: str) -> str:
    is_query = "?" not in link and "=" in link
    try:
        return link if is_query else urlsplit(link).query
    except ValueError as fault:
        raise LinkFault(f"The link cannot be read: {cut(visible(link), 80)}") from fault


def dashboard_of(link: str) -> str:
    """The address of the dashboard that a link leads to; empty where it names no server.

    >>> dashboard_of("https://news.example/desk/facts?theme=Mining"), dashboard_of("theme=Mining")
    ('https://news.example/desk/', '')
    """
    parts = urlsplit(link)
    if parts.scheme not in ("http", "https") or not parts.netloc or "@" in parts.netloc:
        return ""
    return f"{parts.scheme}://{parts.netloc}{parts.path.rpartition('/')[0]}/"
