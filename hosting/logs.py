"""The log of the server: a line of JSON for each event, with an id for each fault and no text of reports.

What an exception says may have words of a report, so a line has its type and where it was raised, not its message. Of
what other packages say, the words of their source are kept and the numbers put into them; what else they put in is not.
"""

from __future__ import annotations

import json
import logging
import threading
import traceback
import warnings
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

import streamlit.logger

LOG = logging.getLogger("dossier")
FIELDS = "fields"  # the attribute of a record that holds what an event of our own says beside its words
ID = "dossier_error"  # the attribute of an exception that holds its id
MOST_FRAMES = 40
LONGEST = 200  # characters of the words of an event
HIDDEN = "…"


def log(event: str, fault: BaseException | None = None, level: int = logging.INFO, **fields: Any) -> None:
    """Write an event to the log; the fields are never words of a report."""
    LOG.log(level, event, exc_info=fault, extra={FIELDS: fields})


def error_id(fault: BaseException) -> str:
    """The id of a fault, in the log and on the page; the same each time that it is asked for.

    >>> fault = ValueError("words of a report")
    >>> error_id(fault) == error_id(fault), error_id(fault) == error_id(ValueError())
    (True, False)
    """
    known = getattr(fault, ID, None)
    if not isinstance(known, str):
        known = token_hex(4)
        with suppress(AttributeError):  # an exception with slots has another id each time
            setattr(fault, ID, known)
    return known


def trace(fault: BaseException) -> list[str]:
    """Where a fault was raised, and what it came of: file, line and function of each frame, the innermost last."""
    found: list[str] = []
    seen: set[int] = set()
    cause: BaseException | None = fault
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        frames = traceback.extract_tb(cause.__traceback__)
        said = [f"{_place(one.filename)}:{one.lineno} {one.name}" for one in frames]
        found = [*said, type(cause).__name__, *found]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return found[-MOST_FRAMES:]


def _place(file: str) -> str:
    """The last parts of a path, without those of the machine.

    >>> _place("/home/ann/dossier/pages/parts/data.py")
    'pages/parts/data.py'
    """
    return "/".join(Path(file).parts[-3:])


class Lines(logging.Formatter):
    """Makes a line of JSON of a record."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        said: dict[str, Any] = {
            "at": at,
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _event(record),
        }
        fault = record.exc_info[1] if record.exc_info else None
        if fault is not None:
            said |= {"error": error_id(fault), "fault": type(fault).__name__, "trace": trace(fault)}
        return json.dumps(said | getattr(record, FIELDS, {}), ensure_ascii=False, default=str)


def _event(record: logging.LogRecord) -> str:
    """The first line of the words of an event, with numbers only put into them; our own have none to be put in."""
    words = str(record.msg)
    given = record.args if isinstance(record.args, tuple) else (record.args,)
    if record.args:
        with suppress(TypeError, ValueError):
            words = words % tuple(one if isinstance(one, int | float) else HIDDEN for one in given)
    return words.partition("\n")[0][:LONGEST]


def start_logs() -> None:
    """Have every logger, also those that Streamlit makes later, write such lines to the standard error output."""
    streamlit.logger.setup_formatter = _with_lines
    loggers = [one for one in logging.root.manager.loggerDict.values() if isinstance(one, logging.Logger)]
    for logger in (logging.root, LOG, *(one for one in loggers if one.handlers)):
        _with_lines(logger)
    LOG.setLevel(logging.INFO)
    logging.raiseExceptions = False  # else a record that cannot be written is printed whole
    warnings.showwarning = _warning  # type: ignore[assignment] # it needs no more of what it is given
    threading.excepthook = _of_a_thread


def _with_lines(logger: logging.Logger) -> None:
    """Give a logger one handler that writes such lines, in the place of Streamlit's."""
    logger.propagate = False
    logger.handlers = [one for one in logger.handlers if not isinstance(one, logging.StreamHandler)]
    handler = logging.StreamHandler()
    handler.setFormatter(Lines())
    logger.addHandler(handler)


def _warning(_words: object, kind: type[Warning], file: str, line: int, *_others: object) -> None:
    log("a warning", level=logging.WARNING, kind=kind.__name__, place=f"{_place(file)}:{line}")


def of_the_loop(_loop: object, context: dict[str, Any]) -> None:
    """Write down a fault that no task waited for; asyncio's own words have the message of the exception."""
    log("a task ended with a fault", context.get("exception"), logging.ERROR)


def _of_a_thread(ended: threading.ExceptHookArgs) -> None:
    if ended.exc_value is not None and not issubclass(ended.exc_type, SystemExit):
        log("a thread ended with a fault", ended.exc_value, logging.ERROR)
