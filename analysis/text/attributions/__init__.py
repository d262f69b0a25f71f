"""Attributions: source, cue and content of what is said, thought or intended (PARC, PolNeAR)."""

from analysis.text.attributions.find import find_attributions

__all__ = ["find_attributions"]
