"""Copies of reports: `python benchmarks/copies.py CORPUS.jsonl.gz`.

Copies are made of 600 reports, cut to 35, 50 and 70 % from the front with every twentieth word dropped, and looked for
among all reports of the corpus: their recall. Then the pairs that are found among the reports as they are, some of them
printed to be read by hand (`--read N`). Last 100,000 reports, made of those of the corpus, are timed.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from analysis.tables.copies import containment, copies
from benchmarks.corpus import read_records

N_REPORTS, CUTS, DROPPED, FEWEST_WORDS = 600, (0.35, 0.5, 0.7), 0.05, 80
N_LARGE, CHANGED = 100_000, 0.4  # reports, and the share of their words that are another report's


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; 1 where recall is under .99 or 100,000 reports take 3 minutes."""
    parser = argparse.ArgumentParser(description="Measure how copies are found.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--read", type=int, default=0, metavar="N", help="print N of the pairs found, to be read")
    parser.add_argument("--large", type=int, default=N_LARGE, help="reports that are timed")
    args = parser.parse_args(arguments)
    texts = [record["text"] for record in read_records(args.corpus)]
    recall = recalls(texts, Random(1))
    pairs_found(texts, args.read, Random(2))
    seconds = timed(texts, args.large, Random(3))
    return int(min(recall) < 0.99 or seconds > 180)


def recalls(texts: list[str], random: Random) -> list[float]:
    """Which share of the made copies is found in the group of their report, for each cut; printed."""
    alone = (number for number, of in enumerate(copies(texts)) if of == number)  # not a copy of another one itself
    long = [number for number in alone if len(texts[number].split()) >= FEWEST_WORDS]
    chosen, found = random.sample(long, N_REPORTS), []
    made = [[shortened(texts[number], cut, random) for number in chosen] for cut in CUTS]
    groups = copies([*texts, *(text for some in made for text in some)])
    for number, cut in enumerate(CUTS):
        at = len(texts) + number * N_REPORTS
        right = sum(groups[at + place] == groups[original] for place, original in enumerate(chosen))
        found.append(right / N_REPORTS)
        print(f"Cut to {cut:.0%}: recall {found[-1]:.3f} of {N_REPORTS}")
    return found


def shortened(text: str, cut: float, random: Random) -> str:
    """The first words of a text, some of them dropped."""
    words = text.split()
    return " ".join(word for word in words[: int(cut * len(words))] if random.random() >= DROPPED)


def pairs_found(texts: list[str], n_read: int, random: Random) -> None:
    """Print how many reports are said to be copies, and some that are not the same to the letter."""
    groups = copies(texts)
    pairs = [(number, of) for number, of in enumerate(groups) if of != number]
    edited = [(number, of) for number, of in pairs if texts[number] != texts[of]]
    print(f"Of {len(texts):,} reports {len(pairs):,} are copies, {len(edited):,} of them cut or edited.")
    for number, of in random.sample(edited, min(n_read, len(edited))):
        print(f"\n{containment(texts[number], texts[of]):.2f}")
        for text in (texts[number], texts[of]):
            print("  " + " ".join(text.split())[:400])


def timed(texts: list[str], n_reports: int, random: Random) -> float:
    """The seconds of computing for so many reports; each has some words of another."""
    large = [mixed(random.choice(texts), random.choice(texts), random) for _ in range(n_reports)]
    began = time.process_time()  # of the processor: one thread does it
    copies(large)
    seconds, memory = time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    n_words = sum(len(text.split()) for text in large)
    print(
        f"{n_reports:,} reports, {n_words / 1e6:.1f} million words: {seconds:.0f} s of one processor, {memory:.1f} GB"
    )
    return seconds


def mixed(text: str, other: str, random: Random) -> str:
    """A text with some of its words from another one."""
    words, others = text.split(), other.split() or [""]
    return " ".join(random.choice(others) if random.random() < CHANGED else word for word in words)


if __name__ == "__main__":
    sys.exit(main())
