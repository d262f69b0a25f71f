"""What changed since the build before: reports and claims that are new, gone or changed; kept beside each snapshot.

A report is the same where its place in the inputs is; a claim where its report and its sentence are. A claim of a
report whose text has changed is the same where it is in the same words, else changed where it tells the same event.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pandas as pd

from analysis.shown import in_a_line
from analysis.store import Snapshot

FILE = "changes.json"
MOST_LISTED = 200  # of a kind; all are counted
LONGEST = 300  # characters of a claim or a title
OF_REPORTS = ["doc_id", "source_id", "title", "published", "publisher", "author", "url"]
OF_CLAIMS = ["fact_id", "doc_id", "is_claim", "claim", "status", "first_day", "end_day", "theme", "event_key"]
# What is compared of a report and a claim that are there before and after, with what it is called.
REPORT_PARTS = {
    "doc_id": "text",
    "title": "title",
    "published": "date",
    "publisher": "publisher",
    "author": "author",
    "url": "address",
}
CLAIM_PARTS = {"claim": "words", "status": "status", "first_day": "day", "end_day": "day", "theme": "theme"}
NONE = "\x00"
Row = Mapping[str, Any]
Words = Callable[[Row], str]


class Change(msgspec.Struct, frozen=True):
    """A report or a claim that is new, gone or changed.

    `words` are its headline or its sentence, `before` those that a changed claim had; `differs` is what changed.
    `fact_id` is empty for a report, `doc_id` that of the report as it is now, or was.
    """

    doc_id: str
    words: str
    fact_id: str = ""
    before: str = ""
    differs: str = ""


class Changes(msgspec.Struct, frozen=True):
    """What is new, gone and changed: of each how many, and the first MOST_LISTED."""

    n_new: int = 0
    n_gone: int = 0
    n_changed: int = 0
    new: tuple[Change, ...] = ()
    gone: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()

    @property
    def is_any(self) -> bool:
        """Whether anything differs."""
        return bool(self.n_new or self.n_gone or self.n_changed)


class SinceBefore(msgspec.Struct, frozen=True):
    """What changed since the snapshot that was published before, which is called `before`."""

    before: str
    reports: Changes
    claims: Changes


def keep_changes(before: Snapshot | None, snapshot: Snapshot) -> None:
    """Keep beside a snapshot what changed since the one before; nothing without one, or one of an older version."""
    if before is None or before.name == snapshot.name:
        return
    with suppress(OSError, ValueError, KeyError):  # the one before has other columns, or is gone
        found = changes(before, snapshot)
        (snapshot.folder / FILE).write_bytes(msgspec.json.encode(found))


def kept_changes(snapshot: Snapshot) -> SinceBefore | None:
    """What changed since the snapshot before; None where that is not known."""
    with suppress(OSError, msgspec.DecodeError):
        return msgspec.json.decode((snapshot.folder / FILE).read_bytes(), type=SinceBefore)
    return None


def changes(before: Snapshot, snapshot: Snapshot) -> SinceBefore:
    """What changed between two snapshots. Raises OSError, ValueError where the first lacks a column."""
    reports = [pd.read_parquet(one.path("documents"), columns=OF_REPORTS) for one in (before, snapshot)]
    claims = [_claims(one, documents) for one, documents in zip((before, snapshot), reports, strict=True)]
    return SinceBefore(before.name, report_changes(*reports), claim_changes(*claims))


def _claims(snapshot: Snapshot, reports: pd.DataFrame) -> pd.DataFrame:
    """The claims with the place of their report in the inputs."""
    facts = pd.read_parquet(snapshot.path("facts"), columns=OF_CLAIMS)
    claims = facts[facts["is_claim"]].merge(reports[["doc_id", "source_id"]], on="doc_id", how="left")
    return claims.assign(claim=claims["claim"].fillna(""))


def report_changes(old: pd.DataFrame, new: pd.DataFrame) -> Changes:
    """What changed of the reports, by their place in the inputs; records that share one are told apart by order."""
    old, new = (_placed(frame) for frame in (old, new))
    pairs = old.merge(new, on=["source_id", "nth"], suffixes=("_old", ""))
    pairs = pairs.assign(differs=_differing(pairs, REPORT_PARTS))
    return _changes(
        new=_missing(new, old, ["source_id", "nth"]),
        gone=_missing(old, new, ["source_id", "nth"]),
        changed=pairs[pairs["differs"] != ""],
        words=_title,
    )


def _placed(reports: pd.DataFrame) -> pd.DataFrame:
    return reports.assign(nth=reports.groupby("source_id").cumcount())


def claim_changes(old: pd.DataFrame, new: pd.DataFrame) -> Changes:
    """What changed of the claims, which have the `source_id` of their report."""
    ids = old.merge(new, on="fact_id", suffixes=("_old", ""))
    ids = ids.assign(differs=_differing(ids, CLAIM_PARTS))
    lost, found = _missing(old, new, ["fact_id"]), _missing(new, old, ["fact_id"])
    moved = _paired(lost, found, "claim")
    lost, found = (_without(frame, moved, key) for frame, key in ((lost, "fact_id_old"), (found, "fact_id")))
    retold = _paired(lost, found, "event_key")
    lost, found = (_without(frame, retold, key) for frame, key in ((lost, "fact_id_old"), (found, "fact_id")))
    pairs = pd.concat([ids[ids["differs"] != ""], moved[moved["differs"] != ""], retold])
    return _changes(new=found, gone=lost, changed=pairs, words=lambda row: str(row["claim"]))


def _paired(lost: pd.DataFrame, found: pd.DataFrame, key: str) -> pd.DataFrame:
    """Claims of one report that have the same in a column, before and after, each once."""
    sides = []
    for frame in (lost, found):
        known = frame[frame[key].notna() & (frame[key] != "")]
        sides.append(known.assign(nth=known.groupby(["source_id", key]).cumcount(), same=known[key]))
    pairs = sides[0].merge(sides[1], on=["source_id", "same", "nth"], suffixes=("_old", ""))
    return pairs.assign(differs=_differing(pairs, CLAIM_PARTS))


def _without(claims: pd.DataFrame, pairs: pd.DataFrame, key: str) -> pd.DataFrame:
    return claims[~claims["fact_id"].isin(pairs[key])]


def _missing(rows: pd.DataFrame, others: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """The rows of which there is no other with the same keys."""
    return rows[~pd.MultiIndex.from_frame(rows[keys]).isin(pd.MultiIndex.from_frame(others[keys]))]


def _differing(pairs: pd.DataFrame, parts: dict[str, str]) -> list[str]:
    """What each pair of rows differs in, in words."""
    differs = {
        part: (pairs[f"{part}_old"].astype("str").fillna(NONE) != pairs[part].astype("str").fillna(NONE)).tolist()
        for part in parts
    }
    return [
        ", ".join(dict.fromkeys(name for part, name in parts.items() if differs[part][row]))
        for row in range(len(pairs))
    ]


def _changes(*, new: pd.DataFrame, gone: pd.DataFrame, changed: pd.DataFrame, words: Words) -> Changes:
    return Changes(
        n_new=len(new),
        n_gone=len(gone),
        n_changed=len(changed),
        new=_listed(new, words),
        gone=_listed(gone, words),
        changed=_listed(changed, words),
    )


def _listed(rows: pd.DataFrame, words: Words) -> tuple[Change, ...]:
    found: list[dict[str, Any]] = rows.head(MOST_LISTED).to_dict("records")  # type: ignore[assignment]  # names of columns
    return tuple(
        Change(
            doc_id=row["doc_id"],
            words=in_a_line(words(row), LONGEST),
            fact_id=row.get("fact_id", ""),
            before=in_a_line(row.get("claim_old", ""), LONGEST),
            differs=row.get("differs", ""),
        )
        for row in found
    )


def _title(row: Row) -> str:
    return str(row["source_id"] if pd.isna(row["title"]) else row["title"])


def in_words(since: SinceBefore) -> str:
    """What changed, in a sentence.

    >>> in_words(SinceBefore("snapshot-a", Changes(n_new=2), Changes(n_new=9, n_gone=1)))
    'Since the build before: of the reports 2 new, of the claims 9 new, 1 gone.'
    """
    named = {"reports": since.reports, "claims": since.claims}
    parts = [f"of the {name} {', '.join(counts(one))}" for name, one in named.items() if one.is_any]
    return f"Since the build before: {', '.join(parts) or 'no report and no claim differs'}."


def counts(found: Changes) -> Sequence[str]:
    """How many are new, gone and changed, those that are none left out."""
    numbers = {"new": found.n_new, "gone": found.n_gone, "changed": found.n_changed}
    return [f"{number:,} {name}" for name, number in numbers.items() if number]


def snapshot_before(snapshot: Snapshot) -> Path | None:
    """The folder of the snapshot that was published before this one, the latest older one where that is not known."""
    since, out = kept_changes(snapshot), snapshot.folder.parent
    if since and (out / since.before).is_dir():
        return out / since.before
    age = snapshot.folder.stat().st_mtime
    older = [one for one in out.glob("snapshot-*") if one.stat().st_mtime < age and one != snapshot.folder]
    return max(older, key=lambda one: one.stat().st_mtime, default=None)
