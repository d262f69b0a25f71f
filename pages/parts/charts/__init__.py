"""Plotly figures from frames, one file a kind of figure. A mark's `customdata` is the number of its row."""

from pages.parts.charts.bars import bars, status_bars, theme_bars
from pages.parts.charts.columns import columns
from pages.parts.charts.lanes import lanes
from pages.parts.charts.look import CONFIG
from pages.parts.charts.map import country_map
from pages.parts.charts.network import network
from pages.parts.charts.time import columns_over_time

__all__ = [
    "CONFIG",
    "bars",
    "columns",
    "columns_over_time",
    "country_map",
    "lanes",
    "network",
    "status_bars",
    "theme_bars",
]
