"""References: the pronouns and descriptions of a text, and whom they stand for where that is clear."""

from analysis.text.references.find import find_references

__all__ = ["find_references"]
