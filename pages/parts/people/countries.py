"""People and places: the countries that the facts are about, on a map."""

from __future__ import annotations

import pandas as pd

from analysis.queries.engine.conditions import cut
from analysis.queries.engine.database import records
from display import charts, words
from display.charts.map import WHOLE_WORLD, Spot
from display.charts.world import world
from pages.parts.drawing.draw import Chart, Mark
from pages.parts.view import counted, noun


def country_chart(countries: pd.DataFrame, n_facts: int, region: str = WHOLE_WORLD) -> Chart:
    """COUNTRIES on the map of one of REGIONS; `n_facts` facts are about any of them."""
    rows = records(countries)
    names = [words.country(row["country"]) for row in rows]
    spots = [
        Spot(row["country"], name, row["n_facts"], number)
        for number, (row, name) in enumerate(zip(rows, names, strict=True))
    ]
    return Chart(
        key="country",
        title=f"Which countries the {noun()} are about",
        takeaway=_takeaway(countries, names, n_facts),
        figure=charts.country_map(spots, region, noun()),
        marks=[
            Mark(name, (cut("country", row["country"]),), row["n_facts"]) for row, name in zip(rows, names, strict=True)
        ],
        table=pd.DataFrame(
            {
                "Country": names,
                "Code": countries["country"],
                noun().capitalize(): countries["n_facts"],
            }
        ),
    )


def _takeaway(countries: pd.DataFrame, names: list[str], n_facts: int) -> str:
    first = f"{names[0]} comes first, with {counted(int(countries['n_facts'].iloc[0]))}."
    if len(names) == 1:
        return f"{names[0]} is the only country that is named, in {counted(n_facts)}."
    missing = [name for name, code in zip(names, countries["country"], strict=True) if code not in world()]
    off = f" Not on the map: {words.listed(missing)}." if missing else ""
    return f"{first} {counted(n_facts)} are about {len(names):,} countries; a {noun(1)} about two counts for both.{off}"
