"""Names: the mentions of people, bodies and places in a text, and whether two name forms may be the same."""

from analysis.text.names.mentions import find_mentions
from analysis.text.names.same_name import same_name

__all__ = ["find_mentions", "same_name"]
