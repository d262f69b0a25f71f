"""Whoever meets a fault is told its id, and nothing of the fault itself."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from hosting.logs import error_id


def _page() -> None:
    from hosting.broken import say_broken

    fault = RuntimeError("words of a report")
    fault.dossier_error = "0123abcd"  # type: ignore[attr-defined]  # as the log has given it
    say_broken(fault)


def test_a_page_that_breaks_says_the_id_of_the_log() -> None:
    app = AppTest.from_function(_page).run()

    (said,) = app.error
    assert said.value.startswith("Something broke. The log of the server has it as error 0123abcd.")
    assert not app.exception


def test_every_fault_has_an_id_of_its_own() -> None:
    faults = [RuntimeError("words"), RuntimeError("words")]

    assert error_id(faults[0]) == error_id(faults[0]) != error_id(faults[1])
