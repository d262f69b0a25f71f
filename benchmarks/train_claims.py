"""Make the models that choose the claims from labelled rows.

    python benchmarks/train_claims.py CORPORA

CORPORA is a folder with the corpora that `labelled.py` names. Fits two logistic regressions over named features, the
worth of a row and whether two rows tell one claim, cross-validates both by report, prints what the ledger would show,
and writes `analysis/lexicons/claim_worth.csv` and `claim_same.csv`.
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
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from analysis.text.claims.bridging import OWNER_MODEL  # noqa: E402
from analysis.text.claims.bridging import SAME_MODEL as SAME_NOUN_MODEL  # noqa: E402
from analysis.text.claims.choose import SAME, WORTH, chosen  # noqa: E402
from analysis.text.claims.find import SAME_MODEL, SCORE_MODEL, WORTH_MODEL  # noqa: E402
from analysis.text.claims.model import INTERCEPT  # noqa: E402
from analysis.text.themes.of_claims import THEME_MODEL  # noqa: E402
from benchmarks.claim_labels import Features, Labelled, labelled, row_labels  # noqa: E402

FOLDS = 8
STRENGTH = 0.2  # C of the regressions; 0.05 to 1 differ by less than .005 of F1
RAREST = 20  # rows that a word must head to weigh by itself
HELD = "claims_held.csv"  # labels of reports on which nothing is fitted
MINOR = 3  # the weight of a claim that is less than worth noting
SMALLEST = 0.005  # a feature that weighs less is left out of the file
SHOWN = ((0.2, 0.4), (0.25, 0.5), (0.3, 0.4), (0.3, 0.5), (0.35, 0.5), (0.4, 0.4))  # WORTH and SAME that are tried
SOURCE = "fitted for Dossier by benchmarks/{command} on rows that readers labelled"
MEANINGS = {
    WORTH_MODEL: "What tells that a reader would write a row into the ledger",
    SAME_MODEL: "What tells that two rows are one claim",
    SCORE_MODEL: "What tells that a row is right as it stands",
    THEME_MODEL: "What tells that a claim is under a theme",
    SAME_NOUN_MODEL: "What tells that an open noun stands for a name",
    OWNER_MODEL: "What tells that an open noun is a name's",
}


class Model(NamedTuple):
    """A fitted regression with the names of its features."""

    names: DictVectorizer
    regression: LogisticRegression

    def probabilities(self, cases: Sequence[Features]) -> list[float]:
        """The probability of each case."""
        if not cases:
            return []
        found: list[float] = self.regression.predict_proba(self.names.transform(cases))[:, 1].tolist()
        return found


def main() -> None:
    """Cross-validate, fit on all, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    corpora = parser.parse_args().corpora
    reports = without_rare_words(list(labelled(corpora)))
    print(f"{len(reports)} reports, {sum(len(r.rows) for r in reports):,} rows; two readers: {agreement()}")
    print_ledger(reports)
    worth, same = fitted(*worth_cases(reports)), fitted(*same_cases(reports))
    print_held(list(labelled(corpora, HELD)), worth, same)
    write(WORTH_MODEL, worth)
    write(SAME_MODEL, same)


def print_held(reports: Sequence[Labelled], worth: Model, same: Model) -> None:
    """Print the ledger of labelled reports on which nothing was fitted."""
    print(f"\n{len(reports)} reports on which nothing is fitted:")
    print_figures([_judged(report, worth, same) for report in reports], WORTH, SAME)


def without_rare_words(reports: Sequence[Labelled]) -> list[Labelled]:
    """The reports without the features of words that head few rows."""
    counts = Counter(name for report in reports for row in report.rows.values() for name in row.features)

    def kept(found: Features) -> Features:
        return {n: v for n, v in found.items() if not n.startswith("word ") or counts[n] >= RAREST}

    return [
        report._replace(rows={n: row._replace(features=kept(row.features)) for n, row in report.rows.items()})
        for report in reports
    ]


def worth_cases(reports: Sequence[Labelled]) -> tuple[list[Features], list[bool]]:
    """The features of all rows, and whether each heads a claim."""
    found = [row for report in reports for row in report.rows.values()]
    return [row.features for row in found], [row.label.weight > 0 for row in found]


def same_cases(reports: Sequence[Labelled]) -> tuple[list[Features], list[bool]]:
    """The features of all pairs, and whether each is one claim."""
    found = [pair for report in reports for pair in report.pairs]
    return [pair.features for pair in found], [pair.is_same for pair in found]


def fitted(cases: Sequence[Features], is_so: Sequence[bool], strength: float = STRENGTH) -> Model:
    """The regression that fits the cases."""
    names = DictVectorizer()
    regression = LogisticRegression(C=strength, max_iter=5000)
    return Model(names, regression.fit(names.fit_transform(cases), is_so))


