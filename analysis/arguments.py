"""Arguments of commands, with a line for each fault."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NoReturn

from analysis.shown import in_a_line

LONGEST_FAULT = 2_000


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        """Say it and end."""
        self.exit(2, f"{self.prog}: {in_a_line(message, LONGEST_FAULT)}. With --help it lists what can be written.\n")


def name(said: str) -> str:
    """What was written, unless it is empty."""
    if not said.strip():
        raise argparse.ArgumentTypeError("it is empty")
    return said


def path(said: str) -> Path:
    """The path that was written; an empty one would be the current folder, which nobody meant."""
    return Path(name(said))


def number(said: str) -> int:
    """The number from 1 up that was written."""
    if not said.strip().isdecimal() or int(said) < 1:
        raise argparse.ArgumentTypeError(f"{said!r} is no number from 1 up")
    return int(said)
