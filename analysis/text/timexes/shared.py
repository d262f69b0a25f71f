"""Parts that patterns share."""

from __future__ import annotations

from analysis.text.timexes.lexicon import holidays, modifiers, references, spaced


def _either(phrases: list[str]) -> str:
    """A pattern of any of these phrases, the longest first."""
    return " | ".join(sorted(phrases, key=lambda phrase: (-len(phrase.split()), phrase)))


SHARED = {
    "month": "month=MONTH | month=MONTHSHORT .?",
    "dayname": "weekday=WEEKDAY | weekday=WEEKDAYSHORT .?",
    "day": "day=DAY | day=DAYNTH",
    "nthday": "the day=( ORDINAL | NUMBER - ORDINAL ) | the? day=DAYNTH",
    # the end of, the very beginning of, early, mid-
    "edge": "( the? very? mod=EDGE ( of | - ) | ( the | very )? mod=EDGEWORD -?"
    " | the very? mod=EDGEWORD ( part | hours ) of ) the?",
    "edgeof": "the? very? mod=EDGE of | the mod=EDGEWORD part of",
    "shift": "shift=( this? ( SHIFT | SHIFTTEXT ) | SAME SAME? )",
    "turn": "turn=( this? ( SHIFT | SHIFTTEXT ) | SAME )",
    # (of) 2024, (of) last year, of the year, of fiscal 2024, the same year, a year ago
    "inyear": "( , | of | in | , of )? ( year=YEAR | the? fiscal=FISCAL year? year=YEAR )"
    " | ( , | of | in | , of )? the? {shift} fiscal=FISCAL? base=( year )"
    " | ( of | in ) the fiscal=FISCAL? base=( year ) | ( , | of )? a base=( year ) shift=BACK",
    "inmonth": "{month} ( {inyear} )? | the? ( {shift} )? base=( month | year ) | year=YEAR",
    "inperiod": "{month} ( {inyear} )?"
    " | the? ( fiscal=FISCAL )? year=YEAR | the? ( {shift} )? fiscal=FISCAL? base=UNIT",
    "otheryear": "of? the? ( year=YEAR | shift=( SHIFT | SHIFTTEXT ) base=( year ) | a base=( year ) shift=BACK )",
    "inweek": "of? the? {shift} base=( week ) | a base=( week ) shift=AGO",
    "n": "n=( ( a ( VAGUE | hundred | thousand | dozen ) | DIGITS | NUMBER | VAGUE )"
    " ( ( - | and )? ( NUMBER | VAGUE ) )* of? )",
    "atleast": "{n} ( ( to | or | - ) {n} )? plushalf=( {andhalf} )?",
    "cardinal": "n=( DIGITS | NUMBER ( - NUMBER )? ( and? NUMBER )* )",
    "andhalf": "and ( a | one ) -? half",
    "units": "unit=UNITS | unit=UNIT",
    "modifier": "( modifier=( " + _either([spaced(phrase) for phrase in modifiers()]) + " ) )?",
    "counted": "COUNTED* ( {units} )",
    "amount": "( {n} unit=UNITS ( and | , )? {n} unit=UNITS"
    " | {n} plushalf=( {andhalf} )? {counted} plushalf=( {andhalf} )?"
    " | ( a | an ) {counted} plushalf=( {andhalf} )?"
    " | ( a | one )? onehalf=( half ) ( an | a | - )? unit=UNIT )",
    "dayref": "( {dayname} ,? )? {month} ( {day} ) ( {inyear} )? | ( {dayname} ,? )? ( {day} ) {month} ( {inyear} )?"
    " | ( {turn} )? ( {dayname} ) ( part=PART )? | dayword=DAYWORD ( part=PART )? | {shift} part=PART | night=TONIGHT",
    "clock": "clock=CLOCK meridiem=MERIDIEM? ( {zone} )?"
    " | ( clock=CLOCKDOT | clock=HOUR ) meridiem=MERIDIEM ( {zone} )?"
    " | ( clock=HOUR | clock=NUMBER ) o ' clock ( in the part=PART )?"
    " | clock=HHMM ( hours | hrs )? {zone} | clock=HHMM ( hours | hrs ) | 12? clock=NOON",
    "zone": "zone=ZONE | OPEN zone=ZONE CLOSE | OPEN ZONE ( PLUS | - ) DIGITS CLOSE | ( local time )",
    "holiday": "holiday=( " + _either(list(holidays())) + " )",
    "reference": "reference=( " + _either([spaced(phrase) for phrase in references()]) + " )",
}
