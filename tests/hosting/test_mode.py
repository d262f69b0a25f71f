"""As what a server starts, and where it does not start: one line says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit import config, net_util
from streamlit.web import bootstrap

from hosting import asking
from hosting import mode as hosting_mode
from hosting.asking import (
    NOT_AS_LOCAL,
    NOT_AS_READER,
    NOT_FROM_HERE,
    NOT_IN_PUBLIC,
    NOT_SIGNED_IN,
    Act,
    may,
    why_not_add,
)
from hosting.mode import CannotStart, Mode, checked_mode
from hosting.roles import Access, Person, Role, access_of, role_of
from hosting.start import middleware
from tests.hosting.conftest import LOGIN

Write = Callable[[str], None]


@pytest.fixture
def bound_to(monkeypatch: pytest.MonkeyPatch) -> Callable[[str | None], None]:
    """Bind the server to an address."""
    get = config.get_option

    def bind(address: str | None) -> None:
        monkeypatch.setattr(config, "get_option", lambda key: address if key == "server.address" else get(key))
        monkeypatch.setattr(hosting_mode.st, "get_option", config.get_option)

    return bind


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1"])
def test_a_server_on_loopback_is_for_its_own_machine(bound_to: Callable, address: str) -> None:
    bound_to(address)

    assert checked_mode() is Mode.LOCAL


@pytest.mark.parametrize("address", ["0.0.0.0", "", None, "::", "203.0.113.9", "unix:///run/dossier"])
def test_another_server_without_a_login_does_not_start(bound_to: Callable, address: str | None) -> None:
    bound_to(address)

    with pytest.raises(SystemExit) as said:
        middleware(["facts"])
    (line,) = str(said.value.code).splitlines()
    assert line.startswith("Dossier does not start: everybody who reaches ")
    assert "Set DOSSIER_PUBLIC=1" in line


@pytest.mark.parametrize("word", ["1", "true", "True", " yes "])
def test_a_server_that_is_told_to_be_public_starts(
    bound_to: Callable, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    bound_to("0.0.0.0")
    monkeypatch.setenv("DOSSIER_PUBLIC", word)

    assert checked_mode() is Mode.PUBLIC


def test_the_secrets_of_community_cloud_tell_it(bound_to: Callable, secrets: Write, monkeypatch: pytest.MonkeyPatch):
    bound_to("0.0.0.0")
    monkeypatch.setenv("DOSSIER_PUBLIC", "0")  # so that what the secrets set is undone
    monkeypatch.delenv("DOSSIER_PUBLIC")
    secrets('DOSSIER_PUBLIC = "1"')

    assert checked_mode() is Mode.PUBLIC


@pytest.mark.parametrize("word", ["0", "", "no", "false", "maybe"])
def test_other_words_do_not_make_it_public(bound_to: Callable, monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    bound_to("0.0.0.0")
    monkeypatch.setenv("DOSSIER_PUBLIC", word)

    with pytest.raises(CannotStart):
        checked_mode()


def test_a_login_needs_a_file_that_says_who(secrets: Write, access: Write) -> None:
    secrets(LOGIN.format(port=1))
    with pytest.raises(CannotStart, match=r"nothing says who may see the reports. Write .*access.toml"):
        checked_mode()

    access('see = "everybody"')
    with pytest.raises(CannotStart, match=r"see is 'everybody', not public, signed-in or named"):
        checked_mode()

    access('see = "named"')
    assert checked_mode() is Mode.LOGIN


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("/oauth2callback", "/", "needs redirect_uri"),
        ("a secret for tests that is long enough", "short", "needs a cookie_secret of 32 characters"),
        ("secret of the client", "CHANGE: as the provider gave it", "has client_secret as the example has it"),
        ("client_id", "id_of_client", "needs client_id, client_secret and server_metadata_url"),
    ],
)
def test_a_login_that_is_half_set_up_does_not_start(
    secrets: Write, access: Write, old: str, new: str, said: str
) -> None:
    secrets(LOGIN.format(port=1).replace(old, new))
    access('see = "named"')

    with pytest.raises(CannotStart, match=said):
        checked_mode()


def test_a_login_without_its_package_does_not_start(
    secrets: Write, access: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets(LOGIN.format(port=1))
    access('see = "named"')
    monkeypatch.setattr(hosting_mode, "is_authlib_installed", lambda: False)

    with pytest.raises(CannotStart, match="pip install"):
        checked_mode()


def test_the_file_lies_beside_the_snapshots_unless_it_is_named(
    secrets: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets(LOGIN.format(port=1))
    monkeypatch.delenv("DOSSIER_ACCESS", raising=False)
    monkeypatch.setenv("DOSSIER_DATA", str(tmp_path))
    (tmp_path / "access.toml").write_text('see = "signed-in"', encoding="utf-8")

    assert checked_mode() is Mode.LOGIN


DESK = access_of(
    """
    see = "named"
    [roles]
    owner = ["Ann@Desk.example"]
    editor = ["@desk.example", "group:Editors"]
    reader = ["group:press", "joe@other.example"]
    blocked = ["eve@desk.example"]
    """
)


@pytest.mark.parametrize(
    ("person", "role"),
    [
        (Person("ann@desk.example"), Role.OWNER),
        (Person("ANN@DESK.example"), Role.OWNER),
        (Person("bob@desk.example"), Role.EDITOR),
        (Person("bob@sub.desk.example"), Role.NOBODY),
        (Person("bob@desk.example.evil.example"), Role.NOBODY),
        (Person("eve@desk.example", frozenset({"Editors"})), Role.NOBODY),
        (Person("joe@other.example"), Role.READER),
        (Person("joe@other.example", frozenset({"Editors", "press"})), Role.EDITOR),
        (Person("kim@a.example", frozenset({"editors"})), Role.NOBODY),
        (None, Role.NOBODY),
    ],
)
def test_a_role_is_the_highest_that_names_somebody(person: Person | None, role: Role) -> None:
    assert role_of(person, DESK, 60) is role


def test_a_login_counts_for_so_many_hours() -> None:
    access = access_of('see = "signed-in"\nlogin_hours = 0.5')

    assert role_of(Person("a@b.example", signed_in=0), access, 1700) is Role.READER
    assert role_of(Person("a@b.example", signed_in=0), access, 1900) is Role.NOBODY
    assert role_of(Person("a@b.example", signed_in=1000), access, 0) is Role.NOBODY


def test_nobody_is_more_than_a_reader_of_a_public_corpus_without_being_named() -> None:
    access = Access(see="public", roles={"blocked": frozenset({"eve@a.example"})})

    assert {role_of(one, access, 0) for one in (None, Person("a@b.example"), Person("eve@a.example"))} == {Role.READER}


@pytest.mark.parametrize(
    "words",
    [
        "login_hours = 0",
        "login_hours = 745",
        "login_hours = true",
        "roles = 1",
        '[roles]\nboss = ["a@b.example"]',
        '[roles]\nowner = "a@b.example"',
        '[roles]\nowner = ["@"]',
        '[roles]\nowner = ["*"]',
        '[roles]\nowner = ["group:"]',
    ],
)
def test_what_is_wrong_in_the_file_is_said(words: str) -> None:
    with pytest.raises(ValueError, match=r"login_hours|roles|owner"):
        access_of(words)


def test_a_public_server_is_read_only(bound_to: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    bound_to("0.0.0.0")
    monkeypatch.setenv("DOSSIER_PUBLIC", "1")
    monkeypatch.setenv("DOSSIER_LOCAL", "1")

    assert [act for act in Act if may(act)] == [Act.SEE]
    assert why_not_add() == NOT_IN_PUBLIC
    monkeypatch.setenv("DOSSIER_ADD", "everyone")
    assert [act for act in Act if may(act)] == [Act.SEE, Act.SAVE, Act.ADD]


def test_a_server_that_should_not_have_started_is_read_only(bound_to: Callable) -> None:
    bound_to("0.0.0.0")

    assert [act for act in Act if may(act)] == [Act.SEE]


def test_who_did_not_sign_in_may_do_nothing(secrets: Write, access: Write) -> None:
    secrets(LOGIN.format(port=1))
    access('see = "named"\n[roles]\nowner = ["ann@desk.example"]')

    assert [act for act in Act if may(act)] == []


def test_who_may_not_add_is_told_why(
    secrets: Write, access: Write, bound_to: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    bound_to("localhost")
    assert why_not_add() == NOT_AS_LOCAL
    monkeypatch.setenv("DOSSIER_LOCAL", "1")
    assert why_not_add() == NOT_FROM_HERE

    secrets(LOGIN.format(port=1))
    access('see = "public"')
    assert why_not_add() == NOT_SIGNED_IN
    monkeypatch.setattr(asking, "asker", lambda: "bob@desk.example")
    assert why_not_add() == NOT_AS_READER


def test_a_server_on_all_addresses_looks_up_none_of_its_own(
    bound_to: Callable, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def asked(*_: object) -> str:
        raise AssertionError("asked for an address")

    bound_to("0.0.0.0")
    monkeypatch.setattr(net_util, "get_external_ip", asked)
    monkeypatch.setattr(net_util, "get_internal_ip", asked)

    bootstrap._print_url(False)  # as the server does at its start

    assert capsys.readouterr().out == ""
    assert config.get_option("client.allowedOrigins") == []
