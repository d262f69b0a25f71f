"""What belongs to which corpus: sessions of pages, and the files that they offer for download.

A session is opened by a WebSocket at the address of a corpus and belongs to it for good. Streamlit has one table of
sessions and one of files for the whole server; here is what tells those of one corpus from those of another.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

import streamlit as st
from streamlit.runtime.media_file_manager import MediaFileManager, _get_session_id
from streamlit.runtime.runtime import Runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from hosting.place import Corpus, corpus_called, is_alone, the_one

HEADER = "x-dossier-corpus"  # of the WebSocket of a session; the guard sets it and takes away what a browser sends
MOST = 100_000  # that are remembered of each kind; sessions and files that are older are nobody's


class NoCorpus(LookupError):
    """The session belongs to no corpus of this server (any more)."""


class Belongings:
    """The name of the corpus of each thing, by its id. Thread-safe; the oldest are forgotten."""

    def __init__(self, most: int = MOST) -> None:
        self._of: OrderedDict[str, frozenset[str]] = OrderedDict()
        self._most, self._lock = most, Lock()

    def add(self, thing: str, corpus: str) -> None:
        """Note that the thing belongs to the corpus as well."""
        with self._lock:
            self._of[thing] = self._of.pop(thing, frozenset()) | {corpus}
            if len(self._of) > self._most:
                self._of.popitem(last=False)

    def is_of(self, thing: str, corpus: str) -> bool:
        """Whether the thing belongs to the corpus."""
        return corpus in self._of.get(thing, ())

    def only(self, thing: str) -> str | None:
        """The corpus of the thing; None where it has none or several."""
        found = self._of.get(thing, frozenset())
        return next(iter(found)) if len(found) == 1 else None


SESSIONS = Belongings()
FILES = Belongings()


def corpus_of_run() -> Corpus:
    """The corpus of the session that runs now. Raises NoCorpus."""
    if is_alone():
        return the_one()
    context = get_script_run_ctx(suppress_warning=True)
    name = context and (SESSIONS.only(context.session_id) or st.context.headers.get(HEADER))
    found = corpus_called(name) if name else None
    if context is None or found is None:
        raise NoCorpus
    SESSIONS.add(context.session_id, found.name)
    return found


class Files(MediaFileManager):
    """Streamlit's table of files; notes to which corpus each file belongs that a page offers."""

    def add(self, *args: object, **kwargs: object) -> str:
        """Add a file of the session that runs now; its address."""
        address: str = super().add(*args, **kwargs)  # type: ignore[arg-type]  # as Streamlit calls it
        return self._noted(address, _get_session_id())

    def execute_deferred(self, file_id: str) -> str:
        """Make a file that was asked for; its address. Whoever asks, it belongs to the corpus of who offered it."""
        offered = self._deferred_callables.get(file_id)
        address = super().execute_deferred(file_id)
        return self._noted(address, offered["session_id"] if offered else "")

    @staticmethod
    def _noted(address: str, session: str) -> str:
        if (name := SESSIONS.only(session)) is not None:
            FILES.add(file_of(address), name)
        return address


def file_of(path: str) -> str:
    """The id of a file in its address.

    >>> file_of("/media/0a1b.csv"), file_of("/media/0a1b")
    ('0a1b', '0a1b')
    """
    return path.rpartition("/")[2].partition(".")[0]


def keep_apart(runtime: Runtime) -> None:
    """Have the runtime note to which corpus files belong; before the first session."""
    if not is_alone():
        runtime._media_file_mgr = Files(runtime.media_file_mgr._storage)
