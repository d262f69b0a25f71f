"""What somebody is told when something breaks: an id that the log has as well, and nothing of the fault itself."""

from __future__ import annotations

from collections.abc import Callable, Collection
from logging import ERROR

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from hosting import metrics
from hosting.headers import security_headers, streamlit_page
from hosting.logs import error_id, log
from pages.parts.base_url import script

BROKEN = "Something broke. The log of the server has it as error {}."


def broken(pages: Collection[str]) -> Callable[[Request, Exception], Response]:
    """What answers a request that raised, with the security headers."""
    headers = security_headers([streamlit_page(), script(pages)])

    def answer(request: Request, fault: Exception) -> Response:
        log("a request ended with a fault", fault, ERROR, path=request.url.path)
        metrics.FAULTS.labels("request").inc()
        return PlainTextResponse(BROKEN.format(error_id(fault)), 500, headers)

    return answer


def say_broken(fault: Exception) -> None:
    """Say on the page that its run ended with a fault; Streamlit has logged it."""
    metrics.FAULTS.labels("page").inc()
    st.error(
        f"{BROKEN.format(error_id(fault))} Reload the page; if it breaks again, tell who runs this server the number."
    )
