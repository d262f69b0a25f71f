"""What somebody sees who may not see the reports: a page of one sentence with the way in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote, unquote, urlsplit

from starlette.responses import HTMLResponse

TO_COOKIE = "dossier_to"  # the address that was asked for, to go to after the login
TO_SECONDS = 600
LONGEST_TO = 2_000
NOT_LOCAL = (
    "This Dossier is for the machine that it runs on. Open it there as http://localhost:{port} - or start it with "
    "DOSSIER_PUBLIC=1 or a login (deploy/README.md) to serve others."
)
SIGN_IN = "Sign in to see these reports."
NOT_HERE = "There are no such reports here."
NOT_YOU = "{email} may not see these reports. Ask an owner of this dashboard to name you, then sign in again."
CHOOSE = "Choose the reports to open."
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Dossier</title>
<meta name="viewport" content="width=device-width"><style>
:root {{ color-scheme: light dark }}
body {{ font: 1rem/1.5 "Source Sans", system-ui, sans-serif; max-width: 32rem; margin: 20vh auto 0; padding: 0 1rem }}
a {{ display: inline-block; padding: .5rem 1rem; margin: 0 .5rem .5rem 0; border: 1px solid; border-radius: .25rem }}
ul {{ list-style: none; padding: 0 }}
li a {{ display: block; margin: 0 0 .75rem; text-decoration: none; color: inherit }}
li strong, li span {{ display: block; overflow-wrap: anywhere }}
li a:hover strong, li a:focus strong {{ text-decoration: underline }}
</style></head><body><main><h1>Dossier</h1><p>{words}</p>{rows}<p>{links}</p></main></body></html>"""


@dataclass(frozen=True)
class Row:
    """Reports that can be opened: their address and title, and lines about them."""

    address: str
    title: str
    about: tuple[str, ...] = ()


def door(words: str, links: Mapping[str, str], status: int, rows: Sequence[Row] = ()) -> HTMLResponse:
    """The page; `links` are addresses by their words."""
    shown = "".join(f'<a href="{escape(address)}">{escape(said)}</a>' for said, address in links.items())
    listed = f"<ul>{''.join(map(_row, rows))}</ul>" if rows else ""
    page = PAGE.format(words=escape(words), links=shown, rows=listed)
    return HTMLResponse(page, status_code=status, headers={"cache-control": "no-store"})


def _row(row: Row) -> str:
    lines = "".join(f'<span dir="auto">{escape(one)}</span>' for one in row.about if one)
    return f'<li><a href="{escape(row.address)}"><strong dir="auto">{escape(row.title)}</strong>{lines}</a></li>'


def kept_target(path: str, query: str) -> str:
    """The value of the cookie that keeps an address of the dashboard; empty for one that is too long."""
    said = quote(f"{path}?{query}" if query else path, safe="")
    return said if len(said) <= LONGEST_TO else ""


def target(kept: str, base: str = "/") -> str:
    """The address to go to after a login: one of this server, else its first page.

    >>> target("%2Ffacts%3Ftheme%3DMining"), target("https%3A%2F%2Fevil.example"), target("%2F%2Fevil.example")
    ('/facts?theme=Mining', '/', '/')
    >>> target("%2F%5Cevil.example"), target("%2Fa%0D%0Ab"), target("")
    ('/', '/', '/')
    """
    said = unquote(kept)
    if "\\" in said or any(sign < " " or sign == "\x7f" for sign in said) or not said.startswith("/"):
        return base
    try:
        parts = urlsplit(said)
    except ValueError:
        return base
    return base if parts.scheme or parts.netloc or said.startswith("//") else said
