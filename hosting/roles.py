"""Who may do what: people by e-mail, domain or group, as the file of the settings names them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from hashlib import sha256
from typing import Any

PUBLIC, SIGNED_IN, NAMED = "public", "signed-in", "named"
GROUP = "group:"
BLOCKED = "blocked"
DIGEST = re.compile(r"[0-9a-fA-F]{64}")
LONGEST_LOGIN = 31 * 24  # hours, as long as the cookie lives


class Role(IntEnum):
    """What somebody is to a corpus. A reader sees; an editor adds reports, sets dates and saves views; an owner may
    change what others saved, and decides who is what."""

    NOBODY = 0
    READER = 1
    EDITOR = 2
    OWNER = 3


class BadAccess(ValueError):
    """The file of the settings cannot be read; the message says what is wrong."""


@dataclass(frozen=True)
class Person:
    """Somebody who signed in: what the provider of the login says. `signed_in` is in seconds since 1970."""

    email: str
    groups: frozenset[str] = frozenset()
    signed_in: float = 0
    name: str = ""


@dataclass(frozen=True)
class Access:
    """Who may see the reports, who is more than a reader, and for how many hours a login counts.

    The keys of `roles` are roles and `blocked`; the values are e-mail addresses, `@domain` and `group:name`.
    """

    see: str = NAMED
    roles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    login_hours: float = 12
    groups_claim: str = "groups"
    tokens: frozenset[str] = frozenset()  # digests (SHA-256) of what programs that read the API send

    @property
    def groups(self) -> frozenset[str]:
        """The groups that are named: no other decides anything."""
        every = frozenset().union(*self.roles.values())
        return frozenset(name.removeprefix(GROUP) for name in every if name.startswith(GROUP))


def access_of(toml: str) -> Access:
    """What the text of a file of settings says. Raises BadAccess.

    >>> access_of('see = "signed-in"\\n[roles]\\nowner = ["Ann@Example.org"]').roles["owner"]
    frozenset({'ann@example.org'})
    >>> access_of('see = "all"')
    Traceback (most recent call last):
    hosting.roles.BadAccess: see is 'all', not public, signed-in or named
    """
    try:
        said = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as fault:
        raise BadAccess(f"it is no TOML: {fault}") from fault
    if unknown := said.keys() - {"see", "roles", "login_hours", "groups_claim", "tokens"}:
        raise BadAccess(f"it has {min(unknown)!r}, which is no setting")
    see, hours = said.get("see", NAMED), said.get("login_hours", 12)
    if see not in (PUBLIC, SIGNED_IN, NAMED):
        raise BadAccess(f"see is {see!r}, not public, signed-in or named")
    if isinstance(hours, bool) or not isinstance(hours, int | float) or not 0 < hours <= LONGEST_LOGIN:
        raise BadAccess(f"login_hours is {hours!r}, not a number up to {LONGEST_LOGIN}")
    roles, tokens = _roles(said.get("roles", {})), _tokens(said.get("tokens", {}))
    return Access(see, roles, hours, str(said.get("groups_claim", "groups")), tokens)


def _roles(said: Any) -> dict[str, frozenset[str]]:
    allowed = [*(role.name.lower() for role in Role if role), BLOCKED]
    if not isinstance(said, dict) or not said.keys() <= set(allowed):
        raise BadAccess(f"roles has other names than {', '.join(allowed)}")
    for role, names in said.items():
        if not isinstance(names, list) or not all(isinstance(one, str) and _is_name(one) for one in names):
            raise BadAccess(f"{role} is no list of e-mail addresses, @domain and group:name")
    return {role: frozenset(_folded(one) for one in names) for role, names in said.items()}


def _tokens(said: Any) -> frozenset[str]:
    if not isinstance(said, dict) or not all(isinstance(one, str) and DIGEST.fullmatch(one) for one in said.values()):
        raise BadAccess("tokens is no table of names with a SHA-256 digest in hexadecimal each")
    return frozenset(one.lower() for one in said.values())


def has_token(access: Access, sent: str) -> bool:
    """Whether a program sent a token that is named.

    >>> digest = sha256(b"an accidental word").hexdigest()
    >>> has_token(Access(tokens=frozenset({digest})), "an accidental word"), has_token(Access(), "")
    (True, False)
    """
    return sha256(sent.encode("utf-8", "replace")).hexdigest() in access.tokens


def _is_name(said: str) -> bool:
    if said.startswith(GROUP):
        return len(said) > len(GROUP)
    return _is_address(f"name{said}" if said.startswith("@") else said)


def _is_address(said: str) -> bool:
    """Whether it is an e-mail address; what begins as a group does is none.

    >>> _is_address("ann@desk.example"), _is_address("@desk.example"), _is_address("group:desk@a.example")
    (True, False, False)
    """
    name, at, domain = said.partition("@")
    return bool(name and at and domain) and not any(sign in name + domain for sign in " @*<>,;:")


def _folded(name: str) -> str:
    """Addresses in small letters; names of groups as they stand."""
    return name if name.startswith(GROUP) else name.lower()


def role_of(person: Person | None, access: Access, now: float) -> Role:
    """What somebody, or a visitor who did not sign in, is at a time in seconds since 1970.

    >>> desk = Access(roles={"editor": frozenset({"@desk.example"}), "blocked": frozenset({"eve@desk.example"})})
    >>> [role_of(Person(f"{name}@desk.example", signed_in=0), desk, 60).name for name in ("ann", "eve")]
    ['EDITOR', 'NOBODY']
    """
    visitor = Role.READER if access.see == PUBLIC else Role.NOBODY
    if person is None or not is_fresh(person, access, now) or _is_among(person, access.roles.get(BLOCKED)):
        return visitor
    named = [role for role in Role if role and _is_among(person, access.roles.get(role.name.lower()))]
    return max(named, default=visitor if access.see == NAMED else Role.READER)


def is_fresh(person: Person, access: Access, now: float) -> bool:
    """Whether the login still counts; one from the future does not, but for clocks that differ a little."""
    return -300 <= now - person.signed_in <= access.login_hours * 3600


def _is_among(person: Person, names: frozenset[str] | None) -> bool:
    email = person.email.lower()
    mine = {email, "@" + email.rpartition("@")[2], *(GROUP + group for group in person.groups)}
    return bool(names and mine & names)


def person_of(claims: Mapping[str, Any], access: Access) -> Person | None:
    """Who signed in, by the claims of the provider; None without an e-mail address, or with one that it has not
    verified."""
    email, since = claims.get("email"), claims.get("iat")
    if not claims.get("is_logged_in") or not isinstance(email, str) or not _is_address(email):
        return None
    if (
        claims.get("email_verified") in (False, "false")
        or isinstance(since, bool)
        or not isinstance(since, int | float)
    ):
        return None
    groups = claims.get(access.groups_claim)
    named = frozenset(one for one in groups if isinstance(one, str)) if isinstance(groups, list) else frozenset()
    return Person(email.lower(), named, since, str(claims.get("name") or ""))
