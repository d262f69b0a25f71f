"""What the command line does: its arguments, its progress and what it says at the end, a line for each fault."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

from analysis.exporting import TABLES, WRITERS, UnknownEnding, export
from analysis.lexicons.themes import MalformedThemes, load_themes, theme_names, trained_themes
from analysis.pipeline import NothingToRead, Settings, build, current_snapshot
from analysis.shown import in_a_line, visible
from analysis.store import Snapshot
from analysis.text.boundary import LOG
from analysis.text.language import DEFAULT_MODEL, UnknownModel

SHOWN = {
    "documents": ("report", "reports"),
    "facts": ("fact", "facts"),
    "entities": ("person, body or place", "people, bodies and places"),
    "attributions": ("attribution", "attributions"),
}

LONGEST_FAULT = 2_000
MOST_NAMED = 5  # reports that could not be analysed


def run(arguments: list[str] | None = None) -> int:
    """Run a command; the exit code."""
    args = parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = args.command
    return command(args)


def run_build(args: argparse.Namespace) -> int:
    """Build and publish a snapshot, and say what is in it."""
    settings = Settings(args.model, str(args.themes) if args.themes else None)
    before = current_snapshot(args.out)
    try:
        snapshot = build(args.input, args.out, settings, args.workers, show_progress)
    except (NothingToRead, MalformedThemes, UnknownModel) as fault:
        print(f"Nothing was built. {visible(str(fault))}", file=sys.stderr)
        return 1
    except OSError as fault:
        print("Nothing was built.", in_a_line(fault, LONGEST_FAULT), file=sys.stderr)
        return 1
    print(summary(snapshot, is_new=before is None or before.name != snapshot.name))
    return 0


def run_export(args: argparse.Namespace) -> int:
    """Write a table of the published snapshot to a file."""
    try:
        n_rows = export(args.out, args.table, args.to)
    except (UnknownEnding, OSError) as fault:  # no snapshot, an old one, a damaged one, no room
        print("Nothing was written.", in_a_line(fault, LONGEST_FAULT), file=sys.stderr)
        return 1
    print(f"{visible(str(args.to))} has {_count(n_rows, 'row', 'rows')}.")
    return 0


def summary(snapshot: Snapshot, is_new: bool) -> str:
    """What was published, in a few lines."""
    counts = snapshot.manifest["counts"]
    shown = ", ".join(_count(counts[table], *words) for table, words in SHOWN.items())
    lines = [f"{snapshot.name} is {'published' if is_new else 'up to date'}: {shown}."]
    return "\n".join([*lines, *untrained(snapshot), *(unread(snapshot) if counts["unreadable"] else ())])


def untrained(snapshot: Snapshot) -> Iterator[str]:
    """Which themes of a user's file were decided by their words alone, a line."""
    given = snapshot.manifest["settings"].get("themes")
    if given and Path(given).is_file():
        lexicon, trained = load_themes(Path(given)), trained_themes(Path(given))
        if alone := [in_a_line(theme, 40) for theme in theme_names(lexicon) if theme not in trained]:
            named = ", ".join(alone[:MOST_NAMED]) + (" and others" if len(alone) > MOST_NAMED else "")
            yield f"Decided by their words alone, without training (two words, or one of weight 3): {named}."


def unread(snapshot: Snapshot) -> Iterator[str]:
    """What could not be read and what could not be analysed, a line each."""
    rows = snapshot.table("unreadable")
    failed = rows.loc[rows["doc_id"].notna(), "source_id"].tolist()
    if n_inputs := len(rows) - len(failed):
        many = _count(n_inputs, "input", "inputs")
        yield f"{many} could not be read; the Overview page and the table `unreadable` say why."
    if failed:
        many, named = (
            _count(len(failed), "report", "reports"),
            ", ".join(in_a_line(name, 80) for name in failed[:MOST_NAMED]),
        )
        more = f" and {len(failed) - MOST_NAMED:,} more" if len(failed) > MOST_NAMED else ""
        yield f"{many} could not be analysed and {'has' if len(failed) == 1 else 'have'} no facts: {named}{more}."
        yield f"The Overview page and the table `unreadable` say why, {snapshot.folder.parent / LOG} has the details."


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        """Say it and end."""
        self.exit(2, f"{self.prog}: {in_a_line(message, LONGEST_FAULT)}. With --help it lists what can be written.\n")


def parser() -> Parser:
    """The commands and their options."""
    top = Parser(prog="python -m analysis", description="Turn reports into tables, and publish them as a snapshot.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("build", help="build and publish a snapshot of a folder of reports")
    command.add_argument("input", nargs="+", type=path, metavar="INPUT", help="folders or files: .txt, .jsonl, .csv")
    command.add_argument("--out", type=path, required=True, help="folder of the snapshots")
    command.add_argument("--workers", type=number, default=1, help="processes that read reports (default 1)")
    command.add_argument("--themes", type=path, help="a theme file in place of Dossier's own")
    command.add_argument("--model", type=name, default=DEFAULT_MODEL, help="package of the spaCy model")
    command.set_defaults(command=run_build)
    command = commands.add_parser("export", help="write a table of the published snapshot to a file")
    command.add_argument("out", type=path, metavar="OUT", help="folder of the snapshots")
    command.add_argument("table", choices=TABLES, metavar="TABLE", help=f"one of {', '.join(TABLES)}")
    command.add_argument("--to", type=path, required=True, metavar="FILE", help=f"ending in {', '.join(WRITERS)}")
    command.set_defaults(command=run_export)
    return top


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


def show_progress(done: int, total: int) -> None:
    """One line a tenth of the way."""
    step = max(1, total // 10)
    if done % step == 0 or done == total:
        print(f"Read {done:,} of {_count(total, 'report', 'reports')}", flush=True)


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
