"""Make the models of what an open noun stands for and whose it is, from nouns that a reader resolved.

    python benchmarks/train_antecedents.py CORPORA

CORPORA is a folder with the corpora that `labelled.py` names. `labels/antecedents.csv` has an open noun or pronoun of a
claim's sentence a row: a corpus, the id of a report, the character where it begins, and where the names begin that it
stands for (`same`) and whose it is (`owner`), each at its first mention; both are empty where no name of the report may
be put in. Fits a logistic regression over named features for each, cross-validates them by report, prints for each
threshold how many names are put in and how many of them are right, and writes `analysis/lexicons/antecedent_same.csv`
and `antecedent_owner.csv`.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from analysis.text.attributions import find_attributions  # noqa: E402
from analysis.text.blocks import find_blocks  # noqa: E402
from analysis.text.claims.bridging import NOT_ITS_OWN, OWNER_MODEL, SAME_MODEL, candidates, named_chains  # noqa: E402
from analysis.text.claims.find import rows, unscored  # noqa: E402
from analysis.text.claims.open_nouns import open_nouns  # noqa: E402
from analysis.text.claims.setting import setting  # noqa: E402
from analysis.text.facts import find_told  # noqa: E402
from analysis.text.language import load_language  # noqa: E402
from analysis.text.names import find_mentions  # noqa: E402
from analysis.text.parse import Parse, parses  # noqa: E402
from analysis.text.references import find_references  # noqa: E402
from analysis.text.timexes import find_timexes  # noqa: E402
from benchmarks.claim_labels import FOLDER, Features  # noqa: E402
from benchmarks.labelled import Key, Text, texts  # noqa: E402
from benchmarks.train_claims import Model, fitted, write  # noqa: E402

FOLDS, SHUFFLES = 10, 3
STRENGTH = 0.2  # C of the regressions; .1 and .5 put in fewer names that are right
RAREST = 8  # labelled nouns of a word that weighs by itself
SHOWN = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)


class Candidate(NamedTuple):
    """A name that a noun may stand for or belong to: its features, and whether it does."""

    features: Features
    is_same: bool
    is_owner: bool
    is_named: bool


class Case(NamedTuple):
    """A labelled noun: its report, whether its sentence is about it, whether that has a name, its candidates."""

    report: Key
    is_subject: bool
    has_name: bool
    candidates: list[Candidate]


class Choice(NamedTuple):
    """The likeliest candidate of a noun by models of other reports."""

    probability: float
    is_owner: bool
    is_right: bool
    is_named: bool
    case: Case


Labels = dict[int, tuple[frozenset[int], frozenset[int]]]


def main() -> None:
    """Print the figures and write the models."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    found = without_rare_words(cases(parser.parse_args().corpora))
    print(f"{len(found)} nouns of {len({one.report for one in found})} reports")
    print_figures(foretold(found))
    for name, model in zip((SAME_MODEL, OWNER_MODEL), both_fitted(found), strict=True):
        write(name, model, "train_antecedents.py")


