"""Lists of queries that are too long for a link: kept, opened by name, renamed and deleted."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.user_store.store import UserStore
from tests.pages.conftest import Open

PAGE = "explore/search"


def test_a_long_list_of_queries_is_kept_for_its_link(visit: Open):
    app = visit(PAGE, list="old")
    asked = [f"mine OR word{number:04}" for number in range(500)]

    app.file_uploader(key="queries-file-0").upload("list.txt", "\n".join(asked).encode()).run()

    assert list(app.query_params) == ["kept-list"]
    again = visit(PAGE, kept_list=app.query_params["kept-list"])
    assert again.dataframe[-1].value["Query"].tolist() == asked


LONG = "\n".join(f"mine OR word{number:04}" for number in range(500)).encode()


def names(app: AppTest) -> list[str]:
    """The names of the lists to choose from; each has the day on which it was kept."""
    shown = [option.rpartition(" - ") for option in app.selectbox(key="kept-list").options]
    assert all(re.fullmatch(r"\d+ [A-Z][a-z]+ \d{4}", day) for _, _, day in shown)
    return [name for name, _, _ in shown]


def kept(visit: Open, name: str = "Mines <b> *x*.txt", more: bytes = b"") -> AppTest:
    """The page with a list that is too long for a link, from a file of this name."""
    return visit(PAGE).file_uploader(key="queries-file-0").upload(name, LONG + more).run()


def test_a_list_that_is_kept_has_the_name_of_its_file_and_can_be_opened_by_it(visit: Open):
    asked = kept(visit).query_params["kept-list"]

    app = visit(PAGE, list="school")
    assert names(app) == ["Mines <b> *x*"]
    app.selectbox(key="kept-list").select(asked).run()

    assert dict(app.query_params) == {"kept-list": asked}
    assert len(app.dataframe[-1].value) == 500


def test_without_a_list_that_is_kept_there_is_none_to_choose(visit: Open):
    app = visit(PAGE, list="school")

    assert "kept-list" not in [box.key for box in app.selectbox]


def test_a_kept_list_is_renamed(visit: Open):
    app = kept(visit)
    key = app.query_params["kept-list"]

    app.text_input(key=f"list-name-{key}").set_value("  Quarries\t& roads ")
    app.button(key="rename-list").click().run()

    assert [toast.value for toast in app.toast] == [r"Renamed: Quarries \& roads"]
    assert names(app) == ["Quarries & roads"]
    assert app.query_params["kept-list"] == key


@pytest.mark.parametrize(("name", "said"), [("roads", "There is already a list called roads."), (" ", "Write a name.")])
def test_a_name_that_will_not_do_changes_nothing(visit: Open, name: str, said: str):
    kept(visit, "roads.txt", b"\nroad")
    app = kept(visit, "mines.txt")

    app.text_input(key=f"list-name-{app.query_params['kept-list']}").set_value(name)
    app.button(key="rename-list").click().run()

    assert [toast.value for toast in app.toast] == [said]
    assert names(app) == ["mines", "roads"]


def test_a_kept_list_is_deleted(visit: Open):
    app = kept(visit)
    link = app.query_params["kept-list"]
    assert app.button(key="delete-list").label == r"Delete Mines \<b\> \*x\*"

    app.button(key="delete-list").click().run()

    assert not app.exception
    assert not app.dataframe
    assert "kept-list" not in app.query_params
    assert "Choose the file again" in visit(PAGE, kept_list=link).warning[0].value


def test_a_list_that_is_no_longer_kept_says_so(visit: Open):
    app = visit(PAGE, kept_list="nowhere")

    assert "Choose the file again" in app.warning[0].value


def test_a_deleted_list_is_brought_back(visit: Open):
    app = kept(visit)
    link = app.query_params["kept-list"]
    app.button(key="delete-list").click().run()

    app.button(key="undo-list").click().run()

    assert names(app) == ["Mines <b> *x*"]
    assert app.query_params["kept-list"] == link
    assert "undo-list" not in [button.key for button in app.button]


def test_more_than_fifty_lists_are_searched(visit: Open, tmp_path: Path):
    app = visit(PAGE, list="school")
    store = UserStore(f"sqlite:///{tmp_path / 'written.db'}")
    for number in range(60):
        store.keep_list([f"mine {number}"], f"list {number:02}", datetime(2024, 3, 4))

    app.run()
    assert len(names(app)) == 50
    app.text_input(key="list-search").set_value("LIST 5").run()
    assert names(app) == [f"list {number}" for number in range(50, 60)]
