"""The command line: `python -m sharing report OUT --to FILE.html`."""

from __future__ import annotations

import sys

STOPPED = "Stopped. Nothing was written."
BY_THE_KEYBOARD = 130  # the exit code of what Ctrl-C has stopped


def main(arguments: list[str] | None = None, program: str = "python -m sharing") -> int:
    """Run a command; the exit code."""
    try:
        from sharing.command import run  # here: the import takes a second, and Ctrl-C may come in it

        return run(arguments, program)
    except KeyboardInterrupt:
        print(STOPPED, file=sys.stderr)
        return BY_THE_KEYBOARD


if __name__ == "__main__":
    sys.exit(main())
