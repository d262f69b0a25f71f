"""The command line: `python -m analysis build INPUT... --out OUT`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from analysis.lexicons.themes import MalformedThemes
from analysis.pipeline import NothingToRead, Settings, build, current_snapshot
from analysis.store import Snapshot
from analysis.text.boundary import LOG
from analysis.text.language import DEFAULT_MODEL

SHOWN = {
    "documents": ("report", "reports"),
    "facts": ("fact", "facts"),
    "entities": ("person, body or place", "people, bodies and places"),
    "attributions": ("attribution", "attributions"),
}

MOST_NAMED = 5  # reports that could not be analysed


def main(arguments: list[str] | None = None) -> int:
    """Run a command; the exit code."""
    args = parser().parse_args(arguments)
    settings = Settings(args.model, str(args.themes) if args.themes else None)
    before = current_snapshot(args.out)
    try:
        snapshot = build(args.input, args.out, settings, args.workers, show_progress)
    except (NothingToRead, MalformedThemes, OSError) as fault:
        print(f"Nothing was built. {fault}", file=sys.stderr)
        return 1
    except ModuleNotFoundError as fault:
        print(f"Nothing was built. The package {fault.name} is not installed.", file=sys.stderr)
        return 1
    print(summary(snapshot, is_new=before is None or before.name != snapshot.name))
    return 0


def summary(snapshot: Snapshot, is_new: bool) -> str:
    """What was published, in a few lines."""
    counts = snapshot.manifest["counts"]
    shown = ", ".join(_count(counts[table], *words) for table, words in SHOWN.items())
    lines = [f"{snapshot.name} is {'published' if is_new else 'up to date'}: {shown}."]
    return "\n".join([*lines, *(unread(snapshot) if counts["unreadable"] else ())])


def unread(snapshot: Snapshot) -> Iterator[str]:
    """What could not be read and what could not be analysed, a line each."""
    rows = snapshot.table("unreadable")
    failed = rows.loc[rows["doc_id"].notna(), "source_id"].tolist()
    if n_inputs := len(rows) - len(failed):
        many = _count(n_inputs, "input", "inputs")
        yield f"{many} could not be read; the Overview page and the table `unreadable` say why."
    if failed:
        many, named = _count(len(failed), "report", "reports"), ", ".join(failed[:MOST_NAMED])
        more = f" and {len(failed) - MOST_NAMED:,} more" if len(failed) > MOST_NAMED else ""
        yield f"{many} could not be analysed and {'has' if len(failed) == 1 else 'have'} no facts: {named}{more}."
        yield f"The Overview page and the table `unreadable` say why, {snapshot.folder.parent / LOG} has the details."


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="python -m analysis", description=__doc__)
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("build", help="build and publish a snapshot of a folder of reports")
    command.add_argument("input", nargs="+", type=Path, help="folders or files: .txt, .jsonl, .csv")
    command.add_argument("--out", type=Path, required=True, help="folder of the snapshots")
    command.add_argument("--workers", type=int, default=1, help="processes that read reports (default 1)")
    command.add_argument("--themes", type=Path, help="a theme file in place of Dossier's own")
    command.add_argument("--model", default=DEFAULT_MODEL, help="package of the spaCy model")
    return top


def show_progress(done: int, total: int) -> None:
    """One line a tenth of the way."""
    step = max(1, total // 10)
    if done % step == 0 or done == total:
        print(f"Read {done:,} of {_count(total, 'report', 'reports')}", flush=True)


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


if __name__ == "__main__":
    sys.exit(main())
