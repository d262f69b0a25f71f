"""What the command line does: its arguments, its progress and what it says at the end, a line for each fault."""

from __future__ import annotations

import argparse
import errno
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from sqlalchemy.exc import ArgumentError

from analysis.arguments import LONGEST_FAULT, Parser, name, number, path
from analysis.backup import backup, restore
from analysis.builds import FAILED, NEW, SAME, note_build
from analysis.changes import keep_changes, snapshot_before
from analysis.corpus import inputs_folder, kept_corpus
from analysis.corrected import Corrections
from analysis.exporting import TABLES, WRITERS, UnknownEnding, export
from analysis.lexicons.themes import MalformedThemes
from analysis.pipeline import NothingToRead, Settings, build, current_snapshot
from analysis.progress import shown_progress
from analysis.read.article import Hint
from analysis.read.dates import DAY_FIRST, MONTH_FIRST
from analysis.read.formats import READ
from analysis.shown import in_a_line, visible
from analysis.store import Snapshot, make_current, open_snapshot, publish_copy
from analysis.summary import counted, summary
from analysis.text.language import DEFAULT_MODEL, UnknownModel
from analysis.user_store.database import NoStore, NotKept
from analysis.user_store.store import STORE_SETTING, UserStore, beside, file_beside
from analysis.watching import Listing, changed, listing

ABOUT_DATES = "how records write 03/04/2024, where nothing else in their file tells it"
ABOUT_TEXTS = "field of records that has their text, where it is called otherwise than usual"
AFTER_ROLLBACK = "The next build makes a new one of the inputs as they are then."
WATCHES = "Watching for changes; Ctrl-C ends it."
NO_INPUT = "Name the folders or files to build from: no build of this folder is known that could be repeated."


def run(arguments: list[str] | None = None) -> int:
    """Run a command; the exit code."""
    args = parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = args.command
    return command(args)


def run_build(args: argparse.Namespace) -> int:
    """Build and publish a snapshot and say what is in it; with --watch again after every change, until Ctrl-C."""
    known = watched(args) if args.watch else frozenset()
    code = build_once(args)
    if not args.watch or (code and not args.input and not watched_paths(args)):
        return code
    print(WATCHES, flush=True)
    for _ in changed(lambda: watched(args), known):
        build_once(args)
        sys.stdout.flush()
    return 0


def watched(args: argparse.Namespace) -> Listing:
    """Every file of the inputs of a build, and its themes."""
    return listing(watched_paths(args))


def watched_paths(args: argparse.Namespace) -> list[Path]:
    """The folders and files of which a build is made: those that are named or those of the build before, what was
    added on a page, and the themes."""
    with suppress(OSError):
        kept = kept_corpus(args.out)
        named = args.input or [Path(one) for one in (kept.inputs if kept else ())]
        return [*named, inputs_folder(args.out), *filter(None, [args.themes])]
    return list(args.input)


def build_once(args: argparse.Namespace) -> int:
    """Build and publish a snapshot, and say what is in it; how it ended is counted beside the snapshots."""
    began = time.monotonic()
    outcome = build_said(args)
    note_build(args.out, outcome, time.monotonic() - began)
    return 1 if outcome == FAILED else 0


def build_said(args: argparse.Namespace) -> str:
    """Build and publish a snapshot, and say what is in it; how it ended."""
    before, began = current_snapshot(args.out), time.monotonic()
    try:
        check_writable(args.out)
        inputs, settings, hint = _given(args)
        with shown_progress(args.steps) as progress:
            snapshot = build(inputs, args.out, settings, args.workers, progress, corrections_of(args.out), hint)
    except (NothingToRead, MalformedThemes, UnknownModel) as fault:
        print(f"Nothing was built. {visible(str(fault))}", file=sys.stderr)
        return FAILED
    except OSError as fault:
        print("Nothing was built.", why(fault), file=sys.stderr)
        return FAILED
    is_new = before is None or before.name != snapshot.name
    print(summary(snapshot, is_new, time.monotonic() - began, date.today()))
    return NEW if is_new else SAME


