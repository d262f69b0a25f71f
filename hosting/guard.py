"""ASGI middleware that lets in only whom it should: to pages, to media, components and uploads, and to the WebSocket.

Streamlit's own addresses cannot be overridden by routes, so they are guarded here, before Streamlit sees a request.
The messages of an open WebSocket are guarded as well: whose access is withdrawn gets nothing more.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

from starlette.datastructures import Headers, QueryParams
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.auth_util import get_secrets_auth_section
from streamlit.user_info import generate_login_redirect_url
from streamlit.web.server.server_util import allow_all_cross_origin_requests, is_allowed_origin

from hosting import door, metrics
from hosting.asking import adds_everyone
from hosting.choosing import choice
from hosting.cookies import claims_of, cookies_of, slim_cookies
from hosting.mode import CALLBACK, Mode, providers, read_access, role_by_claims, role_of_visitor
from hosting.own import LOOPBACK, is_own
from hosting.place import Corpus, corpora, is_alone
from hosting.roles import Access, BadAccess, Role, has_token
from hosting.signed_out import SignedOut
from hosting.uploads import Uploads
from hosting.which import UPLOADS, base, corpus_now, corpus_of, is_at_the_root, is_of_another, located, moved

SIGN_IN = "/sign-in"
LOGOUT = "/auth/logout"
# The way in, what is in every Streamlit, and what says nothing but that the server runs.
WAY_IN = ("/auth/login", LOGOUT, CALLBACK)
OPEN = (*WAY_IN, "/static", "/favicon.png", "/manifest.json", "/health", "/ready", "/_stcore/health")
INNER = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")  # for this machine alone
API = "/api"
FILES = ("/_stcore", "/media", "/component", API)  # no pages: answered with plain text
SECONDS_TRUSTED = 5.0  # how long a WebSocket may send after its access was last looked up
CLOSED = 1008  # policy violation


class Guard:
    """Lets a request through to Streamlit, or answers it."""

    def __init__(self, app: ASGIApp, mode: Mode) -> None:
        self.app, self.mode, self.signed_out, self.uploads = app, mode, SignedOut(), Uploads()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on as one of its corpus."""
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        asked, scope = scope, located(scope)
        path = path_of(scope)
        refused = await self._refused(asked, scope, path)
        if refused is None and (self.mode is Mode.LOGIN or (self.mode is Mode.PUBLIC and not is_alone())):
            return await self._watched(scope, receive, send, path)
        if refused is None:
            return await self.app(scope, receive, send)
        if scope["type"] == "websocket":
            return await send({"type": "websocket.close", "code": CLOSED})
        return await refused(scope, receive, send)

    async def _refused(self, asked: Scope, scope: Scope, path: str) -> Response | None:
        """The answer to a request that goes no further; None for one that does."""
        if scope["type"] == "websocket" and is_foreign(scope):
            return PlainTextResponse("Another site", 403)
        if self.mode is Mode.LOCAL and not is_own_request(scope):
            return _not_local(scope)
        if self.mode is not Mode.LOCAL and _is_below(path, INNER) and not is_own_request(scope):
            return PlainTextResponse("Not found", 404)
        if path == metrics.PATH:
            is_asker = is_own_request(scope) or metrics.may_ask(Headers(scope=scope).get("authorization", ""))
            return None if is_asker else PlainTextResponse("Not found", 404)
        if path == SIGN_IN and self.mode is Mode.LOGIN:
            return _to_provider(scope)
        if _is_below(path, OPEN):
            return None
        if is_at_the_root(scope):
            return await self._at_the_root(scope, path)
        return moved(asked, scope) or await self._of_corpus(asked, scope, path)

    async def _of_corpus(self, asked: Scope, scope: Scope, path: str) -> Response | None:
        """The answer to who may not ask for this of a corpus. A name of none is as that of one they may not see."""
        corpus = corpus_of(scope)
        role = await self.role(scope, corpus)
        if corpus is None or role < Role.READER:
            return _at_the_door(asked, path, self.mode)
        if is_of_another(path, corpus):
            return PlainTextResponse("Not found", 404)
        is_reader = role < Role.EDITOR and not adds_everyone()
        return self.uploads.refused(scope) if path.startswith(UPLOADS) and is_reader else None

    async def _at_the_root(self, scope: Scope, path: str) -> Response | None:
        """The page on which those choose who see several corpora, or the door for who sees none."""
        if _is_below(path, INNER):
            return None
        if scope["type"] == "websocket" or scope["method"] not in ("GET", "HEAD") or _is_below(path, FILES):
            return PlainTextResponse("Not found", 404)
        seen = [one for one in corpora() if await self.role(scope, one) >= Role.READER]
        ways = _ways(scope) if self.mode is Mode.LOGIN else {}
        return await choice(scope, seen, ways) if seen else _at_the_door(scope, path, self.mode)

    async def role(self, scope: Scope, corpus: Corpus | None) -> Role:
        """What the sender of a request is to a corpus now; an ended login is that of a visitor."""
        if corpus is None:
            return Role.NOBODY
        if self.mode is Mode.LOCAL:
            return Role.OWNER
        if _is_program(scope, corpus):
            return Role.READER
        if self.mode is not Mode.LOGIN:
            return role_of_visitor(corpus)
        claims = claims_of(cookies_of(scope))
        return role_by_claims({} if claims and await self.signed_out.has(claims) else claims, corpus)

    async def _watched(self, scope: Scope, receive: Receive, send: Send, path: str) -> None:
        if scope["type"] == "websocket":
            watched = _Watched(self, scope, receive, send)
            return await self.app(scope, watched.receive, watched.send)
        if self.mode is not Mode.LOGIN:
            return await self.app(scope, receive, send)
        if path == LOGOUT and (claims := claims_of(cookies_of(scope))):
            await self.signed_out.add(claims)
        if path == CALLBACK:
            return await self.app(scope, receive, _Callback(scope, send).send)
        return await self.app(scope, receive, send)


