"""What is in a briefing: by theme the claims of most worth, what is planned apart from what is done, who disagrees.

Each sentence is a claim of the ledger, word for word; nothing else is said of what the reports are about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from analysis.queries import overview
from analysis.queries.around_claims import told_elsewhere
from analysis.queries.disputed import disputed
from analysis.queries.engine.database import Database, Row, records
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import fact_rows
from display import words
from display.claims.claim_sentence import what_differs
from display.evidence.marking import spans_of
from display.lead import lead_words
from display.safe import is_empty
from display.view import View
from sharing.claims import claims_of, said_when, speaker_of
from sharing.quoting import few_words
from sharing.shared import Shared

PARTS = (
    ("Said to have happened", ("done",), 5),
    ("Planned, asked for or possible", ("planned", "requested", "possible"), 4),
    ("Denied, or said not to be so", ("denied", "negated"), 3),
)  # the words of each, its statuses, and how many claims it has at most
OTHER = "Other matters"
LEAST_WORTH = 0.7  # below it, the briefing of the seeds had sentences without news
CANDIDATES = 2_000
ALIKE = 65  # token_set_ratio of two sentences that say the same; of 25 pairs of unlike ones the highest was 62
FEWEST_WORDS = 4
ENDS = '.!?”"'
PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "you", "who", "one"))  # nobody whom a reader knows
ARTICLES = ("The ", "A ", "An ", "One ", "His ", "Her ", "Its ", "Their ")
MOST_DIFFERENCES = 5


@dataclass(frozen=True, kw_only=True)
class Point:
    """A claim: its sentence, who says so and when, the number of its footnote, and how many other reports tell it."""

    sentence: str
    speaker: str
    note: int
    told: int
    row: Row = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Part:
    """The points of a theme that have one kind of status."""

    title: str
    points: Sequence[Point]


@dataclass(frozen=True, kw_only=True)
class Section:
    """A theme."""

    title: str
    n_claims: int
    parts: Sequence[Part]


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Two claims that may contradict each other, and in what."""

    what: str
    said: Point
    other: Point


@dataclass(frozen=True, kw_only=True)
class Briefing:
    """A briefing; `notes` are rows of FACT_ROWS, the sentence of number n is the evidence of the points with note n."""

    lead: str
    sections: Sequence[Section]
    differences: Sequence[Difference]
    n_differences: int
    notes: Sequence[Row]


class Notes:
    """Footnotes, one for each sentence of a report, numbered as they are first asked for."""

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}

    def number(self, row: Row) -> int:
        """The number of the footnote with the sentence of a claim."""
        key = str(row["sentence_id"])
        self.rows.setdefault(key, row)
        return list(self.rows).index(key) + 1


def briefing(shared: Shared) -> Briefing:
    """The briefing of a view."""
    view, notes = shared.view, Notes()
    counts = overview.overview_counts(view.database, view.selection).iloc[0]
    sections = list(_sections(shared, notes))
    differences, n_differences = _differences(shared, notes)
    return Briefing(
        lead=lead_words(counts, view.unit),
        sections=sections,
        differences=differences,
        n_differences=n_differences,
        notes=list(notes.rows.values()),
    )


def _sections(shared: Shared, notes: Notes) -> Iterator[Section]:
    """The themes that have points, those of most claims first."""
    view = shared.view
    chosen = _chosen(view)
    told = _told(view.database, [row for rows in chosen.values() for of_part in rows for row in of_part])
    by_size = records(overview.facts_by_theme(view.database, view.selection))
    for counted in sorted(by_size, key=lambda one: not one["theme"]):
        theme = str(counted["theme"])
        parts = [
            Part(title=title, points=[_point(row, shared, notes, told) for row in rows])
            for (title, _, _), rows in zip(PARTS, chosen.get(theme, ()), strict=False)
            if rows
        ]
        if parts:
            title = words.theme(theme) if theme else OTHER
            yield Section(title=title, n_claims=int(counted["n_facts"]), parts=parts)


