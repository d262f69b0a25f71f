"""What somebody saved is theirs to change, and there is an end to how much."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from analysis.user_store import kept_by
from analysis.user_store.database import NotKept
from analysis.user_store.kept_by import Writer
from analysis.user_store.records import Judgement
from analysis.user_store.store import UserStore
from tests.user_store.stores import beside

NOON = datetime(2024, 5, 1, 12)
ANN, JOE = Writer("ann@a.example", False), Writer("joe@a.example", False)
OWNER = Writer("boss@a.example", True)


@pytest.fixture
def written(tmp_path: Path) -> UserStore:
    """A store with a view and a list of ann's."""
    written = UserStore(beside(tmp_path))
    written.save_view("Mines", "/", 1, NOON, ANN)
    written.keep_list(["mine"], "mines", NOON, ANN)
    return written


CHANGES: dict[str, Callable[[UserStore, Writer], object]] = {
    "replace a view": lambda written, by: written.save_view("Mines", "/facts", 1, NOON, by),
    "rename a view": lambda written, by: written.rename_view("Mines", "Pits", by),
    "delete a view": lambda written, by: written.delete_view("Mines", by),
    "rename a list": lambda written, by: written.rename_list(written.lists()[0].list_id, "pits", by),
    "delete a list": lambda written, by: written.delete_list(written.lists()[0].list_id, by),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_somebody_saved_is_for_them_and_the_owners(
    written: UserStore, change: Callable[[UserStore, Writer], object]
) -> None:
    before = (written.views(), written.lists())
    for stranger in (JOE, Writer("", False)):
        with pytest.raises(NotKept, match=r"^somebody else saved it$"):
            change(written, stranger)
    assert (written.views(), written.lists()) == before

    change(written, ANN)
    assert (written.views(), written.lists()) != before


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_an_owner_changes_what_others_saved(written: UserStore, change: Callable[[UserStore, Writer], object]) -> None:
    before = (written.views(), written.lists())

    change(written, OWNER)

    assert (written.views(), written.lists()) != before


def test_a_view_and_a_list_say_who_kept_them_also_under_a_new_name(written: UserStore) -> None:
    written.rename_view("Mines", "Pits", ANN)
    written.rename_list(written.lists()[0].list_id, "pits", ANN)

    assert [(view.name, view.person) for view in written.views()] == [("Pits", "ann@a.example")]
    assert [(one.name, one.person, one.kept_at) for one in written.lists()] == [("pits", "ann@a.example", NOON)]


def test_what_was_deleted_is_brought_back_as_it_was(written: UserStore) -> None:
    views, lists, queries = written.views(), written.lists(), written.list_of(written.lists()[0].list_id)
    view, kept = written.delete_view("Mines", ANN), written.delete_list(lists[0].list_id, ANN)
    assert view
    assert kept

    written.bring_back_view(view)
    written.bring_back_list(kept)

    assert (written.views(), written.lists(), written.list_of(lists[0].list_id)) == (views, lists, queries)


def test_a_name_that_was_taken_meanwhile_stays_with_whom_took_it(written: UserStore) -> None:
    view, kept = written.delete_view("Mines"), written.delete_list(written.lists()[0].list_id)
    assert view
    assert kept
    written.save_view("Mines", "/facts", 2, NOON, JOE)
    written.keep_list(["other"], "mines", NOON, JOE)

    with pytest.raises(NotKept, match="another view has its name now"):
        written.bring_back_view(view)
    with pytest.raises(NotKept, match="another list has its name now"):
        written.bring_back_list(kept)


def test_one_person_may_keep_so_much_and_all_together_so_much(
    written: UserStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_by, "MOST_EACH", dict.fromkeys(kept_by.MOST_EACH, 2))
    monkeypatch.setattr(kept_by, "MOST_IN_ALL", dict.fromkeys(kept_by.MOST_IN_ALL, 3))

    def save(number: int, by: Writer) -> None:
        written.save_view(f"View {number}", "/", 1, NOON, by)
        written.keep_list([str(number)], f"list {number}", NOON, by)
        written.judge([Judgement(f"f{number}", "actor", "x", True, NOON)], by)

    save(1, ANN)
    with pytest.raises(NotKept, match=r"^you have 2 views already, delete some first$"):
        save(2, ANN)
    with pytest.raises(NotKept, match=r"^you have 2 lists already"):
        written.keep_list(["2"], "list 2", NOON, ANN)
    save(2, JOE)
    with pytest.raises(NotKept, match=r"^there are 3 views already, delete some first$"):
        save(3, JOE)
    with pytest.raises(NotKept, match=r"^there are 3 lists already"):
        written.keep_list(["3"], "list 3", NOON, Writer())
    written.judge([Judgement("f3", "actor", "x", True, NOON)], JOE)
    with pytest.raises(NotKept, match=r"^there are 3 checks already"):
        written.judge([Judgement("f4", "actor", "x", True, NOON)], OWNER)
    written.judge([Judgement("f3", "actor", "x", False, NOON)], JOE)  # an old one may be changed
    written.save_view("View 1", "/facts", 1, NOON, ANN)


def test_an_address_that_is_too_long_is_not_kept(written: UserStore) -> None:
    with pytest.raises(NotKept, match="too many filters"):
        written.save_view("Long", "/" + "x" * 60_000, 1, NOON, ANN)


def test_a_store_of_an_older_version_is_opened(tmp_path: Path) -> None:
    written = UserStore(beside(tmp_path))
    written.save_view("Old", "/", 1, NOON)
    with written._store.writing() as connection:
        connection.exec_driver_sql("DROP TABLE kept_by")

    again = UserStore(beside(tmp_path))

    assert [(view.name, view.person) for view in again.views()] == [("Old", "")]
    assert again.set_aside is None
    with pytest.raises(NotKept):
        again.delete_view("Old", ANN)
