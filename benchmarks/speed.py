"""How long a build takes over the bare language model, and the dashboard over an empty page.

    python benchmarks/speed.py build CORPUS.jsonl[.gz] [--reports 3 300 3000] [--runs 3]
    python benchmarks/speed.py start [--runs 3]
    python benchmarks/speed.py dashboard CORPUS.jsonl[.gz] FOLDER [--reports 100000]
    python benchmarks/speed.py pages SNAPSHOTS [--seeds SNAPSHOTS] [--sessions 30] [--no-browser]

`build` times the whole build (reading, text, tables, publishing; no cache) and a bare `nlp.pipe` with the same
components over the same texts, in turn in one process, and prints the ratio of each pair. `start` times a server from
its start to the first chart in a browser, against an empty Streamlit page. `pages` times a change of the filters on
every page against its bare parts and against bare pages, and weighs sessions. `dashboard` does both on a quiet machine:
it makes the large snapshot and that of the seeds in FOLDER where they are not there.
"""

from __future__ import annotations

import argparse
import importlib
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from spacy.language import Language

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from analysis.pipeline import Settings, build
from analysis.text.language import DEFAULT_MODEL
from benchmarks.corpus import distinct, read_records, write_records

DONE = object()
BASE, FACTS = 2000, 10  # reports that the large snapshot is made of, and facts of one on average


def main() -> None:
    """Run the measurement that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    building = commands.add_parser("build")
    building.add_argument("corpus", type=Path)
    building.add_argument("--reports", type=int, nargs="+", default=[3, 300, 3000])
    building.add_argument("--runs", type=int, default=3)
    starting = commands.add_parser("start")
    starting.add_argument("--runs", type=int, default=3)
    paging = commands.add_parser("pages")
    paging.add_argument("snapshots", type=Path, help="folder with a large snapshot, see large.py")
    paging.add_argument("--seeds", type=Path, help="folder with a small one, for the time of a page without work")
    paging.add_argument("--sessions", type=int, default=30)
    paging.add_argument("--no-browser", action="store_true")
    everything = commands.add_parser("dashboard")
    everything.add_argument("corpus", type=Path)
    everything.add_argument("folder", type=Path)
    everything.add_argument("--reports", type=int, default=100_000)
    everything.add_argument("--sessions", type=int, default=30)
    everything.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    if args.command == "build":
        measure_build(args.corpus, args.reports, args.runs)
    elif args.command == "dashboard":
        measure_dashboard(args.corpus, args.folder.resolve(), args.reports, args.sessions, args.runs)
    elif args.command == "pages":
        from benchmarks.visits import measure_pages

        measure_pages(args.snapshots.resolve(), args.seeds and args.seeds.resolve(), args.sessions, not args.no_browser)
    else:
        from benchmarks.start import measure_start

        measure_start(args.runs)


def measure_build(corpus: Path, sizes: list[int], runs: int) -> None:
    """Print, for each number of reports, seconds of the bare model and of the build, and the ratios of the pairs."""
    records = read_records(corpus)
    language = importlib.import_module(DEFAULT_MODEL).load()
    print(f"{'reports':>8} {'words':>9} {'model s':>9} {'build s':>9} {'ratio: median':>14} {'min':>6} {'max':>6}")
    for size in sizes:
        chosen = distinct(records)[:size]
        pairs = [(bare(language, chosen), built(chosen)) for _ in range(runs)]
        ratios = sorted(build_s / model_s for model_s, build_s in pairs)
        model_s, build_s = (statistics.median(column) for column in zip(*pairs, strict=True))
        words = sum(len(record["text"].split()) for record in chosen)
        print(
            f"{len(chosen):>8,} {words:>9,} {model_s:>9.2f} {build_s:>9.2f} "
            f"{statistics.median(ratios):>14.2f} {ratios[0]:>6.2f} {ratios[-1]:>6.2f}",
            flush=True,
        )


def measure_dashboard(corpus: Path, folder: Path, reports: int, sessions: int, runs: int) -> None:
    """Print all that has a bound of pages and of the start, on snapshots that are kept in the folder."""
    from analysis.store import CURRENT
    from benchmarks import large
    from benchmarks.start import measure_start
    from benchmarks.visits import ROOT, measure_pages

    out, seeds = folder / f"reports-{reports}", folder / "seeds"
    folder.mkdir(parents=True, exist_ok=True)
    if not (out / CURRENT).exists():
        large.multiplied(large.built(corpus, BASE, out), out, reports, FACTS)
    build([ROOT / "seeds"], seeds, Settings())
    measure_pages(out, seeds, sessions, with_browser=True)
    measure_start(runs)


def bare(language: Language, records: list[dict[str, str]]) -> float:
    """Seconds of the model alone over the texts."""
    return seconds(lambda: [DONE for _ in language.pipe(record["text"] for record in records)])


def built(records: list[dict[str, str]]) -> float:
    """Seconds of a whole build of the records, the model already loaded, nothing cached."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        write_records(records, path)
        return seconds(lambda: build([path], Path(folder) / "out", Settings()))


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds of the work."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