def _chosen(view: View) -> dict[str, list[list[Row]]]:
    """The claims of each theme, a list for each of PARTS; a claim stands under its strongest theme alone."""
    taken: list[Row] = []
    found: dict[str, list[list[Row]]] = {}
    for row in claims_of(view, CANDIDATES):
        if float(row["worth"]) < LEAST_WORTH:
            break
        theme = "" if is_empty(row["theme"]) else str(row["theme"])
        of_theme = found.setdefault(theme, [[] for _ in PARTS])
        place = next(number for number, (_, statuses, _) in enumerate(PARTS) if row["status"] in statuses)
        has_room = len(of_theme[place]) < PARTS[place][2]
        if has_room and _is_whole(row) and not any(_says_the_same(row, one) for one in taken):
            of_theme[place].append(row)
            taken.append(row)
    return found


def _is_whole(row: Row) -> bool:
    """Whether a claim is a sentence that can stand in a text."""
    said = "" if is_empty(row["claim"]) else str(row["claim"]).strip()
    is_sentence = len(said.split()) >= FEWEST_WORDS and not said[0].islower() and said[-1] in ENDS
    return bool(row["is_claim"]) and is_sentence and not _has_pronoun(row)


def _has_pronoun(row: Row) -> bool:
    """Whether a pronoun acts in the report: whom it stands for was worked out, and that goes wrong more often than all
    else that makes a claim."""
    sentence = str(row["sentence"])
    acting = (sentence[one.start : one.end] for one in spans_of(row["spans"]) if one.classes == "d-actor")
    return any(words_of_actor.lower() in PRONOUNS for words_of_actor in acting)


def _says_the_same(row: Row, other: Row) -> bool:
    if not is_empty(row["episode"]) and row["episode"] == other["episode"]:
        return True
    return bool(fuzz.token_set_ratio(str(row["claim"]), str(other["claim"]), score_cutoff=ALIKE))


def _told(database: Database, rows: Sequence[Row]) -> dict[str, int]:
    """How many other reports tell each, by the id of the claim."""
    found = told_elsewhere(database, [str(row["fact_id"]) for row in rows])
    return {str(one["fact_id"]): int(one["n_reports"]) for one in records(found)}


def _point(row: Row, shared: Shared, notes: Notes, told: dict[str, int]) -> Point:
    return Point(
        sentence=few_words(str(row["claim"]), shared.has_texts),
        speaker=_speaker(row),
        note=notes.number(row),
        told=told.get(str(row["fact_id"]), 0),
        row=row,
    )


def _speaker(row: Row) -> str:
    """Who says so and when, as it stands behind "according to"; empty for a pronoun and for who acts in the claim.

    >>> import pandas as pd
    >>> nothing = {"said_first_day": pd.NaT, "said_end_day": pd.NaT}
    >>> _speaker({"source": "The minister", "claim": "It rained."} | nothing)
    'the minister'
    >>> _speaker({"source": "Oslo", "claim": "Oslo opened a port."} | nothing)
    ''
    """
    named = few_words(speaker_of(row), False).strip()
    if named.lower() in PRONOUNS or str(row["claim"]).lower().startswith(named.lower()):
        return ""
    article = next((one for one in ARTICLES if named.startswith(one)), "")
    when = said_when(row)
    return article.lower() + named.removeprefix(article) + (f", {when}" if when else "")


def _differences(shared: Shared, notes: Notes) -> tuple[list[Difference], int]:
    """The first pairs that may contradict each other, and how many there are."""
    database = shared.view.database
    pairs, total = disputed(database, shared.view.selection, (0, MOST_DIFFERENCES))
    ids = tuple(str(pair[side]) for pair in records(pairs) for side in ("said_id", "other_id"))
    found = fact_rows(database, Selection.of(fact=ids), page=(0, len(ids))) if ids else None
    rows = {str(row["fact_id"]): row for row in records(found)} if found is not None else {}
    told = _told(database, list(rows.values()))
    return [
        Difference(
            what=what_differs(pair, rows[pair["said_id"]], rows[pair["other_id"]]),
            said=_point(rows[pair["said_id"]], shared, notes, told),
            other=_point(rows[pair["other_id"]], shared, notes, told),
        )
        for pair in records(pairs)
        if {pair["said_id"], pair["other_id"]} <= rows.keys()
    ], total
