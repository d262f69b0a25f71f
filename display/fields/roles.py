"""Who acts, on whom, for whom and where: each as the entity that it stands for, and as words."""

from __future__ import annotations

from analysis.fields.cut import NONE, Cut
from analysis.queries.engine.database import Database, Row
from display.fields.cells import Cells, plain
from display.fields.entities import entity_label, find_entity
from display.fields.entry import Entry, Grouping, LedgerColumn
from display.safe import is_empty

NOT_LISTED = "No listed name"


def _show(database: Database, value: str) -> str:
    return entity_label(database, value) if value != NONE else NOT_LISTED


def _find(database: Database, said: str) -> str | None:
    return find_entity(database, said) if said != NOT_LISTED else NONE


def _role(field: str, title: str, icon: str, grouping: Grouping, column: LedgerColumn) -> Entry:
    return Entry(
        field=field,
        title=title,
        icon=icon,
        show=_show,
        find=_find,
        chip=f"{title}: {{}}",
        is_someone=True,
        grouping=grouping,
        column=column,
    )


def _in_words(part: str, title: str, icon: str) -> Entry:
    return Entry(field=f"{part}_words", title=f"{title}, in words", icon=icon, chip=f"{title}: “{{}}”")


def _cuts(part: str, field: str) -> Cells:
    """Whom the words stand for, in this place and anywhere in a fact; else the words."""

    def cuts(row: Row) -> list[Cut]:
        said, listed = row[part], row[f"{part}_entity_id"]
        in_words = [] if is_empty(said) else [Cut(f"{part}_words", str(said).lower())]
        if is_empty(listed):
            return in_words or [Cut(field, NONE)]
        return [Cut(field, str(listed)), Cut("entity", str(listed)), *in_words]

    return cuts


ACTOR = _role(
    "actor",
    "Who",
    "person",
    Grouping(title="Who", rank=4),
    LedgerColumn(key="who", title="Who", values=plain("actor"), cuts=_cuts("actor", "actor"), width=155, rank=8),
)
TARGET = _role(
    "target",
    "To whom",
    "person_pin",
    Grouping(title="To whom", rank=5),
    LedgerColumn(
        key="to whom",
        title="To whom or what",
        values=plain("target"),
        cuts=_cuts("target", "target"),
        width=175,
        rank=10,
    ),
)
RECIPIENT = _role(
    "recipient",
    "For whom",
    "redeem",
    Grouping(title="For whom", rank=6),
    LedgerColumn(
        key="for whom",
        title="For whom",
        values=plain("recipient"),
        cuts=_cuts("recipient", "recipient"),
        width=150,
        help="To whom, or for whom, it is done",
        rank=11,
    ),
)
SITE = _role(
    "site",
    "Where",
    "location_on",
    Grouping(title="Where", rank=7),
    LedgerColumn(key="where", title="Where", values=plain("place"), cuts=_cuts("place", "site"), width=110, rank=12),
)
IN_WORDS = (
    _in_words("actor", "Who", "person"),
    _in_words("target", "To whom", "person_pin"),
    _in_words("recipient", "For whom", "redeem"),
    _in_words("place", "Where", "location_on"),
)
