"""Steps through a report: from fact to fact, from mention to mention of a name, from hit to hit of words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analysis.queries.engine.database import Row, records
from analysis.queries.engine.selection import search_words
from analysis.queries.report import facts_of, names, places_of_facts, places_of_name
from analysis.queries.report_words import places_found
from display.evidence.marking import Span
from display.safe import shortened
from pages.parts import address
from pages.parts.drawing.draw import say
from pages.parts.drawing.once import once
from pages.parts.view import View, counted, noun

FACTS, FOUND, MATCHING = "Facts", "Words", "Matches"
MOST = 5000  # hits of words in a report
FIND, THROUGH, AT = "find", "through", "at"


@dataclass(frozen=True)
class Steps:
    """The places of a report to step through, in order, and the number of the one to show, from 1; 0 for none yet."""

    kind: str
    places: pd.DataFrame
    at: int

    def here(self) -> Row | None:
        """The place to show."""
        if not self.at:
            return None
        return {name: int(self.places[name].to_numpy()[self.at - 1]) for name in ("start_char", "end_char")}

    def spans(self) -> list[Span]:
        """What to mark in the text; facts are marked as a layer of their own."""
        here = self.here()
        spans = [Span(a, b, "d-hit") for a, b in _bounds(self.places)] if self.kind != FACTS else []
        return [*spans, Span(here["start_char"], here["end_char"], "d-here", "Here")] if here else spans


def draw_steps(view: View, row: Row, facts: pd.DataFrame, fact_id: str, matching: Sequence[str]) -> Steps:
    """Let the user choose what to step through. `fact_id` is the one of the FACTS that is open; `matching` are
    those that the filters let through, where that is not all: they come first."""
    by_label = _names(view, row["doc_row"])
    looked_for = address.value(FIND) or view.selection.values("words")
    is_elsewhere = not address.value(FIND) and (address.value("fact") or address.value("sentence"))
    st.session_state[FIND] = address.value(FIND)
    with st.container(gap="xsmall", key="steps"):
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            st.text_input("Find in the text", width=150, placeholder="Words", on_change=_found, key=FIND)
            options = [*([MATCHING] if matching else []), FACTS, *([FOUND] if looked_for else []), *by_label]
            first = FOUND if looked_for and not is_elsewhere else MATCHING if matching else FACTS
            through = st.selectbox(
                "Step through", options, format_func=_option, width=200, **_from_the_start(options, first)
            )
        through = through or first
        if through in by_label:
            steps = _at(through, places_of_name(view.database, row["doc_row"], by_label[through]))
        elif through == FOUND:
            steps = _at(through, _places(view, row))
        else:
            verbs = _verbs(view, row["doc_row"], fact_id)
            if through == MATCHING:
                verbs = verbs[verbs["mark_id"].isin(matching)].reset_index(drop=True)
                say(f"Shown for {len(matching):,} of its {counted(len(facts))}, marked in the text.")
            open_one = verbs.index[verbs["mark_id"] == fact_id]
            steps = Steps(str(through), verbs, int(open_one[0]) + 1 if len(open_one) else 0)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            _buttons(row["doc_id"], steps)
    return steps


def _option(option: str) -> str:
    if option == MATCHING:
        return f"{noun().capitalize()} that fit the filters"
    return noun().capitalize() if option == FACTS else option


@once
def _names(view: View, doc_row: int) -> Mapping[str, str]:
    """The ids of those who are named in the report by their names, each with how often it is named."""
    named = records(names(view.database, doc_row))
    return {f"{shortened(one['name'], 40)} ({one['n_mentions']:,})": one["entity_id"] for one in named}


@once
def _verbs(view: View, doc_row: int, asked: str) -> pd.DataFrame:
    return places_of_facts(facts_of(view.database, doc_row, view.selection.details, asked))


def _places(view: View, row: Row) -> pd.DataFrame:
    """Where the words stand that are to be found in the text, else those of the filter."""
    if address.value(FIND):
        return places_of_words(row["text"], address.value(FIND))
    return places_found(view.database, row["doc_row"], view.selection.values("words"))


def places_of_words(text: str, looked_for: str) -> pd.DataFrame:
    """Where one of the words stands in the text, in any case, also as a part of a longer word."""
    wanted = sorted(set(search_words(looked_for)), key=len, reverse=True)
    hits = re.finditer("|".join(map(re.escape, wanted)), text, re.IGNORECASE) if wanted else iter(())
    found = [hit.span() for hit, _ in zip(hits, range(MOST), strict=False)]
    ids = [f"hit-{number}" for number in range(len(found))]
    return pd.DataFrame({"start_char": [a for a, _ in found], "end_char": [b for _, b in found], "mark_id": ids})


def _at(kind: str, places: pd.DataFrame) -> Steps:
    """Steps, positioned at the `at=` of the URL."""
    return Steps(kind, places, address.number(AT, len(places)))


def _buttons(doc_id: str, steps: Steps) -> None:
    n = len(steps.places)
    for label, icon, to, key, shortcut in (
        ("Previous", ":material/keyboard_arrow_up:", steps.at - 1 if steps.at > 1 else n, "previous", "p"),
        ("Next", ":material/keyboard_arrow_down:", steps.at + 1 if steps.at < n else 1, "next", "n"),
    ):
        st.button(
            label,
            icon=icon,
            key=f"step-{key}",
            shortcut=shortcut,
            disabled=n == 0,
            on_click=_step,
            args=(doc_id, steps, to),
        )
    say(f"{steps.at:,} of {n:,}" if n else "None here", "d-count")


def _step(doc_id: str, steps: Steps, to: int) -> None:
    if steps.kind in (FACTS, MATCHING):
        opened = {"fact": [str(steps.places["mark_id"].iloc[to - 1])], "sentence": []}
    else:
        opened = {AT: [str(to)]}
    address.write({"doc": [doc_id], "part": []} | opened)


def _found() -> None:
    wanted = " ".join(search_words(st.session_state[FIND] or ""))
    address.write({FIND: [wanted] if wanted else [], THROUGH: [], AT: [], "part": []})


def _from_the_start(options: list[str], first: str) -> address.Held:
    """Binds the select box to the URL; another choice begins at its first place."""
    held = address.held(THROUGH, options, first)

    def changed(*args: object) -> None:
        held["on_change"](*args)
        address.write({AT: [], "part": []})

    return {"key": held["key"], "on_change": changed, "args": held["args"]}


def _bounds(places: pd.DataFrame) -> list[tuple[int, int]]:
    return list(zip(places["start_char"], places["end_char"], strict=True))
