"""How far a build is that a page has started: its stage, the time left, a way to stop it; and how it ended."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

import streamlit as st

from pages.parts.data import data_folder
from pages.parts.documents.access import may_change
from pages.parts.documents.collections import being_made, offer_new
from pages.parts.documents.rebuild import STAGES, Rebuild, Step, forget_build, last_build, start_build
from pages.parts.newest import is_new
from pages.parts.saying import say

SECONDS = 1.0  # between two looks at how far it is


def show_build(is_allowed: bool) -> None:
    """Show the build that runs, or how the last one ended where it did not end well."""
    offer_new()
    new = being_made()
    if new and (building := last_build(new)) and not building.is_over:
        st.fragment(_progress, run_every=SECONDS)(building, is_allowed)
        return
    build = last_build(data_folder())
    if build is None:
        return
    if not build.is_over:
        st.fragment(_progress, run_every=SECONDS)(build, is_allowed)
    elif build.has_failed:
        st.error("The reports could not be built anew; those of before are still shown. What the build said:")
        st.code(build.reason or "nothing", language=None, wrap_lines=True)
        st.button("Dismiss", on_click=forget_build, args=(data_folder(),), key="forget-build")
    elif build.has_changed_nothing:
        st.info("The reports were built anew, and nothing has changed: what was added was there already.")
        forget_build(data_folder())
    elif build.is_cancelled:
        st.info("The build was cancelled. No file was added; what was there before is still shown.")
        forget_build(data_folder())


def offer_build(n_changes: int) -> None:
    """Offer a build where so many days and reports taken out do not show, and none runs that would show them."""
    folder = data_folder()
    running = last_build(folder)
    if not n_changes or is_new(folder) or (running and not running.is_over):
        return
    are = "change is" if n_changes == 1 else "changes are"
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="not-built"):
        say(f"{n_changes:,} {are} kept and not shown yet: they hold from the next build on.")
        st.button("Build now", on_click=_build, icon=":material/build:", key="build-now")


def _build() -> None:
    if may_change():
        with suppress(OSError):  # the sentence stays, so that it can be pressed again
            start_build(data_folder())


def _progress(build: Rebuild, is_allowed: bool) -> None:
    if build.is_over:
        st.rerun(scope="app")
    step = build.step
    with st.container(border=True, key="build"):
        st.progress(step.share, in_words(step))
        if is_allowed:
            st.button("Cancel", on_click=_cancel, args=(build,), icon=":material/close:", key="cancel-build")


def _cancel(build: Rebuild) -> None:
    if may_change():
        build.cancel()


def in_words(step: Step) -> str:
    """A step in words.

    >>> in_words(Step("reports", 40, 800, 10.0))
    'Step 2 of 3, reading reports: 40 of 800, about 3 minutes left.'
    >>> in_words(Step("tables", 0, 18, 4.0)), in_words(Step())
    ('Step 3 of 3, making the tables.', 'Step 1 of 3, opening files.')
    """
    start = f"Step {list(STAGES).index(step.stage) + 1} of {len(STAGES)}, {STAGES[step.stage]}"
    if not step.done:
        return f"{start}."
    left = step.seconds_left
    return f"{start}: {step.done:,} of {step.total:,}{f', {time_left(left)}' if left is not None else ''}."


def time_left(seconds: float) -> str:
    """A time in words, as roughly as it is known.

    >>> time_left(3), time_left(42), time_left(190), time_left(8_000)
    ('a few seconds left', 'about 40 seconds left', 'about 3 minutes left', 'about 2 hours left')
    """
    whole = timedelta(seconds=seconds)
    for unit, one in (("hour", timedelta(hours=1)), ("minute", timedelta(minutes=1))):
        if whole >= one * 1.5:
            return f"about {round(whole / one)} {unit}s left"
    return "a few seconds left" if seconds < 10 else f"about {round(seconds, -1):.0f} seconds left"
