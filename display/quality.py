"""What was measured and what each figure says, in words for a reader who does not know the terms of the field."""

from __future__ import annotations

from collections.abc import Mapping

# By the name of the figure in analysis/measured/floors.json.
MEANING: Mapping[str, str] = {
    "same words, F1": "A date or time is found, from its first word to its last",
    "right value, F1": "A date or time is found, with the right day, month or year",
    "people, bodies and places, F1": "A name is found, and known as a person, a body or a place",
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
