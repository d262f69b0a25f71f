"""The boundary around one report: whatever reading it runs into ends here, and the other reports go on.

It is a net, not a cure: what falls into it is a fault of Dossier's own, named with its traceback.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import msgspec

from analysis.text.records import Report

LOG = "failed-reports.log"
KEPT = f"It is kept with its text and without facts; {LOG} in the folder of the snapshots has the details."
NOTHING = Report(**dict.fromkeys(Report.__struct_fields__, ()))

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class BrokenInvariant(ValueError):
    """What was found in a report contradicts itself; the message says where."""


class Failed(msgspec.Struct, frozen=True, tag=True):
    """A report that could not be analysed: why, in a sentence for its owner, and the details for a developer.

    `is_stopped` says that the clock stopped it: then it may do on another day, and is not cached.
    """

    reason: str
    details: str = ""
    is_stopped: bool = False


Outcome = Report | Failed


def outcome_of(work: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result | Failed:
    """What the work gives, Failed where it raises.

    >>> outcome_of(int, "1"), outcome_of(int, "x").reason[:42]
    (1, 'Dossier failed at this report (ValueError)')
    """
    try:
        return work(*args, **kwargs)
    except BrokenInvariant as fault:
        return Failed(f"Dossier contradicted itself in this report ({fault}). {KEPT}", traceback.format_exc())
    except Exception as fault:  # noqa: BLE001 - the one place that catches all: no report may stop a build
        return Failed(f"Dossier failed at this report ({type(fault).__name__}). {KEPT}", traceback.format_exc())
