"""Make the model of the themes of claims from claims whose themes a reader labelled.

    python benchmarks/train_claim_themes.py CORPORA [--words FILE]

CORPORA is a folder with the corpora that `labelled.py` names; `--words` is that of `train_themes.py`.
`labels/claim_themes.csv` has a claim a row: a corpus, the id of a report, the character where its action begins, and
its themes (`none` for none). How a sentence leans to a theme is told by a theme classifier that has not seen these
reports. Fits one logistic regression over named features for all themes, cross-validates it by report, prints the
figures beside those of the rules alone, and writes `analysis/lexicons/claim_theme.csv`.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.model_selection import GroupKFold

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from analysis.lexicons.theme_model import ThemeModel, load_model  # noqa: E402
from analysis.text.attributions import find_attributions  # noqa: E402
from analysis.text.blocks import find_blocks  # noqa: E402
from analysis.text.claims import find_claims  # noqa: E402
from analysis.text.facts import find_told  # noqa: E402
from analysis.text.language import load_language  # noqa: E402
from analysis.text.names import find_mentions  # noqa: E402
from analysis.text.parse import Parse, parses  # noqa: E402
from analysis.text.references import find_references  # noqa: E402
from analysis.text.themes.find import find_leaning_themes  # noqa: E402
from analysis.text.themes.of_claims import LEAST, THEME_MODEL, theme_features  # noqa: E402
from analysis.text.themes.of_facts import asked_of_claims  # noqa: E402
from analysis.text.timexes import find_timexes  # noqa: E402
from benchmarks.labelled import NONE, Key, Text, texts  # noqa: E402
from benchmarks.train_claims import fitted, write  # noqa: E402
from benchmarks.train_themes import examples, fit, plain_examples  # noqa: E402

FOLDS = 10
STRENGTH = 1.0  # C of the regression
STEPS = (0.3, 0.33, 0.36, 0.39, 0.42)  # thresholds that are shown
UNSCORED = "energy"  # no theme of the figures that are compared

Flags = npt.NDArray[np.bool_]


class Case(NamedTuple):
    """A labelled claim and a theme: what the model sees (None where it is out of question), the rules say, a reader."""

    report: str
    theme: str
    features: Mapping[str, float] | None
    is_given: bool
    is_so: bool


def main() -> None:
    """Print the figures and write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--words", type=Path, help="file that keeps the words of the parsed reports")
    args = parser.parse_args()
    found = cases(args.corpora, unseen_model(args.corpora, args.words))
    print(f"{len(found) // len(load_model().themes):,} claims of {len({one.report for one in found})} reports")
    print_figures(found, foretold(found))
    asked = [one for one in found if one.features is not None]
    model = fitted([dict(one.features or {}) for one in asked], [one.is_so for one in asked], STRENGTH)
    write(THEME_MODEL, model, "train_claim_themes.py")


def labels() -> dict[Key, dict[int, frozenset[str]]]:
    """The themes of each labelled claim by report and start of the action."""
    found: dict[Key, dict[int, frozenset[str]]] = {}
    with (HERE / "labels" / "claim_themes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            themes = frozenset(row["themes"].split()) - {NONE}
            found.setdefault((row["corpus"], row["id"]), {})[int(row["start"])] = themes
    return found


def unseen_model(corpora: Path, words: Path | None) -> ThemeModel:
    """The theme classifier, learnt from the labelled sentences of other reports."""
    held = {"/".join(key) for key in labels()}
    made = fit([*(one for one in examples(corpora, words) if one.report not in held), *plain_examples()])
    return ThemeModel(
        themes=load_model().themes,
        rows={name: number for number, name in enumerate(made.names.get_feature_names_out())},
        idf=made.idf,
        coefficients=made.coefficients.astype(np.float32),
        intercepts=made.intercepts.astype(np.float32),
        thresholds=load_model().thresholds,
    )


def cases(corpora: Path, model: ThemeModel) -> list[Case]:
    """Each labelled claim with each theme."""
    wanted = labels()
    found = sorted(texts(corpora, set(wanted)).items())
    inputs = ((text.text, find_blocks(text.text, ())) for _, text in found)
    every = zip(found, parses(load_language(), inputs), strict=True)
    return [case for (key, text), parse in every for case in _cases(key, text, parse, wanted[key], model)]


def _cases(
    key: Key, text: Text, parse: Parse, wanted: Mapping[int, frozenset[str]], model: ThemeModel
) -> Iterator[Case]:
    mentions = find_mentions(parse)
    references, timexes = find_references(parse, mentions), find_timexes(parse)
    attributions = find_attributions(parse, mentions)
    facts = find_claims(find_told(parse, text.title, mentions, references, timexes, attributions))
    themes, leanings = find_leaning_themes(parse, text.title, model=model)
    if leanings is None:
        return
    for number, claim in asked_of_claims(facts, attributions, themes):
        start = facts[number].action_start_char
        if start in wanted:
            features, given = dict(theme_features(claim, leanings)), frozenset(claim.given)
            for theme in model.themes:
                yield Case("/".join(key), theme, features.get(theme), theme in given, theme in wanted[start])


def foretold(found: Sequence[Case]) -> list[float]:
    """The probability of each case by models that were fitted on other reports."""
    groups = [one.report for one in found]
    probabilities = np.zeros(len(found))
    for learnt, held in GroupKFold(FOLDS).split(groups, groups=groups):
        cases_learnt = [found[n] for n in learnt if found[n].features is not None]
        model = fitted(
            [dict(one.features or {}) for one in cases_learnt], [one.is_so for one in cases_learnt], STRENGTH
        )
        asked = [n for n in held if found[n].features is not None]
        probabilities[asked] = model.probabilities([dict(found[n].features or {}) for n in asked])
    return list(probabilities)


def print_figures(found: Sequence[Case], probabilities: Sequence[float]) -> None:
    """Print precision, recall and F1 of the rules, and of the model from each of some probabilities."""
    wanted = np.array([one.is_so for one in found])
    names = sorted({one.theme for one in found})
    of_theme = {name: np.array([one.theme == name for one in found]) for name in names}
    scored = ~of_theme[UNSCORED]
    print(f"rules: {_figures(np.array([one.is_given for one in found]), wanted, scored)}")
    for step in STEPS:
        print(f"model from {step}: {_figures(np.array(probabilities) >= step, wanted, scored)}")
    for name in names:
        rules = _figures(np.array([one.is_given for one in found]), wanted, of_theme[name])
        print(f"{name}: {_figures(np.array(probabilities) >= LEAST, wanted, of_theme[name])}; rules {rules}")


def _figures(given: Flags, wanted: Flags, among: Flags) -> str:
    hits, n_given, n_wanted = (int((flags & among).sum()) for flags in (given & wanted, given, wanted))
    f1 = 2 * hits / max(1, n_given + n_wanted)
    return f"precision {hits / max(1, n_given):.2f}, recall {hits / max(1, n_wanted):.2f}, F1 {f1:.3f} of {n_wanted}"


if __name__ == "__main__":
    main()
