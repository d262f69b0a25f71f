"""Sessions that change a filter every few seconds, as browsers do it: by a WebSocket through nginx, without drawing."""

from __future__ import annotations

import ssl
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import count
from random import Random
from urllib.parse import urlencode
from uuid import uuid4

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks.opening import Address

LONGEST_RUN = 120  # seconds
SECONDS_TO_RETURN = 60
SECONDS_BETWEEN_TRIES = 1  # a browser waits as long, or a little longer
CUT = ForwardMsg.FINISHED_EARLY_FOR_RERUN
FAILED = ForwardMsg.FINISHED_WITH_COMPILE_ERROR
AWAY = (WebSocketException, OSError, TimeoutError)

Change = tuple[str, Address]  # a page and filters


@dataclass
class Run:
    """What a change of the filters got: its seconds, the words that the page said, and how many faults."""

    seconds: float
    view: str
    n_faults: int


@dataclass
class Told:
    """What the sessions met, all together; written by many threads."""

    runs: list[tuple[float, Run]] = field(default_factory=list)  # with the time of each
    returns: list[tuple[float, bool]] = field(default_factory=list)  # seconds, and whether the view was as before
    lost: list[str] = field(default_factory=list)  # why a session did not come back


class Visitor:
    """A session that goes through changes, and comes back when its connection ends."""

    def __init__(self, address: str, told: Told) -> None:
        self.address, self.told, self.number = address, told, uuid4().hex
        self.socket: ClientConnection | None = None

    def open(self) -> None:
        """Connect. Raises AWAY."""
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        self.socket = connect(
            self.address,
            ssl=context if self.address.startswith("wss") else None,
            subprotocols=[Subprotocol("streamlit")],
            additional_headers={"Cookie": f"dossier_at={self.number}"},
            max_size=None,
            open_timeout=30,
            legacy=True,
        )

    def change(self, change: Change) -> Run:
        """Ask for a page with these filters, and wait until it is there. Raises AWAY."""
        if self.socket is None:
            raise ConnectionError
        page, filters = change
        message = BackMsg()
        message.rerun_script.query_string = urlencode(filters, doseq=True)
        message.rerun_script.page_name = page
        began = time.monotonic()
        self.socket.send(message.SerializeToString())
        words, n_faults = blake2b(digest_size=8), 0
        while True:
            answer = ForwardMsg.FromString(bytes(self.socket.recv(timeout=LONGEST_RUN)))  # type: ignore[arg-type]
            kind = answer.WhichOneof("type")
            if kind == "delta":
                n_faults += is_fault(answer.delta)
                words.update(said(answer.delta))
            elif kind == "script_finished" and answer.script_finished != CUT:
                n_faults += answer.script_finished == FAILED
                return Run(time.monotonic() - began, words.hexdigest(), n_faults)

    def stay(self, changes: list[Change], every: float, until: float) -> None:
        """Change the filters again and again, so many seconds after the last change; come back when the connection
        ends, to the view that was there or asked for."""
        for number in count():
            due, change = time.monotonic() + every, changes[number % len(changes)]
            view = ""
            try:
                run = self.change(change)
                self.told.runs.append((time.monotonic(), run))
                view = run.view
                self.read(min(due, until))
            except AWAY as fault:
                if not self.come_back(change, view, fault):
                    return
            if time.monotonic() >= until:
                return
            time.sleep(max(0.0, min(due, until) - time.monotonic()))

    def read(self, until: float) -> None:
        """Take what the server says until then. Raises AWAY."""
        while self.socket and (left := until - time.monotonic()) > 0:
            with suppress(TimeoutError):
                self.socket.recv(timeout=left)

    def come_back(self, change: Change, view: str, fault: Exception) -> bool:
        """Connect again, as a browser does, to the page with its filters; whether that was done in time."""
        began = time.monotonic()
        while time.monotonic() - began < SECONDS_TO_RETURN:
            time.sleep(SECONDS_BETWEEN_TRIES)
            try:
                self.open()
                run = self.change(change)
            except AWAY as another:
                fault = another
                continue
            self.told.returns.append((time.monotonic() - began, not run.n_faults and view in ("", run.view)))
            return True
        self.told.lost.append(type(fault).__name__)
        return False

    def close(self) -> None:
        """Leave."""
        if self.socket:
            self.socket.close()


def is_fault(delta: Delta) -> bool:
    """Whether a page says that something broke."""
    element = delta.new_element
    kind = element.WhichOneof("type")
    return kind == "exception" or (kind == "alert" and element.alert.format == Alert.ERROR)


def said(delta: Delta) -> bytes:
    """The words that a page says in a part of it; nothing of a chart."""
    element = delta.new_element
    kind = element.WhichOneof("type")
    return str(getattr(element, kind).body).encode() if kind in ("markdown", "html", "heading") else b""


def many(visitors: list[Visitor], changes: list[Change], every: float, seconds: float, random: Random) -> None:
    """Have all visitors stay for so long, each with the changes in an order of its own; they begin one by one."""
    threads = []
    for number, visitor in enumerate(visitors):
        own = random.sample(changes, len(changes))
        wait = every * number / len(visitors)
        until = time.monotonic() + wait + seconds
        threads.append(threading.Thread(target=_later, args=(visitor, wait, own, every, until)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _later(visitor: Visitor, wait: float, changes: list[Change], every: float, until: float) -> None:
    time.sleep(wait)
    try:
        visitor.open()
    except AWAY as fault:
        visitor.told.lost.append(type(fault).__name__)
        return
    visitor.stay(changes, every, until)
    visitor.close()
