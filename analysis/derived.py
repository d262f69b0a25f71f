"""Derived columns and tables of the database of a snapshot: computed once, at the build, instead of by every query.

As SQL over the views `read_facts`, `read_documents`, `read_amounts` and so on, which are the files.

FACTS has more columns. `published` of the report is `told_on`, its publisher `told_by`. `is_first` says that no
report of an earlier day tells of the same episode, `is_new` that it is news besides: not over LONG_AGO days before its
report, and more than that somebody spoke. `claim_row` is the row of the claim that it belongs to. `themes` are the
names of all its themes, sorted, with MARK between them; empty for none. Few sets of themes occur: facts are counted by
set, and the sets are taken apart afterwards.

Two facts are of the same `event` when they have one event key; without a key, as far as their words go, when they have
the same actor, the same target and the same kind of event, or the same verb where it has no kind. Facts of one key are
of the same `episode` when no gap of more than APART days lies between them and those in between (APART_ONCE for acts
that are not soon done again: an embassy opens once); a fact without a day is taken with the latest. The first episode
has the key for its name, the second `key #1`; the day is the one that the text gives to the day, else the report's.
`event` and `event_number`, of the episode, are hashes, several times as fast to compare; empty where nothing tells the
event.

`amounts` are the words of the numbers in a fact, `amount_kinds` their kinds, sorted, with MARK between them. `amount`,
`amount_unit` and `amount_kind` are those of the main one, the first of the first kind of KINDS_OF_AMOUNTS;
`amount_rank` is the place of its unit among all, by kind and then the commonest first.

FACT_ENTITIES has `is_claim` of its fact.

DOCUMENTS has `independent`, a hash: reports count once for each that differs. Copies have that of the report that they
are copies of, and reports of one publisher have the same one. `text_number` is a hash of the text as it stands.

TELLINGS has a row for each episode that a claim tells, itself or by a fact that belongs to it: `claim_row`, its
`doc_row`, the first `told_row` that tells it, `is_itself` where the claim does, and `is_shared` where several reports
tell it. It is sorted by `event_number`: what tells an event is found without a look at all facts.

ENTITIES has `is_alone`: no other entity has the same name.

NAMINGS has a row for each entity that a sentence names: `entity_id`, `entity_row`, `sentence_row` and `doc_row`.
"""

from __future__ import annotations

from analysis.lexicons.acts import once

MARK = "\x1f"  # between the themes of a fact
# Of 30 episodes that two reports of Wikinews and Reuters share a reader called 26 the same event (11 of the 30 were
# reports sent again); with 7 days instead of 3 it was 24 of 30. An embassy's opening is told for weeks.
APART, APART_ONCE = 3, 60

LONG_AGO = 365
SPEAKING = ("say", "says", "said", "tell", "tells", "told", "add", "added", "note", "noted", "state", "stated", "spoke")

KINDS_OF_AMOUNTS = ("money", "people", "quantity", "share")  # the kinds that say most about an event first

IN_WORDS = """CASE WHEN f.actor_entity_id IS NOT NULL THEN hash(
  f.actor_entity_id, coalesce(f.target_entity_id, lower(f.target), ''), coalesce(f.event_class, lower(f.action))) END"""

DAY = "coalesce(CASE WHEN f.precision IN ('time', 'day', 'report') THEN f.first_day END, d.published)"
MOST_APART = f"CASE WHEN list_contains({[act.replace(' ', '_') for act in once()]}, split_part(event_key, ' ', 2)) \
THEN {APART_ONCE} ELSE {APART} END"

