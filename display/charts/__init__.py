"""Plotly figures from frames, one file a kind of figure. A mark's `customdata` is the number of its row."""

from display.charts.bars import bars, status_bars, theme_bars
from display.charts.columns import columns
from display.charts.lanes import lanes
from display.charts.look import CONFIG
from display.charts.map import country_map
from display.charts.network import network
from display.charts.time import columns_over_time

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
