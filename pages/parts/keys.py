"""The keys that the query of a URL may have: those of filters, and those of the settings of pages."""

from __future__ import annotations

from difflib import get_close_matches

from display.filters.query import KEYS, known_key

SETTINGS = frozenset(
    (
        *("at", "doc", "fact", "find", "headline", "marks", "sentence", "through", "beside", "citation"),  # Report
        *("columns", "group", "order", "sentences", "shown", "sort", "value", "way"),  # Facts
        *("within", "within-status"),
        *("against", "counted", "lambda", "lines-of", "numbers", "part", "topic-of", "word"),  # Topics
        *("by", "lanes", "report-days"),  # Timeline
        *("kind", "look", "name-search", "names", "profile-of", "region"),  # People and places
        *("kept-list", "list", "q"),  # Search
        *("dated-by", "documents-as", "find-report", "language-of", "sort-reports", "work"),  # Documents
        *("sample", "show", "texts"),  # Quality, Share
    )
)
# What is open in a chart, whether it is shown as a table, the page of a list, the other side of a comparison.
FAMILIES = frozenset(("open", "as", "page", "against"))
# Marks that programs of mail and of advertising add to links.
OF_OTHERS = ("utm_", "fbclid", "gclid", "msclkid", "mc_")
LIKE = 0.8  # how like a key must be, 0 to 1, by difflib: `themes` is theme, `profile` profile-of, `colour` nothing


def meant(key: str) -> str:
    """The key that is meant: as it is called today, in small letters, or the one most like it; empty where none is.

    >>> meant("Theme"), meant("statuses"), meant("open-theme"), meant("not-themes"), meant("colour")
    ('theme', 'status', 'open-theme', 'not-theme', '')
    """
    key = known_key(key) if key.partition("-")[0].lower() not in FAMILIES else key
    if key in SETTINGS or key in KEYS or key.partition("-")[0] in FAMILIES:
        return key
    return next(iter(get_close_matches(key, sorted({*SETTINGS, *KEYS}), 1, LIKE)), "")


def is_of_others(key: str) -> bool:
    """Whether a key is none of ours, and says nothing to a reader."""
    return key.lower().startswith(OF_OTHERS)
