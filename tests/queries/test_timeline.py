"""Facts per day, month and year."""

import pandas as pd
import pytest

from analysis.queries.database import Database
from analysis.queries.dating import dating
from analysis.queries.selection import Selection
from analysis.queries.timeline import facts_per_bucket
from analysis.queries.windows import ENOUGH_FACTS, default_bucket, windows


def per_month(database: Database, selection: Selection) -> pd.DataFrame:
    return facts_per_bucket(database, selection, windows(dating(database, selection))["month"])


def test_a_month_nobody_mentions_counts_zero(database: Database):
    counts = per_month(database, Selection.of(status=("planned",)))

    by_month = counts.set_index(counts["bucket"].dt.strftime("%Y-%m"))["n_facts"].to_dict()

    assert by_month == {"2024-03": 1, "2024-04": 0, "2024-05": 1, "2024-06": 1}


def test_every_status_has_every_month(database: Database):
    counts = per_month(database, Selection())

    assert len(counts) == counts["bucket"].nunique() * counts["status"].nunique()


def test_a_week_counts_in_the_month_in_which_it_begins(database: Database):
    counts = per_month(database, Selection.of(theme=("aid",), status=("done",)))

    assert counts["bucket"].dt.strftime("%Y-%m-%d").tolist() == ["2024-03-01"]


def test_a_season_is_longer_than_a_month_and_fits_a_year(database: Database):
    row = dating(database, Selection.of(words="forty")).iloc[0]

    assert (row["n_longer_than_day"], row["n_longer_than_month"], row["n_longer_than_year"]) == (1, 1, 0)


def days(first: str, last: str, middle: tuple[str, str], n_facts: int) -> pd.DataFrame:
    row = dict.fromkeys(("n_undated", "n_longer_than_day", "n_longer_than_month", "n_longer_than_year"), 0)
    row |= {"n_facts": n_facts, "first_day": first, "last_day": last}
    frame = pd.DataFrame([row | dict(zip(("middle_first_day", "middle_last_day"), middle, strict=True))])
    return frame.astype({name: "datetime64[s]" for name in frame if str(name).endswith("_day") and name[0] in "flm"})


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("2024-03-01", ["day", "month", "year", "decade"]),
        ("2030-01-01", ["month", "year", "decade"]),
        ("2090-01-01", ["year", "decade"]),
        ("5024-01-01", ["decade"]),
    ],
    ids=["a few months", "a few years", "a lifetime", "an age"],
)
def test_a_chart_never_has_too_many_columns(last: str, expected: list[str]):
    assert list(windows(days("2024-01-01", last, ("2024-01-01", last), 5))) == expected


def test_a_few_far_days_do_not_squeeze_the_others():
    shown = windows(days("1066-10-14", "2090-01-01", ("2023-02-03", "2024-05-06"), ENOUGH_FACTS))["month"]

    assert [str(day.date()) for day in (shown.start, shown.end)] == ["2023-02-01", "2024-06-01"]


def test_a_handful_of_facts_is_shown_whole_however_far_apart():
    shown = windows(days("1990-01-01", "2024-05-06", ("2023-02-03", "2024-05-06"), ENOUGH_FACTS - 1))["year"]

    assert [day.year for day in (shown.start, shown.end)] == [1990, 2025]


@pytest.mark.parametrize(
    ("last", "expected"),
    [("2024-03-20", "day"), ("2024-09-01", "month"), ("2060-01-01", "year"), ("2190-01-01", "decade")],
)
def test_the_columns_are_as_short_as_fits(last: str, expected: str):
    assert default_bucket(windows(days("2024-01-01", last, ("2024-01-01", last), 5))) == expected


def test_a_period_is_shown_from_its_first_to_its_last_day():
    facts = days("2020-01-01", "2030-12-31", ("2020-01-01", "2030-12-31"), 5)

    shown = windows(facts, "2024-03-05..2024-03-07")["day"]

    assert [str(day.date()) for day in (shown.start, shown.end)] == ["2024-03-05", "2024-03-08"]


def test_nothing_dated_gives_no_columns(blank: Database):
    assert windows(dating(blank, Selection())) == {}
