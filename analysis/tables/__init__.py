"""The tables of a snapshot: each file declares one and builds it."""

from analysis.schema import Table
from analysis.tables.aliases import ALIASES
from analysis.tables.amounts import AMOUNTS
from analysis.tables.attributions import ATTRIBUTIONS
from analysis.tables.document_map import DOCUMENT_MAP
from analysis.tables.documents import DOCUMENTS
from analysis.tables.entities import ENTITIES
from analysis.tables.fact_entities import FACT_ENTITIES
from analysis.tables.fact_themes import FACT_THEMES
from analysis.tables.facts import FACTS
from analysis.tables.mentions import MENTIONS
from analysis.tables.record_files import RECORD_FILES
from analysis.tables.sentence_terms import SENTENCE_TERMS, VOCABULARY
from analysis.tables.sentences import SENTENCES
from analysis.tables.terms import DOCUMENT_TERMS, TERM_OCCURRENCES, TERMS
from analysis.tables.themes import THEMES
from analysis.tables.timexes import TIMEXES
from analysis.tables.topics import DOCUMENT_TOPICS, TOPICS
from analysis.tables.unreadable import UNREADABLE

TABLES: tuple[Table, ...] = (
    DOCUMENTS,
    SENTENCES,
    MENTIONS,
    ENTITIES,
    ALIASES,
    TIMEXES,
    ATTRIBUTIONS,
    FACTS,
    FACT_ENTITIES,
    FACT_THEMES,
    AMOUNTS,
    THEMES,
    TERMS,
    DOCUMENT_TERMS,
    TERM_OCCURRENCES,
    VOCABULARY,
    SENTENCE_TERMS,
    TOPICS,
    DOCUMENT_TOPICS,
    DOCUMENT_MAP,
    RECORD_FILES,
    UNREADABLE,
)
