"""The API, read-only: `/api/v1/` has every table of the snapshot, with the filters of the addresses of pages.

It asks what files and pages ask (`sharing.tables`, `analysis.queries`). Who may read pages may read it; a program sends
a token of `access.toml`. hosting/guard.py has looked at that before a request comes here.
"""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlencode

import duckdb
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from analysis.fields import FIELDS
from analysis.queries.engine.database import Database
from analysis.queries.facets import facet_values
from analysis.queries.known_values import theme_values
from analysis.shown import cut, visible
from analysis.store import NoSnapshot, is_name
from display.fields import ENTRIES
from display.filters.query import KEYS, known_key, read
from display.view import View
from hosting.openapi import LIMIT, MOST_ROWS, MOST_VALUES, described
from hosting.which import base, base_of, corpus_asked
from pages.parts.data import database_of
from sharing.missing import MissingPackage
from sharing.shared import LinkFault, Shared, query_of_link
from sharing.tables.asked import NAMES, asked
from sharing.tables.files import column_words, table_file

PREFIX = "api/v1"
FILES = {"csv": "text/csv; charset=utf-8", "parquet": "application/vnd.apache.parquet", "jsonl": "application/x-ndjson"}
OWN = ("limit", "offset", "texts", "search", "snapshot")  # keys beside the filters
YES, NO = "yes", "no"
AT_ONCE = 2  # questions that are answered at one time: each may take a processor
COUNTED = tuple(name for name, field in FIELDS.items() if field.facet and name in ENTRIES)

Answer = Callable[[Shared, Mapping[str, str]], Response]
_turn = asyncio.Semaphore(AT_ONCE)


class Refused(ValueError):
    """A request that asks for what is not there; the message says what."""


def routes() -> list[Route]:
    """The addresses of the API."""
    places = {"": _about, "/openapi.json": _openapi, "/counts/{field}": _counts, "/{table}": _table}
    return [Route(f"{base()}{PREFIX}{place}", endpoint, methods=["GET"]) for place, endpoint in places.items()]


async def _about(request: Request) -> Response:
    """What there is: the snapshot, the tables with their columns, and the fields that are counted."""

    def answer(shared: Shared, _: Mapping[str, str]) -> Response:
        tables = {
            name: {"row": table.row, "columns": [column_words(one) for one in table.columns]}
            for name, table in ((name, asked(shared, name)) for name in NAMES)
        }
        return JSONResponse(_head(shared) | {"tables": tables, "counts": list(COUNTED), "filters": list(KEYS)})

    return await _answered(request, answer)


async def _openapi(request: Request) -> Response:
    return JSONResponse(described(f"{base_of(request.scope)}{PREFIX}", NAMES, COUNTED, FILES, KEYS))


async def _table(request: Request) -> Response:
    """A page of the rows of a table as JSON; with an ending, all of them as a file."""
    name, _, ending = request.path_params["table"].partition(".")

    def answer(shared: Shared, own: Mapping[str, str]) -> Response:
        if name not in NAMES or ending not in ("", "json", *FILES):
            raise Refused(f"There is no {cut(visible(f'{name}.{ending}' if ending else name), 80)}.")
        if ending in FILES:
            file = table_file(shared, name, f".{ending}")
            said = {"content-disposition": f'attachment; filename="{name}.{ending}"'}
            return Response(file, media_type=FILES[ending], headers=said)
        return JSONResponse(_page(shared, name, own, request))

    return await _answered(request, answer)


def _page(shared: Shared, name: str, own: Mapping[str, str], request: Request) -> dict[str, Any]:
    table, database = asked(shared, name), shared.view.database
    limit, offset = _whole(own, "limit", LIMIT, MOST_ROWS), _whole(own, "offset", 0, 2**31)
    total = database.number(f"SELECT count(*) FROM ({table.sql})", table.params)
    order = ", ".join(f'"{one}"' for one in table.key)
    rows = database.rows(f"SELECT * FROM ({table.sql}) ORDER BY {order} LIMIT {limit} OFFSET {offset}", table.params)
    names = [column.name for column in table.columns]
    found = [dict(zip(names, map(_value, row), strict=True)) for row in rows]
    more = offset + limit < total
    return _head(shared) | {
        "total": total,
        "offset": offset,
        "rows": found,
        "next": _next(request, database.snapshot.name, offset + limit) if more else None,
    }


