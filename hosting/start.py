"""What the server is made of when it starts: middleware around Streamlit's app, and the line that says where it is."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime import Runtime
from streamlit.web.server.server_util import get_display_address, get_url

from hosting.bound import keep_apart
from hosting.guard import Guard
from hosting.headers import BadOrigin, SecurityHeaders, frames, security_headers, streamlit_page
from hosting.logs import of_the_loop, start_logs
from hosting.measured import Measured
from hosting.metrics import check_token
from hosting.mode import CannotStart, checked_mode
from hosting.place import is_alone
from hosting.room import Room, most_sessions
from hosting.unknown import UnknownPage
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
        mode, most = checked_mode(), most_sessions()
        check_token()
    except CannotStart as fault:
        raise SystemExit(str(fault)) from fault
    headers = security_headers([streamlit_page(), script(pages)], origins)
    return [
        Middleware(Measured),
        Middleware(SecurityHeaders, headers=headers, origins=origins),
        Middleware(Guard, mode=mode),
        Middleware(Room, mode=mode, most=most),
        Middleware(BaseUrl, pages=pages),
        Middleware(UnknownPage, pages=pages),
    ]


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Say where the server is, and for whom; then run the first page once, before somebody asks for it."""
    start_logs()
    asyncio.get_running_loop().set_exception_handler(of_the_loop)
    address = get_display_address(st.get_option("server.address") or "localhost")
    sys.stdout.write(f"Dossier is at {get_url(address)} ({checked_mode().value})\n")
    sys.stdout.flush()
    keep_apart(Runtime.instance())
    first_run = asyncio.create_task(run_once())
    yield
    first_run.cancel()


async def run_once() -> None:
    """Run the script as for a visitor, while the first browser still loads Streamlit: what it imports, opens and finds
    is there when the page is asked for. Not before a snapshot is there: the first visit builds the seeds."""
    if await asyncio.to_thread(has_snapshot):
        await Runtime.instance().does_script_run_without_error()


def has_snapshot() -> bool:
    """Whether there is something to show, at an address that names no corpus. Imports what it needs here: the server
    listens before that."""
    from analysis.store import CURRENT
    from pages.parts.data import data_folder

    return is_alone() and (data_folder() / CURRENT).exists()
