"""Guards: what looks like a date of the calendar and is none. Each says whether tokens[first:end] may be one."""

from __future__ import annotations

from analysis.text.timexes.context import Context
from analysis.text.timexes.lexicon import context_words, kinds, name_words
from analysis.text.timexes.numbers import number
from analysis.text.timexes.year_guards import NAME_LABELS, is_measured

CLOCK_FOLLOWS = ("at", "by", "until", "till", "from", "to", "around", "about", "before", "after", "since")
WHOLE_MONTH = ("in", "during")  # before a month: what follows it is counted
AMBIGUOUS_MONTHS = ("may", "march", "april", "june", "august")


def month_and_day(context: Context, first: int, end: int) -> bool:
    """Not the 12 of `in March 12 people` or `in May 10 percent`, not the two of `in April two ships sank`."""
    if is_measured(context, end) or is_in_name(context, first, end):
        return False
    day = context.word(end - 1)
    counts = len(day) <= 2 or (day.isalpha() and number([day]) is not None)
    return not (counts and context.word(first - 1) in WHOLE_MONTH and context.tag(end) in ("NOUN", "ADJ", "PROPN"))


def day_and_month(context: Context, first: int, end: int) -> bool:
    """Not the 3 of `$3 May`, not a verb `may` in a heading in capitals."""
    return context.word(first - 1) not in {".", *context_words("money")} and not is_in_name(context, first, end)


def month_of_year(context: Context, first: int, end: int) -> bool:
    """Not a person called May or August."""
    return not is_in_name(context, first, end)


def month_alone(context: Context, first: int, end: int) -> bool:
    """A month that is not a verb, a person or a short word for something else."""
    word = context.word(end - 1)
    if _is_named(context, first, end) or is_in_name(context, first, end) or _opens_clause(context, first):
        return False
    if end - first > 1 and word != ".":
        return True
    if context.word(first - 1) in context_words("time_follows"):
        return context.tag(first) != "VERB" and not _is_person(context, first)
    if word in ("may", "march"):
        return first > 0 and context.is_plain and context.tag(first) == "PROPN" and not _follows_name(context, first)
    is_short = word == "." or "MONTHSHORT" in kinds(context.tokens[first].text)
    return not is_short and (word not in AMBIGUOUS_MONTHS or not _is_person(context, first))


def _follows_name(context: Context, first: int) -> bool:
    """Whether a word with a capital stands before, other than the first of the sentence."""
    return first > 1 and context.is_capital(first - 1)


def nth_of_a_month(context: Context, first: int, end: int) -> bool:
    """A day that closes its phrase: not `the 15th floor`."""
    closes = context.tag(end) not in ("NOUN", "PROPN", "ADJ", "NUM") and context.word(end) not in ("-", "of", "and")
    return closes and context.word(first - 1) in ("on", "by", "until", "till", "since")


def day_of_that_month(context: Context, first: int, end: int) -> bool:
    """`the 3rd of last month`, not `the first of last month's cases`."""
    return context.word(end) not in ("'", "’", "-") and context.word(first - 1) not in ("each", "every")


def weekday_week(context: Context, first: int, end: int) -> bool:
    """`Monday week`, `Monday after next`: not `a Monday week-long strike`, `Monday after next door's alarm`."""
    if context.word(end) in ("-", "of", "after", "by", "'", "’") or context.tag(end) in ("NOUN", "PROPN", "ADJ", "NUM"):
        return False
    return weekday(context, first, end)


def weekday(context: Context, first: int, end: int) -> bool:
    """A day of a week, not a name with one in it: Black Friday, the Sunday Times."""
    if _is_named(context, first, end) or is_in_name(context, first, end):
        return False
    return not _opens_clause(context, first)


def quarter(context: Context, first: int, end: int) -> bool:
    """`last quarter` is the one before; `a first quarter` and `the third quarter of the field` are parts of things."""
    if context.word(first) == "last" or context.word(end) == "final":
        return False
    return context.word(end) != "of" or context.word(end + 1).isdigit()


def half(context: Context, first: int, end: int) -> bool:
    """Half a year, not half of something or of a match: followed by nothing that it could be half of."""
    if context.word(first) in ("last", "final") or context.word(end) in ("of", "dozen", "century", "hour", "-"):
        return False
    return context.word(first) == "the" or context.word(first + 1) in ("-", "–")


def code(context: Context, first: int, end: int) -> bool:
    """Q1 and H2 with a capital."""
    return context.is_capital(first) or context.word(first)[0].isdigit()


def season_of_year(context: Context, first: int, end: int) -> bool:
    """`spring 2024`, not `prices fall in 1987`."""
    words = [context.word(position) for position in range(first, end)]
    return "in" not in words and "," not in words and not is_in_name(context, first, end)


def season_alone(context: Context, first: int, end: int) -> bool:
    """A season after a preposition that is no verb and no part of a name: not `prices fall`, `the fall of Kabul`."""
    if _is_named(context, first, end) or is_in_name(context, first, end) or context.tag(end - 1) == "VERB":
        return False
    if context.word(end - 1) in ("fall", "spring") and context.word(end) in ("of", "in", "from", "to", "-"):
        return False
    if end - first > 1 and context.word(first) != "the":
        return True
    return context.word(first - 1) in ("in", "during", "by", "until", "since", "through", "throughout", "over", "for")


