"""Temporal expressions (TIMEX3): found in the text, then laid on the calendar once the day of publication is known."""

from analysis.text.timexes.find import find_timexes
from analysis.text.timexes.publication import infer_published, tells_its_day
from analysis.text.timexes.resolve import resolve_timexes

__all__ = ["find_timexes", "infer_published", "resolve_timexes", "tells_its_day"]
