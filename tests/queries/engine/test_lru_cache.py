"""What is kept between questions is what would be answered anew."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from time import sleep

import numpy as np

from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.lru_cache import LruCache
from analysis.queries.engine.selection import Selection
from analysis.queries.overview import facts_by_theme
from analysis.queries.rows import n_facts
from analysis.row_sets import bitmap, frozen, thawed


def test_the_oldest_answers_go_first_when_there_are_too_many_bytes() -> None:
    memory = LruCache[bytes](16, len)
    for key in "abc":
        memory.get(key, lambda: b"123456"[:2])
    for key in "defghijk":
        memory.get(key, lambda: b"12")

    assert memory.get("a", lambda: b"new") == b"new"
    assert memory.get("k", lambda: b"new") == b"12"


def test_an_answer_too_large_is_not_kept() -> None:
    memory = LruCache[bytes](16, len)
    memory.get("a", lambda: b"12345678")

    assert memory.get("a", lambda: b"new") == b"new"


def test_a_bit_is_set_for_each_row_and_one_behind_the_last_is_there() -> None:
    bits = np.unpackbits(np.frombuffer(bitmap(np.array([0, 9]), 10), np.uint8))

    assert np.flatnonzero(bits).tolist() == [0, 9]
    assert len(bits) > 10


def test_parameters_come_back_from_their_key() -> None:
    assert thawed(frozen({"b": ["x"], "a": 1})) == {"a": 1, "b": ["x"]}


def test_what_a_page_does_with_an_answer_does_not_change_the_next(database: Database) -> None:
    first = facts_by_theme(database, Selection())
    first.loc[:, "n_facts"] = -1

    assert (facts_by_theme(database, Selection())["n_facts"] > 0).all()


def test_a_costly_condition_lets_the_same_facts_through_as_its_question(database: Database) -> None:
    selection = Selection.of(term="copper mine")
    condition = facts_where(selection)
    asked = (
        "SELECT count(*) FROM facts f SEMI JOIN (FROM term_occurrences WHERE term = 'copper mine') USING (sentence_id)"
    )

    assert n_facts(database, selection) == database.number(asked) > 0
    assert "get_bit" in condition.sql


def test_two_that_ask_at_once_find_it_once() -> None:
    memory = LruCache[bytes](160, len)
    asked: list[int] = []
    both = Barrier(2)

    def answer() -> bytes:
        asked.append(1)
        sleep(0.05)
        return b"found"

    def ask(_: int) -> bytes:
        both.wait()
        return memory.get("key", answer)

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(ask, range(2))) == [b"found", b"found"]
    assert len(asked) == 1


def test_who_waits_for_one_that_fails_finds_it_alone() -> None:
    memory = LruCache[bytes](160, len)
    is_asked, may_fail = Event(), Event()

    def fail() -> bytes:
        is_asked.set()
        may_fail.wait()
        raise KeyError

    with ThreadPoolExecutor(2) as pool:
        failing = pool.submit(memory.get, "key", fail)
        is_asked.wait()
        waiting = pool.submit(memory.get, "key", lambda: b"found")
        may_fail.set()
        assert waiting.result() == b"found"
    assert isinstance(failing.exception(), KeyError)
