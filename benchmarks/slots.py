"""Who, whom, status and day of claims against labels of a reader, on reports that nothing was tuned on.

    python benchmarks/slots.py CORPORA [--errors ROLE]

CORPORA is a folder with the corpora that `labelled.py` names. `labels/slots.csv` has no text: a row is a corpus, the id
of a report, the characters of the action of a claim as it was found on the day of the labels, the characters of who
acts and of whom or what is acted on (several where any of them is right; a `?` where leaving it empty is right too;
empty where nothing is asked), the status (`none` where the row is no claim, empty where readers may differ), and the
days. A phrase is right when half of its words agree (token F1 of .5), in the words of the text or by name.

Reports with an odd digest of their id are for tuning, the even ones for checking only: `--errors` lists odd ones.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from analysis.pipeline import Settings, build  # noqa: E402
from benchmarks.labelled import Key, Text, texts  # noqa: E402

LABELS = HERE / "labels" / "slots.csv"
ROLES = ("actor", "target")
ASKED = (*ROLES, "status", "first_day")
WHOLE = ("actor", "target", "status")
ENOUGH = 0.5  # token F1 from which a phrase is right
ARTICLES = frozenset({"a", "an", "the"})
NO_CLAIM = "none"

Row = dict[str, Any]
Label = dict[str, str]


class Judged(NamedTuple):
    """A label, the claim at its place, and whether each field that the label asks for is right."""

    label: Label
    row: Row
    right: dict[str, bool]


def main() -> None:
    """Print the share of right fields of both halves, or the errors of one field in the odd half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--errors", choices=ASKED)
    args = parser.parse_args()
    labels = read_labels()
    found = texts(args.corpora, set(labels))
    judged = [one for key, rows in claims(found).items() for one in judge(labels[key], rows, found[key].text)]
    if args.errors:
        print_errors(judged, args.errors)
        return
    print(f"{sum(len(rows) for rows in labels.values())} labels, {len(judged)} of them at a claim of today")
    for name, rest in (("tuning", 1), ("checking", 0)):
        print_figures(name, [one for one in judged if half(one.label["id"]) == rest])


def read_labels() -> dict[Key, list[Label]]:
    """The labels of each report, without the rows that are no claim."""
    found: dict[Key, list[Label]] = {}
    with LABELS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["status"] != NO_CLAIM:
                found.setdefault((row["corpus"], row["id"]), []).append(row)
    return found


def half(report: str) -> int:
    """1 for a report that is for tuning, 0 for one that is for checking."""
    return blake2b(report.encode(), digest_size=8).digest()[-1] % 2


def claims(found: dict[Key, Text]) -> dict[Key, list[Row]]:
    """The claims of each report as the product has them."""
    with tempfile.TemporaryDirectory() as name:
        records, out = Path(name) / "in.jsonl", Path(name) / "out"
        with records.open("w", encoding="utf-8") as file:
            for (corpus, report), text in sorted(found.items()):
                record = {
                    "id": f"{corpus}/{report}",
                    "title": text.title,
                    "text": text.text,
                    "published": text.published,
                }
                file.write(json.dumps(record) + "\n")
        snapshot = build([records], out, Settings())
        documents = snapshot.table("documents").set_index("doc_id")["source_id"]
        facts = snapshot.table("facts")
    facts = facts[facts.is_claim].astype(object).where(facts.notna(), None)
    rows: dict[str, list[Row]] = {}
    for row in facts.to_dict("records"):
        rows.setdefault(documents[row["doc_id"]], []).append({str(name): value for name, value in row.items()})
    return {key: rows.get("/".join(key), []) for key in found}


def judge(labels: Sequence[Label], rows: Sequence[Row], text: str) -> Iterator[Judged]:
    """The labels at whose action a claim stands, each with the claim that shares most of it."""
    for label in labels:
        best = max(rows, key=lambda row: _overlap(label, row), default=None)
        if best is not None and _overlap(label, best) > 0:
            yield Judged(label, best, dict(_right(label, best, text)))


def _overlap(label: Label, row: Row) -> int:
    start, end = max(int(label["start"]), row["action_start_char"]), min(int(label["end"]), row["action_end_char"])
    return int(end - start)


def _right(label: Label, row: Row, text: str) -> Iterator[tuple[str, bool]]:
    for role in ROLES:
        wanted = [text[start:end] for start, end in spans(label[role])]
        if wanted:
            may_be_empty = "?" in label[role] and row[role] is None
            yield role, may_be_empty or likeness(_given(row, role, text), wanted) >= ENOUGH
    if label["status"]:
        yield "status", ("denied" if row["status"] == "negated" else row["status"]) == label["status"]
    if label["first_day"]:
        yield "first_day", str(row["first_day"])[:10] == label["first_day"]


def spans(words: str) -> list[tuple[int, int]]:
    """The spans that a cell has: `12-20 40-45`."""
    return [(int(start), int(end)) for start, end in re.findall(r"(\d+)-(\d+)", words)]


def _given(row: Row, role: str, text: str) -> list[str]:
    start, end = row[f"{role}_start_char"], row[f"{role}_end_char"]
    return [*filter(None, [row[role], None if start is None else text[int(start) : int(end)]])]


def likeness(given: Sequence[str], wanted: Sequence[str]) -> float:
    """The best token F1 of one of the phrases given with one of those wanted."""
    return max((_token_f1(one, other) for one in given for other in wanted), default=0.0)


def _token_f1(one: str, other: str) -> float:
    first, second = (Counter(w for w in re.findall(r"\w+", x.lower()) if w not in ARTICLES) for x in (one, other))
    common = (first & second).total()
    return 2 * common / (first.total() + second.total()) if common else 0.0


def print_figures(name: str, judged: Sequence[Judged]) -> None:
    """Print how often each field is right where it is asked for, and who, whom and status together."""
    cells = []
    for field in ASKED:
        asked = [one.right[field] for one in judged if field in one.right]
        cells.append(f"{field} {sum(asked)} of {len(asked)}")
    whole = sum(all(one.right.get(field, True) for field in WHOLE) for one in judged)
    print(f"{name}: {', '.join(cells)}, whole rows {whole} of {len(judged)}")


def print_errors(judged: Sequence[Judged], field: str) -> None:
    """Print where the claims of the odd reports have another value in a field."""
    for one in judged:
        if half(one.label["id"]) == 1 and one.right.get(field) is False:
            place = f"{one.label['corpus']} {one.label['id']} {one.label['start']}"
            print(f"{place}\n  {one.row['claim']}\n  is {one.row[field]}, wanted {one.label[field]}; {one.row['how']}")


if __name__ == "__main__":
    main()
