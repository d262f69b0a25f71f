"""PLOVER classes of events: what kind of political act a fact reports (PLOVER manual of 2021)."""

from analysis.text.plover.classify import event_class

__all__ = ["event_class"]
