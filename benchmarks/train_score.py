"""Make the model of how sure a claim is right from claims that a reader judged.

    python benchmarks/train_score.py CORPORA

CORPORA is a folder with the corpora that `labelled.py` names. `labels/claims_right.csv` has a claim a row: a corpus,
the id of a report, the character where its action begins, 1 if it is right as it stands, else the fields that are
wrong; `labels/claims_right_second.csv` has some of them by a second reader. Fits a logistic regression over named
features, cross-validates it by report, prints how often claims of each tenth are right, and writes
`analysis/lexicons/claim_score.csv`.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.stats import spearmanr
from sklearn.metrics import cohen_kappa_score

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from analysis.text.attributions import find_attributions  # noqa: E402
from analysis.text.blocks import find_blocks  # noqa: E402
from analysis.text.claims.find import SCORE_MODEL, rows, unscored  # noqa: E402
from analysis.text.claims.score import score_features  # noqa: E402
from analysis.text.facts import find_told  # noqa: E402
from analysis.text.language import load_language  # noqa: E402
from analysis.text.names import find_mentions  # noqa: E402
from analysis.text.parse import Parse, parses  # noqa: E402
from analysis.text.references import find_references  # noqa: E402
from analysis.text.timexes import find_timexes  # noqa: E402
from benchmarks.claim_labels import FOLDER, Features  # noqa: E402
from benchmarks.labelled import Key, texts  # noqa: E402
from benchmarks.train_claims import fitted, write  # noqa: E402

FOLDS, SHUFFLES = 10, 10  # each claim is judged by models of other reports, in ten divisions of the reports
STRENGTH = 0.5  # C of the regression; at .2 the claims are told apart a little less


class Case(NamedTuple):
    """A judged claim: its report, its features, and whether it is right."""

    report: Key
    features: Features
    is_right: bool


def main() -> None:
    """Print the figures and write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    found = cases(parser.parse_args().corpora)
    print(f"{len(found)} claims of {len({one.report for one in found})} reports")
    print_fields()
    print_agreement()
    print_reliability(found, foretold(found))
    model = fitted([one.features for one in found], [one.is_right for one in found], STRENGTH)
    write(SCORE_MODEL, model, "train_score.py")


def judged(name: str = "claims_right.csv") -> dict[Key, dict[int, list[str]]]:
    """The fields that are wrong of each judged claim (none of one that is right), by report and start of the action."""
    found: dict[Key, dict[int, list[str]]] = {}
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault((row["corpus"], row["id"]), {})[int(row["start"])] = row["fields"].split()
    return found


def cases(corpora: Path) -> list[Case]:
    """The judged claims with their features as they are found today."""
    labels = judged()
    found = sorted(texts(corpora, set(labels)).items())
    inputs = ((text.text, find_blocks(text.text, ())) for _, text in found)
    every = zip(found, parses(load_language(), inputs), strict=True)
    return [case for (key, text), parse in every for case in _cases(key, text.title, parse, labels[key])]


def _cases(key: Key, title: str, parse: Parse, labels: dict[int, list[str]]) -> list[Case]:
    mentions = find_mentions(parse)
    references, timexes = find_references(parse, mentions), find_timexes(parse)
    told = find_told(parse, title, mentions, references, timexes, find_attributions(parse, mentions))
    made = rows(told)
    return [
        Case(key, score_features(row, fact, told.sources), not labels[fact.action_start_char])
        for row, fact in zip(made, unscored(made, told), strict=True)
        if fact.is_claim and fact.action_start_char in labels
    ]


def foretold(found: Sequence[Case]) -> list[float]:
    """The probability that each claim is right by models that were fitted on other reports."""
    reports = sorted({one.report for one in found})
    random = np.random.default_rng(0)
    sums = np.zeros(len(found))
    for _ in range(SHUFFLES):
        folds = dict(zip(reports, random.permutation(len(reports)) % FOLDS, strict=True))
        for fold in range(FOLDS):
            others = [one for one in found if folds[one.report] != fold]
            places = [place for place, one in enumerate(found) if folds[one.report] == fold]
            model = fitted([one.features for one in others], [one.is_right for one in others], STRENGTH)
            sums[places] += model.probabilities([found[place].features for place in places])
    return list(sums / SHUFFLES)


def print_fields() -> None:
    """Print how often each field of a claim is wrong."""
    counts = Counter(field for report in judged().values() for fields in report.values() for field in fields)
    print(", ".join(f"{field} {n}" for field, n in counts.most_common()))


def print_agreement() -> None:
    """Print how far a second reader, who did not see the first labels, agrees on which claims are right."""
    first, second = judged(), judged("claims_right_second.csv")
    both = [(not first[key][start], not fields) for key, rows in second.items() for start, fields in rows.items()]
    same = sum(one == other for one, other in both) / len(both)
    print(f"{len(both)} judged twice, the same of {same:.2f}, kappa {cohen_kappa_score(*zip(*both, strict=True)):.2f}")


def print_reliability(found: Sequence[Case], scores: Sequence[float]) -> None:
    """Print, per tenth of the score that was foretold, the share of right claims, and the rank correlations."""
    is_right = [one.is_right for one in found]
    tenths: dict[int, list[bool]] = {}
    for right, score in zip(is_right, scores, strict=True):
        tenths.setdefault(min(int(10 * score), 9), []).append(right)
    print("\n| score | claims | right |\n|---|---|---|")
    for tenth, of_tenth in sorted(tenths.items()):
        upper = "1" if tenth == 9 else f".{tenth + 1}"
        print(f"| .{tenth} to {upper} | {len(of_tenth)} | {sum(of_tenth) / len(of_tenth):.2f} |")
    before = spearmanr([one.features["trust"] for one in found], is_right).statistic
    print(
        f"\nrank correlation with right: {spearmanr(scores, is_right).statistic:.2f}; of the rules' trust {before:.2f}"
    )


if __name__ == "__main__":
    main()
