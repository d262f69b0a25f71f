"""Addresses for those who watch the server: whether it runs, and whether it has reports to show."""

from __future__ import annotations

import os

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from analysis.store import CURRENT
from hosting.place import DATA_SETTING, corpora, is_alone
from hosting.which import base

NOT_YET = "no snapshot is published yet"


def routes() -> list[Route]:
    """`/health`: the process answers. `/ready`: a snapshot of each corpus is published, or is made of the seeds at the
    first visit."""
    return [Route(f"{base()}health", _health), Route(f"{base()}ready", _ready)]


async def _health(_: Request) -> PlainTextResponse:
    return PlainTextResponse("ok", headers={"cache-control": "no-store"})


async def _ready(_: Request) -> PlainTextResponse:
    every = corpora()
    makes_seeds = is_alone() and not os.environ.get(DATA_SETTING)
    is_ready = makes_seeds or (bool(every) and all((one.folder / CURRENT).is_file() for one in every))
    return PlainTextResponse(
        "ok" if is_ready else NOT_YET, 200 if is_ready else 503, headers={"cache-control": "no-store"}
    )