def noun_labels() -> dict[Key, Labels]:
    """By report and start of the noun, where the names begin that it stands for, and whose it is."""
    found: dict[Key, Labels] = {}
    with (FOLDER / "antecedents.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            same, owner = (frozenset(map(int, row[name].split())) for name in ("same", "owner"))
            found.setdefault((row["corpus"], row["id"]), {})[int(row["start"])] = same, owner
    return found


def cases(corpora: Path) -> list[Case]:
    """The labelled nouns with their candidates as they are found today."""
    labels = noun_labels()
    found = sorted(texts(corpora, set(labels)).items())
    inputs = ((text.text, find_blocks(text.text, ())) for _, text in found)
    every = zip(found, parses(load_language(), inputs), strict=True)
    return [case for (key, text), parse in every for case in _cases(key, text, parse, labels[key])]


def _cases(key: Key, text: Text, parse: Parse, labels: Labels) -> Iterator[Case]:
    mentions = find_mentions(parse)
    references, timexes = find_references(parse, mentions), find_timexes(parse)
    told = find_told(parse, text.title, mentions, references, timexes, find_attributions(parse, mentions))
    made, around, seen = rows(told), setting(told), set[int]()
    names = around.sources.names
    for row, fact in zip(made, unscored(made, told), strict=True):
        for one in open_nouns(row, names) if fact.is_claim else ():
            if one.noun.idx not in labels or one.noun.idx in seen:
                continue
            seen.add(one.noun.idx)
            same, owner = labels[one.noun.idx]
            named, every = named_chains(row, names), []
            for candidate, features in candidates(one, row, fact, around):
                starts = {m.start_char for m in mentions if m.chain in candidate.chains}
                is_named = bool(candidate.chains & named)
                every.append(Candidate(features, bool(starts & same), bool(starts & owner), is_named))
            yield Case(key, one.is_subject, bool(named), every)


def without_rare_words(found: Sequence[Case]) -> list[Case]:
    """The cases without the features of nouns that are labelled seldom."""
    counts = Counter(name for case in found for name in {n for one in case.candidates for n in one.features})

    def kept(features: Features) -> Features:
        return {n: v for n, v in features.items() if not n.startswith("noun ") or counts[n] >= RAREST}

    return [
        case._replace(candidates=[one._replace(features=kept(one.features)) for one in case.candidates])
        for case in found
    ]


def both_fitted(found: Sequence[Case]) -> tuple[Model, Model]:
    """The models of what nouns stand for and of whose they are."""
    every = [one for case in found for one in case.candidates]
    features = [one.features for one in every]
    return (
        fitted(features, [one.is_same for one in every], STRENGTH),
        fitted(features, [one.is_owner for one in every], STRENGTH),
    )


def foretold(found: Sequence[Case]) -> list[Choice]:
    """The choice for each noun by models of other reports, in several divisions of the reports."""
    reports, random, made = sorted({one.report for one in found}), np.random.default_rng(0), []
    for _ in range(SHUFFLES):
        folds = dict(zip(reports, random.permutation(len(reports)) % FOLDS, strict=True))
        for fold in range(FOLDS):
            models = both_fitted([case for case in found if folds[case.report] != fold])
            made += [_choice(case, *models) for case in found if folds[case.report] == fold and case.candidates]
    return made


def _choice(case: Case, same: Model, owner: Model) -> Choice:
    features = [one.features for one in case.candidates]
    made = [
        Choice(p, False, one.is_same, one.is_named, case)
        for p, one in zip(same.probabilities(features), case.candidates, strict=True)
    ]
    if case.is_subject:
        made += [
            Choice(p, True, one.is_owner, one.is_named, case)
            for p, one in zip(owner.probabilities(features), case.candidates, strict=True)
            if NOT_ITS_OWN.isdisjoint(one.features)
        ]
    return max(made, key=lambda choice: choice.probability)


def print_figures(choices: Sequence[Choice]) -> None:
    """Print per threshold how many names that the sentence lacks are put in, and the share that is right."""
    new = [one for one in choices if not one.is_named]
    print("\n| from | names for nouns | right | owners, no name beside | right | owners beside a name | right |")
    print("|---|---|---|---|---|---|---|")
    for least in SHOWN:
        likely = [one for one in new if one.probability >= least]
        columns = (
            [one for one in likely if not one.is_owner],
            [one for one in likely if one.is_owner and not one.case.has_name],
            [one for one in likely if one.is_owner and one.case.has_name],
        )
        print(f"| {least} | " + " | ".join(map(_figure, columns)) + " |")


def _figure(choices: Sequence[Choice]) -> str:
    right = sum(one.is_right for one in choices) / len(choices) if choices else 0.0
    return f"{len(choices) / SHUFFLES:.0f} | {right:.2f}"


if __name__ == "__main__":
    main()
