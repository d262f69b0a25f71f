"""The command `dossier`: build a snapshot of reports, run the dashboard on it, publish it, export its tables.

    dossier run [INPUT...] [--out OUT] [--port PORT]
    dossier build INPUT... --out OUT
    dossier publish OUT --to FOLDER
    dossier export OUT TABLE --to FILE
    dossier report OUT --to FILE.html [--view LINK] [--no-texts]
    dossier briefing OUT --to FILE.md|.docx
    dossier table OUT NAME --to FILE
    dossier data OUT --to FILE.zip
    dossier rollback OUT
    dossier backup OUT --to FILE
    dossier restore FILE --to OUT

It is what `make run` and `python -m analysis` do in a checkout, for those who installed Dossier with pip.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE / "dossier_app" if (HERE / "dossier_app").is_dir() else HERE  # installed, or a checkout
LOCAL = "127.0.0.1"
SHARING = ("report", "briefing", "table", "data")  # what `python -m sharing` does


def main(arguments: list[str] | None = None) -> int:
    """Run a command; the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    sys.path.insert(0, str(ROOT))
    if given[:1] == ["run"]:
        return run(given[1:])
    if given[:1] and given[0] in SHARING:
        from sharing.__main__ import main as share

        return share(given, "dossier")
    from analysis.__main__ import main as analyse

    return analyse(given)


def run(arguments: list[str]) -> int:
    """Build the snapshot of the input, if it is missing or out of date, and serve the dashboard until Ctrl-C."""
    from analysis.__main__ import main as analyse

    args = _parser().parse_args(arguments)
    inputs, out = [str(one) for one in args.input], args.out or Path(".dossier") / args.input[0].resolve().name
    if failed := analyse(["build", *inputs, "--out", str(out), "--workers", args.workers]):
        return failed
    # What is uploaded is held in memory, which is one's own here; `.streamlit/config.toml` has less for other servers.
    server = ["--server.address", LOCAL, "--server.port", str(args.port), "--server.maxUploadSize", "1000"]
    print(f"Starting the dashboard at http://{LOCAL}:{args.port} (stop it with Ctrl+C)", flush=True)
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard.py"), *server]
    try:
        own = {"DOSSIER_DATA": str(out.resolve()), "DOSSIER_LOCAL": "1"}  # who runs it may add reports
        return subprocess.run(command, env=os.environ | own, check=False).returncode
    except KeyboardInterrupt:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dossier run", description="Build a snapshot and serve the dashboard on it.")
    parser.add_argument(
        "input", nargs="*", type=Path, default=[ROOT / "seeds"], help="folders or files; else the seeds"
    )
    parser.add_argument("--out", type=Path, help="folder of the snapshots (default .dossier/NAME)")
    parser.add_argument("--port", type=int, default=8501, help="port of the server (default 8501)")
    parser.add_argument("--workers", default="1", help="processes that read reports (default 1)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
