"""Several corpora on one server: each lets in only whom it should, and nothing of one is at an address of another."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.websockets import WebSocketDisconnect

from analysis.user_store.store import STORE_SETTING
from hosting.asking import Act, may
from hosting.bound import FILES, HEADER, SESSIONS, Belongings, NoCorpus, corpus_of_run
from hosting.mode import CannotStart, Mode, checked_mode
from hosting.place import BadCorpora, corpora, corpora_of, corpus_called, environment_of
from hosting.which import located
from tests.hosting import several
from tests.hosting.conftest import ADDRESSES, LOGIN, behind, client, cookie, in_a_thread

Write = Callable[[str], None]
PAGE = {"accept": "text/html"}


@pytest.fixture
def folder(tmp_path: Path, secrets: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a server behind a login: ann reads the desk, pia the press; ed edits the desk and reads the press;
    everybody reads what is open."""
    secrets(LOGIN.format(port=1))
    return several.write(tmp_path, monkeypatch)


def ask(path: str, who: str = "", method: str = "GET", seen: list[str] | None = None, **more: Any) -> httpx.Response:
    """The answer to somebody, by their name, or to who did not sign in."""
    headers = (cookie(f"{who}@desk.example") if who else {}) | more.pop("headers", {})
    browser = client(behind(Mode.LOGIN, seen))
    return in_a_thread(lambda: browser.request(method, path, headers=headers, **more))


@pytest.mark.parametrize("method", ["GET", "PUT"])
@pytest.mark.parametrize("path", ADDRESSES)
def test_no_address_of_another_corpus_answers(folder: Path, path: str, method: str) -> None:
    seen: list[str] = []

    answer = ask(f"/c/press{path}", "ann", method, seen)

    assert seen == []
    assert answer.status_code in (307, 403, 404)
    assert "reports" not in answer.text.replace("these reports", "")


@pytest.mark.parametrize("who", ["", "ann"])
@pytest.mark.parametrize("path", ADDRESSES)
def test_a_corpus_that_one_may_not_see_is_like_one_that_is_not_there(folder: Path, path: str, who: str) -> None:
    there, not_there = (ask(f"/c/{name}{path}", who, headers=PAGE) for name in ("press", "none"))

    assert there.status_code == not_there.status_code
    assert there.text == not_there.text


def test_who_may_read_gets_in_to_the_addresses_below(folder: Path) -> None:
    seen: list[str] = []
    for path in ("/", "/facts?theme=Mining", "/component/x/index.html", "/_stcore/host-config", "/api/v1/claims"):
        assert ask(f"/c/desk{path}", "ann", seen=seen).text == "reports"

    assert seen == ["/", "/facts", "/component/x/index.html", "/_stcore/host-config", "/api/v1/claims"]


@pytest.mark.parametrize(
    "path",
    [
        "/c/desk/../press/facts",
        "/c/desk/c/press/facts",
        "//c/press/facts",
        "/c//press/facts",
        "/C/press/facts",
        "/c/press\n/facts",
        "/c/Press/facts",
        "/c/desk/..%2fpress/facts",
        "/./c/press/facts",
    ],
)
def test_no_spelling_of_an_address_leads_to_another_corpus(folder: Path, path: str) -> None:
    found = located({"type": "http", "path": path, "headers": [], "method": "GET"})

    assert found["dossier.corpus"] in (None, corpus_called("desk"))


def connect(name: str, who: str, say: Callable[[], None] = lambda: None) -> str:
    """What a WebSocket says after `say` was called, or the code with which it was closed."""

    def talk() -> str:
        try:
            socket = client(behind(Mode.LOGIN)).websocket_connect(
                f"{name}/_stcore/stream", headers=cookie(f"{who}@desk.example")
            )
            with socket as stream:
                stream.send_text("run")
                assert stream.receive_text() == "run"
                say()
                stream.send_text("again")
                return str(stream.receive_text())
        except WebSocketDisconnect as closed:
            return str(closed.code)

    return in_a_thread(talk)


