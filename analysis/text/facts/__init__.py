"""Facts: reported events, read from the dependency parse."""

from analysis.text.facts.find import Found, find_facts, find_told

__all__ = ["Found", "find_facts", "find_told"]
