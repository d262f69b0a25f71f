"""The page on which those choose who see several corpora of a server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import Scope

from analysis.store import NoSnapshot, open_snapshot
from display.day_words import day
from display.words import count
from hosting.door import CHOOSE, Row, door
from hosting.place import Corpus
from hosting.which import base

NOTHING = "No snapshot is published yet."


async def choice(scope: Scope, seen: Sequence[Corpus], ways: Mapping[str, str]) -> Response:
    """The page: the corpora that are seen, and the ways to sign in or out. A link to a page of the server, as it was
    when it had one corpus, is carried on."""
    query = scope["query_string"].decode("latin-1")
    rest = quote(str(scope["path"]).removeprefix(base())) + (f"?{query}" if query else "")
    return await run_in_threadpool(lambda: door(CHOOSE, ways, 200, [_row(one, rest) for one in seen]))


def _row(corpus: Corpus, rest: str) -> Row:
    return Row(f"{base()}{corpus.below}{rest}", corpus.title, (corpus.about, about(corpus)))


def about(corpus: Corpus) -> str:
    """How many reports a corpus has, and of when they are."""
    try:
        snapshot = open_snapshot(corpus.folder)
        n_reports = int(snapshot.manifest["counts"]["documents"])
        return f"{count(n_reports, 'report')}, data as of {day(snapshot.made_at)}"
    except (NoSnapshot, OSError, KeyError, ValueError):
        return NOTHING
