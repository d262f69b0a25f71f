"""Whether a fact is told as something that happened."""

from __future__ import annotations

from analysis.text.records import Fact

ACTS = frozenset({"requested", "planned", "denied"})


def has_happened(fact: Fact) -> bool:
    """Whether a fact has happened, as far as the text says: also an act that asks or promises, as `urged` or `pledged`.

    The status of these is that of what is asked for or promised; the act itself is told for certain.
    """
    is_told = fact.certainty == "certain" and fact.polarity == "positive" and fact.tense in ("past", "present")
    return fact.status == "done" or (fact.status in ACTS and is_told)
