"""What the tables' values are called on the screen."""

from __future__ import annotations

from datetime import date
from functools import cache

import pandas as pd

from analysis.fields.cut import NONE
from analysis.fields.status import STATUSES
from analysis.lexicons.gazetteer import countries
from analysis.queries.engine.database import Row
from display.dates import order
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
BUCKET = {"day": "Days", "month": "Months", "year": "Years", "decade": "Decades"}
TOLD = {
    "before": "Over before the report",
    "on": "On the day of the report",
    "after": "Still to come when it was reported",
}
OF_REPORT = "No time in the text: day of the report"
OF_REPORT_MEANING = "Empty where no time is known; “(day of the report)” where the text gives none for its news"
DAY_PARTS = {"TMO": "Morning", "TMI": "Midday", "TAF": "Afternoon", "TEV": "Evening", "TNI": "Night"}
PART = {"actor": "Who", "action": "Does what", "target": "To whom or what", "place": "Where"}
NO_THEME = "No theme"
NO_CLASS = "Another kind"
NO_PUBLISHER = "Not stated"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


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


def day(value: date | pd.Timestamp) -> str:
    """A day in words, in the order of the reader's language.

    >>> day(date(2024, 3, 4))
    '4 March 2024'
    """
    return order().in_words.format(day=value.day, month=MONTHS[value.month - 1], year=value.year)


def month(value: date | pd.Timestamp) -> str:
    """A month in words.

    >>> month(date(2024, 3, 4))
    'March 2024'
    """
    named, year = MONTHS[value.month - 1], value.year
    return f"{year} {named}" if order().is_year_first else f"{named} {year}"


def days(first_day: pd.Timestamp, end_day: pd.Timestamp) -> str:
    """The time from a day to the day before another, as short as its calendar allows.

    >>> days(pd.Timestamp("2024-03-01"), pd.Timestamp("2024-04-01"))
    'March 2024'
    >>> days(pd.Timestamp("2024-01-01"), pd.Timestamp("2025-01-01")), days(pd.NaT, pd.NaT)
    ('2024', '')
    >>> days(pd.Timestamp("2024-03-04"), pd.Timestamp("2024-03-05"))
    '4 March 2024'
    >>> days(pd.Timestamp("2024-03-04"), pd.Timestamp("2024-03-08"))
    '4 to 7 March 2024'
    """
    if pd.isna(first_day) or pd.isna(end_day):
        return ""
    last_day = end_day - pd.Timedelta(days=1)
    if last_day <= first_day:
        return day(first_day)
    if first_day.day == 1 and end_day == first_day + pd.DateOffset(months=1):
        return month(first_day)
    if first_day.day_of_year == 1 and end_day == first_day + pd.DateOffset(years=1):
        return str(first_day.year)
    return period(first_day, last_day)


def when(row: Row) -> str:
    """When a fact happened, in words; a day that is the report's own and not said in it is marked.

    >>> day = {"first_day": pd.Timestamp("2024-03-04"), "end_day": pd.Timestamp("2024-03-05")}
    >>> when(day | {"precision": "day"}), when(day | {"precision": "report"})
    ('4 March 2024', '4 March 2024 (day of the report)')
    """
    found = days(row["first_day"], row["end_day"])
    is_of_report = not is_empty(row["precision"]) and row["precision"] == "report"
    return f"{found} (day of the report)" if found and is_of_report else found


def period(first_day: pd.Timestamp, last_day: pd.Timestamp) -> str:
    """Both days and what lies between them.

    >>> period(pd.Timestamp("2024-01-30"), pd.Timestamp("2024-02-02"))
    '30 January to 2 February 2024'
    """
    if first_day == last_day:
        return day(first_day)
    if first_day.year != last_day.year:
        return f"{day(first_day)} to {day(last_day)}"
    start, end = _in_year(first_day), _in_year(last_day)
    if first_day.month == last_day.month:  # the month stands once: before both days, or after them
        start, end = (start, str(last_day.day)) if start.startswith(MONTHS) else (str(first_day.day), end)
    return _of_year(f"{start} to {end}", last_day.year)


def _in_year(value: pd.Timestamp) -> str:
    return order().in_year.format(day=value.day, month=MONTHS[value.month - 1])


def _of_year(said: str, year: int) -> str:
    """Days of a year with the year, where the order has it."""
    return order().in_words.replace(order().in_year, "{said}").format(said=said, year=year)


def bucket(value: pd.Timestamp, name: str) -> str:
    """A column of the timeline in words.

    >>> bucket(pd.Timestamp("2024-03-01"), "month"), bucket(pd.Timestamp("2024-01-01"), "year")
    ('March 2024', '2024')
    """
    if name == "day":
        return day(value)
    if name == "decade":
        return f"the {value.year}s"
    return str(value.year) if name == "year" else month(value)


def hour(value: str) -> str:
    """An hour or a part of the day in words.

    >>> hour("T09"), hour("TMO")
    ('09:00 to 09:59', 'Morning')
    """
    return DAY_PARTS.get(value) or f"{value[1:]}:00 to {value[1:]}:59"


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
    return f"{day(value)} ({note})" if note else day(value)


def short_months(words: str) -> str:
    """The words with their months in three letters, for a narrow place.

    >>> short_months("15 February 2024"), short_months("May 2024")
    ('15 Feb 2024', 'May 2024')
    """
    return " ".join(word[:3] if word in MONTHS else word for word in words.split(" "))


def calendar(value: str) -> str:
    """A day, a month or a year that is said as in ISO 8601, in words.

    >>> calendar("2024-03-04"), calendar("2024-03"), calendar("2024")
    ('4 March 2024', 'March 2024', '2024')
    """
    return bucket(pd.Timestamp(value), ("year", "month", "day")[value.count("-")])


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
