"""Rules for times of day: `10:30 a.m. EST on Monday`, `noon`, `0830 GMT`."""

from __future__ import annotations

from analysis.text.timexes import guards
from analysis.text.timexes.meanings import date
from analysis.text.timexes.rule import Rule

CLOCK = (
    Rule("( {clock} ) ,? ( on )? ( {dayref} )", date, guards.clock),
    Rule("( {dayref} ) ,? ( at | around | about )? ( {clock} )", date),
    Rule("{clock}", date, guards.clock),
)