def test_a_websocket_is_that_of_its_corpus(folder: Path) -> None:
    assert [connect(name, "ann") for name in ("/c/desk", "/c/press", "/c/none", "")] == [
        "again",
        "1008",
        "1008",
        "1008",
    ]


def test_access_that_is_withdrawn_is_dead_in_that_corpus_alone(folder: Path) -> None:
    FILES.add("0a1b", "desk")
    assert ask("/c/desk/media/0a1b.csv", "ed").status_code == 200

    def withdraw() -> None:
        (folder / "desk" / "access.toml").write_text("[roles]\nreader = []\n", encoding="utf-8")

    assert connect("/c/desk", "ed", withdraw) == "1008"
    assert ask("/c/desk/media/0a1b.csv", "ed").status_code == 403
    assert ask("/c/press/media/0a1b.csv", "ed").status_code == 404
    assert ask("/media/0a1b.csv", "ed").status_code == 404
    assert connect("/c/press", "ed") == "again"


def test_a_corpus_that_is_taken_out_is_dead_at_the_next_run_of_an_open_page(folder: Path) -> None:
    def take_out() -> None:
        words = (folder / "corpora.toml").read_text(encoding="utf-8")
        (folder / "corpora.toml").write_text(words.partition("[press]")[2].join(("[press]", "")), encoding="utf-8")

    assert connect("/c/desk", "ann", take_out) == "1008"
    assert ask("/c/desk/facts", "ann").status_code == 403
    assert connect("/c/press", "ed") == "again"


def test_a_file_of_one_corpus_is_not_at_an_address_of_another(folder: Path) -> None:
    FILES.add("2c3d", "press")

    assert ask("/c/press/media/2c3d.csv", "ed").status_code == 200
    for path in ("/c/desk/media/2c3d.csv", "/c/desk/media/2c3d", "/c/open/media/2c3d.csv", "/c/desk/media/none.csv"):
        assert ask(path, "ed").status_code == 404


def test_nothing_is_uploaded_to_a_session_of_another_corpus(folder: Path) -> None:
    SESSIONS.add("of-the-press", "press")

    assert ask("/c/desk/_stcore/upload_file/of-the-press/b", "ed", "PUT", content=b"x").status_code == 404
    assert ask("/c/press/_stcore/upload_file/of-the-press/b", "ed", "PUT", content=b"x").status_code == 200


def test_an_editor_of_one_corpus_is_a_reader_of_the_other(folder: Path) -> None:
    for name, status in (("desk", 200), ("press", 413)):
        SESSIONS.add(f"ed-{name}", name)
        path = f"/c/{name}/_stcore/upload_file/ed-{name}/b"
        assert ask(path, "ed", "PUT", content=b"x" * 1_300_000).status_code == status


def handshake(name: str, *headers: tuple[bytes, bytes]) -> list[tuple[bytes, bytes]]:
    """The headers with which Streamlit sees the opening of a WebSocket."""
    scope = {"type": "websocket", "path": f"/c/{name}/_stcore/stream", "headers": list(headers)}
    return list(located(scope)["headers"])


def test_a_session_is_not_taken_along_to_another_corpus(folder: Path) -> None:
    SESSIONS.add("a-session", "desk")
    wanted = (b"sec-websocket-protocol", b"streamlit, token, a-session")

    assert (b"sec-websocket-protocol", b"streamlit, token, a-session") in handshake("desk", wanted)
    assert (b"sec-websocket-protocol", b"streamlit, token") in handshake("press", wanted)
    unknown = (b"sec-websocket-protocol", b"streamlit, token, unknown")
    assert (b"sec-websocket-protocol", b"streamlit, token") in handshake("desk", unknown)


def test_a_browser_cannot_say_which_corpus_its_session_is_of(folder: Path) -> None:
    forged = (HEADER.encode(), b"press")

    assert [one for one in handshake("desk", forged) if one[0] == HEADER.encode()] == [(HEADER.encode(), b"desk")]
    assert handshake("none", forged) == []


