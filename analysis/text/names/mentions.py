"""The names in a text: what the language model found, put right by rules over words, neighbours and the whole report.

Every form that may be a name is collected (by the model, by lexicons, by head words, by titles), of those that overlap
one is kept, all places of a form vote for its label, and names of one person, body or place are chained.
"""

from __future__ import annotations

import msgspec

from analysis.text.names.agreement import agreed
from analysis.text.names.chains import chain_keys, country_key, fullest
from analysis.text.names.chunks import Chunk, chunks
from analysis.text.names.headed import find_headed
from analysis.text.names.known import find_known
from analysis.text.names.located import located
from analysis.text.names.model import find_by_model
from analysis.text.names.name import BARE_RANK, MODEL_RANK, Name, with_longer_readings, without_overlap
from analysis.text.names.namesakes import with_namesakes
from analysis.text.names.people import find_people
from analysis.text.names.repeats import find_repeats
from analysis.text.names.roles import role_of
from analysis.text.names.standing import standing_for
from analysis.text.names.token_lists import Words, read_words
from analysis.text.names.trust import settled
from analysis.text.names.votes import ballots
from analysis.text.parse import Parse
from analysis.text.records import Mention

AGAIN = "the same name elsewhere in the report"
SEEN_ELSEWHERE = 0.5  # votes of a place where the model saw nothing for a form that it saw elsewhere


def find_mentions(parse: Parse) -> tuple[Mention, ...]:
    """The mentions of a text, in order, without overlap."""
    words = read_words(parse)
    found_chunks = chunks(words)
    names = _candidates(words, parse, found_chunks)
    names = settled(words, names, agreed(words, names, ballots(words, names)))
    names = with_namesakes(words, parse.doc, _with_repeats(words, names, found_chunks))
    return _mentions(parse, words, names)


def _candidates(words: Words, parse: Parse, found_chunks: list[Chunk]) -> list[Name]:
    """The forms that may be names, without overlap."""
    people = find_people(words, found_chunks)
    by_rules = find_known(words, found_chunks) + find_headed(words, found_chunks, people) + people
    by_model = find_by_model(words, parse, found_chunks)
    bare = [Name(start=start, end=end, label="", rule="", weight=0.0, rank=BARE_RANK) for start, end in found_chunks]
    seen = by_rules + by_model + _seen_elsewhere(words, by_model, found_chunks)
    return without_overlap(with_longer_readings(seen) + bare)


def _seen_elsewhere(words: Words, by_model: list[Name], found_chunks: list[Chunk]) -> list[Name]:
    """The places of names of several words that the model saw only elsewhere."""
    forms = {words.text[n.start : n.end]: n.label for n in by_model if n.end - n.start > 1}
    taken = {i for name in by_model for i in range(name.start, name.end)}
    return [
        Name(start=start, end=end, label=label, rule=AGAIN, weight=SEEN_ELSEWHERE, rank=MODEL_RANK)
        for start, end, label in find_repeats(words, forms, taken, found_chunks)
    ]


def _with_repeats(words: Words, names: list[Name], found_chunks: list[Chunk]) -> list[Name]:
    """The names, and the further places where they stand."""
    forms = {words.text[name.start : name.end]: name.label for name in names}
    taken = {i for name in names for i in range(name.start, name.end)}
    repeats = find_repeats(words, forms, taken, found_chunks)
    return sorted(names + [Name(start=start, end=end, label=label, rule=AGAIN) for start, end, label in repeats])


def _mentions(parse: Parse, words: Words, names: list[Name]) -> tuple[Mention, ...]:
    """The mentions. One that stands for a country keeps its own fullest form, and is in the country's chain."""
    places = located(words, names)
    own = chain_keys(words, names, places)
    full = fullest(words, names, own)
    countries = standing_for(words, parse.doc, names, places)
    keys = [country_key(code) if code else key for key, code in zip(own, countries, strict=True)]
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    taken = {i for name in names for i in range(name.start, name.end)}
    return tuple(
        msgspec.structs.replace(
            _mention(parse, words, name, taken),
            name=full[own[n]],
            chain=numbers[keys[n]],
            lies_in=places[n],
            stands_for=countries[n],
        )
        for n, name in enumerate(names)
    )


def _mention(parse: Parse, words: Words, name: Name, taken: set[int]) -> Mention:
    """The mention of a name, without what the other names of the report tell of it."""
    start_char, end_char = char_span(parse, name.start, name.end)
    span = role_of(words, name.start, name.end, taken) if name.label == "PERSON" else None
    return Mention(
        sentence=words.sentence[name.start],
        start_char=start_char,
        end_char=end_char,
        text=parse.text[start_char:end_char],
        label=name.label,
        name="",
        chain=0,
        role=words.phrase(*span) if span is not None else "",
        rule=name.rule,
    )


def char_span(parse: Parse, start: int, end: int) -> tuple[int, int]:
    """The characters of some tokens, without unseen marks at the ends."""
    last = parse.doc[end - 1]
    start_char, end_char = parse.doc[start].idx, last.idx + len(last.text)
    while end_char > start_char + 1 and not parse.text[end_char - 1].isprintable():
        end_char -= 1
    while start_char < end_char - 1 and not parse.text[start_char].isprintable():
        start_char += 1
    return start_char, end_char
