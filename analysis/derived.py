"""What the database of a snapshot holds beyond its tables: answers that every page would work out again.

As SQL over the views `read_facts`, `read_documents`, `read_mentions` and `read_entities`, which are the files.

FACTS has six columns more. `published` of the report is `told_on`, its publisher `told_by`. `is_first` says that no
report of an earlier day tells of the same event. `is_contrasted` says that the event is told as done by one fact and as
denied, negated or possible by another.

Two facts are of the same event as far as their words go when they have the same actor, the same target and the same
kind of event, or the same verb where it has no kind. `event` is a hash of these, several times as fast to compare;
empty without an actor. `event_number` is a hash of `event_key`, which needs no two names.

FACT_ENTITIES has `is_claim` of its fact.

NAMINGS has a row for each entity that a sentence names: `entity_id`, `entity_row`, `sentence_row` and `doc_row`.
"""

from __future__ import annotations

EVENT = """CASE WHEN f.actor_entity_id IS NOT NULL THEN hash(
  f.actor_entity_id, coalesce(f.target_entity_id, lower(f.target), ''), coalesce(f.event_class, lower(f.action))) END"""

FACTS = f"""
WITH told AS MATERIALIZED (
  SELECT f.fact_row, d.published AS told_on, d.publisher AS told_by, f.status, f.target IS NOT NULL AS has_target,
         {EVENT} AS event
  FROM read_facts f LEFT JOIN read_documents d USING (doc_row)),
     events AS MATERIALIZED (
  SELECT event, min(told_on) AS first_told,
         bool_or(has_target AND status = 'done') AND bool_or(has_target AND status IN ('denied', 'negated', 'possible'))
           AS is_contrasted
  FROM told WHERE event IS NOT NULL GROUP BY event)
SELECT f.*, CASE WHEN f.event_key IS NOT NULL THEN hash(f.event_key) END AS event_number,
       t.told_on, t.told_by, t.event, coalesce(t.told_on > e.first_told, false) = false AS is_first,
       t.has_target AND coalesce(e.is_contrasted, false) AS is_contrasted
FROM read_facts f JOIN told t USING (fact_row) LEFT JOIN events e USING (event) ORDER BY f.fact_row"""

FACT_ENTITIES = """
SELECT x.*, coalesce(f.is_claim, false) AS is_claim
FROM read_fact_entities x LEFT JOIN (SELECT fact_row, is_claim FROM read_facts) f USING (fact_row)"""

NAMINGS = """
SELECT DISTINCT m.entity_id, e.entity_row, m.sentence_row, m.doc_row
FROM read_mentions m JOIN read_entities e USING (entity_id) ORDER BY entity_row, sentence_row"""
