"""A fresh server behind a login, with a provider on loopback: who is not named gets nothing, whose access is withdrawn
nothing more."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, Page, expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.browser.conftest import PAGES, free_port, panel, serve, settle
from tests.hosting.conftest import ADDRESSES, LOGIN, ORIGIN

NAMED = '[roles]\nreader = ["ann@desk.example"]\neditor = ["ed@desk.example"]\n'
PEOPLE = [
    User(sub="ann", claims={"email": "ann@desk.example"}),
    User(sub="ed", claims={"email": "ed@desk.example"}),
    User(sub="eve", claims={"email": "eve@desk.example"}),
]


@dataclass
class Guarded:
    """The address of the server, and the file that says who may do what."""

    address: str
    access: Path


@pytest.fixture(scope="module")
def guarded(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    folder, port = tmp_path_factory.mktemp("login"), free_port()
    (folder / "access.toml").write_text(NAMED, encoding="utf-8")
    with run_server_in_thread(user_claims=PEOPLE) as provider:
        words = LOGIN.format(port=provider.server_port).replace(ORIGIN, f"http://127.0.0.1:{port}")
        (folder / "secrets.toml").write_text(words, encoding="utf-8")
        settings = {"STREAMLIT_SECRETS_FILES": str(folder / "secrets.toml")}
        settings |= {"DOSSIER_ACCESS": str(folder / "access.toml")}
        with serve(small, port=port, **settings) as address:
            yield Guarded(address, folder / "access.toml")


def asked(address: str) -> tuple[int, str]:
    """The status and the words of an answer."""
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as fault:
        with fault:
            return fault.code, fault.read().decode("utf-8", "replace")


def test_a_fresh_process_answers_nobody_at_any_address(guarded: Guarded) -> None:
    for path in (*(f"/{page}" for page in PAGES), *ADDRESSES):
        status, words = asked(guarded.address + path)
        assert status in (401, 404)
        assert "Kabul" not in words
        assert "<div id" not in words
    with pytest.raises(InvalidStatus), connect(guarded.address.replace("http", "ws") + "/_stcore/stream"):
        pass


def signed_in(browser: Browser, guarded: Guarded, who: str, path: str = "/") -> Page:
    """The page that somebody sees who opens a link and signs in."""
    page = browser.new_context().new_page()
    page.goto(guarded.address + path)
    page.get_by_role("link", name="Sign in").click()
    page.locator("input[name=sub]").fill(who)
    page.locator("button[type=submit], input[type=submit]").first.click()
    page.wait_for_url(f"{guarded.address}/**")
    return page


def test_a_reader_gets_to_the_link_sees_and_saves_nothing(browser: Browser, guarded: Guarded) -> None:
    page = signed_in(browser, guarded, "ann", "/facts?theme=Mining")
    settle(page)

    assert page.url == f"{guarded.address}/facts?theme=Mining"
    expect(page.locator(".d-head h1")).to_have_text("Facts")
    panel(page).get_by_text("Saved views").click()
    settle(page)
    expect(page.get_by_label("Name of this view")).to_be_hidden()
    page.context.close()


def test_an_editor_saves_under_their_name(browser: Browser, guarded: Guarded) -> None:
    page = signed_in(browser, guarded, "ed", "/facts")
    settle(page)

    panel(page).get_by_text("Saved views").click()
    settle(page)
    page.get_by_label("Name of this view").fill("Mines")
    page.keyboard.press("Enter")
    settle(page)
    expect(page.locator(".views .about")).to_contain_text("ed@desk.example")
    page.context.close()


def test_who_is_not_named_sees_the_door(browser: Browser, guarded: Guarded) -> None:
    page = signed_in(browser, guarded, "eve")

    expect(page.locator("main")).to_contain_text("eve@desk.example may not see these reports")
    page.context.close()


def test_access_that_is_withdrawn_ends_an_open_page_at_the_next_click(browser: Browser, guarded: Guarded) -> None:
    page = signed_in(browser, guarded, "ann", "/facts")
    settle(page)
    title = page.locator(".d-head h1")
    expect(title).to_have_text("Facts")

    guarded.access.write_text("[roles]\nreader = []\n", encoding="utf-8")
    try:
        page.get_by_role("link", name="Timeline").first.click()
        expect(page.locator("[data-test-connection-state='CONNECTED']")).to_have_count(0)
        expect(page.get_by_role("heading", name="Timeline")).to_have_count(0)
        again = page.context.new_page()  # the open one reloads itself meanwhile, and would break off another reload
        again.goto(f"{guarded.address}/facts")
        expect(again.locator("main")).to_contain_text("ann@desk.example may not see these reports")
    finally:
        guarded.access.write_text(NAMED, encoding="utf-8")
    page.context.close()
