"""Real files of every format, read one by one: `python benchmarks/documents.py FOLDER [--html TRUTH]`.

Prints for each folder how many files gave reports, how many only a reason, and the slowest; the reasons with their
counts; and fails where a file took over 30 seconds or a process over 1 GB, or gave neither a report nor a reason.
`--html` scores the articles of web pages against what they say: shingles of four words, counted, averaged over pages.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from analysis.read.apart import Apart
from analysis.read.article import Article, Taken, Unreadable
from analysis.read.inputs import Input, is_passed_over, read_file

MOST_SECONDS, MOST_MEMORY = 30.0, 1_000_000_000  # of a file on the wall, and of a process in bytes
MOST_REASONS = 40


@dataclass
class Tally:
    """What became of the files of a folder."""

    n_files: int = 0
    n_read: int = 0
    n_reports: int = 0
    slowest: float = 0.0
    slow: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)


def main(arguments: list[str] | None = None) -> int:
    """Read the files and say what became of them; 1 where one was too slow, too large or silent."""
    parser = argparse.ArgumentParser(description="Read real files one by one.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--html", type=Path, help="truth.json: what the article of each page says, by page id")
    args = parser.parse_args(arguments)
    reasons: Counter[str] = Counter()
    texts: dict[str, str] = {}
    tallies: dict[str, Tally] = {}
    for one, found, seconds in read_each(args.folder):
        tally = tallies.setdefault(Path(one.source_id).parts[0], Tally())
        count(tally, one, found, seconds)
        reasons.update(re.sub(r"\d+", "#", result.reason) for result in found if isinstance(result, Unreadable))
        texts |= {
            Path(one.source_id).name: r.text for r in found if isinstance(r, Article) and ".html" in one.source_id
        }
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    say(tallies, reasons, peak)
    if args.html:
        say_html(json.loads(args.html.read_text(encoding="utf-8")), texts)
    return int(peak > MOST_MEMORY or any(tally.slow or tally.silent for tally in tallies.values()))


def read_each(folder: Path) -> Iterator[tuple[Input, list[Article | Unreadable], float]]:
    """Every file below the folder with what it gave and the seconds that it took."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not is_passed_over(path.name))
    with Apart() as apart:
        for path in paths:
            one, began = Input(path, str(path.relative_to(folder)), folder), time.monotonic()
            found = [result for result in read_file(one, apart) if not isinstance(result, Taken)]
            yield one, found, time.monotonic() - began


def count(tally: Tally, one: Input, found: Iterable[Article | Unreadable], seconds: float) -> None:
    """Count a file."""
    results = list(found)
    n_reports = sum(isinstance(result, Article) for result in results)
    tally.n_files += 1
    tally.n_read += bool(n_reports)
    tally.n_reports += n_reports
    tally.slowest = max(tally.slowest, seconds)
    if seconds > MOST_SECONDS:
        tally.slow.append(one.source_id)
    if not results:
        tally.silent.append(one.source_id)


def say(tallies: dict[str, Tally], reasons: Counter[str], peak: float) -> None:
    """Print what became of the files."""
    print("| folder | files | read | reports | only a reason | slowest, s |\n|---|---|---|---|---|---|")
    for name, one in tallies.items():
        only = one.n_files - one.n_read - len(one.silent)
        print(f"| {name} | {one.n_files:,} | {one.n_read:,} | {one.n_reports:,} | {only:,} | {one.slowest:.1f} |")
        for word, names in (("over time", one.slow), ("silent", one.silent)):
            if names:
                print(f"  {word}: {', '.join(names)}")
    print(f"\nMost memory of a process: {peak / 1e6:,.0f} MB.\n")
    for reason, n in reasons.most_common(MOST_REASONS):
        print(f"{n:6,} {reason}")


def say_html(truth: dict[str, dict[str, str]], texts: dict[str, str]) -> None:
    """Print precision, recall and F1 of the articles of web pages."""
    scores = []
    for page, entry in truth.items():
        said = next((text for name, text in texts.items() if page in name), "")
        gold, mine = shingles(entry["articleBody"]), shingles(said)
        common = (gold & mine).total()
        scores.append((common / max(mine.total(), 1), common / max(gold.total(), 1)))
    precision, recall = (sum(score) / len(scores) for score in zip(*scores, strict=True))
    f1 = 2 * precision * recall / (precision + recall)
    print(f"\n{len(scores)} web pages: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words, counted."""
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(*(words[n:] for n in range(4)), strict=False)) if len(words) > 3 else Counter([tuple(words)])


if __name__ == "__main__":
    sys.exit(main())
