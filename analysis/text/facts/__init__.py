"""Facts: reported events, read from the dependency parse."""

from analysis.text.facts.find import find_facts

__all__ = ["find_facts"]
