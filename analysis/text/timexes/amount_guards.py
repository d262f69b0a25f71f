"""Guards: what looks like an amount of time and is none, or another one."""

from __future__ import annotations

from analysis.text.timexes.context import Context
from analysis.text.timexes.guards import is_in_name
from analysis.text.timexes.lexicon import context_words, kinds
from analysis.text.timexes.tense import tense_of

ENDINGS = ("ended", "ending", "to")
DATES = frozenset(("MONTH", "MONTHSHORT", "WEEKDAY", "DAY", "YEAR"))
LENGTHS = frozenset(("first", "next", "last", "past", "the", "another", "twice", "once", "times", "every"))
RATE_TAGS = ("NOUN", "PROPN", "NUM", "SYM")


def amount(context: Context, first: int, end: int) -> bool:
    """An amount of time: not an age, a fraction, the second of a series, or a name such as Six Day War."""
    unit, after = context.word(end - 1), context.word(end)
    if _is_age(context, end) or _is_title(context, first, end) or (_is_year(context, end - 2) and _is_one(unit)):
        return False
    if unit in ("quarter", "quarters"):
        return after != "of" and any("COUNTED" in kinds(context.word(p)) for p in range(first, end - 1))
    if unit == "second":
        return context.word(first) not in ("a", "the", "an") and end - first > 1
    if context.word(first) in ("a", "an") and end - first == 2 and not _lasts(context, first, end):
        return False
    if context.word(first) == "one" and (_is_compound(context, end - 1) or after == ","):
        return False
    return not (unit == "night" and context.word(first) in ("a", "an") and after == "-")


def _lasts(context: Context, first: int, end: int) -> bool:
    """Whether `a week` stands where an amount is asked for: for a week, a week later, stayed a week."""
    if _is_compound(context, end - 1):
        return False
    before, after = context.word(first - 1), context.word(end)
    return (
        before in context_words("amount_follows")
        or after in context_words("counts_from")
        or context.tag(first - 1) in ("VERB", "NUM")
    )


def hyphenated(context: Context, first: int, end: int) -> bool:
    """`three-day`, not `34-year-old`, not part of a title."""
    return not _is_age(context, end) and not _is_title(context, first, end) and context.word(end) != "-"


def counted_back(context: Context, first: int, end: int) -> bool:
    """An amount and `later`, or `before` at the end of a clause: `three days before the vote` is an amount alone."""
    return context.word(end - 1) not in ("before", "after") or ends_clause(context, first, end)


def counted_on(context: Context, first: int, end: int) -> bool:
    """A day counted from a weekday: not how long or how often (`for a week from Friday`, `twice a week on Monday`).

    Only a day ahead is said with `on` or with nothing: `a week on Saturday`, `a week tomorrow`.
    """
    if context.word(first - 1) in context_words("amount_follows") | LENGTHS or context.tag(first - 1) in RATE_TAGS:
        return False
    return any(context.word(p) == "from" for p in range(first, end)) or tense_of(context, first, end) != "past"


def ends_clause(context: Context, first: int, end: int) -> bool:
    """Nothing follows that what is counted could begin at."""
    after = context.word(end)
    return after in ("", ",", ".", ";", ":", ")", "and", "but", '"', "”", "when", "while") or (
        context.tag(end) in ("AUX", "CCONJ", "PUNCT")
    )


def ends_with_date(context: Context, first: int, end: int) -> bool:
    """`the year ended March 31`: a period that is known by its end."""
    return context.word(end) in ENDINGS and bool(kinds(context.word(end + 1).capitalize()) & DATES)


def recent_one(context: Context, first: int, end: int) -> bool:
    """`the past year`: not `the last minute`, `the last day of talks`, `the next second`."""
    if context.word(end - 1) in ("minute", "second") or context.word(end) == "of":
        return False
    return not (context.word(end - 1) == "night" or _is_compound(context, end - 1))


