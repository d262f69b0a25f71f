"""Where do reports, or two who speak in one, disagree?

Two facts may contradict each other when they tell the same event by its key, at a time that both share, and

- one says that it happened, or will, and the other that it did not, or will not; or somebody denies it; or
- both say that it did, or will, on the very same day, with another figure: the same kind of number of the same thing,
  each exact, and no number of the one is a number of the other. Both have the same names, and their targets the same
  words but for the numbers.

Both are claims and sure, as the text has it, or somebody's belief: what may be or would have been is no claim that it
was, and a detail that a verb of failing or planning governs is none either. They stand in two reports that are
independent of each other; of one publisher, figures differ between a report and its later version alone; in one report,
two with a name of their own speak. Without a key, or with days that do not touch, two sentences are about two events
more often than about one.

Of the 38 pairs that were read of what looser rules found in 19,043 reports of Reuters, a strict reader called 6 a
disagreement; of the 3 that these find, all, but they were chosen on the same reports. In 300 articles on which nothing
was chosen, of three publishers on each of 100 events, they find one pair, a disagreement; looser rules on time,
names and words find no other.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.schema import Column, Table

DISPUTED = Table(
    name="disputed",
    row="two facts of the same event that contradict each other, as far as their words go",
    columns=(
        Column("said_id", "str", "the fact that says so", nullable=False),
        Column("other_id", "str", "the fact that says otherwise", nullable=False),
        Column("differs", "str", "in what", allowed=("status", "figure"), nullable=False),
        Column("said_figure", "str", "the number of the first, where figures differ"),
        Column("other_figure", "str", "that of the second"),
    ),
    key=("said_id", "other_id"),
)

# Of an event that is told all the time, the newest facts are compared; and so many pairs in all.
MOST_COMPARED, MOST_PAIRS = 12, 5_000

SIDES = """
  SELECT f.fact_row, f.fact_id, f.event_number, f.doc_row, f.status, f.tense, f.first_day, f.end_day, f.told_on,
         f.told_by, f.worth, d.text_number, d.independent, lower(a.source) AS source,
         f.precision = 'day' AS is_of_a_day, regexp_replace(lower(f.target), '[^a-z]+', ' ', 'g') AS target,
         list_sort(list_distinct(regexp_extract_all(f.claim, '\\b[A-Z][A-Za-z]+'))) AS capitalised
  FROM facts f JOIN documents d USING (doc_row) LEFT JOIN attributions a ON a.attribution_id = f.attribution_id
  WHERE f.event_number IS NOT NULL AND f.certainty IN ('certain', 'probable') AND f.is_claim
  QUALIFY count(*) OVER (PARTITION BY f.event_number) > 1
    AND row_number() OVER (PARTITION BY f.event_number ORDER BY f.told_on DESC NULLS LAST, f.fact_row) <= $compared"""

# The numbers of a fact by what they count: those that are exact, and of which the text says what they are of.
FIGURES = """
  SELECT fact_row, kind, unit, currency, lower("of") AS counted, list(DISTINCT value) AS numbers,
         string_agg(text, '; ' ORDER BY start_char) AS said
  FROM amounts
  WHERE bound = 'exact' AND coalesce(unit, '') NOT IN ('year', 'month', 'week', 'day', 'hour', 'minute', 'second')
    AND fact_row IN (SELECT fact_row FROM sides) GROUP BY ALL"""

# What a publisher tells on one day with three figures is a series, such as a harvest by country or a rating by issue.
SERIES = """
  SELECT event_number, told_on, told_by, kind, unit, currency, counted FROM sides JOIN figures USING (fact_row)
  GROUP BY ALL HAVING count(DISTINCT numbers) > 2"""

# Whom and what a fact names.
NAMES = """
  SELECT fact_row, list(DISTINCT entity_id ORDER BY entity_id) AS names
  FROM fact_entities WHERE fact_row IN (SELECT fact_row FROM sides) GROUP BY fact_row"""

# Two who speak in one report.
TWO_SPEAK = "l.doc_row = r.doc_row AND l.source <> r.source"
APART = f"""
  (l.independent <> r.independent OR {TWO_SPEAK})
  AND coalesce(l.first_day < r.end_day AND r.first_day < l.end_day, true)"""
# Of one publisher only a report and its later version, which has a sentence of it, tell the same with another figure.
ARE_VERSIONS = """
  EXISTS (SELECT 1 FROM sentences t JOIN sentences u USING (text)
          WHERE t.doc_row = l.doc_row AND u.doc_row = r.doc_row AND length(t.text) > 40)"""
SAME_DAY = """
  l.first_day IS NOT DISTINCT FROM r.first_day AND l.end_day IS NOT DISTINCT FROM r.end_day
  AND (l.is_of_a_day OR l.told_on = r.told_on)"""

OPPOSED = """
  l.status IN ('done', 'planned') AND r.status IN ('denied', 'negated')
  AND (r.status = 'denied' OR l.tense IS NOT DISTINCT FROM r.tense)"""

RANKS = """l.told_by IS NOT DISTINCT FROM r.told_by AS is_same_publisher, greatest(l.told_on, r.told_on) AS newest,
         l.worth + r.worth AS worth"""

PAIRS = f"""
WITH sides AS MATERIALIZED ({SIDES}),
     figures AS MATERIALIZED ({FIGURES}),
     named AS MATERIALIZED ({NAMES}),
     series AS MATERIALIZED ({SERIES}),
     pairs AS (
  SELECT l.event_number, l.fact_id AS said_id, r.fact_id AS other_id, 'status' AS differs,
         NULL::VARCHAR AS said_figure, NULL::VARCHAR AS other_figure, {RANKS}
  FROM sides l JOIN sides r USING (event_number) WHERE {OPPOSED} AND {APART}
  UNION ALL
  SELECT l.event_number, l.fact_id, r.fact_id, 'figure', m.said, n.said, {RANKS}
  FROM sides l JOIN sides r USING (event_number)
  JOIN figures m ON m.fact_row = l.fact_row JOIN figures n ON n.fact_row = r.fact_row
  JOIN named p ON p.fact_row = l.fact_row JOIN named q ON q.fact_row = r.fact_row
  WHERE l.fact_row < r.fact_row AND l.status = r.status AND l.status IN ('done', 'planned')
    AND (l.text_number <> r.text_number AND (l.told_by <> r.told_by OR {ARE_VERSIONS}) OR {TWO_SPEAK}) AND {SAME_DAY}
    AND p.names = q.names AND l.target IS NOT DISTINCT FROM r.target AND l.capitalised = r.capitalised
    AND NOT EXISTS (
      SELECT 1 FROM series z
      WHERE z.event_number = l.event_number AND z.told_on IS NOT DISTINCT FROM l.told_on
        AND z.told_by IS NOT DISTINCT FROM l.told_by AND z.kind = m.kind AND z.unit IS NOT DISTINCT FROM m.unit
        AND z.currency IS NOT DISTINCT FROM m.currency AND z.counted IS NOT DISTINCT FROM m.counted)
    AND m.kind = n.kind AND m.unit IS NOT DISTINCT FROM n.unit AND m.currency IS NOT DISTINCT FROM n.currency
    AND m.counted IS NOT DISTINCT FROM n.counted AND NOT list_has_any(m.numbers, n.numbers))