class _Watched:
    """A WebSocket whose access is looked up for each message of the browser, and every few seconds for those to it."""

    def __init__(self, guard: Guard, scope: Scope, receive: Receive, send: Send) -> None:
        self.guard, self.scope, self._receive, self._send = guard, scope, receive, send
        self.looked_up, self.is_closed = time.monotonic(), False

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] == "websocket.receive" and not await self._may(0):
            return {"type": "websocket.disconnect", "code": CLOSED}
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "websocket.send" and not await self._may(SECONDS_TRUSTED):
            return
        if not self.is_closed:
            self.is_closed = message["type"] == "websocket.close"
            await self._send(message)

    async def _may(self, seconds: float) -> bool:
        if self.is_closed:
            return False
        if time.monotonic() - self.looked_up >= seconds:
            self.looked_up = time.monotonic()
            if await self.guard.role(self.scope, corpus_now(self.scope)) < Role.READER:
                self.is_closed = True
                await self._send({"type": "websocket.close", "code": CLOSED})
        return not self.is_closed


class _Callback:
    """The answer to a login that came back: cookies that are small, and the address that was asked for."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.scope, self.pass_on = scope, send

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": await self._headers(message["headers"])}
        await self.pass_on(message)

    async def _headers(self, headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        lines = [value.decode("latin-1") for name, value in headers if name.lower() == b"set-cookie"]
        others = [(name, value) for name, value in headers if name.lower() not in (b"set-cookie", b"location")]
        lists = [found for one in corpora() if (found := _access(one)) is not None]
        lines = await slim_cookies(lines, lists) if lists else []  # nobody signs in while what says who is wrong
        to = door.target(cookies_of(self.scope).get(door.TO_COOKIE, ""), base())
        lines.append(f"{door.TO_COOKIE}=; Path=/; Max-Age=0")
        secure = "; Secure" if str(get_secrets_auth_section().get("redirect_uri")).startswith("https://") else ""
        return [*others, (b"location", to.encode()), *((b"set-cookie", (one + secure).encode()) for one in lines)]


def path_of(scope: Scope) -> str:
    """The path of a request below that of the dashboard, one slash between its parts."""
    parts = [part for part in str(scope["path"]).split("/") if part]
    below = [part for part in base().split("/") if part]
    return "/" + "/".join(parts[len(below) :] if parts[: len(below)] == below else parts)


def _is_below(path: str, places: tuple[str, ...]) -> bool:
    """Whether the path is one of these places or below one.

    >>> _is_below("/media/a.csv", ("/media",)), _is_below("/mediation", ("/media",))
    (True, False)
    """
    return any(path == place or path.startswith(f"{place}/") for place in places)


def is_own_request(scope: Scope) -> bool:
    """Whether a request comes from this machine and to its loopback address, with no proxy in between."""
    client, server = scope.get("client") or (None,), scope.get("server") or (None,)
    headers = {name: ",".join(values) for name, values in _by_name(Headers(scope=scope)).items()}
    return client[0] in LOOPBACK and server[0] in LOOPBACK and is_own(headers, client[0])


def is_foreign(scope: Scope) -> bool:
    """Whether a page of another site asks, one that `server.corsAllowedOrigins` does not name.

    Streamlit would let in every page of `localhost`, and look up the address of this server on the internet to compare.
    """
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if origin is None or allow_all_cross_origin_requests() or is_allowed_origin(origin):
        return False
    try:
        return urlsplit(origin).netloc != headers.get("host")
    except ValueError:
        return True


def _by_name(headers: Headers) -> Mapping[str, list[str]]:
    return {name: headers.getlist(name) for name in headers.keys()}  # noqa: SIM118


def _access(corpus: Corpus) -> Access | None:
    """The access list of a corpus; None while it is wrong."""
    try:
        return read_access(corpus)
    except BadAccess:
        return None


def _is_program(scope: Scope, corpus: Corpus) -> bool:
    """Whether a program asks the API of a corpus with a token of its access list."""
    kind, _, sent = Headers(scope=scope).get("authorization", "").partition(" ")
    if scope["type"] != "http" or kind.lower() != "bearer" or not _is_below(path_of(scope), (API,)):
        return False
    access = _access(corpus)
    return access is not None and has_token(access, sent.strip())


def _not_local(scope: Scope) -> Response:
    words = door.NOT_LOCAL.format(port=(scope.get("server") or ("", 8501))[1])
    return door.door(words, {}, 403)


def _at_the_door(asked: Scope, path: str, mode: Mode) -> Response:
    """The way in for a page, a plain word for a file."""
    is_file = asked["type"] == "websocket" or asked["method"] != "GET" or _is_below(path, FILES)
    if mode is not Mode.LOGIN:
        return PlainTextResponse("Not found", 404) if is_file else door.door(door.NOT_HERE, {"All": base()}, 404)
    claims = claims_of(cookies_of(asked))
    is_known = bool(claims.get("is_logged_in"))
    if is_file:
        return PlainTextResponse("Not yours" if is_known else "Sign in first", 403 if is_known else 401)
    words = door.NOT_YOU.format(email=claims.get("email") or "You") if is_known else door.SIGN_IN
    response = door.door(words, _ways(asked), 403 if is_known else 401)
    if "text/html" in Headers(scope=asked).get("accept", ""):  # a page, not its icon
        kept = door.kept_target(asked["path"], asked["query_string"].decode("latin-1"))
        response.set_cookie(door.TO_COOKIE, kept, max_age=door.TO_SECONDS, httponly=True, samesite="lax")
    return response


def _ways(scope: Scope) -> dict[str, str]:
    """The addresses of the ways to sign in, by their words; for who has, the way out."""
    if claims_of(cookies_of(scope)).get("is_logged_in"):
        return {"Sign out": base() + LOGOUT.lstrip("/")}
    names = providers(dict(get_secrets_auth_section()))
    return {f"Sign in with {name}" if len(names) > 1 else "Sign in": _sign_in_link(name) for name in names}


def _sign_in_link(provider: str) -> str:
    return f"{base()}{SIGN_IN.lstrip('/')}?{urlencode({'with': provider})}"


def _to_provider(scope: Scope) -> Response:
    """On to the provider of the login; Streamlit's address for it counts for two minutes."""
    known, asked = providers(dict(get_secrets_auth_section())), QueryParams(scope.get("query_string", b"")).get("with")
    if asked not in known:
        return PlainTextResponse("There is no such login", 404)
    return RedirectResponse(generate_login_redirect_url(asked), 302, headers={"cache-control": "no-store"})
