"""The fields on the screen, a file for each idea: `ENTRIES` is the registry that everything that shows fields reads.

Panel, chips, address, ledger, groups and charts read it; its order is that of the choices to sort by.
"""

from __future__ import annotations

from display.fields.action import ACTION
from display.fields.amount import AMOUNT
from display.fields.certainty import CERTAINTY
from display.fields.claim import CLAIM
from display.fields.dated import DATED
from display.fields.entry import Entry
from display.fields.event_class import EVENT_CLASS, EVENT_GROUP
from display.fields.judged import MAIN, RULE, TRUST, WORTH
from display.fields.keys import EVENT, FACT, SENTENCE
from display.fields.names import NAMES
from display.fields.period import BEGINS_IN, PERIOD
from display.fields.plan import PLAN
from display.fields.report import DOCUMENT, PUBLISHED, PUBLISHED_IN, PUBLISHER, TOPIC
from display.fields.roles import ACTOR, IN_WORDS, RECIPIENT, SITE, TARGET
from display.fields.said_by import SAID_BY, SOURCE_WORDS, SPEAKS
from display.fields.said_on import SAID_ON
from display.fields.sentence_words import TERM, WORDS
from display.fields.status import STATUS
from display.fields.theme import THEME

EVERY: tuple[Entry, ...] = (
    *(CLAIM, ACTOR, ACTION, TARGET, STATUS, PLAN, PERIOD, SAID_BY, SAID_ON, AMOUNT, RECIPIENT, THEME),
    *(DOCUMENT, PUBLISHED, SITE, EVENT_CLASS, PUBLISHER, CERTAINTY, TRUST, WORTH, MAIN, SENTENCE, RULE),
    *(*NAMES, EVENT_GROUP, PUBLISHED_IN, TOPIC, WORDS, TERM, FACT, EVENT, *IN_WORDS, SOURCE_WORDS, SPEAKS),
    *(*DATED, *BEGINS_IN),
)
ENTRIES: dict[str, Entry] = {entry.field: entry for entry in EVERY}


def column_title(field: str) -> str:
    """What the column of a field is called, in the table of facts, in the record of a fact and in the tables of charts.

    >>> column_title("target"), column_title("words")
    ('To whom or what', 'Words in the sentence')
    """
    entry = ENTRIES[field]
    return entry.column.title if entry.column else entry.title
