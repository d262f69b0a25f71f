"""Which of the facts that a careful reader lists a snapshot has.

A listed fact is `{doc, actor, action, target, status, first_day, ...}` with words as they stand in the text, None where
there is none. It is found when a row of `facts` in that report has its action at that verb, an actor that shares a word
of meaning with it, and its status; days are counted apart.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from analysis.store import Snapshot

SMALL_WORDS = frozenset({"a", "an", "and", "both", "for", "in", "of", "on", "s", "the", "their", "to"})

Row = dict[str, Any]


def found_by_a_reader(snapshot: Snapshot, listed: Path) -> dict[str, dict[str, Any]]:
    """How many of the listed facts were found, of how many, and which were missed; the same for those with days."""
    wanted = [json.loads(line) for line in listed.read_text(encoding="utf-8").split("\n") if line]
    rows = facts_by_report(snapshot)
    found = [matching(fact, rows.get(fact["doc"], [])) for fact in wanted]
    missed = [f"{fact['actor']} {fact['action']}" for fact, matches in zip(wanted, found, strict=True) if not matches]
    dated = [(fact, matches) for fact, matches in zip(wanted, found, strict=True) if fact["first_day"]]
    right = [any(same_days(fact, row) for row in matches) for fact, matches in dated]
    return {
        "facts": {"found": len(wanted) - len(missed), "of": len(wanted), "missed": missed},
        "days": {"found": sum(right), "of": len(dated)},
    }


def facts_by_report(snapshot: Snapshot) -> dict[str, list[Row]]:
    """The rows of `facts` under the source_id of their report, each with the words of its action."""
    documents = {row["doc_id"]: row for row in snapshot.table("documents").to_dict("records")}
    rows: dict[str, list[Row]] = {}
    for fact in snapshot.table("facts").astype(object).to_dict("records"):
        document = documents[fact["doc_id"]]
        row = {str(name): cell for name, cell in fact.items()}
        row |= {f"{role}_words": words_at(document["text"], row, role) for role in ("actor", "action")}
        rows.setdefault(document["source_id"], []).append(row)
    return rows


def words_at(text: str, fact: Row, role: str) -> str | None:
    """The words of the text at the span of a role, None where it has none."""
    start_char, end_char = fact[f"{role}_start_char"], fact[f"{role}_end_char"]
    return text[start_char:end_char] if isinstance(start_char, int) else None


def matching(wanted: Row, rows: list[Row]) -> list[Row]:
    """The rows that report the wanted fact, days aside."""
    verb = wanted["action"].lower().split()[0]
    return [
        row
        for row in rows
        if verb in row["action_words"].lower().split()
        and any(same_actor(wanted["actor"], words) for words in (row["actor"], row["actor_words"]))
        and row["status"] == wanted["status"]
    ]


def same_actor(wanted: str | None, found: Any) -> bool:
    """Whether both name nobody, or share a word of meaning."""
    named = found if isinstance(found, str) else None
    if wanted is None or named is None:
        return wanted is None and named is None
    return bool(words_of_meaning(wanted) & words_of_meaning(named))


def words_of_meaning(text: str) -> set[str]:
    """The words of a text in lower case, without the small ones."""
    return set(re.findall(r"\w+", text.lower())) - SMALL_WORDS


def same_days(wanted: Row, row: Row) -> bool:
    """Whether the row covers exactly the wanted days."""
    return (str(row["first_day"])[:10], str(row["end_day"])[:10]) == (wanted["first_day"], wanted["end_day"])
