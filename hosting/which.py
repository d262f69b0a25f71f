"""Which corpus a request is for: its address says so, and everything behind the guard asks here.

Of several corpora each lies at `/c/NAME/`, with all that a server has: pages, the WebSocket, files, the API. The guard
takes this part away, so that Streamlit and the routes see the addresses of a server with one.
"""

from __future__ import annotations

from urllib.parse import quote

import streamlit as st
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Scope

from hosting.bound import FILES, HEADER, SESSIONS, file_of
from hosting.place import PREFIX, Corpus, corpus_called, is_alone, the_one

CORPUS = "dossier.corpus"  # in the scope of a request; None where the address is that of no corpus
BELOW = "dossier.below"  # what was taken away of the path: `c/NAME/`
PROTOCOLS = b"sec-websocket-protocol"
MEDIA, UPLOADS = "/media/", "/_stcore/upload_file/"


def base() -> str:
    """The path under which the dashboard is served."""
    said = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{said}/" if said else "/"


def located(scope: Scope) -> Scope:
    """A request as Streamlit and the routes are to see it, with its corpus."""
    if is_alone():
        return {**scope, CORPUS: the_one(), BELOW: ""}
    path, start = str(scope["path"]), f"{base()}{PREFIX}/"
    headers = [one for one in scope["headers"] if one[0] != HEADER.encode()]
    if not path.startswith(start):
        return {**scope, "headers": headers, CORPUS: None, BELOW: ""}
    name, _, rest = path.removeprefix(start).partition("/")
    corpus = corpus_called(name)
    if corpus and scope["type"] == "websocket":
        headers = [(key, _of_corpus(value, corpus) if key == PROTOCOLS else value) for key, value in headers]
        headers.append((HEADER.encode(), corpus.name.encode()))
    inner = base() + rest
    raw = quote(inner).encode()
    return {**scope, "path": inner, "raw_path": raw, "headers": headers, CORPUS: corpus, BELOW: f"{PREFIX}/{name}/"}


def _of_corpus(protocols: bytes, corpus: Corpus) -> bytes:
    """What a browser sends when it opens a WebSocket, without the session that it wants back if that is another's."""
    parts = protocols.decode("latin-1").split(",")
    if len(parts) > 2 and not SESSIONS.is_of(parts[2].strip(), corpus.name):
        parts = parts[:2]
    return ",".join(parts).encode("latin-1")


def corpus_of(scope: Scope) -> Corpus | None:
    """The corpus of a request that was located."""
    found: Corpus | None = scope[CORPUS]
    return found


def corpus_now(scope: Scope) -> Corpus | None:
    """The same for a request that goes on: as the settings say it now, None where they do so no more."""
    found = corpus_of(scope)
    return corpus_called(found.name) if found and found.name else found


def base_of(scope: Scope) -> str:
    """The path under which the corpus of a request is served."""
    return base() + str(scope.get(BELOW, ""))


def is_at_the_root(scope: Scope) -> bool:
    """Whether a request is for no corpus, but for the server of several."""
    return not is_alone() and not scope[BELOW]


def moved(original: Scope, scope: Scope) -> Response | None:
    """Where an address of one of several corpora lies that lacks a slash, or has one too many."""
    asked = str(original["path"])
    if not scope[BELOW] or scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return None
    right = base_of(scope) + str(scope["path"]).removeprefix(base()).rstrip("/")
    if asked == right:
        return None
    query = original.get("query_string", b"").decode("latin-1")
    address = quote(right) + (f"?{query}" if query else "")
    return RedirectResponse(address, 307, headers={"cache-control": "no-cache"})


def is_of_another(path: str, corpus: Corpus) -> bool:
    """Whether a path below that of a corpus names a file or a session that is not of this corpus."""
    if not corpus.name:
        return False
    if path.startswith(MEDIA):
        return not FILES.is_of(file_of(path), corpus.name)
    if path.startswith(UPLOADS):
        return not SESSIONS.is_of(path.removeprefix(UPLOADS).partition("/")[0], corpus.name)
    return False


def corpus_asked(request: Request) -> Corpus:
    """The corpus of a request that the guard let through."""
    corpus = corpus_of(request.scope)
    if corpus is None:
        raise LookupError("the guard lets no request through that is for no corpus")
    return corpus
