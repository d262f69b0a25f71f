"""Figures of the server for Prometheus: requests, sessions, runs of pages, faults, builds, the snapshot.

They are for this machine alone, or for who sends the token whose digest is DOSSIER_METRICS (hosting/guard.py).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from hmac import compare_digest

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from analysis.builds import builds_of
from analysis.store import CURRENT, open_snapshot
from hosting.mode import CannotStart
from hosting.place import corpora
from hosting.roles import DIGEST

DIGEST_SETTING = "DOSSIER_METRICS"  # the SHA-256 digest, in hexadecimal, of the token that Prometheus sends
PATH = "/metrics"
BAD_DIGEST = "Dossier does not start: DOSSIER_METRICS is no SHA-256 digest of 64 hexadecimal digits (deploy/README.md)."
SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)

REQUESTS = Counter("dossier_requests", "Requests that were answered", ("kind", "status"))
REQUEST_SECONDS = Histogram("dossier_request_seconds", "From a request to its answer", ("kind",), buckets=SECONDS)
SESSIONS = Gauge("dossier_sessions", "Pages that are open now")
REFUSED = Counter("dossier_refused", "Requests that were refused to keep the server from being flooded", ("reason",))
RUN_SECONDS = Histogram(
    "dossier_run_seconds", "From what somebody did to the end of the run of the page", ("outcome",), buckets=SECONDS
)
FAULTS = Counter("dossier_faults", "Faults, each with an id in the log", ("place",))


class OfTheFolders(Collector):
    """What is read from the folders of snapshots when somebody asks, as builds are made by processes of their own. The
    name of the only corpus of a server is empty."""

    def collect(self) -> Iterator[Metric]:
        """The builds, and the published snapshot, of each corpus."""
        ended = CounterMetricFamily("dossier_builds", "Builds that ended", labels=("corpus", "outcome"))
        lasted = GaugeMetricFamily("dossier_last_build_seconds", "Duration of the last build", labels=("corpus",))
        rows = GaugeMetricFamily("dossier_snapshot_rows", "Rows of the published snapshot", labels=("corpus", "table"))
        name = "dossier_snapshot_published_timestamp_seconds"
        since = GaugeMetricFamily(name, "When the snapshot was published", labels=("corpus",))
        for corpus in corpora():
            builds = builds_of(corpus.folder)
            for outcome, number in builds.ended.items():
                ended.add_metric((corpus.name, outcome), number)
            lasted.add_metric((corpus.name,), builds.last_seconds)
            with suppress(OSError, KeyError):  # no snapshot
                for table, number in open_snapshot(corpus.folder).manifest["counts"].items():
                    rows.add_metric((corpus.name, table), number)
                since.add_metric((corpus.name,), (corpus.folder / CURRENT).stat().st_mtime)
        yield from (ended, lasted, rows, since)


REGISTRY.register(OfTheFolders())


def route(base: str) -> Route:
    """The address of the figures, below the path of the dashboard."""

    async def figures(_: Request) -> Response:
        text = await run_in_threadpool(generate_latest)
        return Response(text, media_type=CONTENT_TYPE_LATEST, headers={"cache-control": "no-store"})

    return Route(f"{base}{PATH.lstrip('/')}", figures, methods=["GET"])


def may_ask(authorization: str) -> bool:
    """Whether a header has the token whose digest is set.

    >>> os.environ[DIGEST_SETTING] = sha256(b"an accidental word").hexdigest()
    >>> may_ask("Bearer an accidental word"), may_ask("Bearer another"), may_ask("")
    (True, False, False)
    >>> del os.environ[DIGEST_SETTING]
    >>> may_ask("Bearer an accidental word")
    False
    """
    said = _digest()
    kind, _, token = authorization.partition(" ")
    found = sha256(token.strip().encode("utf-8", "replace")).hexdigest()
    return bool(said) and kind.lower() == "bearer" and compare_digest(found, said)


def check_token() -> None:
    """Raises CannotStart where the setting is no digest."""
    if (said := _digest()) and not DIGEST.fullmatch(said):
        raise CannotStart(BAD_DIGEST)


def _digest() -> str:
    return os.environ.get(DIGEST_SETTING, "").strip().lower()
