"""Make the theme classifier from labelled sentences.

    python benchmarks/train_themes.py CORPORA [--words FILE]

CORPORA is a folder with the corpora that `labelled.py` names. `--words` keeps the words of their labelled reports in a
file, so that only the first run parses them (two minutes; the rest takes 15 seconds). Trains one logistic regression a
theme on three views of each sentence (in its report, alone with the title, alone) and on a few invented ones,
cross-validates by report, takes the threshold of the best F1 of each theme, prints the figures, in which the invented
ones don't count, and writes `analysis/lexicons/theme_model.csv`.
"""

from __future__ import annotations

import argparse
import csv
import pickle
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, vstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from analysis.lexicons.theme_model import INTERCEPT, OWN, THRESHOLD  # noqa: E402
from analysis.lexicons.themes import load_themes, theme_names  # noqa: E402
from analysis.text.blocks import find_blocks  # noqa: E402
from analysis.text.language import load_language  # noqa: E402
from analysis.text.parse import parses  # noqa: E402
from analysis.text.themes.features import SENTENCE_LENGTH, TITLE_LENGTH, Features, features, terms, tf_idf  # noqa: E402
from analysis.text.themes.told import Told, headline, told  # noqa: E402
from analysis.text.themes.word_forms import Word, words_of  # noqa: E402
from benchmarks.labelled import Key, Label, invented, labels, texts  # noqa: E402

THEMES = theme_names(load_themes())
INVENTED = "invented"
# How much each view counts: in its report, alone with its title, alone. Without the last, sentences of reports that
# have no title are put under a third fewer themes.
VIEWS = (0.35, 0.45, 0.2)
# Reports of our days count more than those of 1987: by cross-validation over the former (1 to 3 tried).
OLD_CORPUS, OF_OUR_DAYS = "reuters21578", 1.5
STRENGTH = 1.0  # C of the regression; 0.15 to 3 tried, by cross-validation and by leaving out one corpus
FOLDS = 5
RAREST = 3  # sentences that a term must stand in
SMALLEST = 0.02  # a feature whose every coefficient is smaller is left out of the file
STEPS = np.arange(0.1, 0.9, 0.02)

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Counts = Counter[str]


class Example(NamedTuple):
    """A labelled sentence: the report that it stands in, its themes, the features of its views, and its terms."""

    report: str
    themes: frozenset[str]
    views: tuple[Features, Features, Features]
    sentence: Counts
    title: Counts


class Words(NamedTuple):
    """A parsed report: the start, the end and the words of each sentence, and the words of its title."""

    sentences: list[tuple[int, int, list[Word]]]
    title: Sequence[Word]


class Fitted(NamedTuple):
    """What was learnt from some examples: inverse document frequencies, names of features, a column a theme."""

    idf: dict[str, float]
    names: DictVectorizer
    coefficients: Numbers
    intercepts: Numbers


