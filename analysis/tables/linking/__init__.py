"""Linking: which chains of names, over all reports, stand for the same person, body or place, and why."""

from analysis.tables.linking.link import Linking, link_entities
from analysis.tables.linking.reasons import Alias

__all__ = ["Alias", "Linking", "link_entities"]