SELECT said_id, other_id, differs, said_figure, other_figure, event_number FROM pairs
ORDER BY differs DESC, is_same_publisher, newest DESC NULLS LAST, worth DESC, said_id, other_id LIMIT {MOST_PAIRS}"""


def disputed(database: Database, selection: Selection, page: tuple[int, int] = (0, 2)) -> tuple[pd.DataFrame, int]:
    """DISPUTED, one pair of each event, and how many there are on all pages: those that differ in status first, then of
    different publishers before the same, the newest first.

    The pairs of the whole snapshot are found once; of them those count whose facts the selection lets through.
    """
    every = database.rows(PAIRS, {"compared": MOST_COMPARED})
    passing = _passing(database, selection, {fact_id for pair in every for fact_id in pair[:2]})
    best: dict[int, tuple[object, ...]] = {}
    for *pair, event in every:
        if passing.issuperset(pair[:2]):
            best.setdefault(event, tuple(pair))
    names = [column.name for column in DISPUTED.columns]
    found = [dict(zip(names, pair, strict=True)) for pair in best.values()]
    return DISPUTED.from_rows(found[page[0] : page[0] + page[1]]), len(found)


def _passing(database: Database, selection: Selection, fact_ids: set[str]) -> set[str]:
    """Which of these facts the selection lets through, details as well."""
    if not fact_ids or selection.is_everything():
        return fact_ids
    condition = facts_where(replace(selection, details=True))
    condition.add("list_contains($disputed::VARCHAR[], f.fact_id)", disputed=sorted(fact_ids))
    return {
        str(key) for (key,) in database.rows(f"SELECT f.fact_id FROM facts f WHERE {condition.sql}", condition.params)
    }