def _given(args: argparse.Namespace) -> tuple[Sequence[Path], Settings, Hint]:
    """The inputs and settings of a build; those of the build before where no input is named.

    A folder of the build before that is away now, as on a disk that is not there, must not empty the collection: that
    raises NothingToRead, as having no input does. Raises OSError.
    """
    if args.input:
        hint = Hint(args.text_column or "", args.dates)
        return args.input, Settings(args.model, str(args.themes) if args.themes else None), hint
    kept = kept_corpus(args.out)
    if not kept:
        raise NothingToRead(NO_INPUT)
    inputs = [Path(one) for one in kept.inputs]
    if away := next((one for one in inputs if not one.exists()), None):
        raise NothingToRead(f"{away} is not there, of which the build before was made. Bring it back, or name others.")
    hint = Hint(args.text_column or kept.hint.text, args.dates or kept.hint.dates)
    return inputs, Settings(kept.model, kept.themes or None), hint


def corrections_of(out: Path) -> Corrections:
    """What people say of the reports, from DOSSIER_STORE or the file beside the snapshots. Raises NoStore."""
    store = written_of(out)
    return Corrections(tuple(store.report_days()), tuple(store.removed())) if store else Corrections()


def written_of(out: Path) -> UserStore | None:
    """The user store: DOSSIER_STORE, or the file beside the snapshots; None where there is none. Raises NoStore."""
    return made_store(out) if os.environ.get(STORE_SETTING) or file_beside(out).exists() else None


def made_store(out: Path) -> UserStore:
    """The user store, made if it is new. Raises NoStore."""
    try:
        return UserStore(os.environ.get(STORE_SETTING) or beside(out))
    except (ArgumentError, ModuleNotFoundError) as fault:  # no driver of that database
        raise NoStore(f"{STORE_SETTING} is no address of a database that can be used here: {fault}.") from fault


def check_writable(out: Path) -> None:
    """Raise OSError where nothing can be written into a folder, or where it would have to be made."""
    there = next((one for one in (out, *out.absolute().parents) if one.exists()), out)
    if there.is_dir() and not os.access(there, os.W_OK | os.X_OK):
        raise OSError(f"{there} may not be written: name another folder with --out, or see who may write it.")


def why(fault: OSError) -> str:
    """What is wrong, in a line; libraries say of a full disk much else."""
    if fault.errno == errno.ENOSPC or "No space left on device" in str(fault):
        return "The disk is full: make room, then build again. What was published before stays."
    return in_a_line(fault, LONGEST_FAULT)


def run_rollback(args: argparse.Namespace) -> int:
    """Publish the snapshot again that was published before."""
    out = args.folder or args.out
    try:
        current = open_snapshot(out)
        before = snapshot_before(current)
        if before is None:
            print(f"Nothing was changed. There is no snapshot before {current.name}.", file=sys.stderr)
            return 1
        snapshot = make_current(out, before.name)
    except OSError as fault:  # no snapshot, a folder that can't be written
        print("Nothing was changed.", in_a_line(fault, LONGEST_FAULT), file=sys.stderr)
        return 1
    many = counted(snapshot.manifest["counts"]["documents"], "report", "reports")
    print(f"{snapshot.name} is published again: {many}. {AFTER_ROLLBACK}")
    return 0


def run_publish(args: argparse.Namespace) -> int:
    """Publish the snapshot of a folder in another one, which servers show."""
    try:
        snapshot = open_snapshot(args.out)
        if snapshot.folder.resolve().parent == args.to.resolve():
            raise FileExistsError(f"{snapshot.name} is published there already: --to names another folder")
        before = current_snapshot(args.to)
        copied = publish_copy(snapshot, args.to)
        keep_changes(before, copied)
    except OSError as fault:  # no snapshot, a damaged one, no room, a folder that can't be written
        print("Nothing was published.", in_a_line(fault, LONGEST_FAULT), file=sys.stderr)
        return 1
    many = counted(copied.manifest["counts"]["documents"], "report", "reports")
    print(f"{copied.name} is published in {visible(str(args.to))}: {many}, as of {copied.made_at:%Y-%m-%d %H:%M} UTC.")
    return 0


def run_export(args: argparse.Namespace) -> int:
    """Write a table of the published snapshot to a file."""
    try:
        n_rows = export(args.out, args.table, args.to)
    except (UnknownEnding, OSError) as fault:  # no snapshot, an old one, a damaged one, no room
        print("Nothing was written.", in_a_line(fault, LONGEST_FAULT), file=sys.stderr)
        return 1
    print(f"{visible(str(args.to))} has {counted(n_rows, 'row', 'rows')}.")
    return 0


