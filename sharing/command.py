"""What the command line does: its arguments, and what it says at the end, in one line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from analysis.arguments import LONGEST_FAULT, Parser, path
from analysis.exporting import UnknownEnding
from analysis.shown import in_a_line, visible
from sharing.briefing.files import ENDINGS as BRIEFINGS
from sharing.briefing.files import MissingPackage, write_briefing
from sharing.data.files import write_data
from sharing.report.page import report_html
from sharing.report.pdf import print_to
from sharing.shared import LinkFault, Shared, open_shared
from sharing.tables.asked import NAMES
from sharing.tables.files import ENDINGS as TABLES
from sharing.tables.files import write_table
from sharing.writing import write_text, write_whole

HTML, PDF = (".html", ".htm"), ".pdf"
FAULTS = (LinkFault, UnknownEnding, MissingPackage, OSError)  # no snapshot, an old one, a damaged one, no room


def run(arguments: list[str] | None, program: str) -> int:
    """Run a command; the exit code."""
    args = parser(program).parse_args(arguments)
    write: Callable[[Shared, argparse.Namespace], None] = args.command
    try:
        write(_shared(args), args)
    except FAULTS as fault:
        print("Nothing was written.", in_a_line(fault, LONGEST_FAULT), file=sys.stderr)
        return 1
    print(f"{visible(str(args.to))} has {args.to.stat().st_size:,} bytes.")
    return 0


def _shared(args: argparse.Namespace) -> Shared:
    return open_shared(args.out, datetime.now(UTC), args.view, not args.no_texts)


def run_report(shared: Shared, args: argparse.Namespace) -> None:
    """Write the report in one file."""
    ending = args.to.suffix.lower()
    if ending not in (*HTML, PDF):
        raise UnknownEnding(f"{args.to.name} ends in none of {', '.join((*HTML, PDF))}")
    report = report_html(shared)
    if ending == PDF:
        write_whole(args.to, lambda draft: print_to(report, draft))
    else:
        write_text(args.to, report)


def run_briefing(shared: Shared, args: argparse.Namespace) -> None:
    """Write the briefing."""
    write_briefing(shared, args.to)


def run_table(shared: Shared, args: argparse.Namespace) -> None:
    """Write a table."""
    write_table(shared, args.name, args.to)


def run_data(shared: Shared, args: argparse.Namespace) -> None:
    """Write the data."""
    write_data(shared, args.to)


def parser(program: str) -> Parser:
    """The commands and their options."""
    top = Parser(prog=program, description="Write what can be handed on: reports, briefings, tables, data.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    _command(
        commands,
        "report",
        "a report in one file that opens anywhere",
        "ending in .html, or in .pdf where a Chromium is there",
        run_report,
    )
    _command(commands, "briefing", "a written briefing", f"ending in {', '.join(BRIEFINGS)}", run_briefing)
    table = _command(commands, "table", "a table, or the claims of a view", f"ending in {', '.join(TABLES)}", run_table)
    table.add_argument("name", choices=NAMES, metavar="NAME", help=f"one of {', '.join(NAMES)}")
    _command(commands, "data", "all data for other tools", "ending in .zip", run_data)
    return top


def _command(
    commands: argparse._SubParsersAction[Parser],
    name: str,
    about: str,
    file: str,
    write: Callable[[Shared, argparse.Namespace], None],
) -> Parser:
    """A command that writes a view of a snapshot to a file."""
    command = commands.add_parser(name, help=about)
    command.add_argument("out", type=path, metavar="OUT", help="folder of the snapshots")
    command.add_argument("--to", type=path, required=True, metavar="FILE", help=file)
    command.add_argument("--view", default="", metavar="LINK", help="a link to the dashboard: its filters hold")
    command.add_argument(
        "--no-texts", action="store_true", help="numbers, terms and quotations of at most 25 words, no whole sentences"
    )
    command.set_defaults(command=write)
    return command
