"""Guards of years in figures: four digits that count, measure or number something are no year."""

from __future__ import annotations

from analysis.text.timexes.context import Context
from analysis.text.timexes.lexicon import context_words, kinds

NAME_LABELS = ("ORG", "PERSON", "WORK_OF_ART", "FAC", "PRODUCT", "GPE", "LOC")
NUMBER_LABELS = ("CARDINAL", "QUANTITY", "MONEY", "PERCENT")
OLD_YEARS_FOLLOW = ("in", "since", "until", "from", "by", "year", "circa")
FIRST_RECENT, LAST_RECENT = 1800, 2060  # years that news speaks of without saying that they are years
UNIT_WORDS = 3  # words before a unit that belong to it: `2000 gross metric tons`
OPENINGS = ("", ",", '"', "“", ":", ";")  # stand before a clause
JOINED = ("and", "or", "to", "-", "–", "against", "versus")
SIGNS = ("#", ".", "+", "x")  # stand before numbers
DETERMINERS = ("the", "this", "that", "these", "those", "s")


def bare_year(context: Context, first: int, end: int) -> bool:
    """Four digits that are a year: not an amount, a number of a model, money."""
    if end - first > 1 and not context.word(first).isdigit():
        return not is_measured(context, end)
    if _is_number(context, first, end):
        return False
    if _is_dashed(context, first, end):
        return _may_be_dashed(context, first, end)
    before, counts = context.word(first - 1), _has_tag(context, end, "NNS")
    is_recent = FIRST_RECENT <= int(context.word(first)) <= LAST_RECENT
    token = context.spacy(first)
    label = token.ent_type_ if token is not None else ""
    if label in NAME_LABELS or (label in NUMBER_LABELS and (counts or not is_recent)):
        return before in context_words("year_follows") and is_recent and not counts
    if label == "DATE":
        return is_recent or before in OLD_YEARS_FOLLOW
    if _wants_year(before):
        return is_recent and not counts
    return is_recent and context.tag(first - 1) != "PROPN" and not counts


def year_span(context: Context, first: int, end: int) -> bool:
    """Years written as one, without blanks; not the month of `2006-07-15`."""
    years = next(p for p in range(first, end) if _is_year(context.word(p)))
    return context.touches(years) and context.touches(years + 1) and context.word(end) not in ("-", "/", ":")


def is_measured(context: Context, end: int) -> bool:
    """Whether a unit follows: `1984 square metres`, `2010 US dollars`."""
    return not _unit_words(context, end).isdisjoint(context_words("measure"))


def _unit_words(context: Context, end: int) -> set[str]:
    """The word that follows, and those behind words such as `square`."""
    found = {context.word(end)}
    for position in range(end, end + UNIT_WORDS):
        if context.word(position) not in context_words("unit_part"):
            break
        found.add(context.word(position + 1))
    return found


def _wants_year(before: str) -> bool:
    if before in context_words("time_follows") or before in context_words("year_follows"):
        return True
    return before in ("the", "a", "s") or bool(kinds(before.capitalize()) & {"MONTH", "MONTHSHORT", "SEASON"})


def _is_number(context: Context, first: int, end: int) -> bool:
    """Whether the digits count, measure or number something."""
    before = context.word(first - 1)
    if (
        before in SIGNS
        or before in context_words("numbered")
        or before in context_words("money")
        or "ZONE" in kinds(context.word(end))
    ):
        return True
    pair = f"{context.word(first - 2)} {before}"
    if before in context_words("number_follows") or pair in context_words("number_follows"):
        return True
    return _is_model(context, first) or _is_counted(context, first, end) or _is_joined(context, first, end)


def _is_counted(context: Context, first: int, end: int) -> bool:
    """Whether what follows is measured or counted: not `the 2010 votes`, `In 2010 voters chose`."""
    if is_measured(context, end) and "people" not in _unit_words(context, end):
        return True
    if _is_time(context, end) or (context.tag(end) == "NOUN" and _is_time(context, end + 1)):
        return True
    opens = context.word(first - 1) == "in" and context.word(first - 2) in OPENINGS
    return not opens and context.word(first - 1) not in DETERMINERS and _counts_things(context, end)


def _counts_things(context: Context, end: int) -> bool:
    """Whether the next word, or that behind an adjective, is something that is counted."""
    things = context_words("counted")
    if context.word(end) in things:
        return True
    return context.tag(end) in ("ADJ", "PROPN") and context.word(end + 1) in things


def _is_joined(context: Context, first: int, end: int) -> bool:
    """Whether the digits are joined to a number that counts: `1900 or 2300 days`, `2010 votes to 1987`."""
    if context.word(end) in JOINED and _is_thousands(context, end + 1):
        after = end + 2
        return is_measured(context, after) or _is_time(context, after) or _counts_things(context, after)
    if context.word(first - 1) not in JOINED or not _is_thousands(context, first - 3):
        return False
    return is_measured(context, first - 2) or _counts_things(context, first - 2)


def _is_model(context: Context, first: int) -> bool:
    """Whether the digits are a name's own: `a Toyota 2000`, not `a January 2014 deal`, `a Euro 2016 match`."""
    before = context.word(first - 1)
    if not (context.is_capital(first - 1) and context.tag(first - 1) == "PROPN"):
        return False
    if before in context_words("year_follows") or kinds(before.capitalize()):
        return False
    return context.word(first - 2) in ("a", "an", *context_words("possessive"))


def _is_dashed(context: Context, first: int, end: int) -> bool:
    """Whether a dash joins the digits to what is no year."""
    is_joined_before = context.word(first - 1) == "-" and not _is_year(context.word(first - 2))
    return is_joined_before or (context.word(end) == "-" and not _is_year(context.word(end + 1)))


def _may_be_dashed(context: Context, first: int, end: int) -> bool:
    """`in 2014-style`, `the 2009-built`: not the code `AK-2000`."""
    return context.word(first - 1) in ("in", "the", "since", "(") and not context.word(end + 1).isdigit()


def _is_time(context: Context, position: int) -> bool:
    """Whether an amount of time ends here: `1900 hours`, `2000 flight hours`."""
    return "UNITS" in kinds(context.word(position))


def _has_tag(context: Context, position: int, tag: str) -> bool:
    token = context.spacy(position)
    return token is not None and token.tag_ == tag


def _is_thousands(context: Context, position: int) -> bool:
    """Whether a number as long as a year stands there: not the 30 of `in 2016 or 30 days later`."""
    digits = context.word(position).replace(",", "")
    return digits.isdigit() and len(digits) >= len("1000")


def _is_year(word: str) -> bool:
    return "YEAR" in kinds(word)
