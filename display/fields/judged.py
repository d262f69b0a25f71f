"""What was judged of a row: whether it is right, worth writing down, the main event, and the rule that found it."""

from __future__ import annotations

import re

from analysis.fields.cut import Cut
from analysis.queries.engine.database import Database, Row
from display.fields.cells import percent, plain, shown
from display.fields.choice import flag
from display.fields.entry import Entry, LedgerColumn

PERCENT = re.compile(r"(\d{1,2})%")


def _find_trust(_: Database, said: str) -> str | None:
    match = PERCENT.fullmatch(said)
    return str(int(match[1]) / 100) if match else None


def _trust_cuts(row: Row) -> list[Cut]:
    return [Cut("trust", str(int(float(row["score"]) * 100) / 100))]


TRUST = Entry(
    field="trust",
    title="Likely right",
    icon="verified",
    show=lambda _, value: f"{float(value):.0%}",
    find=_find_trust,
    chip="Likely right: {} or more",
    column=LedgerColumn(
        key="trust",
        title="Likely right",
        values=percent("score"),
        cuts=_trust_cuts,
        width=80,
        help="How likely the row is right as it stands, in percent: the confidence of the rules that found it",
        kind="percent",
        order="numbers",
        is_downwards=True,
    ),
)
WORTH = Entry(
    field="worth",
    title="Worth",
    icon="star",
    column=LedgerColumn(
        key="worth",
        title="Worth",
        values=percent("worth"),
        width=80,
        help="How likely a reader would write it down, in percent",
        kind="percent",
        order="numbers",
        is_downwards=True,
    ),
)
MAIN = flag(
    "main",
    "Main events",
    "flag_circle",
    column=LedgerColumn(
        key="main",
        title="Main event",
        values=shown("is_main", lambda value: "Yes" if value else ""),
        cuts=lambda row: [Cut("main")] if row["is_main"] else [],
        width=90,
        help="Whether it is the main event of its report",
        order="numbers",
        is_downwards=True,
    ),
)
RULE = Entry(
    field="rule",
    title="Found by",
    icon="rule",
    column=LedgerColumn(
        key="rule", title="Found by", values=plain("rule"), width=130, help="The rule that found the fact"
    ),
)