def main() -> None:
    """Train on the corpora that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--words", type=Path, help="file that keeps the words of the parsed reports")
    args = parser.parse_args()
    found = examples(args.corpora, args.words)
    plain = plain_examples()
    wanted = flags(found)
    probabilities = cross_validated(found, wanted, plain)
    thresholds = [best_threshold(probabilities[:, :, n], wanted[:, n]) for n in range(len(THEMES))]
    print(f"{len(found):,} sentences of {len({one.report for one in found}):,} reports")
    print(report(probabilities, wanted, thresholds))
    print(f"Two readings of {len(twice()):,} sentences agree at F1 {agreement():.2f}.")
    write(fit([*found, *plain]), thresholds)


def examples(corpora: Path, kept: Path | None) -> list[Example]:
    """The labelled sentences with their features. Raises OSError, KeyError."""
    by_report: dict[Key, list[Label]] = {}
    for label in labels():
        by_report.setdefault(label.report, []).append(label)
    reports = parsed_reports(corpora, by_report, kept)
    made: list[Example] = []
    for key, of_report in by_report.items():
        sentences = [told(words, load_themes()) for _, _, words in reports[key].sentences]
        title = told(reports[key].title, load_themes()) if reports[key].title else None
        for label in of_report:
            held = (n for n, (start, end, _) in enumerate(reports[key].sentences) if start <= label.start_char < end)
            at = next(held, None)
            if at is not None:  # what is noise by now is no sentence
                made.append(example(label, sentences, at, title))
    return made


def parsed_reports(corpora: Path, wanted: Iterable[Key], kept: Path | None) -> dict[Key, Words]:
    """The words of the wanted reports: from the file that keeps them, else parsed, and then kept. Raises OSError."""
    known: dict[Key, Words] = pickle.loads(kept.read_bytes()) if kept and kept.exists() else {}
    missing = [key for key in wanted if key not in known]
    found = texts(corpora, set(missing)) if missing else {}
    blocks = [(found[key].text, find_blocks(found[key].text, ())) for key in missing]
    for key, parse in zip(missing, parses(load_language(), blocks), strict=True):
        spans = [(parse.sentences[n], words_of(span)) for n, span in parse.analysed()]
        title = headline(parse, found[key].title)
        known[key] = Words([(one.start_char, one.end_char, w) for one, w in spans], title.words if title else ())
    if kept and missing:
        kept.write_bytes(pickle.dumps(known))
    return known


def example(label: Label, sentences: Sequence[Told], at: int, title: Told | None) -> Example:
    """One labelled sentence: in its report, alone with the title, alone."""
    own = sentences[at]
    views = (list(features(sentences, title))[at], next(features([own], title)), next(features([own], None)))
    of_title: Counts = terms(title, "t") if title else Counter()
    return Example("/".join(label.report), label.themes, views, terms(own, "w"), of_title)


def plain_examples() -> list[Example]:
    """The invented sentences with their features; each is a report of its own."""
    sentences = invented()
    parsed = parses(load_language(), ((one.text, find_blocks(one.text, ())) for one in sentences))
    made = []
    for one, parse in zip(sentences, parsed, strict=True):
        own = [told(words_of(span), load_themes()) for _, span in parse.analysed()]
        label = Label((INVENTED, one.text), 0, one.themes, None)
        made.append(example(label, own, 0, headline(parse, one.title)))
    return made


def flags(found: Sequence[Example]) -> Flags:
    """Whether each example has each theme."""
    return np.array([[theme in one.themes for theme in THEMES] for one in found])


def fit(found: Sequence[Example]) -> Fitted:
    """Learn from the examples."""
    wanted = flags(found)
    idf = frequencies(one.sentence for one in found) | frequencies(one.title for one in found)
    names = DictVectorizer().fit([row for view in range(3) for row in rows(found, idf, view)])
    matrix = vstack([names.transform(rows(found, idf, view)) for view in range(3)]).tocsr()
    weights = np.concatenate([share * np.array([importance(one) for one in found]) for share in VIEWS])
    columns = [speaking_of(theme, names.get_feature_names_out()) for theme in THEMES]
    coefficients, intercepts = np.zeros((matrix.shape[1], len(THEMES))), np.zeros(len(THEMES))
    for n, own in enumerate(columns):
        model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300)
        model.fit(matrix[:, own], np.tile(wanted[:, n], 3), weights)
        coefficients[own, n], intercepts[n] = model.coef_[0], model.intercept_[0]
    return Fitted(idf, names, coefficients, intercepts)


def importance(one: Example) -> float:
    """How much an example counts: more when its report is of our days."""
    return 1.0 if one.report.startswith((OLD_CORPUS, INVENTED)) else OF_OUR_DAYS


def speaking_of(theme: str, names: Iterable[str]) -> list[int]:
    """The columns that a theme's regression sees: terms, what is of no theme, and what its own words earn. With those
    of the other themes as well, F1 on reports of another corpus was lower."""
    return [
        number
        for number, name in enumerate(names)
        if name.startswith(("w=", "t=")) or ":" not in name or name.endswith(f":{theme}")
    ]


def frequencies(counts: Iterable[Counts]) -> dict[str, float]:
    """The inverse document frequency of each term that is not too rare."""
    listed = list(counts)
    seen = Counter(term for one in listed for term in one)
    return {term: log((1 + len(listed)) / (1 + n)) + 1 for term, n in seen.items() if n >= RAREST}


def rows(found: Sequence[Example], idf: dict[str, float], view: int) -> list[Features]:
    """All features of the examples, in one of their views."""
    return [
        one.views[view]
        | tf_idf(one.sentence, idf, SENTENCE_LENGTH)
        | (tf_idf(one.title, idf, TITLE_LENGTH) if view < 2 else {})
        for one in found
    ]


def cross_validated(found: Sequence[Example], wanted: Flags, plain: Sequence[Example]) -> Numbers:
    """The probability of each theme of each example in the first two views, by models that did not see its report."""
    probabilities = np.zeros((2, *wanted.shape))
    for learnt, held in GroupKFold(FOLDS).split(wanted, groups=[one.report for one in found]):
        fitted = fit([*(found[n] for n in learnt), *plain])
        for view in range(2):
            matrix: csr_matrix = fitted.names.transform(rows([found[n] for n in held], fitted.idf, view))
            logits = matrix @ fitted.coefficients + fitted.intercepts
            probabilities[view, held] = 1 / (1 + np.exp(-logits))
    return probabilities


def best_threshold(probabilities: Numbers, wanted: Flags) -> float:
    """The probability from which F1 is best, over both views."""
    both = np.tile(wanted, 2)
    return float(max(STEPS, key=lambda step: f1(probabilities.ravel() >= step, both)))


def f1(given: Flags, wanted: Flags) -> float:
    """F1 of the themes that are given."""
    return 2 * int((given & wanted).sum()) / max(1, int(given.sum()) + int(wanted.sum()))


def report(probabilities: Numbers, wanted: Flags, thresholds: Sequence[float]) -> str:
    """A table of the cross-validated figures: in the report, and alone with the title."""
    given = probabilities >= np.array(thresholds)
    lines = [f"{'':<12}sentences  precision  recall        F1     alone"]
    for name, columns in [*((theme, [n]) for n, theme in enumerate(THEMES)), ("all", list(range(len(THEMES))))]:
        one, gold = given[0][:, columns], wanted[:, columns]
        hits = (one & gold).sum()
        figures = (hits / one.sum(), hits / gold.sum(), f1(one, gold), f1(given[1][:, columns], gold))
        lines.append(f"{name:<12}{gold.sum():>9}  " + "  ".join(f"{figure:8.2f}" for figure in figures))
    return "\n".join(lines)


def twice() -> list[Label]:
    """The sentences that were labelled a second time."""
    return [label for label in labels() if label.second is not None]


def agreement() -> float:
    """F1 of the second reading against the first, over all themes."""
    pairs = [(label.themes, label.second or frozenset()) for label in twice()]
    return 2 * sum(len(a & b) for a, b in pairs) / max(1, sum(len(a) + len(b) for a, b in pairs))


def write(fitted: Fitted, thresholds: Sequence[float]) -> None:
    """Write the model, its features sorted."""
    names = fitted.names.get_feature_names_out()
    kept = [n for n in np.argsort(names) if np.abs(fitted.coefficients[n]).max() >= SMALLEST]
    with OWN.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["feature", "idf", *THEMES])
        writer.writerow([THRESHOLD, "", *(f"{value:.2f}" for value in thresholds)])
        writer.writerow([INTERCEPT, "", *(f"{value:.3f}" for value in fitted.intercepts)])
        for n in kept:
            idf = fitted.idf.get(names[n])
            coefficients = (f"{value:.3f}".rstrip("0").rstrip(".") for value in fitted.coefficients[n])
            writer.writerow([names[n], "" if idf is None else f"{idf:.3f}", *coefficients])


if __name__ == "__main__":
    main()
