"""Which facts are reported, one by one?"""

from __future__ import annotations

from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.selection import Cuts, Selection
from analysis.queries.export import Query
from analysis.queries.rows import FACT_SQL

EXPORTED = (
    "fact_id",
    "claim",
    "actor",
    "action",
    "target",
    "recipient",
    "amounts",
    "place",
    "first_day",
    "end_day",
    "precision",
    "day_from",
    "said_first_day",
    "said_end_day",
    "timex",
    "status",
    "plan",
    "certainty",
    "polarity",
    "tense",
    "source",
    "is_quote",
    "theme",
    "event_class",
    "is_main",
    "is_claim",
    "claim_of",
    "claim_spans",
    "worth",
    "sentence",
    "title",
    "publisher",
    "published",
    "published_from",
    "url",
    "actor_name",
    "target_name",
    "place_name",
    "rule",
    "score",
    "how",
    "doc_id",
    "sentence_id",
)


def exported_facts(selection: Selection, cuts: Cuts = ()) -> Query:
    """Every claim of the selection, or fact where it has details, that the cuts let through, with the columns of
    EXPORTED, the newest report first."""
    condition = facts_where(selection, cuts)
    sql = (
        f"SELECT {', '.join(EXPORTED)} FROM ({FACT_SQL} WHERE {condition.sql}) "
        "ORDER BY published DESC NULLS LAST, doc_id, fact_id"
    )
    return sql, condition.params