def print_ledger(reports: Sequence[Labelled]) -> None:
    """Print precision, recall and more of the ledger that models fitted on the other reports would show."""
    folds = np.random.default_rng(0).permutation(len(reports)) % FOLDS
    judged: list[tuple[Labelled, dict[int, float], dict[tuple[int, int], float]]] = []
    for fold in range(FOLDS):
        others = [report for report, f in zip(reports, folds, strict=True) if f != fold]
        worth, same = fitted(*worth_cases(others)), fitted(*same_cases(others))
        held = (report for report, f in zip(reports, folds, strict=True) if f == fold)
        judged.extend(_judged(report, worth, same) for report in held)
    print("| worth from | same from | precision | recall | important, recall | F1 | told again | in 100 words |")
    print("|---|---|---|---|---|---|---|---|")
    for least_worth, least_same in SHOWN:
        print_figures(judged, least_worth, least_same)
    print(f"chosen: {WORTH}, {SAME}")
    print_reliability(judged)


def _judged(
    report: Labelled, worth: Model, same: Model
) -> tuple[Labelled, dict[int, float], dict[tuple[int, int], float]]:
    """A report with the probabilities of its rows and of its pairs; what a rule takes for one claim is one."""
    of_rows = worth.probabilities([row.features for row in report.rows.values()])
    of_pairs = same.probabilities([pair.features for pair in report.pairs])
    found = zip(report.pairs, of_pairs, strict=True)
    pairs = {(p.one, p.other): 1.0 if p.is_named_again else s for p, s in found}
    return report, dict(zip(report.rows, of_rows, strict=True)), pairs


def print_figures(
    judged: Sequence[tuple[Labelled, dict[int, float], dict[tuple[int, int], float]]],
    worth: float,
    same: float,
) -> None:
    """One row of the table: the ledger with these thresholds."""
    counts = Counter[str]()
    for report, of_rows, of_pairs in judged:
        numbers = list(of_rows)
        places = {number: place for place, number in enumerate(numbers)}
        pairs = {(places[one], places[other]): p for (one, other), p in of_pairs.items()}
        claims = chosen(list(of_rows.values()), pairs, worth, same)
        shown = [numbers[place] for place, claim in enumerate(claims) if claim == place]
        heads = {row.label.claim: row.label.weight for row in report.rows.values() if row.label.weight}
        found = [report.rows[n].label.claim for n in shown]
        hits = len(heads.keys() & set(found))
        important = {claim for claim, weight in heads.items() if weight < MINOR}
        counts.update(important=len(important), noted=len(important & set(found)))
        counts.update(shown=len(shown), hits=hits, heads=len(heads), words=report.n_words)
        counts["again"] += sum(claim in heads for claim in found) - hits
    precision, recall = counts["hits"] / counts["shown"], counts["hits"] / counts["heads"]
    f1, twice = 2 * precision * recall / (precision + recall), counts["again"] / counts["shown"]
    noted, dense = counts["noted"] / counts["important"], 100 * counts["shown"] / counts["words"]
    figures = f"{precision:.3f} | {recall:.3f} | {noted:.3f} | {f1:.3f} | {twice:.3f} | {dense:.1f}"
    print(f"| {worth} | {same} | {figures} |")


def print_reliability(judged: Sequence[tuple[Labelled, dict[int, float], dict[tuple[int, int], float]]]) -> None:
    """Print, per tenth of the worth that was foretold, how many rows a reader wrote."""
    tenths: dict[int, list[bool]] = {}
    for report, of_rows, _ in judged:
        for number, p in of_rows.items():
            tenths.setdefault(min(int(10 * p), 9), []).append(report.rows[number].label.weight > 0)
    print("\n| worth | rows | written by a reader |\n|---|---|---|")
    for tenth in sorted(tenths):
        found = tenths[tenth]
        print(
            f"| .{tenth} to {'1' if tenth == 9 else f'.{tenth + 1}'} | {len(found)} | {sum(found) / len(found):.2f} |"
        )


def agreement() -> str:
    """How far two readers agree on the heads of claims, in words."""
    first, second = row_labels(), row_labels("claims_second.csv")
    ours = {(key, start) for key in second for start, label in first[key].items() if label.weight}
    theirs = {(key, start) for key, rows in second.items() for start, label in rows.items() if label.weight}
    f1 = 2 * len(ours & theirs) / (len(ours) + len(theirs))
    return f"{len(ours)} and {len(theirs)} claims in {len(second)} reports, same row F1 {f1:.2f}"


def write(name: str, model: Model, command: str = "train_claims.py") -> None:
    """Write the weights of a model that a command of this folder fitted."""
    weights = zip(model.names.get_feature_names_out(), model.regression.coef_[0], strict=True)
    kept = [(feature, weight) for feature, weight in weights if abs(weight) >= SMALLEST]
    path = HERE.parent / "analysis" / "lexicons" / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        source = SOURCE.format(command=command)
        file.write(f"# {MEANINGS[name]}: weights of a logistic regression. Source: {source}.\nfeature,weight\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow((INTERCEPT, f"{model.regression.intercept_[0]:.3f}"))
        writer.writerows((feature, f"{weight:.3f}") for feature, weight in kept)


if __name__ == "__main__":
    main()
