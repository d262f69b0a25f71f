"""What people write is kept, and the latest word counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import create_engine

from analysis.user_store.records import LISTS, LONGEST_NAME, Judgement, KeptList, View
from analysis.user_store.store import UserStore
from tests.user_store.stores import beside

ONE = Judgement("f1", "actor", "the mayor", True, datetime(2024, 5, 1, 12))


def test_what_is_written_is_there_for_the_next_to_open_it(tmp_path: Path) -> None:
    UserStore(beside(tmp_path)).judge([ONE])

    assert UserStore(beside(tmp_path)).judgements() == [ONE]


def test_the_latest_judgement_of_a_field_counts(tmp_path: Path) -> None:
    written = UserStore(beside(tmp_path))
    written.judge([ONE, replace(ONE, field="place")])

    written.judge([replace(ONE, is_right=False)])

    assert [(one.field, one.is_right) for one in written.judgements()] == [("actor", False), ("place", True)]


NOON = datetime(2024, 5, 1, 12)


def test_views_are_kept_by_name(tmp_path: Path) -> None:
    written = UserStore(beside(tmp_path))
    written.save_view("pledges", "/facts?theme=Mining", 6, NOON)
    written.save_view("Aid", "/?theme=Aid", 3, NOON)

    assert UserStore(beside(tmp_path)).views() == [
        View("Aid", "/?theme=Aid", NOON, 3),
        View("pledges", "/facts?theme=Mining", NOON, 6),
    ]


def test_saving_under_a_name_that_is_there_replaces_the_view(tmp_path: Path) -> None:
    written = UserStore(beside(tmp_path))
    written.save_view("Mine", "/", 17, NOON)

    written.save_view("Mine", "/topics", 17, NOON)

    assert [view.address for view in written.views()] == ["/topics"]


def test_a_view_is_renamed_unless_another_has_the_name(tmp_path: Path) -> None:
    written = UserStore(beside(tmp_path))
    written.save_view("A", "/", 17, NOON)
    written.save_view("B", "/topics", 17, NOON)

    assert not written.rename_view("A", "B")
    assert written.rename_view("A", "A")
    assert written.rename_view("A", "C'; DROP TABLE views; --")
    assert [view.name for view in written.views()] == ["B", "C'; DROP TABLE views; --"]


def test_a_view_is_deleted_and_deleting_it_again_is_no_fault(tmp_path: Path) -> None:
    written = UserStore(beside(tmp_path))
    written.save_view("A", "/", 17, NOON)

    written.delete_view("A")
    written.delete_view("A")

    assert written.views() == []


def test_a_list_of_queries_is_kept_under_an_id_of_its_own(tmp_path: Path) -> None:
    written = UserStore(beside(tmp_path))
    asked = ("mine", '"old\nroad"', "Søk; DROP TABLE lists; --")

    first, again, other = written.keep_list(asked), written.keep_list(asked), written.keep_list(["mine"])

    assert first == again != other
    assert UserStore(beside(tmp_path)).list_of(first) == asked
    assert written.list_of("nowhere") == ()


def test_lists_of_queries_are_told_apart_by_name(tmp_path: Path) -> None:
    written = UserStore(beside(tmp_path))
    long = "x" * LONGEST_NAME
    kept = [
        written.keep_list([str(number)], name) for number, name in enumerate(("mines", "Mines 2", "mines", long, long))
    ]

    names = {one.list_id: one.name for one in written.lists()}

    assert [names[one] for one in kept[:3]] == ["mines", "Mines 2", "mines 2"]
    assert len(set(names.values())) == len(kept)
    assert max(map(len, names.values())) == LONGEST_NAME


def test_a_list_of_queries_that_comes_again_keeps_its_name(tmp_path: Path) -> None:
    written = UserStore(beside(tmp_path))
    first = written.keep_list(["mine"], "mines")

    written.keep_list(["mine"], "the same again")

    assert written.lists() == [KeptList(first, "mines")]


def test_a_list_of_queries_is_renamed_unless_another_has_the_name(tmp_path: Path) -> None:
    written = UserStore(beside(tmp_path))
    mines, _ = written.keep_list(["mine"], "mines"), written.keep_list(["road"], "roads")

    assert not written.rename_list(mines, "roads")
    assert written.rename_list(mines, "mines")
    assert written.rename_list(mines, "C'; DROP TABLE lists; --")
    assert [one.name for one in written.lists()] == ["C'; DROP TABLE lists; --", "roads"]
    assert written.list_of(mines) == ("mine",)


def test_a_deleted_list_of_queries_is_gone_with_its_name(tmp_path: Path) -> None:
    written = UserStore(beside(tmp_path))
    gone, kept = written.keep_list(["mine"], "mines"), written.keep_list(["road"], "roads")

    written.delete_list(gone)
    written.delete_list(gone)

    assert written.list_of(gone) == ()
    assert written.rename_list(gone, "ghost")
    assert written.lists() == [KeptList(kept, "roads")]
    assert written.rename_list(kept, "mines")


def test_a_list_that_an_older_version_kept_can_be_named_and_deleted(tmp_path: Path) -> None:
    engine = create_engine(beside(tmp_path))
    LISTS.create(engine)
    with engine.begin() as connection:
        connection.execute(LISTS.insert().values(list_id="abc", queries='["mine"]'))
    written = UserStore(beside(tmp_path))

    assert written.lists() == [KeptList("abc", "List abc")]
    assert written.rename_list("abc", "mines")
    assert written.lists() == [KeptList("abc", "mines")]
    written.delete_list("abc")
    assert written.lists() == []
