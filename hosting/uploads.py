"""What readers may upload, who upload lists of queries alone: how large, how many, and how much is held of all."""

from __future__ import annotations

import time

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Scope
from streamlit.runtime import Runtime
from streamlit.runtime.stats import CacheStat

from hosting import metrics
from hosting.buckets import Buckets

LARGEST = 1_200_000  # bytes of a request
MOST_HELD = 300_000_000  # bytes of all uploads that the server holds in memory, until their pages are closed
AT_ONCE, A_SECOND = 30, 0.2  # files of one address


class Uploads:
    """Refuses uploads of readers that are too large or too many."""

    def __init__(self) -> None:
        self._buckets = Buckets(AT_ONCE, A_SECOND)

    def refused(self, scope: Scope) -> Response | None:
        """The answer to an upload that goes no further; None for one that does."""
        if scope["type"] != "http" or scope["method"] != "PUT":
            return None
        said = Headers(scope=scope).get("content-length", "")
        if not said.isdecimal():
            return PlainTextResponse("Say how long it is", 411)
        if int(said) > LARGEST:
            return PlainTextResponse("Too large", 413)
        address = str((scope.get("client") or ("",))[0])
        if held() > MOST_HELD or not self._buckets.takes(address, time.monotonic()):
            metrics.REFUSED.labels("uploads").inc()
            return PlainTextResponse("Too many uploads: wait a few seconds", 429, {"retry-after": "5"})
        return None


def held() -> int:
    """Bytes of the uploads that this server holds."""
    if not Runtime.exists():
        return 0
    stats = Runtime.instance().uploaded_file_mgr.get_stats()
    return sum(one.byte_length for family in stats.values() for one in family if isinstance(one, CacheStat))
