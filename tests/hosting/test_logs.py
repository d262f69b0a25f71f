"""The log is a line of JSON for each event: a fault has an id that the page says as well, and no text of reports."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
import warnings
from collections.abc import Callable, Iterator

import pytest
import streamlit.logger
from streamlit.config import get_option

from hosting.logs import Lines, error_id, log, of_the_loop, start_logs

TEXT = "words of a report"


@pytest.fixture
def restored() -> Iterator[None]:
    """The log as it was before."""
    known = [one for one in logging.root.manager.loggerDict.values() if isinstance(one, logging.Logger)]
    before = [(logger, logger.propagate, logger.handlers) for logger in known]
    hooks = streamlit.logger.setup_formatter, warnings.showwarning, threading.excepthook, logging.raiseExceptions
    yield
    streamlit.logger.setup_formatter, warnings.showwarning, threading.excepthook, logging.raiseExceptions = hooks
    logging.root.handlers = [one for one in logging.root.handlers if not isinstance(one.formatter, Lines)]
    for logger, propagate, handlers in before:
        logger.propagate, logger.handlers = propagate, handlers


def fault() -> Exception:
    """One that was raised while another was handled, both with a text in them."""
    try:
        try:
            raise KeyError(TEXT)
        except KeyError as cause:
            raise ValueError(TEXT) from cause
    except ValueError as found:
        return found


def of_streamlit(found: Exception) -> None:
    streamlit.logger.get_logger("streamlit.a_module_that_comes_later").error("Uncaught app execution", exc_info=found)


def of_uvicorn(found: Exception) -> None:
    logging.getLogger("uvicorn.error").error("Exception in ASGI application\n%s", found, exc_info=found)


def of_a_thread(found: Exception) -> None:
    def fails() -> None:
        raise found

    thread = threading.Thread(target=fails)
    thread.start()
    thread.join()


def of_a_task(found: Exception) -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(of_the_loop)
        loop.call_exception_handler({"message": f"Task exception {found!r}", "exception": found})

    thread = threading.Thread(target=lambda: asyncio.run(main()))
    thread.start()
    thread.join()


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("said", [of_streamlit, of_uvicorn, of_a_thread, of_a_task])
def test_a_fault_is_a_line_with_an_id_and_its_place(
    said: Callable[[Exception], None], capfd: pytest.CaptureFixture[str]
) -> None:
    start_logs()
    found = fault()

    said(found)

    (line,) = capfd.readouterr().err.splitlines()
    event = json.loads(line)
    assert TEXT not in line
    assert event["error"] == error_id(found)
    assert (event["level"], event["fault"]) == ("error", "ValueError")
    assert event["trace"][-1] == "ValueError"
    assert "KeyError" in event["trace"]
    assert any(frame.startswith("tests/hosting/test_logs.py:") for frame in event["trace"])


@pytest.mark.usefixtures("restored")
def test_of_what_others_say_numbers_are_kept_and_words_are_not(capfd: pytest.CaptureFixture[str]) -> None:
    start_logs()

    logging.getLogger("duckdb").warning("%d rows of %s\n%s", 3, TEXT, TEXT)
    warnings.warn(TEXT, stacklevel=1)
    log("published", snapshot="snapshot-1", rows=7)

    others, warned, ours = map(json.loads, capfd.readouterr().err.splitlines())
    assert others["event"] == "3 rows of …"
    assert (warned["event"], warned["kind"]) == ("a warning", "UserWarning")
    assert (ours["event"], ours["snapshot"], ours["rows"]) == ("published", "snapshot-1", 7)
    assert {"at", "level", "logger"} <= ours.keys()


def test_streamlit_prints_no_traceback_of_its_own() -> None:
    assert get_option("logger.enableRich") is False
