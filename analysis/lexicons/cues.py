"""The cue lexicon: words that say that somebody says, thinks or wants something, and what may follow them.

`cues.csv` has a row for each word or phrase with its part of speech: its `kind` (say, deny, ask, order, promise,
believe, feel, intend, judge, show) and its `frames`, parted by blanks:

- `clause`: a finite clause, with `that`, a question word or nothing before it; `quote`: words in quotation marks
- `to-clause`: an infinitive of the same subject; `np-to`: of another one (`wants them to go`, `urged them to go`);
  `gerund`: a clause in -ing
- `object`: a noun phrase; `complement`: what the object is called (`called it absurd`)
- `told`: the noun after it is who is told, not what is said
- any other word is a preposition that the content may stand after (`called for an inquiry`)

`cue_words.csv` has the words that the rules around the cues ask for, by role: `light` verbs say no more than the noun
after them (`made a claim`), a `speaker` speaks for the body that it is named with (`a ministry spokesman`), a `label`
before a colon is no speaker (`Update: ...`), a `lead` is no part of one (`And this from ...`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from analysis.lexicons.rows import LexiconError, read_rows

PARTS_OF_SPEECH = ("verb", "noun", "adjective", "adverb", "phrase")
KINDS = ("say", "deny", "ask", "order", "promise", "believe", "feel", "intend", "judge", "show")
FORMS = frozenset(("clause", "quote", "to-clause", "np-to", "gerund", "object", "complement", "told"))
ROLES = ("light", "speaker", "label", "lead")


@dataclass(frozen=True)
class Cue:
    """One entry: its words in their plain form, what it means, and what may follow it."""

    words: tuple[str, ...]
    part_of_speech: str
    kind: str
    frames: frozenset[str]

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions that its content may stand after."""
        return self.frames - FORMS


CueLexicon = Mapping[tuple[str, str], tuple[Cue, ...]]


@cache
def load_cues() -> CueLexicon:
    """The cues by first word and part of speech, the longest first. Raises LexiconError."""
    grouped: dict[tuple[str, str], list[Cue]] = {}
    for row in read_rows("cues", ("word", "part_of_speech", "kind", "frames")):
        cue = Cue(tuple(row["word"].split()), row["part_of_speech"], row["kind"], frozenset(row["frames"].split()))
        if cue.part_of_speech not in PARTS_OF_SPEECH or cue.kind not in KINDS or len(cue.words) > 2:
            raise LexiconError(f"cues.csv: {row['word']} has an unknown part of speech or kind, or too many words")
        grouped.setdefault((cue.words[0], cue.part_of_speech), []).append(cue)
    return {key: tuple(sorted(cues, key=lambda cue: -len(cue.words))) for key, cues in grouped.items()}


@cache
def load_cue_words() -> Mapping[str, frozenset[str]]:
    """The words around cues, by role. Raises LexiconError."""
    grouped: dict[str, set[str]] = {role: set() for role in ROLES}
    for row in read_rows("cue_words", ("word", "role")):
        if row["role"] not in ROLES:
            raise LexiconError(f"cue_words.csv: {row['word']} has the unknown role {row['role']}")
        grouped[row["role"]].add(row["word"])
    return {role: frozenset(words) for role, words in grouped.items()}
