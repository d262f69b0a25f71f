"""Facts per day, month and year."""

import pytest

from analysis.queries.database import Database
from analysis.queries.selection import Selection
from analysis.queries.timeline import buckets_that_fit, dating, facts_per_bucket


def test_a_month_nobody_mentions_counts_zero(database: Database):
    counts = facts_per_bucket(database, Selection(statuses=("planned",)), "month")

    by_month = counts.set_index(counts["bucket"].dt.strftime("%Y-%m"))["n_facts"].to_dict()

    assert by_month == {"2024-03": 1, "2024-04": 0, "2024-05": 1, "2024-06": 1}


def test_every_status_has_every_month(database: Database):
    counts = facts_per_bucket(database, Selection(), "month")

    assert len(counts) == counts["bucket"].nunique() * counts["status"].nunique()


def test_a_week_counts_in_the_month_in_which_it_begins(database: Database):
    counts = facts_per_bucket(database, Selection(themes=("aid",), statuses=("done",)), "month")

    assert counts["bucket"].dt.strftime("%Y-%m-%d").tolist() == ["2024-03-01"]


def test_a_season_is_longer_than_a_month_and_fits_a_year(database: Database):
    row = dating(database, Selection(words="forty")).iloc[0]

    assert (row["n_longer_than_day"], row["n_longer_than_month"], row["n_longer_than_year"]) == (1, 1, 0)


@pytest.mark.parametrize(
    ("last", "expected"),
    [("2024-03-01", ("day", "month", "year")), ("2030-01-01", ("month", "year")), ("2090-01-01", ("year",))],
    ids=["a few months", "a few years", "a lifetime"],
)
def test_a_chart_never_has_too_many_columns(database: Database, last, expected):
    days = dating(database, Selection())
    days["first_day"], days["last_day"] = "2024-01-01", last
    days = days.astype({"first_day": "datetime64[s]", "last_day": "datetime64[s]"})

    assert buckets_that_fit(days) == expected


def test_nothing_dated_gives_no_columns(blank: Database):
    assert buckets_that_fit(dating(blank, Selection())) == ()
    assert facts_per_bucket(blank, Selection(), "month").empty
