"""The fields on the screen, a file for each idea: `ENTRIES` is the registry that everything that shows fields reads.

Panel, chips, address, ledger, groups and charts read it; its order is that of the choices to sort by.
"""

from __future__ import annotations

from pages.parts.fields.action import ACTION
from pages.parts.fields.amount import AMOUNT
from pages.parts.fields.certainty import CERTAINTY
from pages.parts.fields.claim import CLAIM
from pages.parts.fields.dated import DATED
from pages.parts.fields.entry import Entry
from pages.parts.fields.event_class import EVENT_CLASS, EVENT_GROUP
from pages.parts.fields.judged import MAIN, RULE, TRUST, WORTH
from pages.parts.fields.keys import EVENT, FACT, SENTENCE
from pages.parts.fields.names import NAMES
from pages.parts.fields.period import BEGINS_IN, PERIOD
from pages.parts.fields.plan import PLAN
from pages.parts.fields.report import DOCUMENT, PUBLISHED, PUBLISHED_IN, PUBLISHER, TOPIC
from pages.parts.fields.roles import ACTOR, IN_WORDS, RECIPIENT, SITE, TARGET
from pages.parts.fields.said_by import SAID_BY, SOURCE_WORDS, SPEAKS
from pages.parts.fields.said_on import SAID_ON
from pages.parts.fields.sentence_words import TERM, WORDS
from pages.parts.fields.status import STATUS
from pages.parts.fields.theme import THEME

EVERY: tuple[Entry, ...] = (
    *(CLAIM, ACTOR, ACTION, TARGET, STATUS, PLAN, PERIOD, SAID_BY, SAID_ON, AMOUNT, RECIPIENT, THEME),
    *(DOCUMENT, PUBLISHED, SITE, EVENT_CLASS, PUBLISHER, CERTAINTY, TRUST, WORTH, MAIN, SENTENCE, RULE),
    *(*NAMES, EVENT_GROUP, PUBLISHED_IN, TOPIC, WORDS, TERM, FACT, EVENT, *IN_WORDS, SOURCE_WORDS, SPEAKS),
    *(*DATED, *BEGINS_IN),
)
ENTRIES: dict[str, Entry] = {entry.field: entry for entry in EVERY}
