"""What one run of a script does: its time, its questions to DuckDB, its figures."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

QUESTIONS = ("frame", "rows", "number")


@dataclass
class Record:
    """What one run of a script did."""

    seconds: float = 0.0
    questions: list[tuple[Callable[..., Any], tuple[Any, ...]]] = field(default_factory=list)
    figures: list[Any] = field(default_factory=list)


class Recorder:
    """Records runs, questions and figures of this process while it is watching."""

    def __init__(self) -> None:
        """Begin without a run."""
        self.run = Record()
        self._depth = 0
        self._is_new = False

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Hook into Streamlit's runner, the database and `st.plotly_chart`."""
        import streamlit as st
        from streamlit.runtime.scriptrunner.script_runner import ScriptRunner

        from analysis.queries.engine.database import Database

        hooks = [(ScriptRunner, "_run_script", self._timed), (st, "plotly_chart", self._drawn)]
        hooks += [(Database, name, self._asked) for name in QUESTIONS]
        hooks += [(Database, "_known", self._answered)]
        before = [(owner, name, getattr(owner, name)) for owner, name, _ in hooks]
        for owner, name, hook in hooks:
            setattr(owner, name, hook(getattr(owner, name)))
        try:
            yield
        finally:
            for owner, name, original in before:
                setattr(owner, name, original)

    def _timed(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            began = time.perf_counter()
            try:
                return original(*args, **kwargs)
            finally:
                self.run.seconds = time.perf_counter() - began

        return run

    def _asked(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def ask(*args: Any) -> Any:
            self._depth += 1
            self._is_new = self._is_new and self._depth > 1
            try:
                return original(*args)
            finally:
                self._depth -= 1
                if self._depth == 0 and self._is_new:  # `number` asks by `rows`; what is kept is not asked again
                    self.run.questions.append((original, args))

        return ask

    def _answered(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def answer(*args: Any) -> Any:
            self._is_new = True
            return original(*args)

        return answer

    def _drawn(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def draw(figure: Any, *args: Any, **kwargs: Any) -> Any:
            self.run.figures.append(figure)
            return original(figure, *args, **kwargs)

        return draw


def alone(run: Record) -> float:
    """Seconds of the questions of a run, nothing kept, and of its figures, built and written again."""
    import plotly.graph_objects as go
    from plotly.io import to_json

    for question in run.questions[:1]:
        question[1][0].forget()
    began = time.perf_counter()
    for ask, args in run.questions:
        ask(*args)
    for figure in run.figures:
        to_json(go.Figure(figure.to_dict(), _validate=False), validate=False)
    return max(time.perf_counter() - began, 0.0005)