FACTS = f"""
WITH keyed AS (
  SELECT f.fact_row, f.event_key, {DAY} AS day,
         date_diff('day', lag({DAY}) OVER (
           PARTITION BY f.event_key ORDER BY {DAY} NULLS LAST, f.fact_row), {DAY}) AS gap
  FROM read_facts f LEFT JOIN read_documents d USING (doc_row) WHERE f.event_key IS NOT NULL),
     episodes AS MATERIALIZED (
  SELECT fact_row, event_key, count_if(coalesce(gap > {MOST_APART}, false)) OVER (
    PARTITION BY event_key ORDER BY day NULLS LAST, fact_row ROWS UNBOUNDED PRECEDING) AS nth
  FROM keyed),
     numbered AS MATERIALIZED (
  SELECT fact_row, hash(event_key) AS event, event_key || CASE WHEN nth > 0 THEN ' #' || nth ELSE '' END AS episode
  FROM episodes),
     told AS MATERIALIZED (
  SELECT f.fact_row, d.published AS told_on, d.publisher AS told_by, a.episode, hash(a.episode) AS number,
         coalesce(a.event, {IN_WORDS}) AS event,
         CASE WHEN a.episode IS NULL THEN {IN_WORDS} ELSE hash(a.episode) END AS once
  FROM read_facts f LEFT JOIN read_documents d USING (doc_row) LEFT JOIN numbered a USING (fact_row)),
     themed AS MATERIALIZED (
  SELECT fact_row, string_agg(theme, '{MARK}' ORDER BY theme) AS themes FROM read_fact_themes GROUP BY 1),
     amounted AS MATERIALIZED (
  SELECT fact_row, string_agg(text, '; ' ORDER BY start_char) AS amounts,
         string_agg(DISTINCT kind, '{MARK}' ORDER BY kind) AS amount_kinds,
         arg_min(value, place) AS amount, arg_min(unit, place) AS amount_unit, arg_min(kind, place) AS amount_kind
  FROM (SELECT *, rank * 1e12 + start_char AS place
        FROM (SELECT *, list_position({list(KINDS_OF_AMOUNTS)}, kind) AS rank FROM read_amounts))
  GROUP BY 1),
     belonging AS MATERIALIZED (
  SELECT f.fact_row, c.fact_row AS claim_row
  FROM (SELECT fact_row, claim_of FROM read_facts WHERE claim_of IS NOT NULL) f
  JOIN (SELECT fact_row, fact_id FROM read_facts WHERE is_claim) c ON c.fact_id = f.claim_of),
     units AS MATERIALIZED (
  SELECT kind AS amount_kind, unit AS amount_unit,
         row_number() OVER (ORDER BY list_position({list(KINDS_OF_AMOUNTS)}, kind), count(*) DESC, unit) AS amount_rank
  FROM read_amounts GROUP BY 1, 2),
     firsts AS MATERIALIZED (
  SELECT once, min(told_on) AS first_told FROM told WHERE once IS NOT NULL GROUP BY once)
SELECT f.*, h.themes, m.* EXCLUDE (fact_row), u.amount_rank, t.told_on, t.told_by, t.event, t.episode,
       CASE WHEN t.episode IS NOT NULL THEN t.number END AS event_number,
       NOT coalesce(t.told_on > e.first_told, false) AS is_first,
       is_first AND NOT coalesce(f.end_day < t.told_on - INTERVAL {LONG_AGO} DAY, false)
         AND lower(f.action) NOT IN {SPEAKING} AS is_new,
       c.claim_row
FROM read_facts f JOIN told t USING (fact_row) LEFT JOIN firsts e USING (once) LEFT JOIN themed h USING (fact_row)
  LEFT JOIN amounted m USING (fact_row)
  LEFT JOIN belonging c USING (fact_row)
  LEFT JOIN units u ON u.amount_kind = m.amount_kind AND u.amount_unit IS NOT DISTINCT FROM m.amount_unit
ORDER BY f.fact_row"""

DOCUMENTS = """
SELECT d.*, hash(d.text) AS text_number,
  hash(coalesce(first_value(d.publisher IGNORE NULLS) OVER (
    PARTITION BY d.text_id ORDER BY d.copy_of IS NOT NULL, d.doc_row
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), d.text_id)) AS independent
FROM read_documents d ORDER BY d.doc_row"""

# Of the facts above, as they are written: `tables` is the name of the database.
TELLINGS = """
WITH told AS (
  SELECT event_number, claim_row, min(doc_row) AS doc_row, min(fact_row) AS told_row,
         bool_or(fact_row = claim_row) AS is_itself
  FROM {tables}.facts WHERE event_number IS NOT NULL AND claim_row IS NOT NULL GROUP BY ALL)
SELECT *, min(doc_row) OVER of_event <> max(doc_row) OVER of_event AS is_shared FROM told
WINDOW of_event AS (PARTITION BY event_number) ORDER BY event_number, claim_row"""

ENTITIES = """
SELECT *, count(*) OVER (PARTITION BY lower(name)) = 1 AS is_alone FROM read_entities ORDER BY entity_row"""

FACT_ENTITIES = """
SELECT x.*, coalesce(f.is_claim, false) AS is_claim
FROM read_fact_entities x LEFT JOIN (SELECT fact_row, is_claim FROM read_facts) f USING (fact_row)"""

NAMINGS = """
SELECT DISTINCT m.entity_id, e.entity_row, m.sentence_row, m.doc_row
FROM read_mentions m JOIN read_entities e USING (entity_id) ORDER BY entity_row, sentence_row"""