def test_the_oldest_belongings_are_nobodys() -> None:
    belongings = Belongings(2)
    for thing in "abc":
        belongings.add(thing, "desk")

    assert [belongings.only(thing) for thing in "abc"] == [None, "desk", "desk"]
    belongings.add("c", "press")
    assert belongings.only("c") is None
    assert belongings.is_of("c", "desk")


def test_a_token_opens_the_corpus_that_names_it(folder: Path) -> None:
    digest = sha256(b"a token").hexdigest()
    (folder / "desk" / "access.toml").write_text(f'[tokens]\nstatistics = "{digest}"\n', encoding="utf-8")
    headers = {"authorization": "Bearer a token"}

    statuses = [ask(path, headers=headers).status_code for path in ("/c/desk/api/v1", "/c/press/api/v1", "/api/v1")]
    assert statuses == [200, 401, 404]
    assert ask("/c/desk/facts", headers=headers).status_code == 401


def chosen(answer: httpx.Response) -> list[str]:
    """The addresses of the corpora that a page offers."""
    return re.findall(r'<li><a href="([^"]*)">', answer.text)


def test_the_page_to_choose_has_what_one_may_see(folder: Path) -> None:
    assert chosen(ask("/", "ann")) == ["/c/desk/", "/c/open/"]
    assert chosen(ask("/", "ed")) == ["/c/desk/", "/c/press/", "/c/open/"]
    visitor = ask("/")
    assert (visitor.status_code, chosen(visitor)) == (200, ["/c/open/"])
    assert '<a href="/sign-in?with=default">Sign in</a>' in visitor.text
    assert '<a href="/auth/logout">Sign out</a>' in ask("/", "ann").text
    assert "The press" not in ask("/", "ann").text


def test_a_link_of_the_time_with_one_corpus_leads_to_the_choice(folder: Path) -> None:
    answer = ask("/facts?theme=Mining&words=%22a+b%22", "ann", headers=PAGE)

    assert chosen(answer) == [
        "/c/desk/facts?theme=Mining&amp;words=%22a+b%22",
        "/c/open/facts?theme=Mining&amp;words=%22a+b%22",
    ]


def test_who_sees_no_corpus_gets_the_door(folder: Path) -> None:
    (folder / "open" / "access.toml").write_text('see = "named"', encoding="utf-8")

    assert ask("/", headers=PAGE).status_code == 401
    assert ask("/", "eve", headers=PAGE).status_code == 403


def test_the_address_that_was_asked_for_is_kept_whole(folder: Path) -> None:
    answer = ask("/c/desk/facts?theme=Mining", headers=PAGE)

    assert "dossier_to=%2Fc%2Fdesk%2Ffacts%3Ftheme%3DMining" in answer.headers["set-cookie"]


def test_a_slash_is_put_where_it_belongs(folder: Path) -> None:
    for asked, right in (("/c/desk", "/c/desk/"), ("/c/desk/facts/?theme=x", "/c/desk/facts?theme=x")):
        answer = ask(asked, "ann")
        assert (answer.status_code, answer.headers["location"]) == (307, right)


@pytest.mark.parametrize("path", ["/health", "/_stcore/health", "/static/js/index.js", "/favicon.png"])
def test_what_has_no_report_in_it_is_open(folder: Path, path: str) -> None:
    assert {ask(path).status_code, ask(f"/c/desk{path}").status_code, ask(f"/c/none{path}").status_code} == {200}


def test_nobody_gets_in_while_the_file_of_corpora_is_wrong(folder: Path) -> None:
    (folder / "corpora.toml").write_text("[desk]\n", encoding="utf-8")

    assert ask("/c/desk/facts", "ann").status_code == 403
    assert ask("/", "ann").status_code == 403


