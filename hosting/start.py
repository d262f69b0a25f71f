"""What the server is made of when it starts: middleware around Streamlit's app, and the line that says where it is."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware
from streamlit.web.server.server_util import get_display_address, get_url

from hosting.guard import Guard
from hosting.headers import BadOrigin, SecurityHeaders, frames, security_headers, streamlit_page
from hosting.mode import CannotStart, checked_mode
from pages.parts.base_url import BaseUrl, script

FRAMES_SETTING = "DOSSIER_FRAMES"  # origins that may hold the dashboard in a frame, with blanks between them
NO_ORIGIN = f"Dossier does not start: {FRAMES_SETTING} has {{!r}}, which is no origin such as https://desk.example."


def middleware(pages: Collection[str]) -> list[Middleware]:
    """What stands before Streamlit's app, the outermost first; `pages` are the last parts of the addresses of pages.
    Raises SystemExit, with a line that says what to do, where the settings do not allow a start."""
    try:
        origins = frames(os.environ.get(FRAMES_SETTING, ""))
    except BadOrigin as fault:
        raise SystemExit(NO_ORIGIN.format(str(fault))) from fault
    try:
        mode = checked_mode()
    except CannotStart as fault:
        raise SystemExit(str(fault)) from fault
    headers = security_headers([streamlit_page(), script(pages)], origins)
    return [
        Middleware(SecurityHeaders, headers=headers, origins=origins),
        Middleware(Guard, mode=mode),
        Middleware(BaseUrl, pages=pages),
    ]


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Say where the server is, and for whom."""
    address = get_display_address(st.get_option("server.address") or "localhost")
    sys.stdout.write(f"Dossier is at {get_url(address)} ({checked_mode().value})\n")
    sys.stdout.flush()
    yield
