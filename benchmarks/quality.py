"""How right the tables are, on labelled data that is not part of the project.

    python benchmarks/quality.py GOLD_FOLDER [TASK ...] [--record]

GOLD_FOLDER holds the files that `floors.json` names, and the program `score.py` that scores a snapshot against them.
For each task it builds a snapshot of the texts, scores it and prints the figures beside the last recorded ones, the
floors and a peer. With `--record` it writes them, with today's date, to `results.json` and to the table in `README.md`.
The exit code is 1 when a figure is under its floor.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FIGURES = HERE.parent / "analysis" / "measured"  # what the Quality page shows
MEASURED = ("lexicons", "read", "tables", "text")  # rooms of the analysis that decide the figures
sys.path.insert(0, str(HERE.parent))

from analysis.pipeline import Settings, build  # noqa: E402
from analysis.text.names import same_name  # noqa: E402
from benchmarks.reader import found_by_a_reader  # noqa: E402

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
HEADER = "| task | figure | this build | last recorded | floor | peer |\n|---|---|---|---|---|---|"

Figures = dict[str, dict[str, Any]]


def main() -> int:
    """Score the tasks that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("tasks", nargs="*", help="all by default")
    parser.add_argument("--model", help="package of another spaCy model")
    parser.add_argument("--record", action="store_true", help="keep the figures")
    args = parser.parse_args()
    tasks = json.loads((FIGURES / "floors.json").read_text(encoding="utf-8"))
    last = json.loads((FIGURES / "results.json").read_text(encoding="utf-8"))["figures"]
    settings = Settings(args.model) if args.model else Settings()
    now: dict[str, float] = {}
    print(HEADER, flush=True)
    for task in args.tasks or tasks:
        figures = scored(tasks[task].get("task", task), args.gold, tasks[task], settings)
        now |= {key(task, figure): value(figures, figure) for figure in tasks[task]["figures"]}
        print("\n".join(rows({task: tasks[task]}, now, last)), flush=True)
    if args.record:
        record(tasks, last | now)
    faults = [name for name, floor in floors(tasks).items() if name in now and now[name] < floor]
    print("\n".join(f"Under its floor: {name}" for name in faults))
    return bool(faults)


def scored(task: str, folder: Path, spec: dict[str, Any], settings: Settings) -> Figures:
    """The figures of a task; of the even lines of its file alone where the task is of the half that is held back."""
    with tempfile.TemporaryDirectory() as name:
        work, gold = Path(name), folder / spec["gold"]
        if spec.get("half") == "even":
            gold = even_lines(gold, work / "even.jsonl")
        if task == "names":
            predict_names(gold, work / "out")
        elif task == "seeds":
            return found_by_a_reader(build([folder.parent / "seeds"], work / "out", settings), gold)
        else:
            run_scorer(folder, "corpus", task, str(gold), str(work / "in.jsonl"))
            build([work / "in.jsonl"], work / "out", settings)
        run_scorer(folder, task, str(gold), str(work / "out"), "--json", str(work / "figures.json"))
        figures: Figures = json.loads((work / "figures.json").read_text(encoding="utf-8"))["figures"]
        return figures


def even_lines(gold: Path, to: Path) -> Path:
    """Write the second, fourth, sixth... line of a file, and give the new file."""
    lines = [line for line in gold.read_text(encoding="utf-8").split("\n") if line]
    to.write_text("\n".join(lines[1::2]) + "\n", encoding="utf-8")
    return to


def run_scorer(gold: Path, *arguments: str) -> None:
    """Run the scorer that lies beside the labelled data. Raises CalledProcessError."""
    command = [sys.executable, str(gold / "score.py"), *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def predict_names(gold: Path, out: Path) -> None:
    """Write `same_name` of each pair of the file as left, right, score."""
    pairs = [json.loads(line) for line in gold.read_text(encoding="utf-8").split("\n") if line]
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["left", "right", "score"])
        writer.writerows([p["left"], p["right"], same_name(p["left"], p["right"])] for p in pairs)


def measured_analysis() -> str:
    """The digest of the code and words that decide the figures: what was measured is this analysis and no other."""
    digest, root = blake2b(digest_size=16), HERE.parent / "analysis"
    for folder in MEASURED:
        for path in sorted(path for path in (root / folder).rglob("*") if path.suffix in (".py", ".csv")):
            digest.update(path.relative_to(root).as_posix().encode() + b"\x1f" + path.read_bytes())
    return digest.hexdigest()


def key(task: str, figure: dict[str, Any]) -> str:
    """The name of a figure in `results.json`."""
    return f"{task}: {figure['name']}"


def value(figures: Figures, figure: dict[str, Any]) -> float:
    """A figure of the scorer's answer, to three digits."""
    first, second = figure["path"]
    return round(float(figures[first][second] or 0.0), 3)


def floors(tasks: dict[str, Any]) -> dict[str, float]:
    """The floor of each figure by its name."""
    return {key(task, figure): figure["floor"] for task, spec in tasks.items() for figure in spec["figures"]}


def rows(tasks: dict[str, Any], now: dict[str, float], last: dict[str, float]) -> list[str]:
    """The rows of the table for these tasks."""
    lines = []
    for task, spec in tasks.items():
        for figure in spec["figures"]:
            name = key(task, figure)
            peer = f"{figure['peer']} ({figure['peer_name']})" if "peer" in figure else ""
            cells = [spec["table"], figure["name"], now.get(name, ""), last.get(name, ""), figure["floor"], peer]
            lines.append("| " + " | ".join(map(str, cells)) + " |")
    return lines


def record(tasks: dict[str, Any], figures: dict[str, float]) -> None:
    """Keep the figures with today's date, in `results.json` and in the table of `README.md`."""
    day = date.today().isoformat()
    kept = {"day": day, "analysis": measured_analysis(), "figures": figures}
    text = json.dumps(kept, indent=1, ensure_ascii=False) + "\n"
    (FIGURES / "results.json").write_text(text, encoding="utf-8")
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    before, rest = readme.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    head = "| table | data | figure | measured | floor | peer |\n|---|---|---|---|---|---|"
    table = "\n".join([f"Measured on {day}.", "", head, *recorded_rows(tasks, figures)])
    (HERE / "README.md").write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


def recorded_rows(tasks: dict[str, Any], figures: dict[str, float]) -> list[str]:
    """The rows of the table in `README.md`."""
    lines = []
    for task, spec in tasks.items():
        for figure in spec["figures"]:
            peer = f"{figure['peer']} ({figure['peer_name']})" if "peer" in figure else ""
            measured = figures.get(key(task, figure), "")
            cells = [spec["table"], spec["data"], figure["name"], measured, figure["floor"], peer]
            lines.append("| " + " | ".join(map(str, cells)) + " |")
    return lines


if __name__ == "__main__":
    sys.exit(main())
