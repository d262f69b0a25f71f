"""What amounts of time mean: durations, what is counted back or ahead, and what happens again and again."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.text.timexes.lexicon import meaning, meanings, modifiers
from analysis.text.timexes.meanings import date
from analysis.text.timexes.numbers import VAGUE, number, plain
from analysis.text.timexes.part_readers import counted_from, unit
from analysis.text.timexes.rule import Found, Meaning, Parts

Amount = float | str

DESIGNATORS = {
    "second": ("PT", "S"),
    "minute": ("PT", "M"),
    "hour": ("PT", "H"),
    "day": ("P", "D"),
    "night": ("P", "D"),
    "week": ("P", "W"),
    "weekend": ("P", "WE"),
    "month": ("P", "M"),
    "quarter": ("P", "Q"),
    "year": ("P", "Y"),
}
HALVES = {
    "minute": (30, "second"),
    "hour": (30, "minute"),
    "day": (12, "hour"),
    "year": (6, "month"),
    "decade": (5, "year"),
    "century": (50, "year"),
}
PARTS_OF = {
    "hour": (60, "minute"),
    "day": (24, "hour"),
    "week": (7, "day"),
    "year": (12, "month"),
    "decade": (10, "year"),
    "century": (100, "year"),
}
IN_OTHERS = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year"), "millennium": (1000, "year")}
SMALLER = {"year": "month", "month": "day", "week": "day", "day": "hour", "hour": "minute", "minute": "second"}
EVEN = {"fortnight": (2, "week"), "quarter": (3, "month"), "night": (1, "day")}
MANY = 1000  # `132,000 week ago`: so large a number does not count the one unit behind it
CLOCK_UNITS = ("second", "minute", "hour")


def duration_value(amounts: Sequence[tuple[Amount, str]]) -> str:
    """The TIMEX3 value of amounts of units, the largest first; decades are counted in years, as ISO 8601 has no others.

    >>> duration_value([(3.0, "day")]), duration_value([("X", "hour")]), duration_value([(2.0, "year"), (3.0, "month")])
    ('P3D', 'PTXH', 'P2Y3M')
    """
    value = ""
    for amount, name in amounts:
        if name in IN_OTHERS:
            times, name = IN_OTHERS[name]
            amount = amount if isinstance(amount, str) else amount * times
        opening, designator = DESIGNATORS[name]
        opening = opening if not value else opening.removeprefix("P" if "T" not in value else "PT")
        value += f"{opening}{amount if isinstance(amount, str) else plain(amount)}{designator}"
    return value


def amounts(found: Found) -> list[tuple[Amount, str]] | None:
    """The amounts of a match, None where its words are no number."""
    units = [unit(words[-1]) for words in found["unit"]]
    if "onehalf" in found:
        return [HALVES.get(units[0], (0.5, units[0]))]
    numbers: list[Amount | None] = [number(words) for words in found["n"]] if "n" in found else [1.0]
    if len(numbers) > len(units):
        return [(VAGUE, units[0])]
    if len(units) > 1 and units[1] != SMALLER.get(units[0]):
        return None
    is_single = not found["unit"][0][-1].lower().endswith("s")
    if is_single and any(isinstance(n, float) and n >= MANY for n in numbers):
        return None
    extra = 0.5 if "plushalf" in found else 0.0
    counted = [
        (n if isinstance(n, str) else n + extra, u) for n, u in zip(numbers, units, strict=False) if n is not None
    ]
    return counted if len(counted) == len(numbers) else None


def duration(found: Found) -> Meaning | None:
    """A DURATION of so many units."""
    if not (counted := amounts(found)):
        return None
    whole = _whole(counted[0]) if len(counted) == 1 else None
    parts: Parts = {"unit": whole[1], "n": whole[0]} if whole else {}
    return Meaning("DURATION", "value", parts | {"value": duration_value(counted)} | _modifier(found))


def open_duration(found: Found) -> Meaning | None:
    """A DURATION of units that are not counted: `for years`."""
    return Meaning("DURATION", "value", {"value": duration_value([(VAGUE, unit(found["unit"][0][-1]))])})


def recent(found: Found) -> Meaning | None:
    """A DURATION that ends or begins at the anchor: `the past two years`."""
    origin, steps = counted_from(found["shift"][0])
    if "n" not in found and found["unit"][0][-1].lower().endswith("s"):
        counted: list[tuple[Amount, str]] | None = [(VAGUE, unit(found["unit"][0][-1]))]
    else:
        counted = amounts(found)
    if not counted:
        return None
    parts = _modifier(found) | {"value": duration_value(counted)}
    ahead = _whole(counted[0])
    if ahead and steps and len(counted) == 1:
        parts |= {"unit": ahead[1], "n": steps * ahead[0], "from": origin}
    return Meaning("DURATION", "recent", parts)


def opening(found: Found) -> Meaning | None:
    """A DURATION that begins or ends a period: `the first nine months of 2023`."""
    counted = amounts(found)
    if not counted or not (ahead := _whole(counted[0])):
        return None
    period = date(found)
    parts: Parts = {"value": duration_value(counted), "count": ahead[0], "counted": ahead[1]}
    parts |= {"edge": "END" if found["edge"][0][-1].lower() in ("last", "final", "closing") else "START"}
    return Meaning("DURATION", "opening", parts | (period.parts if period else {}))


def counted(found: Found) -> Meaning | None:
    """A DATE so many units before or after the anchor; without a number only the past or the future."""
    word = found["back"][0][-1] if "back" in found else "hence"
    origin, steps = meaning(word, "BACK", "AGO", "BACKWARD").split(":")
    if "n" not in found and "onehalf" not in found and found["unit"][0][-1].lower().endswith("s"):
        return _reference(int(steps))
    amount = amounts(found)
    if not amount:
        return None
    ahead = _whole(amount[0])
    if not ahead or len(amount) > 1:
        return _reference(int(steps))
    parts: Parts = {"unit": ahead[1], "n": int(steps) * ahead[0], "from": origin, "keep": 1}
    parts |= _modifier(found)
    if ahead[1] in CLOCK_UNITS:
        return Meaning("TIME", "date", parts)
    extra = date(found)
    return Meaning(extra.type if extra else "DATE", "date", parts | (extra.parts if extra else {}))


def counted_on(found: Found) -> Meaning | None:
    """A DATE so many units after the coming weekday or tomorrow: `a week from Friday`, `a week on Friday`."""
    amount = amounts(found)
    ahead = _whole(amount[0]) if amount and len(amount) == 1 else None
    meant = date({name: words for name, words in found.items() if name not in ("n", "unit", "plushalf", "onehalf")})
    if meant is None or ahead is None or ahead[1] in CLOCK_UNITS:
        return None
    return meant._replace(parts=meant.parts | {"step": ahead[1], "steps": ahead[0]})


def year_before(found: Found) -> Meaning | None:
    """The period of the year before: `the year-ago quarter`."""
    return Meaning("DATE", "date", {"unit": "year", "n": -1, "from": "text", "keep": 1})


def repeated(found: Found) -> Meaning | None:
    """A SET: every so many units, every Monday, every morning."""
    parts: Parts = {"quant": found["each"][0][-1].upper()} if "each" in found else {}
    if "often" in found:
        parts["freq"] = _times(found["often"][0])
    if "unit" in found and "each" in found and "other" in found:
        return Meaning("SET", "value", parts | {"value": duration_value([(2.0, unit(found["unit"][0][-1]))])})
    if "unit" in found:
        amount = amounts(found)
        return Meaning("SET", "value", parts | {"value": duration_value(amount)}) if amount else None
    return Meaning("SET", "value", parts | {"value": _cycle(found)})


def frequency(found: Found) -> Meaning | None:
    """A SET in a word: `daily`."""
    return Meaning("SET", "value", {"value": meaning(found["frequency"][0][-1], "FREQUENCY")})


def long(found: Found) -> Meaning | None:
    """A DURATION in a word: `yearlong`."""
    return Meaning("DURATION", "value", {"value": meaning(found["long"][0][-1], "LONG")})


def _times(words: Sequence[str]) -> str:
    """The `freq` of TIMEX3: `2X` for `twice` and for `two times`."""
    if known := meanings().get((words[0].lower(), "OFTEN")):
        return known
    times = number(words[:-1])
    return f"{plain(times)}X" if isinstance(times, float) else "XX"


def _cycle(found: Found) -> str:
    """The value of what comes again with each week, year or day."""
    value = "XXXX-XX-XX"
    if "weekday" in found:
        value = f"XXXX-WXX-{int(meaning(found['weekday'][0][-1], 'WEEKDAY', 'WEEKDAYS')) + 1}"
    elif "month" in found:
        value = f"XXXX-{int(meaning(found['month'][0][-1], 'MONTH')):02}"
    elif "season" in found:
        value = f"XXXX-{meaning(found['season'][0][-1], 'SEASON')}"
    elif "weekend" in found:
        value = "XXXX-WXX-WE"
    return value + (f"T{meaning(found['part'][0][-1], 'PART', 'PARTS')}" if "part" in found else "")


def _whole(amount: tuple[Amount, str]) -> tuple[int, str] | None:
    """A whole number of units, None for an open amount: a year and a half is 18 months."""
    value, name = amount
    if isinstance(value, str):
        return None
    if name in EVEN:
        value, name = value * EVEN[name][0], EVEN[name][1]
    if value != int(value):
        factor, name = PARTS_OF.get(name, (0, name))
        value = round(value * factor)
    return (int(value), name) if 0 < value < 10_000 else None


def _modifier(found: Found) -> Parts:
    mod = modifiers().get(" ".join(found["modifier"][0]).lower(), "") if "modifier" in found else ""
    return {"mod": mod} if mod else {}


def _reference(steps: int) -> Meaning:
    return Meaning("DATE", "value", {"value": "PAST_REF" if steps < 0 else "FUTURE_REF"})
