"""How far a build is: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tqdm import tqdm

Progress = Callable[[str, int, int], None]
FILES, REPORTS, TABLES = "files", "reports", "tables"
DONE = {FILES: "Opened", REPORTS: "Read", TABLES: "Made"}
ONE = {FILES: "file", REPORTS: "report", TABLES: "table"}
TENTHS = 10
FEW = 50  # files that are opened in a moment: no line is needed to say so


@contextmanager
def shown_progress(for_program: bool = False) -> Iterator[Progress]:
    """What shows how far a build is: given a stage, how much of it is done, and how much there is."""
    if for_program:
        yield show_step
        return
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield show_line
        return
    bar = Bar()
    try:
        yield bar.show
    finally:
        bar.end()


def show_line(stage: str, done: int, total: int) -> None:
    """One line a tenth of the way; none for few files, and none for the tables, which are made in a moment."""
    if stage == TABLES or (stage == FILES and total < FEW):
        return
    step = max(1, total // TENTHS)
    if done and (done % step == 0 or done == total):
        print(f"{DONE[stage]} {done:,} of {total:,} {ONE[stage]}{'' if total == 1 else 's'}", flush=True)


def show_step(stage: str, done: int, total: int) -> None:
    """A line for a program: stage, done and total, parted by blanks.

    >>> show_step("files", 3, 10)
    files 3 10
    """
    print(stage, done, total, flush=True)


class Bar:
    """A bar for the stage that is going on, with the time that it will still take."""

    def __init__(self) -> None:
        self.stage = ""
        self.bar: tqdm[None] | None = None

    def show(self, stage: str, done: int, total: int) -> None:
        """Move the bar of this stage; the first time, in the place of the one before."""
        from tqdm import tqdm

        if stage != self.stage:
            self.end()
            self.stage = stage
            self.bar = tqdm(
                desc=f"{DONE[stage]} {ONE[stage]}s", total=total, leave=False, disable=False, unit=f" {ONE[stage]}s"
            )
        if self.bar is not None:
            self.bar.update(done - self.bar.n)

    def end(self) -> None:
        """Take the bar away."""
        if self.bar is not None:
            self.bar.close()
        self.bar = None
