"""Which facts of other reports are like a fact?

Two facts are compared in five slots: who, what, to whom, where and when. A slot counts where both facts fill it.

- who, to whom, where: they agree when they stand for the same entity or have the same words, and nearly (a half) when
  they share half of the words that mean something. A pronoun fills no slot.
- what: it agrees when the verb or noun is the same in any form, and nearly when the kind of event is.
- when: it agrees when the days touch, and nearly when they are at most a week apart.

Another fact is like this one when what it does agrees at least nearly, and so does who acts or whom it is done to, and
all slots together agree MATCHES times, where a near one counts for half and one that differs takes half away; or when
its sentence has the same words and its verb is the same. Reports that were published more than DAYS days apart are not
looked at. The best agree most; of equals the nearest in time comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import pandas as pd

from analysis.index import NoIndex
from analysis.lexicons.rows import read_rows
from analysis.queries.engine.database import Database, Row, records
from analysis.queries.rows import FACT_ROWS, facts_at, rows_called
from analysis.queries.search import like_sentences
from analysis.schema import Column, Table
from analysis.text.indexed_words import index_keys

DAYS = 62
MATCHES = 2.0
LOOKED_AT = 400  # facts that are compared word by word: those that share most of the entities, the verb and the kind
WEEK = pd.Timedelta(days=7)

PART_OF_SLOT = {"who": "actor", "what": "action", "to whom": "target", "where": "place"}
SLOTS = (*PART_OF_SLOT, "when")
AGREES, NEAR, DIFFERS = 1.0, 0.5, 0.0
ENDING = re.compile(r"(?<=\w\w\w)(?:ing|ed|es|s|e)$")

LIKE_FACTS = Table(
    name="like_facts",
    row="a fact of another report that is like a fact",
    columns=(
        *FACT_ROWS.columns,
        Column("agree", "str", "the slots that agree, parted by `; `", nullable=False),
        Column("near", "str", "the slots that nearly agree", nullable=False),
        Column(
            "differ", "str", "the slots that differ, with `status` where another thing became of it", nullable=False
        ),
        Column("has_same_words", "bool", "whether its sentence has the same words", nullable=False),
    ),
    key=("fact_id",),
)
COMPARED = Table(
    name="compared",
    row="a fact with what is compared",
    columns=tuple(
        column
        for column in FACT_ROWS.columns
        if column.name
        in {
            "fact_id",
            "sentence_id",
            "actor",
            "action",
            "target",
            "place",
            "first_day",
            "end_day",
            "event_class",
            "status",
            "published",
            "start_char",
            "actor_entity_id",
            "target_entity_id",
            "place_entity_id",
        }
    ),
    key=("fact_id",),
)
COLUMNS = ", ".join(f"{'d' if column.name == 'published' else 'f'}.{column.name}" for column in COMPARED.columns)


def like_facts(database: Database, row: Row, most: int = 5, details: bool = False) -> pd.DataFrame:
    """LIKE_FACTS of a row of FACT_ROWS, `most` at most; claims, with `details` all facts. Of several in one sentence
    only the best is here."""
    alike = _like_sentences(database, row["sentence_id"])
    same = {key for key, text in alike.items() if index_keys(text) == index_keys(row["sentence"])}
    compared = []
    for other in records(_candidates(database, row, list(alike), details)):
        slots = compare(row, other)
        if is_like(slots, other["sentence_id"] in same):
            compared.append((_rank(row, other, slots), other, slots))
    best: dict[str, tuple[Row, dict[str, float]]] = {}
    for _, other, slots in sorted(compared, key=lambda one: one[0]):
        best.setdefault(other["sentence_id"], (other, slots))
    chosen = list(best.values())[:most]
    if not chosen:
        return LIKE_FACTS.empty()
    whole = _rows(database, [other["fact_id"] for other, _ in chosen])
    return LIKE_FACTS.from_rows(
        [whole[other["fact_id"]] | _said(row, other, slots, other["sentence_id"] in same) for other, slots in chosen]
    )


def compare(left: Row, right: Row) -> dict[str, float]:
    """How far each slot agrees that both facts fill: AGREES, NEAR or DIFFERS."""
    found = {
        slot: _same_one(left, right, part)
        for slot, part in PART_OF_SLOT.items()
        if part != "action" and _is_filled(left, part) and _is_filled(right, part)
    }
    found["what"] = _same_act(left, right)
    if not pd.isna(left["first_day"]) and not pd.isna(right["first_day"]):
        found["when"] = _same_time(left, right)
    return {slot: found[slot] for slot in SLOTS if slot in found}


def is_like(slots: dict[str, float], has_same_words: bool) -> bool:
    """Whether facts of this comparison are like each other.

    >>> is_like({"who": 1.0, "what": 1.0}, False), is_like({"what": 1.0, "where": 1.0}, False)
    (True, False)
    """
    if has_same_words:
        return slots["what"] == AGREES
    someone = max(slots.get("who", 0.0), slots.get("to whom", 0.0))
    return slots["what"] >= NEAR and someone >= NEAR and _agreement(slots) >= MATCHES


def _agreement(slots: dict[str, float]) -> float:
    return sum(slots.values()) - NEAR * sum(value == DIFFERS for value in slots.values())


def _is_filled(row: Row, part: str) -> bool:
    return not _is_empty(row[part]) and (not _is_empty(row[f"{part}_entity_id"]) or bool(_content(row[part])))


def _same_one(left: Row, right: Row, part: str) -> float:
    left_id, right_id = left[f"{part}_entity_id"], right[f"{part}_entity_id"]
    if not _is_empty(left_id) and left_id == right_id:
        return AGREES
    ours, theirs = _content(left[part]), _content(right[part])
    if ours == theirs:
        return AGREES
    return NEAR if ours and theirs and len(ours & theirs) * 2 >= len(ours | theirs) else DIFFERS


def _same_act(left: Row, right: Row) -> float:
    if _stems(left["action"]) & _stems(right["action"]):
        return AGREES
    same_kind = not _is_empty(left["event_class"]) and left["event_class"] == right["event_class"]
    return NEAR if same_kind else DIFFERS


def _same_time(left: Row, right: Row) -> float:
    if left["first_day"] < right["end_day"] and right["first_day"] < left["end_day"]:
        return AGREES
    between = max(left["first_day"] - right["end_day"], right["first_day"] - left["end_day"])
    return NEAR if between < WEEK else DIFFERS


def _content(words: object) -> frozenset[str]:
    """The words that mean something."""
    return frozenset(key for key in index_keys(str(words)) if key not in _function_words())


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_rows("function_words", ("word",)))


def _stems(words: object) -> frozenset[str]:
    """The words without their endings, and without a letter that an ending doubled."""
    return frozenset(_stem(key) for key in _content(words) or index_keys(str(words)))


def _stem(word: str) -> str:
    """The word without its ending.

    >>> _stem("signs"), _stem("planned"), _stem("closing"), _stem("close")
    ('sign', 'plan', 'clos', 'clos')
    """
    stem = ENDING.sub("", word)
    return stem[:-1] if stem != word and len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "ls" else stem


def _rank(row: Row, other: Row, slots: dict[str, float]) -> tuple[float, float, str]:
    days = abs((row["published"] - other["published"]).days)
    apart = 10_000.0 if pd.isna(days) else float(days)
    return (-_agreement(slots), apart, other["fact_id"])


def _said(row: Row, other: Row, slots: dict[str, float], has_same_words: bool) -> Row:
    differ = [slot for slot in slots if slots[slot] == DIFFERS]
    differ += ["status"] if row["status"] != other["status"] else []
    return {
        "agree": "; ".join(slot for slot in slots if slots[slot] == AGREES),
        "near": "; ".join(slot for slot in slots if slots[slot] == NEAR),
        "differ": "; ".join(differ),
        "has_same_words": has_same_words,
    }


def _like_sentences(database: Database, sentence_id: str) -> dict[str, str]:
    """The sentences of other reports that share the rarest words, by id; none without a search index."""
    try:
        found = like_sentences(database, sentence_id, 20)
    except NoIndex:
        return {}
    return dict(zip(found["sentence_id"], found["sentence"], strict=True))


def _candidates(database: Database, row: Row, alike: list[str], details: bool) -> pd.DataFrame:
    """COMPARED: facts of other reports, near in time, those that share most first."""
    params = {
        "doc_id": row["doc_id"],
        "actor": _key(row["actor_entity_id"]),
        "target": _key(row["target_entity_id"]),
        "action": str(row["action"]).lower(),
        "kind": _key(row["event_class"]),
        "alike": alike,
        "most": LOOKED_AT,
        "details": details,
    }
    near = ""
    if not pd.isna(row["published"]):
        window = pd.Timedelta(days=DAYS)
        params |= {"first": row["published"] - window, "last": row["published"] + window}
        near = "AND d.published BETWEEN $first AND $last"
    sql = f"""
SELECT {COLUMNS} FROM (SELECT f.*, {SHARED} AS n_shared FROM facts f) f JOIN documents d USING (doc_row)
WHERE (f.is_claim OR $details) AND d.doc_id <> $doc_id {near} AND n_shared >= 2
ORDER BY n_shared DESC, f.score DESC, f.fact_id LIMIT $most"""
    return database.frame(COMPARED, sql, params)


SHARED = """(2 * (list_contains($alike::VARCHAR[], f.sentence_id))::INT
  + coalesce((f.actor_entity_id = $actor)::INT, 0) + coalesce((f.target_entity_id = $target)::INT, 0)
  + coalesce((lower(f.action) = $action)::INT, 0) + coalesce((f.event_class = $kind)::INT, 0))"""


def _rows(database: Database, fact_ids: Iterable[str]) -> dict[str, Row]:
    return {row["fact_id"]: row for row in records(facts_at(database, rows_called(database, fact_ids)))}


def _is_empty(value: object) -> bool:
    return value is None or value != value or value == ""


def _key(value: object) -> str | None:
    return None if _is_empty(value) else str(value)
