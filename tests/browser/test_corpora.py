"""A fresh server of two corpora: people choose and read, and what a crafted message asks of one gives nothing of the
other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.browser.checks import serious
from tests.browser.conftest import Visit, serve, settle
from tests.pages import snapshots

CORPORA = """
[mines]
title = "Mines <and> \\u202Eroads"
folder = "{}"
[none]
title = "Nothing"
folder = "blank"
"""


@pytest.fixture(scope="module")
def several(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("several")
    snapshots.empty(folder / "blank")
    (folder / "corpora.toml").write_text(CORPORA.format(small), encoding="utf-8")
    with serve(folder, DOSSIER_CORPORA=str(folder / "corpora.toml")) as address:
        yield address


@pytest.mark.long
def test_people_choose_a_corpus_and_come_back(several: str, visit: Visit) -> None:
    page = visit("/c/mines/topics", several)
    expect(page.get_by_role("heading", level=1)).to_have_text("Topics")
    page.get_by_role("link", name="Facts", exact=True).click()
    settle(page)
    assert page.url == f"{several}/c/mines/facts"
    expect(page.locator(".d-data").first).to_contain_text("Mines <and>")

    assert serious(page) == []

    page.get_by_role("link", name="All collections").click()
    expect(page.get_by_text("9 reports, data as of")).to_be_visible()
    assert serious(page) == []
    page.get_by_role("link", name="Nothing").click()

    settle(page)
    assert page.url == f"{several}/c/none/"
    expect(page.get_by_role("navigation", name="Pages")).to_be_visible()


class Talk:
    """A WebSocket that says what a browser would, or more."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket, self.session = socket, ""

    def say(self, message: BackMsg) -> None:
        """Send a message."""
        self.socket.send(message.SerializeToString())

    def hear(self, kind: str) -> list[ForwardMsg]:
        """All messages up to the first of this kind."""
        every: list[ForwardMsg] = []
        while not every or every[-1].WhichOneof("type") != kind:
            every.append(ForwardMsg.FromString(bytes(self.socket.recv(30))))  # type: ignore[arg-type]
        return every

    def run(self, page: str, url: str = "") -> list[ForwardMsg]:
        """Ask for a run of a page; what is drawn."""
        asked = BackMsg()
        asked.rerun_script.page_script_hash = calc_hash(page)
        asked.rerun_script.context_info.url = url
        self.say(asked)
        every = self.hear("script_finished")
        self.session = next(one.new_session.initialize.session_id for one in every if one.HasField("new_session"))
        return every

    def file(self, offered: str) -> str:
        """The address of a file that is made when it is asked for."""
        asked = BackMsg()
        asked.backend_operation_request.request_id = offered
        asked.backend_operation_request.session_id = self.session
        asked.backend_operation_request.deferred_file.file_id = offered
        self.say(asked)
        return str(self.hear("backend_operation_response")[-1].backend_operation_response.deferred_file.url)


def talk(server: str, name: str, session: str = "") -> ClientConnection:
    """Open the WebSocket of a corpus, as a browser whose session is wanted back."""
    return connect(
        f"{server.replace('http', 'ws')}/c/{name}/_stcore/stream",
        subprotocols=[Subprotocol(one) for one in ("streamlit", "token", session) if one],
        additional_headers={"x-dossier-corpus": "mines"},
        open_timeout=60,
        max_size=None,
    )


def test_no_crafted_message_crosses(several: str) -> None:
    with talk(several, "mines") as socket:
        mine = Talk(socket)
        drawn = mine.run("facts")
        assert "Norland Mining" in str(drawn)
        buttons = [one.delta.new_element.download_button for one in drawn if one.HasField("delta")]
        offered = [one.deferred_file_id for one in buttons if one.deferred_file_id]
        assert offered

        with talk(several, "none", mine.session) as other:
            foreign = Talk(other)
            assert "Norland Mining" not in str(foreign.run("facts", f"{several}/c/mines/facts"))
            assert foreign.session != mine.session

            file = foreign.file(offered[0])  # it is made for whoever asks, and lies below its own corpus alone
            for path in (f"/c/none{file}", file):
                assert httpx.get(several + path).status_code == 404
            assert "Norland Mining" in httpx.get(f"{several}/c/mines{file}").text
