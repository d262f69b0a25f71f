"""Hand-made snapshots: the nine short reports, one that says nothing, and many copies of the nine."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pandas as pd

from analysis.store import Snapshot, publish
from analysis.tables.term_matrix import term_matrix
from analysis.tables.topics import document_topics, find_topics, topics
from tests.pages.made.corpus_rows import add_entities, add_terms
from tests.pages.made.report_rows import add_report
from tests.pages.made.reports import REPORTS, UNREADABLE, Line, Text
from tests.pages.made.tables import Tables


def small(out: Path) -> Snapshot:
    """Publish the nine reports in `out`."""
    return publish(out, small_frames(), {"model": "by hand"})


def empty(out: Path) -> Snapshot:
    """Publish a snapshot with one report that says nothing."""
    tables = Tables()
    add_report(tables, 0, Text("Blank", None, None, (Line("Nothing."),), published_from="unknown"))
    return publish(out, tables.frames(), {"model": "by hand"})


CONTROLS = "".join(map(chr, [*range(32), 127, 155, 0x202E, 0xFFFE]))


def odd(out: Path) -> Snapshot:
    """Publish the nine reports with titles and publishers that are very long or full of control characters."""
    frames = small_frames()
    documents = frames["documents"]
    documents.loc[0, "title"] = "x" * 990_000
    documents.loc[0, "publisher"] = "The Very Long Post " * 20_000
    documents.loc[0, "url"] = "https://courier.example/" + "y" * 100_000
    documents.loc[1, "title"] = f"Norland {CONTROLS} denies"
    documents.loc[1, "publisher"] = f"\x1b[2J{CONTROLS}Wire"
    documents.loc[1, "source_id"] = f"reports/{CONTROLS}.txt"
    frames["unreadable"].loc[0, "source_id"] = f"\x1b]0;owned\x07{CONTROLS}" + "z" * 100_000
    frames["entities"].loc[0, "name"] = f"{CONTROLS}" + "n" * 100_000
    return publish(out, frames, {"model": "by hand"})


EVIL = "http://evil.example"
HOSTILE = (
    f"<script>fetch('{EVIL}/s')</script><img src={EVIL}/i onerror=alert(1)>![a]({EVIL}/m) :red-badge[Done] $x^2$ "
    f"<style>@import '{EVIL}/c';body{{display:none}}</style><iframe src={EVIL}/f></iframe><base href={EVIL}> "
    f"[click]({EVIL}/l) <a href='javascript:alert(1)'>go</a> <svg onload=alert(1)> \u202egnp.exe"
)


def hostile(out: Path) -> Snapshot:
    """Publish the nine reports with titles, names, publishers and addresses that try to run, to load and to deceive."""
    frames = small_frames()
    frames["documents"]["title"] = [f"{HOSTILE} {number}" for number in range(len(frames["documents"]))]
    frames["documents"]["publisher"] = f"{HOSTILE} Wire"
    frames["documents"]["url"] = "javascript:fetch('http://evil.example/u')"
    frames["documents"]["source_id"] = [f"../../{HOSTILE}/{n}.txt" for n in range(len(frames["documents"]))]
    frames["entities"]["name"] = [f"{HOSTILE} {number}" for number in range(len(frames["entities"]))]
    for column in ("claim", "actor", "action", "target"):
        frames["facts"][column] = f"{HOSTILE} {column}"
    frames["unreadable"]["reason"] = HOSTILE
    return publish(out, frames, {"model": "by hand"})


def large(out: Path, copies: int) -> Snapshot:
    """Publish the nine reports `copies` times, each copy a week later and from one of forty publishers."""
    return publish(out, large_frames(copies), {"model": "by hand"})


def with_topics(out: Path) -> Snapshot:
    """Publish the nine reports four times, which is enough to find topics in."""
    frames = large_frames(4)
    matrix = term_matrix(frames["document_terms"])
    found = find_topics(matrix)
    frames |= {"topics": topics(found, matrix), "document_topics": document_topics(found, matrix)}
    return publish(out, frames, {"model": "by hand"})


def large_frames(copies: int) -> dict[str, pd.DataFrame]:
    """Every table of the nine reports `copies` times."""
    same = {"entities", "aliases", "unreadable", "terms", "vocabulary"}
    return {name: frame if name in same else _copies(frame, copies) for name, frame in small_frames().items()}


def small_frames() -> dict[str, pd.DataFrame]:
    """Every table of the nine reports."""
    tables = Tables()
    for number, report in enumerate(REPORTS):
        add_report(tables, number, report)
    add_entities(tables)
    add_terms(tables)
    for row in UNREADABLE:
        tables.add("unreadable", **row)
    return tables.frames()


def _copies(frame: pd.DataFrame, copies: int) -> pd.DataFrame:
    ids = [c for c in frame.columns if c.endswith("_id") and not c.endswith("entity_id") and c != "story_id"]
    ids += [c for c in ("claim_of",) if c in frame]
    parts = []
    for number in range(copies):
        part = frame.copy()
        for name in ids:
            part[name] = part[name] + f"-{number}"
        for name in ("first_day", "end_day", "published"):
            if name in part and name in frame:
                part[name] = part[name] + timedelta(days=7 * (number % 150))
        if "publisher" in part:
            part["publisher"] = f"Paper {number % 40}"
        parts.append(part)
    whole = pd.concat(parts, ignore_index=True)
    return whole.astype(frame.dtypes.to_dict())