async def _counts(request: Request) -> Response:
    """How many claims each value of a field has under the filters, as the panel of filters says it."""
    field = request.path_params["field"]

    def answer(shared: Shared, own: Mapping[str, str]) -> Response:
        if field not in COUNTED:
            raise Refused(f"{cut(visible(field), 80)} is not counted; {', '.join(COUNTED)} are.")
        view, most = shared.view, _whole(own, "limit", LIMIT, MOST_VALUES)
        frame = facet_values(view.database, view.selection, field, most, own.get("search", ""))
        show = ENTRIES[field].show
        values = [
            {"value": show(view.database, str(value)), "n": int(n)}
            for value, n in zip(frame["value"], frame["n_facts"], strict=True)
        ]
        total = int(frame["n_values"].iloc[0]) if len(frame) else 0
        return JSONResponse(_head(shared) | {"field": field, "total": total, "values": values})

    return await _answered(request, answer)


async def _answered(request: Request, answer: Answer) -> Response:
    """What `answer` gives, in a thread; faults in words."""
    async with _turn:
        try:
            return await run_in_threadpool(_answer, request, answer)
        except (Refused, LinkFault, MissingPackage) as fault:
            return _fault(404 if isinstance(fault, Refused) else 400, str(fault))
        except NoSnapshot:
            return _fault(503, "No snapshot is published yet.")
        except (OSError, duckdb.IOException):
            return _fault(503, "The snapshot cannot be read.")


def _answer(request: Request, answer: Answer) -> Response:
    own = {key: value for key, value in request.query_params.items() if key in OWN}
    for key in request.query_params:
        if key not in OWN and known_key(key) not in KEYS:
            raise LinkFault(f"There is no filter {cut(visible(key), 80)}.")
        if key in OWN and len(request.query_params.getlist(key)) > 1:
            raise LinkFault(f"{key} is there twice.")
    if own.get("texts", YES) not in (YES, NO):  # nobody gets texts who asked for none in other words
        raise LinkFault(f"texts is {cut(visible(own['texts']), 80)}, not yes or no.")
    filters = [(key, value) for key, value in request.query_params.multi_items() if key not in OWN]
    return answer(_shared(_database(request, own.get("snapshot", "")), filters, own.get("texts") != NO), own)


def _database(request: Request, name: str) -> Database:
    """The snapshot that is asked for by its name, so that pages of rows are of one; else the one that is published."""
    corpus = corpus_asked(request)
    if not name:
        return database_of(corpus)
    try:
        if is_name(name):
            return database_of(corpus, name)
    except NoSnapshot:
        pass
    raise Refused(f"There is no {cut(visible(name), 80)} (any more).")


def _shared(database: Database, filters: list[tuple[str, str]], has_texts: bool) -> Shared:
    """The view of these filters. Raises LinkFault for those that the snapshot does not have."""
    selection, dropped = read(database, query_of_link("?" + urlencode(filters)))
    if dropped:
        raise LinkFault(f"The reports do not have: {'; '.join(map(visible, dropped))}.")
    view = View(database, selection, tuple(theme_values(database)["theme"]))
    return Shared(view=view, at=datetime.now(UTC).replace(tzinfo=None, microsecond=0), has_texts=has_texts)


def _head(shared: Shared) -> dict[str, Any]:
    """What every answer says of itself."""
    return {"snapshot": shared.view.database.snapshot.name, "filters": shared.filters}


def _whole(own: Mapping[str, str], name: str, otherwise: int, most: int) -> int:
    said = own.get(name, str(otherwise))
    if not (said.isascii() and said.isdecimal()) or not (0 if name == "offset" else 1) <= int(said) <= most:
        raise LinkFault(f"{name} is {cut(visible(said), 80)}, no whole number up to {most:,}.")
    return int(said)


def _next(request: Request, snapshot: str, offset: int) -> str:
    """The address of the next page of the rows of one snapshot."""
    own = ("offset", "snapshot")
    kept = [(key, value) for key, value in request.query_params.multi_items() if key not in own]
    path = base_of(request.scope) + request.url.path.removeprefix(base())
    return f"{path}?{urlencode([*kept, ('snapshot', snapshot), ('offset', str(offset))])}"


def _value(value: Any) -> Any:
    """A cell as JSON has it."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int | str) else json.loads(json.dumps(value, default=str))


def _fault(status: int, words: str) -> Response:
    return JSONResponse({"error": words}, status)
