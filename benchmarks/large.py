"""A large snapshot out of a real corpus, for measuring the dashboard.

    python benchmarks/large.py CORPUS.jsonl[.gz] OUT [--reports 100000] [--base 2000] [--facts 10]

The tables of the first `base` reports of the corpus are built once; the longest reports are left out until one has
`facts` facts on average. They are then written again and again, with new ids, days, publishers, numbers and, for the
rarer people, bodies and places, new names: the shapes of real text stay. It goes part by part, in little memory.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from analysis.pipeline import Settings, build
from analysis.store import Snapshot, publish_files
from analysis.tables import TABLES
from benchmarks.corpus import distinct, read_records, write_records
from benchmarks.large_plan import planned
from benchmarks.large_tables import write_table


def main() -> None:
    """Write the snapshot that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--base", type=int, default=2000)
    parser.add_argument("--facts", type=float, default=10, help="facts that a report has on average")
    args = parser.parse_args()
    base = built(args.corpus, args.base, args.out)
    snapshot = multiplied(base, args.out, args.reports, args.facts)
    for name, rows in snapshot.manifest["counts"].items():
        print(f"{rows:>12,} {name}")
    print(snapshot.folder)


def built(corpus: Path, reports: int, out: Path) -> Snapshot:
    """The snapshot of the first reports of the corpus, kept beside `out`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        write_records(distinct(read_records(corpus))[:reports], path)
        return build([path], out.with_name(f"{out.name}-base"), Settings())


def multiplied(base: Snapshot, out: Path, reports: int, facts: float) -> Snapshot:
    """The snapshot of so many reports, published in `out`."""
    plan = planned(base, reports, facts)

    def write(folder: Path) -> None:
        for table in TABLES:
            write_table(base, table, plan, folder)

    return publish_files(out, write, {"base": base.name, "reports": reports, "facts": facts})


if __name__ == "__main__":
    main()
