"""Links to pages of the dashboard, in our own HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from display.safe import text

# Pages by their name in the URL.
FACTS, PEOPLE, REPORT = "facts", "people", "report"


def address_with(page: str, query: Mapping[str, Sequence[str]]) -> str:
    """The address of a page with exactly this query, and no value of a key twice.

    >>> address_with("facts", {"theme": ["Oil & gas", "C+", "Oil & gas"], "period": []})
    './facts?theme=Oil+%26+gas&theme=C%2B'
    """
    said = urlencode([(key, value) for key, values in query.items() for value in dict.fromkeys(values)])
    return f"./{page}?{said}" if said else f"./{page}"


def anchor(href: str, label: str, icon: str = "", more: str = "") -> str:
    """A link as HTML; `label` is HTML, `icon` a name of Material Symbols, `more` other attributes.

    The direction of the link is that of its words, whatever the icon is called.
    """
    # `st.page_link` (1.67) is as fast for the eight of a menu (script 1.4 ms against 0.6), but 60 of a list of
    # sentences take 5.7 ms against 0.7, and it cannot stand within a sentence: so all links are made in one way.
    picture = f'<span class="d-icon" dir="ltr" aria-hidden="true" translate="no">{icon}</span>' if icon else ""
    return f'<a class="d-way" href="{text(href)}" dir="auto"{more and f" {more}"}>{picture}{label}</a>'
