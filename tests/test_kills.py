"""Killed at random moments: what is published stays readable, what was said to be saved is there, the next build ends.

`DOSSIER_KILLS` is the number of kills of each kind, 200 unless it is set; `DOSSIER_SEED` chooses other moments, so that
they can be had in portions.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest

from analysis.corpus import kept_hints
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.overview import overview_counts
from analysis.store import open_snapshot
from analysis.user_store.store import UserStore, beside

N_KILLS, SEED = int(os.environ.get("DOSSIER_KILLS", "200")), int(os.environ.get("DOSSIER_SEED", "1"))
ROOT = Path(__file__).resolve().parents[1]
SENTENCE = "The mayor of Baku opened bridge {} on Monday, and the ministry said that {} workers had built it."
pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(0),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal"),
]


def killed(command: list[str], seconds: float, is_ready: bool = True) -> str:
    """What a command has said until it is killed, with all that it has started: so many seconds after its start, or
    after its first line where it is not ready at once."""
    with subprocess.Popen(command, cwd=ROOT, start_new_session=True, stdout=subprocess.PIPE, text=True) as process:
        first = "" if is_ready or process.stdout is None else process.stdout.readline()
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGKILL)
        return first + process.communicate()[0]


def build(folder: Path) -> list[str]:
    return [sys.executable, "-m", "analysis", "build", str(folder / "in"), "--out", str(folder / "out")]


def test_a_build_that_is_killed_leaves_the_snapshot_of_before_or_a_whole_one(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    random, took = Random(SEED), 0.0
    for number in range(N_KILLS):
        (tmp_path / "in" / f"{number}.txt").write_text(SENTENCE.format(number, number), encoding="utf-8")
        if not number:
            began = time.monotonic()
            subprocess.run(build(tmp_path), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            took = time.monotonic() - began
            continue

        killed(build(tmp_path), random.uniform(0, took))

        snapshot = open_snapshot(tmp_path / "out")
        counts = overview_counts(Database(snapshot), Selection()).iloc[0]
        assert 1 <= counts["n_reports"] <= number + 1
        assert all(len(snapshot.table(name)) == n for name, n in snapshot.manifest["counts"].items())
    subprocess.run(build(tmp_path), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    assert open_snapshot(tmp_path / "out").manifest["counts"]["documents"] == N_KILLS
    assert not list((tmp_path / "out").glob(".draft-*"))


UPLOADS = """
import sys
from itertools import count
from pathlib import Path
from analysis.corpus import add_file, keep_hints
from analysis.read.article import Hint
out, first = Path(sys.argv[1]), int(sys.argv[2])
for number in count(first):
    source_id, _ = add_file(out, f"{number}.txt", str(number).encode() * 50_000)
    keep_hints(out, {source_id: Hint(text=str(number))})
    print(number, flush=True)
"""
DAYS = """
import sys
from datetime import date, datetime
from itertools import count
from pathlib import Path
from analysis.user_store.records import ReportDay
from analysis.user_store.store import UserStore, beside
store, first = UserStore(beside(Path(sys.argv[1]))), int(sys.argv[2])
for number in count(first):
    said = f"{number}.txt", date(2024, 3, 4), datetime(2024, 3, 5)
    store.set_days([ReportDay(f"{number}-{n}", *said) for n in range(3)])
    print(number, flush=True)
"""


def each_kill(script: str, folder: Path, check: Callable[[int], None]) -> None:
    """Kill the script again and again; `check` is called with the last number that it said to be saved."""
    random, last = Random(SEED), -1
    for _ in range(N_KILLS):
        said = killed([sys.executable, "-c", script, str(folder), str(last + 1)], random.uniform(0, 0.5), False)
        last = max([last, *(int(line) for line in said.splitlines())])
        check(last)
    assert last > 0


def test_what_was_said_to_be_added_is_there_whole(tmp_path: Path) -> None:
    added = tmp_path / "inputs" / "added"

    def check(last: int) -> None:
        for path in added.glob("[0-9]*.txt"):  # what a kill left half has another name
            assert path.read_bytes() == path.stem.split(" ")[0].encode() * 50_000
        assert {f"{number}.txt" for number in range(last + 1)} <= {path.name for path in added.glob("*")}
        assert {f"added/{number}.txt" for number in range(last + 1)} <= set(kept_hints(tmp_path))

    each_kill(UPLOADS, tmp_path, check)


def test_days_that_were_said_to_be_kept_are_there_and_none_is_half(tmp_path: Path) -> None:
    def check(last: int) -> None:
        kept = [one.doc_id for one in UserStore(beside(tmp_path)).report_days()]
        assert {f"{number}-{n}" for number in range(last + 1) for n in range(3)} <= set(kept)
        assert len(kept) % 3 == 0
        assert all(one.day == date(2024, 3, 4) for one in UserStore(beside(tmp_path)).report_days())

    each_kill(DAYS, tmp_path, check)
