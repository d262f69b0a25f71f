"""One fact, one sentence, one event, by its key."""

from __future__ import annotations

from analysis.queries import known_values
from analysis.queries.engine.database import Database
from display.fields.cells import plain, whole
from display.fields.entry import Entry, LedgerColumn


def _show_event(database: Database, value: str) -> str:
    """An event by the sentence of its best claim."""
    return known_values.claim_of_event(database, value) or value


def _find_event(database: Database, said: str) -> str | None:
    return said if known_values.claim_of_event(database, said) else None


# `fact` and `sentence` in a URL open one in its report; as filters they are called otherwise.
SENTENCE = Entry(
    field="sentence",
    title="Sentence",
    icon="notes",
    chip="Sentence {}",
    key="only-sentence",
    column=LedgerColumn(
        key="sentence", title="Sentence", values=plain("sentence"), cuts=whole("sentence_id", "sentence"), width=420
    ),
)
FACT = Entry(field="fact", title="Fact", icon="table_rows", chip="Fact {}", key="only-fact")
EVENT = Entry(
    field="event",
    title="Event",
    icon="event",
    show=_show_event,
    find=_find_event,
    chip="Told alike: {}",
    is_plain=True,
)
