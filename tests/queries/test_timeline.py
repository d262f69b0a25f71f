"""Facts per day, month and year."""

import pandas as pd
import pytest

from analysis.fields.cut import Cut
from analysis.queries.context import in_context
from analysis.queries.dating import dating
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.lanes import facts_per_lane
from analysis.queries.reported import reported, told
from analysis.queries.rows import fact_rows, n_facts
from analysis.queries.timeline import UNDATED, facts_per_bucket, facts_per_hour
from analysis.queries.windows import ENOUGH_FACTS, Window, default_bucket, windows
from analysis.store import publish
from display import day_words
from display.pictures.over_time import beside, hour_chart, time_chart
from pages.parts.timeline.brush import data_of
from pages.parts.timeline.left_out import left_out
from pages.parts.timeline.reported import each_reported_chart, told_marks
from pages.parts.timeline.single import cut_off, single_chart
from tests.pages import snapshots
from tests.pages.made.names import entity_id

HOURS = {"2024-03-03": "T09:30", "2024-02-19": "TMO", "2024-03-24": "T09:00"}  # by the day of the time that they are of
OF_REPORT = "2024-03-29"


@pytest.fixture(scope="module")
def timed(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """The nine reports; three facts have an hour, and one the day of its report for want of another."""
    frames = snapshots.small_frames()
    facts, timexes = frames["facts"], frames["timexes"]
    for day, hour in HOURS.items():
        facts.loc[facts["first_day"] == day, "precision"] = "time"
        timexes.loc[timexes["value"] == day, ["type", "value"]] = ["TIME", day + hour]
    facts.loc[facts["first_day"] == OF_REPORT, "precision"] = "report"
    return Database(publish(tmp_path_factory.mktemp("timed"), frames, {"model": "by hand"}))


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


def test_facts_are_counted_by_their_hour_and_the_rest_is_left_out(timed: Database):
    hours = facts_per_hour(timed, Selection())
    (without,) = left_out(timed, Selection(), None, is_by_hour=True)

    assert dict(zip(hours["hour"], hours["n_facts"], strict=True)) == {"T09": 2, "TMO": 1}
    assert without.n_rows == n_facts(timed, Selection(), without.cuts) == n_facts(timed, Selection()) - 3
    assert dating(timed, Selection())["n_with_hour"].tolist() == [3]


def test_the_other_hours_stay_in_grey_beside_the_chosen_one(timed: Database):
    selection = Selection.of(hour="T09")

    chart = hour_chart(in_context(facts_per_hour, timed, selection, "hour"))

    assert {mark.label: (bool(mark.lifts), mark.n_rows) for mark in chart.marks} == {
        "09:00 to 09:59: done": (False, 2),
        "Morning: done": (True, 1),
    }
    for mark in chart.marks:
        assert n_facts(timed, mark.within(selection), mark.cuts) == mark.n_rows
    assert chart.table["Hour"].tolist() == ["09:00 to 09:59"]
    assert "The other hours are grey." in chart.takeaway


def test_a_month_that_is_chosen_keeps_the_others_in_grey(database: Database):
    selection = Selection.of(month="2024-03-01 00:00:00")
    window = windows(dating(database, selection))["month"]

    counts = beside(database, selection, window)

    inside = counts.loc[~counts["is_outside"], "bucket"].dt.strftime("%Y-%m").unique().tolist()
    assert inside == ["2024-03"]
    assert "2024-02" in counts.loc[counts["is_outside"], "bucket"].dt.strftime("%Y-%m").tolist()


def test_persons_beside_the_chosen_one_stay_in_grey_lanes(database: Database):
    selection = Selection.of(person=entity_id("Tomas Berg"))
    window = windows(dating(database, Selection()))["year"]

    rows = facts_per_lane(database, selection, window, "person")

    outside = dict(zip(rows["name"], rows["is_outside"], strict=True))
    assert not outside["Tomas Berg"]
    assert outside["Leyla Rahimova"]


def test_one_look_counts_lanes_on_both_sides_of_a_filter(database: Database):
    selection = Selection.of(theme=("mining", "aid")).hiding((Cut("theme", "security"),))
    window = windows(dating(database, Selection()))["year"]

    rows = facts_per_lane(database, selection, window, "theme")

    inside = rows[~rows["is_outside"]]
    assert set(inside["lane"]) == {"mining", "aid"}
    assert rows["is_outside"].is_monotonic_increasing
    assert "security" in set(rows.loc[rows["is_outside"], "lane"])
    assert inside["n_facts"].sum() == facts_per_bucket(database, selection, window)["n_facts"].sum()


def test_the_day_of_the_report_is_marked_where_the_text_gives_none(timed: Database):
    rows = fact_rows(timed, Selection.of(dated=""), (), (0, 300), "when, earliest first")

    chart, pairs = single_chart(rows, ()), each_reported_chart(rows, told(timed, Selection()))

    marked = [when for when in chart.table["When"] if "day of the report" in when]
    assert marked == ["29 March 2024 (day of the report)"]
    assert marked == [when for when in pairs.table["When"] if "day of the report" in when]
    assert [mark.label for mark in chart.marks if "(day of the report)" in mark.label]
    assert "The text gives no time for 1 of them, so it stands on the day of the report." in chart.takeaway


def test_a_long_fact_does_not_squeeze_the_days_that_are_shown(database: Database):
    rows = fact_rows(database, Selection.of(dated=""), (), (0, 300), "when, earliest first")
    rows.loc[0, ["first_day", "end_day"]] = [pd.Timestamp("1980-01-01"), pd.Timestamp("2090-01-01")]

    drawn, n_beyond = cut_off(rows, Window("month", pd.Timestamp("2024-01-01"), pd.Timestamp("2024-07-01")))

    assert n_beyond == 3  # the long one, one of a summer, and one of the next year
    assert drawn["first_day"].min() == pd.Timestamp("2023-11-17")
    assert drawn["end_day"].max() == pd.Timestamp("2024-08-15")
    assert (drawn["end_day"] > drawn["first_day"]).all()


def test_days_are_drawn_as_they_are_where_all_have_room(database: Database):
    rows = fact_rows(database, Selection.of(dated=""), (), (0, 300), "when, earliest first")

    drawn, n_beyond = cut_off(rows, windows(dating(database, Selection()))["month"])

    assert n_beyond == 0
    assert drawn is rows


def test_facts_with_the_day_of_their_report_can_be_opened(timed: Database):
    n_of_report = int(dating(timed, Selection())["n_of_report"].iloc[0])

    mark = told_marks(told(timed, Selection()), n_of_report)[-1]

    assert mark.label == day_words.OF_REPORT
    assert mark.n_rows == n_facts(timed, Selection(), mark.cuts) == 1


@pytest.mark.parametrize(("most", "length"), [(31, "2024-03-04"), (5, "2024-03"), (1, "2024")])
def test_days_of_publication_become_months_or_years_where_they_are_many(
    database: Database, monkeypatch: pytest.MonkeyPatch, most: int, length: str
):
    monkeypatch.setattr("analysis.queries.reported.MOST_PUBLISHED", most)
    window = windows(dating(database, Selection()))["year"]

    counts = reported(database, Selection(), window)

    assert {len(day) for day in counts["published"]} == {len(length)}


@pytest.mark.parametrize("bucket", ["day", "month", "year"])
@pytest.mark.parametrize("selection", [Selection(), Selection.of(theme="mining")], ids=["everything", "mining"])
def test_a_fact_without_a_date_stands_on_the_day_of_its_report_and_opens(
    database: Database, selection: Selection, bucket: str
):
    window = windows(dating(database, selection, on_report=True))[bucket]

    counts = beside(database, selection, window, on_report=True)

    undated = counts[(counts["status"] == UNDATED) & (counts["n_facts"] > 0)]
    assert undated["n_facts"].sum() == dating(database, selection)["n_on_report"].item() > 0
    marks = time_chart(counts, bucket).marks
    for mark in marks:
        assert n_facts(database, mark.within(selection), mark.cuts) == mark.n_rows, mark


def test_columns_and_what_they_leave_out_make_up_everything_with_report_days(database: Database):
    window = windows(dating(database, Selection(), on_report=True))["month"]

    inside = facts_per_bucket(database, Selection(), window, on_report=True)["n_facts"].sum()
    marks = left_out(database, Selection(), window, on_report=True)

    assert inside + sum(mark.n_rows for mark in marks) == n_facts(database, Selection())
    for mark in marks:
        assert n_facts(database, Selection(), mark.cuts) == mark.n_rows, mark


def test_the_brush_counts_what_the_period_will_let_through(database: Database):
    window = windows(dating(database, Selection(), on_report=True))["month"]
    counts = beside(database, Selection(), window, on_report=True)

    told = data_of(counts, "month", counts)["columns"]

    assert (
        sum(n for _, _, n in told) == facts_per_bucket(database, Selection(), window, on_report=True)["n_facts"].sum()
    )
