"""Which themes the sentences of a report have and its facts have, and the words that earn them."""

from analysis.text.themes.find import find_leaning_themes, find_themes
from analysis.text.themes.of_facts import find_fact_themes

__all__ = ["find_fact_themes", "find_leaning_themes", "find_themes"]
