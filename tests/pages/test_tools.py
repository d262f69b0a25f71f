"""What stands above a chart: its list, its table, its files."""

from __future__ import annotations

import base64
import json

import pytest

from tests.pages.conftest import Open, html, tools, use


def test_what_is_open_is_closed_again(visit: Open):
    app = visit(**{"open-theme": "Mining"})
    assert tools(app, "theme")["open"] == "Mining"

    use(app, "theme", "open", "")

    assert tools(app, "theme")["open"] is None
    assert "open-theme" not in app.query_params
    assert 'class="d-count">Mining' not in html(app)


@pytest.mark.parametrize(("what", "words"), [("open", "Alchemy"), ("view", "Picture"), ("file", "EXE file")])
def test_what_the_chart_does_not_have_changes_nothing(visit: Open, what: str, words: str):
    app = visit()
    before = tools(app, "theme")

    use(app, "theme", what, words)

    assert tools(app, "theme") == before
    assert not app.exception


def test_the_table_takes_the_place_of_the_chart_and_has_no_picture(visit: Open):
    app = use(visit(), "theme", "view", "Table")

    assert tools(app, "theme")["view"] == "Table"
    assert tools(app, "theme")["files"] == ["CSV table", "Parquet table"]
    assert app.dataframe[0].value["Theme"].tolist()
    assert app.query_params["as-theme"] == "Table"


def test_a_file_is_given_once(visit: Open):
    app = use(visit(), "theme", "file", "CSV table")
    given = tools(app, "theme")["given"]

    app.run()

    assert given["file"] == "claims-by-theme.csv"
    assert "Mining" in base64.b64decode(given["bytes"]).decode("utf-8-sig")
    assert tools(app, "theme")["given"] is None


def test_days_without_a_sentence_are_in_the_picture_but_not_in_the_list(visit: Open):
    app = visit("explore/search", q="embassy")

    days = json.loads(app.get("plotly_chart")[0].proto.spec)["data"][0]["y"]
    listed = [number for _, number in tools(app, "found-time")["marks"]]

    assert 0 in days
    assert listed == [number for number in days if number]