def run_backup(args: argparse.Namespace) -> int:
    """Write the snapshots and what people wrote to a file."""
    try:
        snapshot, n_rows = backup(args.out, args.to, written_of(args.out))
    except OSError as fault:  # no snapshot, no store, no room
        print("Nothing was written.", in_a_line(fault, LONGEST_FAULT), file=sys.stderr)
        return 1
    print(f"{visible(str(args.to))} has {_kept(snapshot, n_rows)}: {args.to.stat().st_size:,} bytes.")
    return 0


def run_restore(args: argparse.Namespace) -> int:
    """Make a folder of snapshots, and the store, of a backup."""
    try:
        snapshot, n_rows = restore(args.file, args.to, lambda: made_store(args.to))
    except OSError as fault:  # no backup, a damaged one, no store or a full one, no room
        between = ":" if isinstance(fault, NotKept) else "."
        print(f"Nothing was restored{between}", in_a_line(fault, LONGEST_FAULT), file=sys.stderr)
        return 1
    print(f"{visible(str(args.to))} has {_kept(snapshot, n_rows)}.")
    return 0


def _kept(snapshot: Snapshot, n_rows: int) -> str:
    many = counted(snapshot.manifest["counts"]["documents"], "report", "reports")
    return f"{snapshot.name} with {many}, and {counted(n_rows, 'entry', 'entries')} of people"


def parser() -> Parser:
    """The commands and their options."""
    top = Parser(prog="python -m analysis", description="Turn reports into tables, and publish them as a snapshot.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("build", help="build and publish a snapshot of a folder of reports")
    command.add_argument(
        "input",
        nargs="*",
        type=path,
        metavar="INPUT",
        help=f"folders or files, those of the build before where none is named: {READ}",
    )
    command.add_argument("--out", type=path, required=True, help="folder of the snapshots")
    command.add_argument("--workers", type=number, default=1, help="processes that read reports (default 1)")
    command.add_argument("--steps", action="store_true", help="say each step in a line for a program")
    command.add_argument("--watch", action="store_true", help="build again whenever a file of the input changes")
    command.add_argument("--themes", type=path, help="a theme file in place of Dossier's own")
    command.add_argument("--dates", choices=(DAY_FIRST, MONTH_FIRST), default="", help=ABOUT_DATES)
    command.add_argument("--text-column", type=name, metavar="NAME", help=ABOUT_TEXTS)
    command.add_argument("--model", type=name, default=DEFAULT_MODEL, help="package of the spaCy model")
    command.set_defaults(command=run_build)
    command = commands.add_parser("rollback", help="publish the snapshot again that was published before")
    given = command.add_mutually_exclusive_group(required=True)
    given.add_argument("folder", nargs="?", type=path, metavar="OUT", help="folder of the snapshots")
    given.add_argument("--out", type=path, help="the same")
    command.set_defaults(command=run_rollback)
    command = commands.add_parser("publish", help="publish the snapshot of a folder in another one, for servers")
    command.add_argument("out", type=path, metavar="OUT", help="folder of the snapshots")
    command.add_argument("--to", type=path, required=True, metavar="FOLDER", help="folder that servers show")
    command.set_defaults(command=run_publish)
    command = commands.add_parser("export", help="write a table of the published snapshot to a file")
    command.add_argument("out", type=path, metavar="OUT", help="folder of the snapshots")
    command.add_argument("table", choices=TABLES, metavar="TABLE", help=f"one of {', '.join(TABLES)}")
    command.add_argument("--to", type=path, required=True, metavar="FILE", help=f"ending in {', '.join(WRITERS)}")
    command.set_defaults(command=run_export)
    command = commands.add_parser("backup", help="write the snapshots and what people wrote to one file")
    command.add_argument("out", type=path, metavar="OUT", help="folder of the snapshots")
    command.add_argument("--to", type=path, required=True, metavar="FILE", help="the file, a ZIP")
    command.set_defaults(command=run_backup)
    command = commands.add_parser("restore", help="make a folder of snapshots, and the store, of a backup")
    command.add_argument("file", type=path, metavar="FILE", help="what backup has written")
    command.add_argument("--to", type=path, required=True, metavar="OUT", help="folder of the snapshots, empty or new")
    command.set_defaults(command=run_restore)
    return top
