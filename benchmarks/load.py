"""Many sessions that change a filter every few seconds, on replicas behind nginx, one of which is killed.

    python benchmarks/load.py OUT [--sessions 50] [--minutes 5] [--every 10] [--replicas 2] [--alone 40]

OUT is a folder of snapshots, for a million facts one of benchmarks/large.py. nginx has the configuration of deploy/,
the replicas start as its page says, and the one that is killed at half time starts again after two seconds, as systemd
has it. First one session is alone, on replicas of its own. All run on this machine, with what asks them. The exit code
is 1 where a bound is missed: an error, a lost session, or a 95th percentile of more than three times that of the one.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.load_sessions import Change, Told, Visitor, many  # noqa: E402
from benchmarks.opening import Address, filters_of, page_paths  # noqa: E402
from benchmarks.start import free_port, wait_for  # noqa: E402
from benchmarks.visits import p95  # noqa: E402
from tests.hosting.test_deploy import Proxy  # noqa: E402

BOUND = 3.0
SECONDS_TO_RESTART = 2  # RestartSec of deploy/dossier@.service
LEFT_OUT = ("documents", "share")  # pages whose filters change nothing that is asked


class Replicas:
    """Servers of the dashboard on ports of loopback."""

    def __init__(self, data: Path, number: int) -> None:
        self.data, self.ports = data, [free_port() for _ in range(number)]
        self.processes = [self.start(port) for port in self.ports]

    def start(self, port: int) -> subprocess.Popen[bytes]:
        """Start the one on this port."""
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.address", "127.0.0.1"]
        settings = {"DOSSIER_DATA": str(self.data), "DOSSIER_PUBLIC": "1"}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        found = subprocess.Popen(
            [*command, "--server.port", str(port)],
            cwd=ROOT,
            env=os.environ | settings,
            **quiet,  # type: ignore[call-overload]
        )
        wait_for(port)
        return found  # type: ignore[no-any-return]

    def kill(self, number: int) -> None:
        """Kill one, as a lack of memory does, and start it again."""
        self.processes[number].kill()
        self.processes[number].wait()
        time.sleep(SECONDS_TO_RESTART)
        self.processes[number] = self.start(self.ports[number])

    def end(self) -> None:
        """Stop all."""
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait(timeout=30)


@contextmanager
def served(data: Path, number: int) -> Iterator[tuple[str, Replicas]]:
    """The address of the WebSocket at nginx before so many replicas."""
    replicas = Replicas(data, number)
    with tempfile.TemporaryDirectory() as folder:
        proxy = Proxy(Path(folder), [], (replicas.ports * 2)[:2])
        with subprocess.Popen(proxy.command, stderr=subprocess.DEVNULL) as nginx:
            try:
                wait_for(proxy.port)
                for port in replicas.ports:
                    warm(f"ws://127.0.0.1:{port}/_stcore/stream")
                yield f"wss://127.0.0.1:{proxy.port}/_stcore/stream", replicas
            finally:
                nginx.terminate()
                replicas.end()


def warm(address: str) -> None:
    """Visit every page of a replica, as it has been visited on any other day."""
    visitor = Visitor(address, Told())
    visitor.open()
    for page in pages():
        visitor.change((page, {}))
    visitor.close()


def pages() -> list[str]:
    """The pages whose filters change what is asked."""
    return [name for name in (path.split("/")[1] for path in page_paths()) if name not in LEFT_OUT]


def changes_of(data: Path) -> list[Change]:
    """Every page with every filter, and with every two filters on other fields."""
    single = filters_of(data)
    pairs = [first | second for first, second in combinations(single, 2) if not first.keys() & second.keys()]
    every: list[Address] = [*single, *pairs]
    return [(page, address) for page in pages() for address in every]


def alone(data: Path, replicas: int, changes: list[Change]) -> list[float]:
    """Seconds of the changes of one session that nobody disturbs."""
    told = Told()
    with served(data, replicas) as (address, _):
        visitor = Visitor(address, told)
        visitor.open()
        return [visitor.change(change).seconds for change in changes]


def main() -> int:
    """Print what the command line asks for; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="folder of snapshots")
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--every", type=float, default=10, help="seconds from one change to the next")
    parser.add_argument("--replicas", type=int, choices=(1, 2), default=2)
    parser.add_argument("--alone", type=int, default=40, help="changes of the session that is alone")
    args = parser.parse_args()
    data, random = args.out.resolve(), Random(1)
    changes = changes_of(data)
    random.shuffle(changes)
    quiet = alone(data, args.replicas, changes[: args.alone])
    print(f"one session alone: {line(quiet)}", flush=True)
    told, killed = Told(), float("inf")
    with served(data, args.replicas) as (address, replicas):
        visitors = [Visitor(address, told) for _ in range(args.sessions)]
        seconds = 60 * args.minutes
        threading.Timer(args.every + seconds / 2, replicas.kill, (0,)).start()
        killed = time.monotonic() + args.every + seconds / 2
        many(visitors, changes, args.every, seconds, random)
    return verdict(told, quiet, killed, args.sessions)


def line(seconds: list[float]) -> str:
    """How many changes there were, and how long they took."""
    times = f"median {1000 * statistics.median(seconds):.0f} ms, p95 {1000 * p95(seconds):.0f} ms"
    return f"{len(seconds)} changes, {times}, slowest {1000 * max(seconds):.0f} ms"


def verdict(told: Told, quiet: list[float], killed: float, sessions: int) -> int:
    """Print what the sessions met beside the bounds; 1 where one is missed."""
    runs = [run.seconds for _, run in told.runs]
    before = [run.seconds for at, run in told.runs if at < killed]
    n_faults = sum(run.n_faults for _, run in told.runs)
    ratio, same = p95(runs) / p95(quiet), sum(is_same for _, is_same in told.returns)
    print(f"{sessions} sessions: {line(runs)}; before a replica was killed {line(before)}")
    print(f"p95 / p95 of one session alone: {ratio:.2f} (bound {BOUND:g}){missed(ratio > BOUND)}")
    print(f"errors on pages: {n_faults} (bound 0){missed(n_faults)}")
    print(f"sessions lost: {len(told.lost)} (bound 0){missed(told.lost)} {' '.join(told.lost)}")
    slowest = max((seconds for seconds, _ in told.returns), default=0.0)
    differs = len(told.returns) - same
    print(f"came back with their view: {same} of {len(told.returns)}, in {slowest:.1f} s{missed(differs)}")
    return int(bool(ratio > BOUND or n_faults or told.lost or differs))


def missed(is_missed: object) -> str:
    """A mark where a bound is missed."""
    return "  MISSED" if is_missed else ""


if __name__ == "__main__":
    sys.exit(main())
