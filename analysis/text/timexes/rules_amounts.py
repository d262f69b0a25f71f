"""Rules for amounts of time: durations, what is counted from a day, and what happens again and again."""

from __future__ import annotations

from analysis.text.timexes import amount_guards as guards
from analysis.text.timexes.amounts import (
    counted,
    counted_on,
    duration,
    frequency,
    long,
    open_duration,
    opening,
    recent,
    repeated,
    year_before,
)
from analysis.text.timexes.meanings import reference
from analysis.text.timexes.rule import Rule

COUNTED = (
    Rule("{modifier} {amount} back=AGO ( weekday=WEEKDAY | {month} )?", counted),
    Rule("{modifier} {amount} back=BACK", counted, guards.counted_back),
    Rule("{modifier} {amount} back=BACKWARD", counted, guards.ends_clause),
    Rule("{modifier} {amount} from ( now | today )", counted),
    Rule(
        "{amount} ( from ( ( {turn} )? weekday=WEEKDAY | dayword=( tomorrow ) ) | on weekday=WEEKDAY"
        " | dayword=( tomorrow | today ) )",
        counted_on,
        guards.counted_on,
    ),
    Rule("the? unit=( year ) - back=( ago | earlier ) ( period | quarter | month | week )?", year_before),
    Rule("unit=UNITS back=AGO", counted),
    Rule("unit=UNITS back=BACK", counted, guards.counted_back),
)
DURATIONS = (
    Rule("( the | these | those )? {modifier} {amount}", duration, guards.amount),
    Rule("{cardinal} - unit=UNIT ( - long )?", duration, guards.hyphenated),
    Rule("{cardinal} - ( to | or ) - {cardinal} - unit=UNIT", duration, guards.hyphenated),
    Rule("( onehalf=( half ) | quarter ) - unit=UNIT ( - long )?", duration, guards.hyphenated),
    Rule("unit=UNITS - long", open_duration),
    Rule("unit=UNIT - long", duration),
    Rule("long=LONG", long),
    Rule(
        "the? shift=( this? ( SHIFT | SHIFTTEXT ) ) {modifier} ( {atleast} )? COUNTED* unit=UNITS",
        recent,
        guards.recent,
    ),
    Rule(
        "the shift=( SHIFT ) ( onehalf=( half ) ( a | an | - )? )? unit=UNIT ( plushalf=( and a half ) )?",
        recent,
        guards.recent_one,
    ),
    Rule(
        "the? edge=( first | last | final | opening | closing ) {n} COUNTED* unit=UNITS ( of | in ) ( {inperiod} )",
        opening,
    ),
    Rule("the? edge=( first ) {n} COUNTED* unit=UNITS", opening, guards.first_few),
    Rule("( recent | earlier ) unit=UNITS", open_duration),
    Rule("the? FISCAL? unit=( year | quarter | month | week )", duration, guards.ends_with_date),
    Rule("( all | the COUNTED ) unit=UNIT", duration, guards.whole),
    Rule("the? unit=UNITS", open_duration, guards.open_amount),
)
SETS = (
    Rule("each=EACH ( other=( OTHER | second ) | {n} )? ( unit=UNIT | unit=UNITS )", repeated),
    Rule(
        "each=EACH ( other=( OTHER | second ) )? ( weekday=WEEKDAY | month=MONTH | season=SEASON ) ( part=PART )?",
        repeated,
    ),
    Rule("each=EACH part=PART", repeated),
    Rule("often=( OFTEN | ( DIGITS | NUMBER | VAGUE ) times ) ( a | an | each | every | per ) unit=UNIT", repeated),
    Rule("( a | an | per ) unit=UNIT", repeated, guards.rate),
    Rule("weekday=WEEKDAYS", repeated),
    Rule("weekday=WEEKDAY part=PARTS", repeated),
    Rule("weekend=( weekends )", repeated, guards.after_preposition),
    Rule("frequency=FREQUENCY", frequency, guards.frequency),
)
REFERENCES = (Rule("{reference}", reference, guards.reference),)
