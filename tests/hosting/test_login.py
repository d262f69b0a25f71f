"""A login from the door to the page and out again, with a provider of OpenID Connect on loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from oidc_provider_mock import User, run_server_in_thread
from starlette.testclient import TestClient

from hosting.mode import Mode
from tests.hosting import several
from tests.hosting.conftest import LOGIN, ORIGIN, behind, client, in_a_thread

Write = Callable[[str], None]
GROUPS = [sha256(b"%d" % number).hexdigest() for number in range(400)]
PEOPLE = [
    User(sub="ann", claims={"email": "ann@desk.example", "name": "Ann"}),
    User(sub="eve", claims={"email": "eve@other.example"}),
    User(sub="joe", claims={"email": "joe@other.example", "groups": [*GROUPS, "press"]}),
    User(sub="una", claims={"email": "ann@desk.example", "email_verified": False}),
]


@pytest.fixture(scope="module")
def provider() -> Iterator[int]:
    """The port of a provider that knows these people."""
    with run_server_in_thread(user_claims=PEOPLE) as server:
        yield server.server_port


@pytest.fixture
def browser(provider: int, secrets: Write, access: Write) -> TestClient:
    """A browser of a server behind a login; ann and the press may read."""
    secrets(LOGIN.format(port=provider))
    access('see = "named"\n[roles]\nreader = ["ann@desk.example", "group:press"]\n')
    return client(behind(Mode.LOGIN))


def cookies_of(browser: TestClient) -> str:
    """The cookies of a browser as it sends them."""
    return "; ".join(f"{name}={value}" for name, value in browser.cookies.items())


def sign_in(browser: TestClient, who: str) -> httpx.Response:
    """Go from the door to the provider, say who it is, and come back; the answer to that."""
    to_streamlit = browser.get("/sign-in?with=default")
    to_provider = browser.get(to_streamlit.headers["location"])
    said = httpx.post(to_provider.headers["location"], data={"sub": who})
    back = urlsplit(said.headers["location"])
    assert f"{back.scheme}://{back.netloc}" == ORIGIN
    return browser.get(f"{back.path}?{back.query}")


def test_who_is_named_gets_to_the_page_that_was_asked_for(browser: TestClient) -> None:
    def ask() -> None:
        assert browser.get("/facts?theme=Mining", headers={"accept": "text/html"}).status_code == 401

        back = sign_in(browser, "ann")

        assert (back.status_code, back.headers["location"]) == (302, "/facts?theme=Mining")
        assert browser.get("/facts?theme=Mining").text == "reports"
        headers = {"host": "desk.example:8501", "cookie": cookies_of(browser)}
        with browser.websocket_connect("/_stcore/stream", headers=headers) as socket:
            socket.send_text("run")
            assert socket.receive_text() == "run"

    in_a_thread(ask)


def test_of_several_corpora_the_one_that_was_asked_for_is_opened(
    browser: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    several.write(
        tmp_path, monkeypatch, {"desk": 'groups_claim = "groups"\n[roles]\nreader = ["group:press"]\n', "other": ""}
    )

    def ask() -> None:
        assert browser.get("/c/desk/facts?theme=Mining", headers={"accept": "text/html"}).status_code == 401

        back = sign_in(browser, "joe")

        assert back.headers["location"] == "/c/desk/facts?theme=Mining"
        assert browser.get("/c/desk/facts?theme=Mining").text == "reports"
        assert browser.get("/c/other/facts").status_code == 403

    in_a_thread(ask)


def test_who_is_not_named_stays_out(browser: TestClient) -> None:
    def ask() -> None:
        sign_in(browser, "eve")

        answer = browser.get("/facts")
        assert answer.status_code == 403
        assert "eve@other.example may not see these reports" in answer.text

    in_a_thread(ask)


def test_an_address_that_is_not_verified_names_nobody(browser: TestClient) -> None:
    def ask() -> None:
        sign_in(browser, "una")
        assert browser.get("/facts").status_code == 403

    in_a_thread(ask)


def test_four_hundred_groups_fit_into_a_header(browser: TestClient) -> None:
    def ask() -> None:
        back = sign_in(browser, "joe")

        assert browser.get("/facts").status_code == 200
        assert len(cookies_of(browser)) < 4_000
        assert max(map(len, back.headers.get_list("set-cookie"))) < 4_000

    in_a_thread(ask)


def test_who_signs_out_is_out_and_the_cookie_is_worth_nothing_more(browser: TestClient) -> None:
    def ask() -> None:
        sign_in(browser, "ann")
        stolen = cookies_of(browser)
        assert client(behind(Mode.LOGIN)).get("/facts", headers={"cookie": stolen}).status_code == 200

        out = browser.get("/auth/logout")

        assert out.status_code == 302
        assert browser.get("/facts").status_code == 401
        assert client(behind(Mode.LOGIN)).get("/facts", headers={"cookie": stolen}).status_code in (401, 403)

    in_a_thread(ask)


def test_a_callback_that_is_replayed_lets_nobody_in(browser: TestClient) -> None:
    def ask() -> None:
        to_provider = browser.get(browser.get("/sign-in?with=default").headers["location"])
        said = httpx.post(to_provider.headers["location"], data={"sub": "ann"})
        back = urlsplit(said.headers["location"])
        callback = f"{back.path}?{back.query}"
        assert browser.get(callback).status_code == 302
        assert browser.get("/facts").status_code == 200

        other = client(behind(Mode.LOGIN))
        other.get(callback)

        assert other.get("/facts").status_code == 401

    in_a_thread(ask)


@pytest.mark.parametrize("kept", ["https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%0D%0ASet-Cookie%3A%20a%3Db"])
def test_no_cookie_leads_elsewhere_after_a_login(browser: TestClient, kept: str) -> None:
    def ask() -> None:
        browser.cookies.set("dossier_to", kept)
        assert sign_in(browser, "ann").headers["location"] == "/"

    in_a_thread(ask)


def test_there_is_no_login_that_nobody_set_up(browser: TestClient) -> None:
    assert in_a_thread(lambda: browser.get("/sign-in?with=evil")).status_code == 404
    assert in_a_thread(lambda: browser.get("/sign-in")).status_code == 404


def test_over_tls_the_cookies_are_for_tls_alone(browser: TestClient, secrets: Write, provider: int) -> None:
    secrets(LOGIN.format(port=provider).replace(ORIGIN, "https://desk.example"))
    secure = client(behind(Mode.LOGIN), "https://desk.example")

    def ask() -> list[str]:
        to_provider = secure.get(secure.get("/sign-in?with=default").headers["location"])
        back = urlsplit(httpx.post(to_provider.headers["location"], data={"sub": "ann"}).headers["location"])
        return list(secure.get(f"{back.path}?{back.query}").headers.get_list("set-cookie"))

    lines = in_a_thread(ask)

    assert lines
    assert all("; Secure" in line for line in lines)