def holiday(context: Context, first: int, end: int) -> bool:
    """A day that is written with a capital and names nothing else: not Easter Island, Father Christmas."""
    last_word = next(p for p in range(first, end) if context.word(p) not in ("last", "this", "next", "the"))
    return context.is_capital(last_word) and not is_in_name(context, first, end) and context.word(end) != "island"


def nine_eleven(context: Context, first: int, end: int) -> bool:
    """9/11 written together, not a fraction or a series of numbers."""
    return context.touches(first) and context.touches(first + 1) and context.word(end) != "/"


def decade(context: Context, first: int, end: int) -> bool:
    """Not someone's age: `in her early 30s`."""
    if context_words("possessive") & {context.word(first - 1), context.word(first - 2)}:
        return False
    digits = [c for c in context.word(end - 1) if c.isdigit()]
    if len(digits) != 2 or end - first > 1:
        return True
    return context.word(first - 1) in context_words("time_follows")


def dayword(context: Context, first: int, end: int) -> bool:
    """Not the paper USA Today, not a programme called Tonight."""
    return not is_title(context, first, end) and not is_in_name(context, first, end)


def overnight(context: Context, first: int, end: int) -> bool:
    """A night, not `an overnight success` or `almost overnight`."""
    return context.tag(first) == "ADV" and context.word(first - 1) not in context_words("almost")


def that_period(context: Context, first: int, end: int) -> bool:
    """`that day`, `last week`: not `last minute`, `that second`, `this half`."""
    if context.word(end - 1) in ("second", "minute", "quarters") or is_in_name(context, first, end):
        return False
    if is_title(context, first, end):
        return False
    if _opens_clause(context, first):
        return False
    return (
        not (context.word(end) == "-" and context.tag(end + 1) in ("NOUN", "ADJ", "VERB"))
        and context.word(first - 1) != "the"
    )


def part_alone(context: Context, first: int, end: int) -> bool:
    """A part of a day after a preposition, or an early or late one."""
    if is_in_name(context, first, end):
        return False
    before, part = context.word(first - 1), context.tokens[end - 1].text
    if context.tag(end) in ("NOUN", "PROPN"):
        return context.word(first) != "the" and (end - first > 1 or before in ("in", "during", "the"))
    if context.word(first) == "the" or part.lower() == "night" or "DUSK" in kinds(part):
        return before in context_words("part_follows")
    return end - first > 1


def period_alone(context: Context, first: int, end: int) -> bool:
    """`for the year`, `on the day`, where nothing says which: the one that is spoken of."""
    if context.word(first - 1) not in ("on", "for", "in", "during", "throughout"):
        return False
    ends = context.tag(end) in ("PUNCT", "CCONJ", "ADP", "AUX", "")
    return ends and context.word(end) not in ("of", "to", "-")


def weekend(context: Context, first: int, end: int) -> bool:
    """The weekend, not each one or a long one."""
    return context.word(first - 1) not in ("a", "every", "each", "long", "holiday", "bank")


def clock(context: Context, first: int, end: int) -> bool:
    """A time of day, not a score or a ratio, nor `1900 hours of work`; figures alone need a preposition."""
    before = context.word(first - 1)
    if context.word(end - 1) in ("hours", "hrs"):
        return before in (*CLOCK_FOLLOWS, "and", "or", "-", "between") and context.word(end) != "of"
    is_bare = end - first == 1 and context.word(first)[0].isdigit()
    return not is_bare or before in CLOCK_FOLLOWS


def is_title(context: Context, first: int, end: int) -> bool:
    """Whether words have the capitals of a title inside a plain sentence: the programme "This Week", USA Today."""
    texts = [context.tokens[position].text for position in range(first, end)]
    if context.kind != "body" or first == 0 or not all(text[0].isupper() and not text.isupper() for text in texts):
        return False
    return context.is_plain and (len(texts) > 1 or context.is_capital(first - 1))


def is_in_name(context: Context, first: int, end: int) -> bool:
    """Whether spaCy reads the words as part of a longer name that is no date."""
    for inside, outside in ((first, first - 1), (end - 1, end)):
        token, neighbour = context.spacy(inside), context.spacy(outside)
        if token is None or neighbour is None or token.ent_type_ not in NAME_LABELS or token.i == neighbour.i:
            continue
        joined = (token if inside > outside else neighbour).ent_iob_ == "I"
        if joined and neighbour.text[0].isupper() and neighbour.is_alpha:
            return True
    return False


def _is_named(context: Context, first: int, end: int) -> bool:
    """Whether a word beside makes a name of it, with capitals throughout."""
    before = context.is_capital(first - 1) and context.word(first - 1) in name_words("before")
    return before or (context.is_capital(end) and context.word(end) in name_words("after"))


def _opens_clause(context: Context, first: int) -> bool:
    """Whether `that` is a conjunction, or `following` a preposition: `said that April was wet`, `following Monday`."""
    return context.word(first) == "following" or (context.word(first) == "that" and context.tag(first) != "DET")


def _is_person(context: Context, position: int) -> bool:
    token = context.spacy(position)
    return token is not None and token.ent_type_ == "PERSON"