def test_a_corpus_without_an_access_list_is_nobodys(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_PUBLIC", "1")
    (folder / "open" / "access.toml").unlink()

    assert ask("/c/open/facts").status_code == 401
    with pytest.raises(CannotStart, match=r"nothing says who may see the reports. Write .*open/access.toml"):
        checked_mode()


def test_a_server_without_a_login_has_public_corpora_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_PUBLIC", "1")
    several.write(tmp_path, monkeypatch)

    with pytest.raises(CannotStart, match=r"desk/access.toml lets nobody in who has not signed in"):
        checked_mode()
    browser = client(behind(Mode.PUBLIC))
    answers = [in_a_thread(lambda name=name: browser.get(f"/c/{name}/facts")) for name in ("open", "desk", "none")]
    assert [one.status_code for one in answers] == [200, 404, 404]
    assert chosen(in_a_thread(lambda: browser.get("/"))) == ["/c/open/"]


def test_a_local_server_has_all_of_them_for_its_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    several.write(tmp_path, monkeypatch)

    async def bound(scope: dict[str, Any], receive: Any, send: Any) -> None:
        await app({**scope, "server": ("127.0.0.1", 8501)}, receive, send)

    app, address = behind(Mode.LOCAL), "http://localhost:8501"
    own = client(bound, address, "127.0.0.1")  # type: ignore[arg-type]
    assert chosen(in_a_thread(lambda: own.get("/"))) == ["/c/desk/", "/c/press/", "/c/open/"]
    assert in_a_thread(lambda: own.get("/c/press/facts")).text == "reports"
    assert in_a_thread(lambda: own.get("/c/none/facts")).status_code == 404
    forged = {"x-forwarded-for": "127.0.0.1"}
    assert in_a_thread(lambda: own.get("/c/press/facts", headers=forged)).status_code == 403


def test_an_ended_login_is_ended_in_every_corpus(folder: Path) -> None:
    who = cookie("ed@desk.example")
    browser = client(behind(Mode.LOGIN))
    assert in_a_thread(lambda: browser.get("/c/desk/facts", headers=who)).status_code == 200

    in_a_thread(lambda: browser.get("/c/desk/auth/logout", headers=who))

    other = client(behind(Mode.LOGIN))
    for name in ("desk", "press"):
        assert in_a_thread(lambda name=name: other.get(f"/c/{name}/facts", headers=who)).status_code in (401, 403)


def test_without_a_session_of_a_corpus_nothing_is_done(folder: Path) -> None:
    with pytest.raises(NoCorpus):
        corpus_of_run()
    assert [act for act in Act if may(act)] == []


def test_a_build_reads_the_store_of_its_corpus(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = corpus_called("desk")
    assert desk is not None
    assert environment_of(desk.folder) == {STORE_SETTING: desk.store_address}
    assert environment_of(folder) == {}
    monkeypatch.delenv("DOSSIER_CORPORA")
    assert environment_of(desk.folder) == {}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "it names no corpus"),
        ("[desk", "it is no TOML"),
        ("desk = 1", "desk has no folder"),
        ('[desk]\ntitle = "a"', "desk has no folder"),
        ('["../x"]\nfolder = "a"', "is no name"),
        ('[desk]\nfolder = "a"\npublic = true', "'public', which is no setting"),
        ('[desk]\nfolder = "a"\ntitle = 1', "title of desk is no text"),
        ('[desk]\nfolder = "a"\n[press]\nfolder = "b/../a"', "two corpora have one folder"),
        ('[desk]\nfolder = "a"\nstore = "s"\n[press]\nfolder = "b"\nstore = "s"', "two corpora have one store"),
    ],
)
def test_what_is_wrong_in_the_file_of_corpora_is_said(words: str, said: str) -> None:
    with pytest.raises(BadCorpora, match=re.escape(said)):
        corpora_of(words, Path("/srv"))


def test_a_server_with_a_wrong_file_of_corpora_does_not_start(folder: Path) -> None:
    (folder / "corpora.toml").unlink()

    with pytest.raises(CannotStart, match=r"corpora.toml: it cannot be read"):
        checked_mode()
    assert corpora() == ()
