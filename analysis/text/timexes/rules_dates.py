"""Rules for dates of the calendar, whole and partial: `15 February 2024`, `the third quarter`, `last Monday`."""

from __future__ import annotations

from analysis.text.timexes import guards, year_guards
from analysis.text.timexes.meanings import (
    around,
    before_christ,
    date,
    fixed,
    next_in_text,
    same_period,
    weeks_on,
    year_span,
)
from analysis.text.timexes.rule import Rule

DATES = (
    Rule("( {dayname} ,? )? stamp=( ISO | SLASHED | DOTTED )", date),
    Rule("( {dayname} ,? )? {edge}? {month} the? ( {day} ) ( {inyear} )?", date, guards.month_and_day),
    Rule("( {dayname} ,? )? the? ( {day} ) of? {month} ( {inyear} )?", date, guards.day_and_month),
    Rule("( {dayname} ,? )? the day=( ORDINAL | NUMBER - ORDINAL ) of {month} ( {inyear} )?", date),
    Rule("the part=PART of ( {dayname} ,? )? ( {month} the? ( {day} ) | ( {day} ) of? {month} ) ( {inyear} )?", date),
    Rule("{edge}? ( the month of )? {month} {inyear}", date, guards.month_of_year),
    Rule("{edge}? ( the month of )? ( the? {turn} )? {month}", date, guards.month_alone),
    Rule("the? mod=EDGEHALF -? half of? {month} ( {inyear} )?", date, guards.month_of_year),
    Rule(
        "{month} day=( one | two | three | four | five | six | seven | eight | nine | ORDINAL ) ( {inyear} )?",
        date,
        guards.month_and_day,
    ),
    Rule("the day=DAYNTH", date, guards.nth_of_a_month),
    Rule("( {dayname} ,? )? ( {nthday} ) of the? {shift} base=( month )", date, guards.day_of_that_month),
    Rule("( {dayname} ,? )? the day=DAYNTH of the base=( month )", fixed("month", 0, "near"), guards.day_of_that_month),
    Rule(
        "the base=( week | weekend ) ( of | beginning | starting ) ( {month} {day} | {day} {month} ) ( {inyear} )?",
        around,
    ),
    Rule(
        "the nth=( ORDINAL | LASTONE ) span=( day | week | weekend ) ( of | in ) ( {inmonth} )",
        date,
    ),
    Rule(
        "the? nth=( ORDINAL | LASTONE ) {dayname} ( of | in ) ( {inmonth} )",
        date,
    ),
    Rule("{edge}? ( the? {turn} )? weekday=WEEKDAY ( part=PART )? ( {inweek} )?", date, guards.weekday),
    Rule("( {turn} )? weekday=WEEKDAY unit=( week | fortnight )", weeks_on, guards.weekday_week),
    Rule("dayword=( tomorrow | today ) unit=( week | fortnight )", weeks_on, guards.weekday_week),
    Rule("the? weekday=WEEKDAY ( after beyond=( next ) | before beyond=( last ) )", weeks_on, guards.weekday_week),
    Rule("the? mod=EDGEWORD? part=PART ( of | on ) weekday=WEEKDAY", date, guards.weekday),
    Rule(
        "( {edge} | the )? fiscal=FISCAL? quarter=( ORDINAL | LASTONE | NTH ) fiscal=FISCAL? -? ( quarter | quarters )"
        " ( {inyear} )?",
        date,
        guards.quarter,
    ),
    Rule("( year=YEAR | {shift} base=( year ) ) ' s ( fiscal=FISCAL )? quarter=( ORDINAL | LASTONE ) quarter", date),
    Rule("quartercode=QUARTERCODE ( {inyear} )?", date, guards.code),
    Rule("( {edge} | the )? half=( ORDINAL ) ( fiscal=FISCAL )? -? HALF ( {inyear} )", date),
    Rule("( {edge} | the )? half=( ORDINAL ) -? HALF", date, guards.half),
    Rule("( year=YEAR | {shift} base=( year ) ) ' s half=( ORDINAL ) HALF", date),
    Rule("halfcode=HALFCODE {inyear}", date, guards.code),
    Rule("( {edge} | the )? season=SEASON {inyear}", date, guards.season_of_year),
    Rule("( {edge} | the )? ( {turn} ) season=SEASON", date),
    Rule("( {edge} )? the season=SEASON", date, guards.season_alone),
    Rule("( {edge} )? season=SEASON", date, guards.season_alone),
    Rule("( the? {turn} )? {holiday} ( {inyear} )?", date, guards.holiday),
    Rule(
        "9 / 11",
        lambda found: date({"year": [["2001"]], "month": [["September"]], "day": [["11"]]}),
        guards.nine_eleven,
    ),
    Rule("{edge}? ( the year )? year=YEAR ( year )?", date, year_guards.bare_year),
    Rule("{edge}? the? fiscal=FISCAL year? year=YEAR", date),
    Rule("{edge}? year=FYCODE", date),
    Rule("{edge}? ( the year )? year=YEAR ( - | / ) ( other=YY )", year_span, year_guards.year_span),
    Rule("( {edge} | the )? '? decade=DECADE", date, guards.decade),
    Rule("( {edge} | the ) decade=DECADEWORD", date, guards.decade),
    Rule("bc=DIGITS ( bc | bce )", before_christ),
    Rule("( {edge} | the )? century=( ORDINAL | NTH | NUMBER - ORDINAL ) -? century", date),
)
RELATIVE_DATES = (
    Rule("( mod=EDGEWORD )? dayword=DAYWORD ( part=PART )?", date, guards.dayword),
    Rule("( mod=EDGEWORD )? night=TONIGHT", date, guards.dayword),
    Rule("night=OVERNIGHT", date, guards.overnight),
    Rule("( mod=EDGEWORD )? the day before yesterday", fixed("day", -2)),
    Rule("( mod=EDGEWORD )? the day after tomorrow", fixed("day", 2)),
    Rule("{edge}? {shift} part=PART", date, guards.that_period),
    Rule("{edge}? the shift=( SHIFT | SHIFTTEXT | SAME ) part=PART", next_in_text),
    Rule("the? ( mod=EDGEWORD -? )? part=PART", fixed("day", 0, "near"), guards.part_alone),
    Rule("{edge}? {shift} ( fiscal=FISCAL )? base=UNIT", date, guards.that_period),
    Rule("( {edge} )? the shift=( SHIFTTEXT | SAME | current ) ( fiscal=FISCAL )? base=UNIT", date),
    Rule("( {edge} )? the shift=( next ) base=( day )", next_in_text),
    Rule("( {edgeof} | the mod=EDGEWORD ( HALF | part ) of ) the ( fiscal=FISCAL )? base=UNIT", date),
    Rule("mod=EDGEWORD in the base=( day )", fixed("day", 0, "near")),
    Rule("mod=EDGEWORD in the base=( week | month | year )", fixed("", 0)),
    Rule("the base=( day | week | month | quarter | year )", fixed("", 0, "near"), guards.period_alone),
    Rule("base=( year | month | week | quarter ) - mod=( end )", date),
    Rule("mod=EDGEWORD - base=( year | month | week | quarter )", date),
    Rule("{edge}? ( the | this )? span=( weekend )", date, guards.weekend),
    Rule("the base=( week | weekend | month | year ) before last", fixed("", -2)),
    Rule("the base=( week | weekend | month | year ) after next", fixed("", 2)),
    Rule(
        "the base=( day | week | month | year | night ) ( before | earlier | previous | prior )", fixed("", -1, "text")
    ),
    Rule("the base=( day | week | month | year | night ) ( after | later | following )", fixed("", 1, "text")),
    Rule("the? same named=( period | time | point | stage | quarter | month | week | day ) {otheryear}", same_period),
)
