"""The description of the API, as OpenAPI 3.1 has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

LIMIT, MOST_ROWS = 100, 1_000  # rows of a page of JSON; more are in the files
MOST_VALUES = 400  # of a field that is counted
VERSION = "3.1.0"


def described(
    prefix: str, tables: Sequence[str], counted: Sequence[str], files: Mapping[str, str], filters: Sequence[str]
) -> dict[str, Any]:
    """The description, of an API under this prefix; `files` are media types by endings."""
    of_filters = [_parameter(name, {"type": "array", "items": {"type": "string"}}, "A filter.") for name in filters]
    of_filters.append(_parameter("snapshot", {"type": "string"}, "The name of one that is kept; else the newest."))
    texts = _parameter("texts", {"enum": ["yes", "no"]}, "`no`: at most the first words of texts of reports.")
    paths = {
        f"{prefix}": _get("What there is", [], {"application/json": {"type": "object"}}),
        f"{prefix}/{{table}}": _get(
            "A page of the rows of a table",
            [_place("table", tables), *of_filters, _whole("limit", LIMIT, 1, MOST_ROWS), _whole("offset", 0, 0), texts],
            {"application/json": PAGE},
        ),
        f"{prefix}/counts/{{field}}": _get(
            "How many claims each value of a field has",
            [_place("field", counted), *of_filters, _whole("limit", LIMIT, 1, MOST_VALUES), SEARCH],
            {"application/json": COUNTS},
        ),
    }
    for ending, media_type in files.items():
        kind = {media_type: {"type": "string", "format": "binary"}}
        paths[f"{prefix}/{{table}}.{ending}"] = _get(
            f"All rows of a table as {ending}", [_place("table", tables), *of_filters, texts], kind
        )
    return {"openapi": VERSION, "info": {"title": "Dossier", "version": "1"}, "paths": paths}


HEAD = {"snapshot": {"type": "string"}, "filters": {"type": "array", "items": {"type": "string"}}}
PAGE = {
    "type": "object",
    "required": ["snapshot", "filters", "total", "offset", "rows", "next"],
    "properties": {
        **HEAD,
        "total": {"type": "integer"},
        "offset": {"type": "integer"},
        "rows": {"type": "array", "items": {"type": "object"}},
        "next": {"type": ["string", "null"]},
    },
}
COUNTS = {
    "type": "object",
    "required": ["snapshot", "filters", "field", "total", "values"],
    "properties": {
        **HEAD,
        "field": {"type": "string"},
        "total": {"type": "integer"},
        "values": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["value", "n"],
                "properties": {"value": {"type": "string"}, "n": {"type": "integer"}},
            },
        },
    },
}
FAULT = {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}


def _get(what: str, parameters: list[dict[str, Any]], kinds: dict[str, Any]) -> dict[str, Any]:
    fault = {"content": {"application/json": {"schema": FAULT}}}
    answers = {
        "200": {"description": "Found", "content": {kind: {"schema": schema} for kind, schema in kinds.items()}},
        "400": {"description": "A filter or a number that is none", **fault},
        "401": {"description": "Sign in first"},
        "403": {"description": "Not yours"},
        "404": {"description": "There is no such table or field", **fault},
        "429": {"description": "Too many questions at once"},
        "503": {"description": "There is no snapshot that can be read", **fault},
    }
    return {"get": {"summary": what, "parameters": parameters, "responses": answers}}


def _parameter(name: str, schema: dict[str, Any], what: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": what, "schema": schema}


SEARCH = _parameter("search", {"type": "string"}, "Letters that values have.")


def _whole(name: str, otherwise: int, least: int, most: int | None = None) -> dict[str, Any]:
    bounds = {"minimum": least} | ({"maximum": most} if most else {"maximum": 2**31})
    return _parameter(name, {"type": "integer", "default": otherwise, **bounds}, "Of the rows.")


def _place(name: str, values: Sequence[str]) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"enum": list(values)}}
