"""Every page: complete, filtered, empty, and with text that means no good."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.queries.disputed import DISPUTED
from pages.parts.frame import NOTHING
from pages.parts.overview import news
from tests.pages.conftest import Open, chips, html, tools, use
from tests.pages.made.names import HOSTILE_NAME, HOSTILE_PUBLISHER, HOSTILE_TITLE
from tests.pages.snapshots import small_frames

PAGES = {
    "explore/overview": "What is in here?",
    "explore/topics": "Which words mark out each theme?",
    "explore/timeline": "When is it said to have happened?",
    "explore/people": "Who does what to whom, and who says so?",
    "explore/facts": "What is claimed, by whom, and how sure is it?",
    "explore/search": "Which sentences have these words?",
    "read/report": "What does this report say, and where?",
    "corpus/share": "How do you hand this view on?",
}
each_page = pytest.mark.parametrize("page", PAGES)


@each_page
def test_a_page_says_what_it_answers_and_has_something_to_show(visit: Open, page: str):
    app = visit(page)

    assert not app.exception
    assert not app.error
    assert PAGES[page] in html(app)
    assert not app.info


@each_page
def test_every_page_is_in_the_menu(visit: Open, page: str):
    menu = html(visit(page, theme="Mining"))
    name = "" if page == "explore/overview" else page.split("/")[1]

    assert f'href="./{name}?theme=Mining"' in menu
    assert re.findall(r'href="\./(\w*)[^>]*aria-current="page"', menu) == [name]


@each_page
def test_the_filters_hold_on_every_page(visit: Open, page: str):
    app = visit(page, theme="Mining", status=["Done", "Planned"], place="Herat", words="contract", not_theme="Aid")

    assert not app.exception
    assert chips(app) == ["Herat", "Done", "Planned", "Mining", "Words: contract", "not Aid"]
    assert "Showing 1 of 17 claims:" in html(app)


@each_page
def test_an_empty_selection_says_so_and_what_to_do(visit: Open, page: str):
    app = visit(page, theme="Aid", words="no such words anywhere")

    assert not app.exception
    assert "take" in app.info[0].value.lower()


@each_page
def test_a_report_that_says_nothing_is_no_mistake(visit: Open, blank: Path, page: str):
    app = visit(page, blank)

    assert not app.exception
    assert not app.error


@pytest.mark.parametrize("page", ["explore/timeline", "explore/facts"])
def test_nobody_is_asked_to_take_a_filter_away_where_none_is_set(visit: Open, blank: Path, page: str):
    app = visit(page, blank)

    assert [info.value for info in app.info] == [NOTHING]


@each_page
@pytest.mark.parametrize(
    "address", [{"theme": "No such theme"}, {"period": "soon"}, {"person": "Nobody"}, {"page": "-7"}]
)
def test_an_address_with_values_that_no_longer_exist_still_opens(visit: Open, page: str, address):
    app = visit(page, **address)

    assert not app.exception
    assert not app.info


@each_page
def test_words_of_a_report_are_never_markdown_or_html(visit: Open, page: str):
    app = visit(page, publisher=HOSTILE_PUBLISHER, doc="doc08")

    assert not app.exception
    shown = html(app)
    assert "<script" not in shown
    assert "<img" not in shown
    assert "<b>" not in shown
    for kind in ("markdown", "header", "subheader", "title", "caption", "metric", "success", "warning", "info"):
        for element in app.get(kind):
            said = f"{getattr(element, 'label', '')} {getattr(element, 'value', '')}"
            assert "script" not in said
            assert "onerror" not in said
            assert "<b>" not in said


def test_taking_a_chip_away_takes_the_filter_away(visit: Open):
    app = visit(theme=["Mining", "Aid"])

    app.button(key="only-chip-1").click().run()

    assert chips(app) == ["Aid"]
    assert dict(app.query_params) == {"theme": "Aid"}


def test_taking_away_what_is_hidden_shows_it_again(visit: Open):
    app = visit(not_theme=["Mining", "Aid"])

    app.button(key="not-chip-0").click().run()

    assert chips(app) == ["not Mining"]


def test_one_click_takes_all_filters_away(visit: Open):
    app = visit(theme="Mining", status="Done", words="mine", place="Herat", not_publisher="Northern Wire")

    app.button(key="show-everything").click().run()

    assert chips(app) == []
    assert not dict(app.query_params)


def test_what_is_open_can_be_shown_alone_or_hidden(visit: Open):
    app = visit(open_theme="Mining")

    app.button(key="only-theme").click().run()
    assert chips(app) == ["Mining"]

    app.button(key="hide-theme").click().run()
    assert chips(app) == ["not Mining"]


def test_what_several_conditions_let_through_together_can_be_hidden(visit: Open):
    app = visit("explore/timeline", open_time="March 2024: planned")

    app.button(key="hide-time").click().run()

    assert chips(app) == ["not Begins in March 2024 and Planned"]
    again = visit(hide=app.query_params["hide"])
    assert chips(again) == chips(app)
    assert "Showing 16 of 17 claims:" in html(again)


def test_filters_that_the_reports_do_not_have_are_left_out_and_said(visit: Open):
    app = visit(theme=["Mining", "Alchemy"], person="Nobody <b>Known</b>")

    assert chips(app) == ["Mining"]
    assert "<li>Theme: Alchemy</li>" in html(app)
    assert "Nobody &lt;b&gt;Known&lt;/b&gt;" in html(app)


def test_opening_a_mark_shows_its_sentences_and_their_number(visit: Open):
    app = visit()

    use(app, "theme", "open", "Mining")

    assert "Mining: 6 claims" in html(app)
    assert html(app.get_by_key("evidence-theme")).count('class="d-card"') == 6


def test_facts_without_a_day_stand_on_that_of_their_report_and_one_click_takes_them_away(visit: Open):
    app = visit("explore/timeline")

    assert "4 claims without a day stand on the day of their report, in grey." in tools(app, "time")["takeaway"]
    assert "Without a date" not in str([one.proto for one in app.get("button_group")])
    app.toggle(key="report-days").set_value(False).run()

    assert app.query_params["report-days"] == "no"
    assert "grey" not in tools(app, "time")["takeaway"]
    assert "Without a date: 4" in str([one.proto for one in app.get("button_group")])


def test_inputs_that_could_not_be_read_are_listed(visit: Open):
    app = visit()

    assert "2 inputs of the folder could not be read" in html(app)
    listed = app.dataframe[-1].value
    assert listed["Input"].tolist() == ["empty.txt", "pictures/<b>map</b>.txt"]


def test_a_person_can_be_looked_at_and_filtered_by(visit: Open):
    app = visit("explore/people", profile_of="Leyla Rahimova")

    assert "ambassador" in html(app)
    forms = next(frame.value for frame in app.dataframe if "Spelling" in frame.value)
    assert "Leila Rahimova" in forms["Spelling"].tolist()
    next(button for button in app.button if button.label == "Only this").click().run()

    assert chips(app) == ["Leyla Rahimova"]


def test_facts_are_sorted_by_the_chosen_column(visit: Open):
    app = visit("explore/facts", shown="table", sort="who")

    actors = app.dataframe[0].value["Who"].dropna().str.lower().tolist()

    assert actors == sorted(actors)


def test_a_fact_of_the_ledger_opens_its_record(visit: Open):
    app = visit("explore/facts", shown="table", words="forty teachers")

    next(box for box in app.selectbox if box.label == "Show the record of").select_index(0).run()

    shown = html(app)
    assert "1 June to 31 August 2024" in shown
    assert "“this summer”" in shown
    assert "subject, verb, object" in shown


def test_hostile_names_are_shown_as_they_stand(visit: Open):
    app = visit("explore/people", look="names")

    assert HOSTILE_NAME in [words for words, _ in tools(app, "named")["marks"]]


def test_a_hostile_headline_is_shown_as_text(visit: Open):
    app = visit("read/report")
    app.query_params["doc"] = "doc08"
    app.run()

    assert HOSTILE_TITLE.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;") in html(app)


def test_many_possible_disagreements_have_pages(visit: Open, monkeypatch: pytest.MonkeyPatch):
    facts = small_frames()["facts"].drop_duplicates("status").set_index("status")["fact_id"]
    pair = {"said_id": facts["done"], "other_id": facts["denied"], "differs": "status"}
    pair = DISPUTED.from_rows([pair | {"said_figure": None, "other_figure": None}])
    monkeypatch.setattr(news, "disputed", lambda *_: (pair, 3 * news.PAIRS_A_PAGE))

    app = visit(page_disputed="2")

    assert not app.exception
    assert f"{3 * news.PAIRS_A_PAGE} possible disagreements" in html(app)


def test_what_is_pledged_is_told_apart_from_other_plans(visit: Open):
    app = visit("explore/facts", plan="Pledged")
    pledged = small_frames()["facts"].query("plan == 'pledged'")

    assert len(pledged)
    assert chips(app) == ["Pledged"]
    assert f"Showing {len(pledged)} of 17 claims:" in html(app)
    record = html(visit("explore/facts", fact=pledged["fact_id"].iloc[0], value="Status"))
    assert "somebody gave his word" in record