def recent(context: Context, first: int, end: int) -> bool:
    """`the last three days`: not `the talks last three days`, `following three days of talks`."""
    return context.word(first) != "following" and context.tag(first) not in ("VERB", "AUX")


def first_few(context: Context, first: int, end: int) -> bool:
    """`the first nine months` of a year that is not said, not `the first two years of the war`."""
    return context.word(end) != "of"


def whole(context: Context, first: int, end: int) -> bool:
    """All day, the whole year: not `all quarter-final`, `the long night`."""
    says_whole = not context_words("whole").isdisjoint(context.word(p) for p in range(first, end - 1))
    return says_whole and context.word(end - 1) not in ("second", "half", "quarter")


def open_amount(context: Context, first: int, end: int) -> bool:
    """`for years`, `over the years`: an amount that nobody counts, after a word that wants one."""
    before = context.word(first - 1)
    if context.word(end - 1) in ("quarters", "nights", "seconds", "minutes", "weekends") or _is_title(
        context, first, end
    ):
        return False
    if context.word(first) == "the":
        return before == "over"
    return before in context_words("amount_follows") or (
        context.word(end) == "of" and before not in ("the", "those", "these", "early")
    )


def rate(context: Context, first: int, end: int) -> bool:
    """`15 a year`, `$3 an hour`: not `60 miles an hour`, not `spent a year`."""
    if context.word(first - 1) in context_words("distance") or context.word(end - 1) in ("second", "quarter"):
        return False
    if _is_compound(context, end - 1):
        return False
    if context.word(first) == "per":
        return True
    return context.tag(first - 1) in RATE_TAGS and "UNIT" not in kinds(context.word(first - 1))


def after_preposition(context: Context, first: int, end: int) -> bool:
    """On weekends."""
    return context.word(first - 1) in ("on", "at", "during", "over")


def frequency(context: Context, first: int, end: int) -> bool:
    """`daily`, not the Daily Mail."""
    return not (context.is_capital(first) and context.is_capital(end)) and not is_in_name(context, first, end)


def reference(context: Context, first: int, end: int) -> bool:
    """Now, recently, the future: not `the past tense`, `as soon as`, `now that`, `the future king`."""
    word, after = context.word(first), context.word(end)
    if is_in_name(context, first, end):
        return False
    if word == "the":
        before = context.word(first - 1)
        if context.word(end - 1) == "moment":
            return before in ("at", "for") and context.tag(end) not in ("PRON", "SCONJ", "DET")
        return context.tag(end) not in ("NOUN", "PROPN", "ADJ", "NUM") and after not in ("of", "-")
    if word == "soon":
        return context.word(first - 1) not in ("as", "too", "how") and after not in ("as", "after", "afterwards", "-")
    if word == "now":
        return after not in ("that", "-") and context.word(first - 1) not in ("-", "from")
    if word == "recent" and context.word(first - 1) == "most":
        return False
    return not (word in ("current", "recent") and (context.is_capital(first) or after in ("account", "affairs", "-")))


def _is_age(context: Context, end: int) -> bool:
    return (
        context.word(end) in ("old", "olds")
        or context.word(end + 1) in ("old", "olds")
        or (context.word(end) == "of" and context.word(end + 1) == "age")
    )


def _is_year(context: Context, position: int) -> bool:
    """Whether what looks like a number of years is a year: the 1986 of `its 1986 year`."""
    word = context.word(position)
    return len(word) == 4 and word.isdigit() and 1800 <= int(word) <= 2100


def _is_one(unit: str) -> bool:
    return "UNIT" in kinds(unit)


def _is_compound(context: Context, position: int) -> bool:
    """Whether the word stands in front of its noun: `a night club`."""
    token = context.spacy(position)
    return token is not None and token.dep_ == "compound" and token.head.i == token.i + 1


def _is_title(context: Context, first: int, end: int) -> bool:
    """Whether a unit has a capital inside a sentence: the Six Day War, Hundred Years' War."""
    unit = context.tokens[end - 1].text
    return context.kind == "body" and first > 0 and unit[0].isupper() and not unit.isupper()
