"""Factuality: how sure a text is of an event, whether it affirms or denies it, when it lies, how far along it is."""

from analysis.text.factuality.find import find_factuality
from analysis.text.factuality.record import Factuality

__all__ = ["Factuality", "find_factuality"]
