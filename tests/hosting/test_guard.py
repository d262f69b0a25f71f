"""The guard lets in only whom it should, to every address, and to what an open WebSocket says."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from hashlib import sha256

import pytest
from starlette.responses import Response
from starlette.websockets import WebSocketDisconnect
from streamlit.web.server.starlette.starlette_auth_routes import _set_auth_cookie

from hosting.cookies import claims_of, slim_cookies
from hosting.mode import Mode, read_access
from hosting.place import the_one
from tests.hosting.conftest import ADDRESSES, LOGIN, ORIGIN, SECRET, behind, client, cookie, in_a_thread

NAMED = 'see = "named"\n[roles]\nreader = ["ann@desk.example", "group:press"]\neditor = ["@edit.example"]\n'
BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
Write = Callable[[str], None]


@pytest.fixture
def login(secrets: Write, access: Write) -> Write:
    """A server behind a login; ann may read. Writes other access."""
    secrets(LOGIN.format(port=1))
    access(NAMED)
    return access


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", ADDRESSES)
def test_without_a_login_no_address_answers(login: Write, path: str, method: str) -> None:
    seen: list[str] = []

    answer = in_a_thread(lambda: client(behind(Mode.LOGIN, seen)).request(method, path))

    assert seen == []
    assert answer.status_code in (401, 404)
    assert "reports" not in answer.text.replace("these reports", "")


def test_without_a_login_there_is_no_websocket(login: Write) -> None:
    def connect() -> None:
        with client(behind(Mode.LOGIN)).websocket_connect("/_stcore/stream"):
            pass

    with pytest.raises(WebSocketDisconnect):
        in_a_thread(connect)


def test_who_may_read_gets_in(login: Write) -> None:
    browser = client(behind(Mode.LOGIN))

    for path in ("/", "/facts", "/media/abc.csv", "/component/x/index.html", "/_stcore/host-config"):
        answer = in_a_thread(lambda path=path: browser.get(path, headers=cookie()))
        assert (answer.status_code, answer.text) == (200, "reports")


REFUSED = {
    "signed by another": cookie(secret="another secret, also long enough"),
    "nobody that is named": cookie("eve@desk.example"),
    "an address that the provider did not verify": cookie(email_verified=False),
    "no address": cookie(""),
    "a group as an address": cookie("group:press"),
    "too old": cookie(iat=time.time() - 13 * 3600),
    "from the future": cookie(iat=time.time() + 3600),
    "no time": cookie(iat="soon"),
    "of another server": cookie(origin="https://other.example"),
    "logged out": cookie(is_logged_in=False),
    "groups that are no list": cookie("eve@a.example", groups="press"),
    "no cookie of ours": {"cookie": "_streamlit_user=nonsense"},
    "a cookie in pieces that are not there": {"cookie": "_streamlit_user=chunks-3"},
}


@pytest.mark.parametrize("headers", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("path", ["/facts", "/media/abc.csv"])
def test_who_may_not_read_stays_out(login: Write, headers: dict[str, str], path: str) -> None:
    seen: list[str] = []

    answer = in_a_thread(lambda: client(behind(Mode.LOGIN, seen)).get(path, headers=headers))

    assert (seen, answer.status_code in (401, 403)) == ([], True)


def test_a_group_lets_in(login: Write) -> None:
    headers = cookie("joe@other.example", groups=["all", "press"])

    assert in_a_thread(lambda: client(behind(Mode.LOGIN)).get("/", headers=headers)).status_code == 200


def test_access_that_is_withdrawn_is_dead_at_once_for_files(login: Write) -> None:
    browser = client(behind(Mode.LOGIN))
    assert in_a_thread(lambda: browser.get("/media/abc.csv", headers=cookie())).status_code == 200

    login('see = "named"\n[roles]\nreader = []\n')

    assert in_a_thread(lambda: browser.get("/media/abc.csv", headers=cookie())).status_code == 403


def test_access_that_is_withdrawn_is_dead_at_the_next_run_of_an_open_page(login: Write) -> None:
    def talk() -> str:
        with client(behind(Mode.LOGIN)).websocket_connect("/_stcore/stream", headers=cookie()) as socket:
            socket.send_text("run")
            assert socket.receive_text() == "run"
            login('see = "signed-in"\n[roles]\nblocked = ["@desk.example"]\n')
            socket.send_text("run again")
            with pytest.raises(WebSocketDisconnect) as closed:
                socket.receive_text()
            return str(closed.value.code)

    assert in_a_thread(talk) == "1008"


@pytest.mark.parametrize("words", ["see = 7", "see = ", 'see = "public"\nseen = 1', '[roles]\nreader = ["everybody"]'])
def test_nobody_gets_in_while_the_file_is_wrong(login: Write, words: str) -> None:
    login(words)

    assert in_a_thread(lambda: client(behind(Mode.LOGIN)).get("/", headers=cookie())).status_code == 403


def test_a_corpus_for_those_who_signed_in(login: Write) -> None:
    login('see = "signed-in"')

    browser = client(behind(Mode.LOGIN))
    assert in_a_thread(lambda: browser.get("/", headers=cookie("x@y.example"))).status_code == 200
    assert in_a_thread(lambda: browser.get("/")).status_code == 401


def test_a_public_corpus_with_a_login_for_editors(login: Write) -> None:
    login('see = "public"')

    assert in_a_thread(lambda: client(behind(Mode.LOGIN)).get("/")).status_code == 200


def test_the_door_has_the_way_in_and_keeps_the_address(login: Write) -> None:
    answer = in_a_thread(lambda: client(behind(Mode.LOGIN)).get("/facts?theme=Mining", headers=BROWSER))

    assert answer.status_code == 401
    assert '<a href="/sign-in?with=default">Sign in</a>' in answer.text
    assert "dossier_to=%2Ffacts%3Ftheme%3DMining" in answer.headers["set-cookie"]
    assert "no-store" in answer.headers["cache-control"]
    icon = in_a_thread(lambda: client(behind(Mode.LOGIN)).get("/favicon.ico", headers={"accept": "image/*"}))
    assert "set-cookie" not in icon.headers


def test_the_door_says_who_is_not_named_and_lets_them_out(login: Write) -> None:
    answer = in_a_thread(lambda: client(behind(Mode.LOGIN)).get("/", headers=cookie("eve@a.example", name="<b>")))

    assert answer.status_code == 403
    assert "eve@a.example may not see these reports" in answer.text
    assert '<a href="/auth/logout">Sign out</a>' in answer.text


@pytest.mark.parametrize("path", ["/health", "/ready", "/_stcore/health", "/static/js/index.js", "/favicon.png"])
def test_what_has_no_report_in_it_is_open(login: Write, path: str) -> None:
    assert in_a_thread(lambda: client(behind(Mode.LOGIN)).get(path)).status_code == 200


def test_a_reader_uploads_small_files_alone(login: Write) -> None:
    browser = client(behind(Mode.LOGIN))

    def upload(size: int, who: str) -> int:
        return browser.put("/_stcore/upload_file/a/b", content=b"x" * size, headers=cookie(who)).status_code

    assert in_a_thread(lambda: upload(1000, "ann@desk.example")) == 200
    assert in_a_thread(lambda: upload(1_300_000, "ann@desk.example")) == 413
    assert in_a_thread(lambda: upload(1_300_000, "ed@edit.example")) == 200
    pieces = iter([b"x", b"y"])
    answer = in_a_thread(lambda: browser.put("/_stcore/upload_file/a/b", content=pieces, headers=cookie()))
    assert answer.status_code == 411


def test_where_everybody_may_add_uploads_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    browser = client(behind(Mode.PUBLIC))

    def upload() -> int:
        return browser.put("/_stcore/upload_file/a/b", content=b"x" * 1_300_000).status_code

    assert in_a_thread(upload) == 413
    monkeypatch.setenv("DOSSIER_ADD", "everyone")
    assert in_a_thread(upload) == 200


LOCAL = "http://localhost:8501"
FORGED = {
    "another name": {"host": "desk.example"},
    "a proxy": {"x-forwarded-for": "127.0.0.1"},
    "a proxy by the standard": {"forwarded": "for=127.0.0.1;host=localhost"},
    "a proxy that says its name": {"via": "1.1 proxy"},
    "the address of somebody": {"x-real-ip": "127.0.0.1"},
    "a page of another site": {"origin": "https://evil.example"},
    "a page without a site": {"origin": "null"},
    "a host that cannot be read": {"host": "[::1"},
}


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_local_server_answers_its_own_machine(path: str) -> None:
    app = behind(Mode.LOCAL)

    answer = in_a_thread(lambda: client(own(app), LOCAL, "127.0.0.1").get(path))

    assert answer.status_code == 200


def own(app: object, bound_to: str = "127.0.0.1") -> object:
    """The server, bound to an address."""

    async def bound(scope: dict, receive: object, send: object) -> None:
        await app({**scope, "server": (bound_to, 8501)}, receive, send)  # type: ignore[operator]

    return bound


@pytest.mark.parametrize("headers", FORGED.values(), ids=FORGED)
@pytest.mark.parametrize("path", ADDRESSES)
def test_a_local_server_answers_nobody_else(headers: dict[str, str], path: str) -> None:
    seen: list[str] = []

    answer = in_a_thread(lambda: client(own(behind(Mode.LOCAL, seen)), LOCAL, "127.0.0.1").get(path, headers=headers))

    assert (seen, answer.status_code) == ([], 403)
    assert "DOSSIER_PUBLIC=1" in answer.text


def test_a_local_server_answers_no_other_machine() -> None:
    assert in_a_thread(lambda: client(own(behind(Mode.LOCAL)), LOCAL, "203.0.113.7").get("/")).status_code == 403
    outside = own(behind(Mode.LOCAL), "203.0.113.9")
    assert in_a_thread(lambda: client(outside, LOCAL, "127.0.0.1").get("/")).status_code == 403


def test_a_local_server_has_no_websocket_for_a_forged_request() -> None:
    def connect() -> None:
        browser = client(own(behind(Mode.LOCAL)), LOCAL, "127.0.0.1")
        with browser.websocket_connect("/_stcore/stream", headers={"x-forwarded-for": "127.0.0.1"}):
            pass

    with pytest.raises(WebSocketDisconnect):
        in_a_thread(connect)


@pytest.mark.parametrize(
    ("origin", "is_in"),
    [(ORIGIN, True), (None, True), ("http://localhost:8501", False), ("http://127.0.0.1", False), ("http://[", False)],
)
def test_a_websocket_is_for_pages_of_the_server_alone(origin: str | None, is_in: bool) -> None:
    def connect() -> bool:
        headers = {"host": "desk.example:8501"} | ({"origin": origin} if origin else {})
        try:
            with client(behind(Mode.PUBLIC)).websocket_connect("/_stcore/stream", headers=headers) as socket:
                socket.send_text("run")
                return socket.receive_text() == "run"
        except WebSocketDisconnect:
            return False

    assert in_a_thread(connect) is is_in


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/interact"])
def test_a_public_server_keeps_its_figures_and_its_agent_to_its_machine(path: str) -> None:
    seen: list[str] = []

    assert in_a_thread(lambda: client(behind(Mode.PUBLIC, seen)).get(path)).status_code == 404
    assert seen == []
    answer = in_a_thread(lambda: client(own(behind(Mode.PUBLIC, seen)), LOCAL, "127.0.0.1").get("/_stcore/metrics"))
    assert answer.status_code == 200


def test_a_public_server_lets_everybody_read() -> None:
    assert in_a_thread(lambda: client(behind(Mode.PUBLIC)).get("/facts")).status_code == 200


def test_a_cookie_of_many_groups_is_made_small(login: Write) -> None:

    async def made() -> list[str]:
        response = Response()
        groups = [sha256(b"%d" % number).hexdigest() for number in range(400)]
        claims = {"email": "joe@a.example", "iat": time.time(), "is_logged_in": True}
        claims |= {"origin": ORIGIN, "groups": [*groups, "press"], "picture": "x" * 500}
        await _set_auth_cookie(response, claims, {"id_token": "".join(groups[:250]), "access_token": "a"})
        lines = response.headers.getlist("set-cookie")
        assert sum(map(len, lines)) > 20_000
        return await slim_cookies([*lines, "_streamlit_session=x; path=/"], [read_access(the_one())])

    lines = in_a_thread(lambda: asyncio.run(made()))

    assert sum(map(len, lines)) < 1_500
    assert "_streamlit_session=x; path=/" in lines
    kept = dict(line.split(";")[0].split("=", 1) for line in lines)
    assert claims_of(kept)["groups"] == ["press"]
    assert SECRET not in "".join(lines)
