"""What was measured and what each figure says, in words for a reader who does not know the terms of the field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby

import pandas as pd

from analysis.queries.engine.database import Row, records
from analysis.queries.figures import known_errors, measured_figures, measured_on
from display import day_words, words
from display.safe import is_empty, text

# By the name of the figure in analysis/measured/floors.json.
MEANING: Mapping[str, str] = {
    "same words, F1": "A date or time is found, from its first word to its last",
    "right value, F1": "A date or time is found, with the right day, month or year",
    "people, bodies and places, F1": "A name is found, and known as a person, an organisation or a place",
    "content at 0.3, F1": "What somebody says is found, at least a third of its words",
    "content at 0.8, F1": "What somebody says is found, nearly all of its words",
    "right source": "Who says it, where what is said was found",
    "right cue": "The word of saying, where what is said was found",
    "verbs found": "Verbs of events that were found",
    "actor, F1": "Who acts",
    "target, F1": "Whom or what it is done to",
    "certainty, mean F1": "How sure the text is",
    "polarity, mean F1": "Whether it happened or not",
    "tense, mean F1": "Whether it is past, present or to come",
    "right class": "Events whose kind is right",
    "classed facts that are right": "Facts with a kind whose kind is right",
    "right actor": "Events for which who acts is right",
    "right target": "Events for which to whom or what is right",
    "class, actor and target in one fact": "Events for which kind, who and to whom are all right",
    "who, token F1": "Who, word for word",
    "what, token F1": "What happened, word for word",
    "when, token F1": "When, word for word",
    "where, token F1": "Where, word for word",
    "precision at recall .8, all": "Joined names that are the same, where at least 80 % of such pairs are joined",
    "precision at recall .8, people": "The same for names of people alone",
    "seven themes, F1": "The themes of a sentence",
    "mining, education, security, aid, F1": "The same for mining, education, security and aid",
    "claims, F1": "Claims that a reader would write, neither more nor less",
    "important claims, recall": "Claims that matter most which are shown",
    "best rows first, precision": "The first rows that are claims of a reader",
    "whole rows, F1": "Claims of which who, whom and status are all right",
    "sentence of the row, token F1": "The sentence of a claim, word for word",
    "themes, F1": "The themes of claims, missed claims counted",
    "right status": "Claims whose status is right",
    "right speaker": "Claims for which who says so is right",
    "right day": "Claims whose day is right",
    "right amount": "Claims with a right amount",
    "mean F1 of four themes": "The theme of a headline, the four themes counting alike",
}


def meaning(figure: str) -> str:
    """The figure in plain words; its own name where there are none yet.

    >>> meaning("actor, F1"), meaning("a new figure")
    ('Who acts', 'a new figure')
    """
    return MEANING.get(figure, figure)


TABLES = {
    "timexes": "Dates and times",
    "mentions": "Names",
    "entities": "Who is meant",
    "aliases": "Forms of a name",
    "attributions": "Who says so",
    "amounts": "Amounts",
}


def table_words(name: str) -> str:
    """A table, as readers know what is in it.

    >>> table_words("timexes"), table_words("facts")
    ('Dates and times', 'Facts')
    """
    return TABLES.get(name, name.capitalize())


MEASURED_TERMS = (
    "After each line, in small letters, is the term of the field. F1 weighs what was found against what was missed; "
    "precision is the share of what was found that is right, recall the share of what there is that was found."
)


def measured_words() -> str:
    """What the figures are."""
    return (
        "The same rules, run over news that others labelled by hand. Each number lies between 0 and 1: at 1, all "
        "that people found was found and nothing else. Beside it is what a simpler or another program reaches on "
        f"the same news. Measured on {_day(measured_on())}; your reports may be easier or harder."
    )


@cache
def measured_table() -> str:
    """The figures, under a head for each part and what it was measured on; they change with the program alone."""
    rows = records(measured_figures())
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("What is right", "Dossier", "Another program"))
    body = ""
    for (table, data), group in groupby(rows, key=lambda row: (row["table"], row["data"])):
        body += (
            f'<tr class="d-part"><th colspan="3" scope="rowgroup">{text(table_words(table))}'
            f"<small>{text(data)}</small></th></tr>{''.join(_measured_row(row) for row in group)}"
        )
    return f'<table class="d-table d-measured"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'


def _measured_row(row: Row) -> str:
    said = meaning(row["figure"])
    term = "" if said == row["figure"] else f"<small>{text(row['figure'])}</small>"
    return (
        f"<tr><td>{text(said)}{term}</td><td><b>{_two_digits(row['measured'])}</b></td><td>{text(_peer(row))}</td></tr>"
    )


def _peer(row: Row) -> str:
    return "" if is_empty(row["peer"]) else f"{_two_digits(row['peer'])} ({row['peer_name']})"


def _two_digits(value: object) -> str:
    return "" if is_empty(value) else f"{value:.2f}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose cells wrap, to be read rather than sorted; on a phone each row is a block of named lines."""
    head = "".join(f'<th scope="col">{text(name)}</th>' for name in heads)
    body = "".join("<tr>" + "".join(_cell(*cell) for cell in zip(heads, row, strict=True)) + "</tr>" for row in rows)
    return f'<table class="d-table d-stacked"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _cell(head: str, value: str) -> str:
    return f'<td data-head="{text(head)}">{text(value)}</td>'


@cache
def errors_table() -> str:
    """The known errors, which change with the program alone."""
    errors = known_errors()
    rows = [[table_words(row["table"]), row["error"], row["example"], row["result"]] for row in records(errors)]
    counted = f"{words.count(len(errors), 'kind')} of error that reading the results has shown."
    table = _table(["Part", "What goes wrong", "For example", "Dossier says"], rows)
    return f'<p class="d-say">{text(counted)}</p>{table}'


def _day(written: str) -> str:
    """A day in the words of the screen.

    >>> _day("2024-03-05"), _day("")
    ('5 March 2024', 'no day yet')
    """
    return day_words.day(pd.Timestamp(written)) if written else "no day yet"
