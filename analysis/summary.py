"""What is said at the end of a build: what was published, what are copies, what was not read and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.changes import in_words, kept_changes
from analysis.lexicons.languages import languages
from analysis.lexicons.themes import load_themes, theme_names, trained_themes
from analysis.read.article import BETWEEN
from analysis.read.language import ENGLISH
from analysis.shown import in_a_line
from analysis.store import Snapshot
from analysis.text.boundary import LOG

SHOWN = {
    "documents": ("report", "reports"),
    "facts": ("fact", "facts"),
    "entities": ("person, organisation or place", "people, organisations and places"),
    "attributions": ("attribution", "attributions"),
}
MOST_NAMED = 5  # reports that could not be analysed, themes, languages
FIELDS = {
    "text": "text",
    "id": "id",
    "title": "title",
    "published": "date",
    "publisher": "publisher",
    "author": "author",
    "url": "address",
}
ORDERS = {"day-first": "day first", "month-first": "month first"}
Row = Mapping[Any, Any]
MOST_REASONS, MOST_OF_A_REASON = 10, 3


def summary(snapshot: Snapshot, is_new: bool, seconds: float, today: date) -> str:
    """What was published and how long it took, in a few lines; dates are judged on the day `today`."""
    counts = snapshot.manifest["counts"]
    shown = ", ".join(counted(counts[table], *words) for table, words in SHOWN.items())
    lines = [f"{snapshot.name} is {'published' if is_new else 'up to date'}: {shown}."]
    since = kept_changes(snapshot) if is_new else None
    lines += [in_words(since)] if since else []
    lines += [
        *untrained(snapshot),
        *apart(snapshot),
        *records(snapshot),
        *in_future(snapshot, today),
        *(unread(snapshot) if counts["unreadable"] else ()),
    ]
    return "\n".join([*lines, f"It took {seconds:,.1f} seconds."])


def apart(snapshot: Snapshot) -> Iterator[str]:
    """How many reports are copies, and how many in languages that are not analysed, a line each."""
    documents = snapshot.table("documents")
    if n_copies := int(documents["copy_of"].notna().sum()):
        yield f"{counted(n_copies, 'report is a copy', 'reports are copies')} of another."
    others = documents.loc[documents["language"] != ENGLISH, "language"].value_counts()
    if len(others):
        named = ", ".join(f"{n:,} {languages().get(str(code), code)}" for code, n in others.head(MOST_NAMED).items())
        many = counted(int(others.sum()), "report is", "reports are")
        yield f"{many} in another language than English, kept with its text and not analysed: {named}."


def records(snapshot: Snapshot) -> Iterator[str]:
    """What the records of each file were taken for, and which of their dates could not be read, a line each."""
    rows = snapshot.table("record_files").to_dict("records")
    for row in rows[:MOST_NAMED]:
        file, many = in_a_line(row["source_id"], 80), counted(row["n_records"], "record", "records")
        fields = dict(pair.split("=", 1) for pair in row["fields"].split(BETWEEN) if pair)
        taken = ", ".join(f"{FIELDS[field]} from {in_a_line(name, 40)}" for field, name in fields.items())
        yield f"{file}: {many}; {taken or 'nothing in them is known'}."
        yield from _dates(file, row)
    if len(rows) > MOST_NAMED:
        n_unread = sum(row["n_unread_dates"] for row in rows[MOST_NAMED:])
        more = counted(len(rows) - MOST_NAMED, "more file", "more files")
        unread_dates = f", {counted(n_unread, 'record', 'records')} of them with a date that can't be read"
        yield f"And {more} of records{unread_dates if n_unread else ''}."


def _dates(file: str, row: Row) -> Iterator[str]:
    """What is to be said of the dates of a file of records."""
    if row["dates"] in ORDERS:
        yield f"  Dates such as 03/04/2024 are read {ORDERS[row['dates']]}, as others in {file} show or you said."
    if n_unread := int(row["n_unread_dates"]):
        such = ", ".join(in_a_line(one, 40) for one in row["unread_dates"].split(BETWEEN))
        yield f"  {counted(n_unread, 'record has', 'records have')} a date that can't be read: {such}."
    if row["dates"] in ("unclear", "mixed"):
        why = "Nothing tells" if row["dates"] == "unclear" else "Some are day first and some month first: nothing tells"
        yield f"  {why} which is the day in dates such as 03/04/2024. Say it: --dates day-first or --dates month-first."


def in_future(snapshot: Snapshot, today: date) -> Iterator[str]:
    """How many reports say that they were published in the future, a line."""
    latest = pd.Timestamp(today) + pd.Timedelta(days=1)  # it may be tomorrow where they were published
    if n_future := int((snapshot.table("documents")["published"] > latest).sum()):
        many = counted(n_future, "report is", "reports are")
        yield f"{many} dated in the future; the page Documents lists such dates."


def untrained(snapshot: Snapshot) -> Iterator[str]:
    """Which themes of a user's file were decided by their words alone, a line."""
    given = snapshot.manifest["settings"].get("themes")
    if given and Path(given).is_file():
        lexicon, trained = load_themes(Path(given)), trained_themes(Path(given))
        if alone := [in_a_line(theme, 40) for theme in theme_names(lexicon) if theme not in trained]:
            named = ", ".join(alone[:MOST_NAMED]) + (" and others" if len(alone) > MOST_NAMED else "")
            yield f"Decided by their words alone, without training (two words, or one of weight 3): {named}."


def unread(snapshot: Snapshot) -> Iterator[str]:
    """What could not be read, by reason, and what could not be analysed, a line each."""
    rows = snapshot.table("unreadable")
    failed = rows.loc[rows["doc_id"].notna(), "source_id"].tolist()
    if n_inputs := len(rows) - len(failed):
        many = counted(n_inputs, "input", "inputs")
        yield f"{many} could not be read; the Overview page and the table `unreadable` say why."
        yield from reasons(rows[rows["doc_id"].isna()])
    if failed:
        many, named = (
            counted(len(failed), "report", "reports"),
            ", ".join(in_a_line(name, 80) for name in failed[:MOST_NAMED]),
        )
        more = f" and {len(failed) - MOST_NAMED:,} more" if len(failed) > MOST_NAMED else ""
        yield f"{many} could not be analysed and {'has' if len(failed) == 1 else 'have'} no facts: {named}{more}."
        yield f"The Overview page and the table `unreadable` say why, {snapshot.folder.parent / LOG} has the details."


def reasons(rows: pd.DataFrame) -> Iterator[str]:
    """Each reason with the inputs that it is said of, the commonest first."""
    by_reason = rows.groupby("reason")["source_id"].agg(list)
    ordered = sorted(by_reason.items(), key=lambda one: (-len(one[1]), one[0]))
    for reason, names in ordered[:MOST_REASONS]:
        named = ", ".join(in_a_line(name, 80) for name in names[:MOST_OF_A_REASON])
        more = f" and {len(names) - MOST_OF_A_REASON:,} more" if len(names) > MOST_OF_A_REASON else ""
        yield f"  {len(names):,}: {in_a_line(str(reason), 300)} ({named}{more})"
    if len(ordered) > MOST_REASONS:
        yield f"  {counted(len(ordered) - MOST_REASONS, 'more reason', 'more reasons')}."


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many}"
