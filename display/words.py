"""What the tables' values are called on the screen."""

from __future__ import annotations

from functools import cache

import pandas as pd

from analysis.fields.cut import NONE
from analysis.fields.status import STATUSES
from analysis.lexicons.gazetteer import countries
from analysis.queries.engine.database import Row
from display import day_words
from display.safe import is_empty

STATUS = {status: status.capitalize() for status in STATUSES}
STATUS_MEANING = {
    "done": "said to have happened",
    "planned": "pledged, announced, intended or expected",
    "possible": "said to be possible",
    "denied": "somebody denies it",
    "negated": "said not to be so: did not, will not, refused to",
    "requested": "asked for or demanded",
}
PLAN = {"pledged": "Pledged", "announced": "Announced", "intended": "Intended", "expected": "Expected"}
PLAN_MEANING = {
    "pledged": "somebody gave his word: promised, agreed, signed",
    "announced": "said to come: will, is to, decided",
    "intended": "wanted, tried, weighed or needed",
    "expected": "likely or foreseen",
}
NO_PLAN = "Not a plan"
AMOUNT = {"money": "Money", "people": "People", "quantity": "Quantity", "share": "Share"}
NO_AMOUNT = "No amount"
EVENT_CLASS = {
    "AGREE": "Agree or pledge",
    "CONSULT": "Meet or talk",
    "SUPPORT": "Support",
    "CONCEDE": "Give way",
    "COOPERATE": "Work together",
    "AID": "Give aid",
    "RETREAT": "Pull back",
    "REQUEST": "Ask",
    "ACCUSE": "Accuse",
    "REJECT": "Reject",
    "THREATEN": "Threaten",
    "PROTEST": "Protest",
    "SANCTION": "Punish or cut ties",
    "MOBILIZE": "Mobilise",
    "COERCE": "Coerce",
    "ASSAULT": "Attack",
}
LABEL = {
    "PERSON": "Person",
    "ORG": "Organisation",
    "GPE": "Country or town",
    "LOC": "Place",
    "FAC": "Building or site",
    "NORP": "Nationality or group",
    "EVENT": "Event",
    "LAW": "Law",
    "PRODUCT": "Product",
    "WORK_OF_ART": "Title of a work",
    "LANGUAGE": "Language",
}
EVENT_GROUP = {
    "verbal cooperation": "Agree or talk",
    "material cooperation": "Help or work together",
    "verbal conflict": "Demand or accuse",
    "material conflict": "Protest, punish or attack",
}
KIND = {
    "all": "Everyone and everywhere",
    "people": "People",
    "organisations": "Organisations",
    "places": "Places",
    "nationalities": "Nationalities and groups",
}
PUBLISHED_FROM = {
    "metadata": "",
    "text": "read from the text",
    "filename": "read from the file name",
    "inferred": "inferred",
    "user": "set by hand",
    "unknown": "",
}
CERTAINTY = {"certain": "Certain", "probable": "Probable", "possible": "Possible"}
TENSE = {"past": "Past", "present": "Present", "future": "Future"}
TOLD = {
    "before": "Over before the report",
    "on": "On the day of the report",
    "after": "Still to come when it was reported",
}
PART = {"actor": "Who", "action": "Does what", "target": "To whom or what", "place": "Where"}
NO_THEME = "No theme"
NO_CLASS = "Another kind"
NO_PUBLISHER = "Not stated"


def theme(name: object) -> str:
    """The name of a theme on the screen.

    >>> theme("public_services"), theme("")
    ('Public services', 'No theme')
    """
    if is_empty(name):
        return NO_THEME
    words = str(name).replace("_", " ")
    return words[:1].upper() + words[1:]


def publisher(name: object) -> str:
    """The name of a publisher on the screen."""
    return NO_PUBLISHER if is_empty(name) or name == NONE else str(name)


def kind_of(label: object) -> str:
    """What an OntoNotes label is called.

    >>> kind_of("GPE"), kind_of("XYZ")
    ('Country or town', 'Other name')
    """
    return LABEL.get(str(label), "Other name")


def country(code: object) -> str:
    """The name of a country of ISO 3166.

    >>> country("AF"), country("SU"), country(None)
    ('Afghanistan', 'Soviet Union', '')
    """
    return "" if is_empty(code) else country_names().get(str(code), str(code))


@cache
def country_names() -> dict[str, str]:
    """The name of every country by its code, those that are no more too; each name once."""
    return {code: one.name for code, one in countries().items()}


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "fact"), count(12345, "fact"), count(2, "query", "queries")
    ('1 fact', '12,345 facts', '2 queries')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def number_of(number: int, unit: str, adjective: str = "") -> str:
    """A number with its unit, a plural.

    >>> number_of(1, "claims"), number_of(12345, "claims", "dated")
    ('1 claim', '12,345 dated claims')
    """
    return count(number, f"{adjective} {unit.removesuffix('s')}".strip())


def reports(n_reports: int, n_independent: int) -> str:
    """How many reports, and how many of them are independent where not all are.

    >>> reports(3, 2), reports(1, 1)
    ('3 reports, 2 independent', '1 report')
    """
    more = f", {n_independent:,} independent" if n_independent < n_reports else ""
    return f"{count(n_reports, 'report')}{more}"


def in_reports(n_reports: int, n_independent: int) -> str:
    """The same of reports in which claims stand.

    >>> in_reports(3, 2)
    'In 3 reports, 2 independent'
    """
    return f"In {reports(n_reports, n_independent)}"


def listed(words: list[str]) -> str:
    """Words in a row.

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def published(value: pd.Timestamp, published_from: object) -> str:
    """The day of publication, and where it is from when the report does not say it.

    >>> published(pd.Timestamp("2024-03-04"), "inferred"), published(pd.NaT, "unknown")
    ('4 March 2024 (inferred)', 'no date')
    """
    if pd.isna(value):
        return "no date"
    note = PUBLISHED_FROM.get(str(published_from), "")
    return f"{day_words.day(value)} ({note})" if note else day_words.day(value)


def origin(row: Row) -> str:
    """Who published a report, and when; what is not stated is left out while the other is there.

    >>> row = {"publisher": "", "published": pd.Timestamp("2024-03-04"), "published_from": "metadata"}
    >>> origin(row), origin(row | {"publisher": "The Post"}), origin(row | {"published": pd.NaT})
    ('4 March 2024', 'The Post, 4 March 2024', 'publisher and day not stated')
    """
    when = published(row["published"], row["published_from"])
    if is_empty(row["publisher"]):
        return when if not pd.isna(row["published"]) else "publisher and day not stated"
    return f"{row['publisher']}, {when}"
