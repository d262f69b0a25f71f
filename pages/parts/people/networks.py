"""People and places: who does what to whom, who speaks about whom, who is named together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.fields.cut import Cuts
from analysis.queries.engine.conditions import cut
from analysis.queries.engine.database import Row, records
from display import charts, words
from display.charts.layout import layout, rows_of
from display.charts.network import PLAIN, Look, Node, Tie
from display.palette import GREY, INK, STATUS_COLOUR
from display.pictures.named import name_labels
from display.safe import text
from pages.parts.drawing.draw import Chart, Mark, pick_of
from pages.parts.filtered_links import PEOPLE, address_of, anchor
from pages.parts.view import counted, noun, unit_words

SHAPES = "A circle is a person, a square an organisation, a diamond a place, a triangle another name."

# Blue for what is done with each other, red against; a full line and a full sign for deeds, else for words.
AGAINST = STATUS_COLOUR["denied"]
GROUP_LOOKS = {
    "verbal cooperation": Look(words.EVENT_GROUP["verbal cooperation"], INK, "6px,4px", "circle-open"),
    "material cooperation": Look(words.EVENT_GROUP["material cooperation"], INK, "solid", "circle"),
    "verbal conflict": Look(words.EVENT_GROUP["verbal conflict"], AGAINST, "6px,4px", "diamond-open"),
    "material conflict": Look(words.EVENT_GROUP["material conflict"], AGAINST, "solid", "diamond"),
    "": Look(words.NO_CLASS, GREY, "2px,3px", "square-open"),
}


@dataclass(frozen=True)
class Network:
    """One of the three networks: its words, and the conditions that open a tie."""

    key: str
    title: str
    unit: str
    between: str  # the words between two names
    left: str
    right: str
    fields: tuple[str, str]
    looks: Mapping[str, Look]

    def cuts(self, tie: Row) -> Cuts:
        """The cuts that let through what a tie counts."""
        left, right = self.fields
        both = (cut(left, tie["left_id"]), cut(right, tie["right_id"]))
        return (*both, cut("event_group", tie["event_group"])) if len(self.looks) > 1 else both


DOES = Network(
    key="does",
    title="Who does what to whom",
    unit="facts",
    between="to",
    left="Who",
    right="To whom",
    fields=("actor", "target"),
    looks=GROUP_LOOKS,
)
SAYS = Network(
    key="says",
    title="Who speaks about whom",
    unit="facts",
    between="about",
    left="Who speaks",
    right="About whom",
    fields=("said_by", "about"),
    looks={"": Look("speaks about", INK, "solid", "circle")},
)
TOGETHER = Network(
    key="together",
    title="Who is named together",
    unit="sentences",
    between="with",
    left="Name",
    right="Named with",
    fields=("entity", "also"),
    looks=PLAIN,
)


def network_chart(network: Network, nodes: pd.DataFrame, ties: pd.DataFrame, note: str = "") -> Chart:
    """The picture of NODES and TIES; `note` says what is not in it."""
    labels = dict(zip(nodes["entity_id"], name_labels(nodes), strict=True))
    marks = [
        Mark(labels[row["entity_id"]], (cut("entity", row["entity_id"]),), row["n_rows"], network.unit)
        for row in records(nodes)
    ]
    rows = records(ties)
    lines = [
        Tie(
            left=row["left_id"],
            right=row["right_id"],
            number=len(marks) + place,
            words=f"{_words(network, row, labels)}: {counted(row['n_rows'], network.unit)}",
            size=row["n_rows"],
            look=row["event_group"],
        )
        for place, row in enumerate(rows)
    ]
    marks += [Mark(_words(network, row, labels), network.cuts(row), row["n_rows"], network.unit) for row in rows]
    points = [Node(row["entity_id"], row["name"], row["label"], row["n_rows"]) for row in records(nodes)]
    places = layout([point.key for point in points], ties)
    table = _table(network, ties)
    return Chart(
        key=network.key,
        title=network.title,
        takeaway=f"{_strongest(network, ties, labels)} {note} {SHAPES}",
        figure=charts.network(points, lines, places, network.looks, rows_of(len(points))),
        marks=marks,
        table=table,
        cells=_cells(network, nodes, ties, table.columns[2:]),
    )


def _words(network: Network, row: Row, labels: Mapping[str, str]) -> str:
    said = f"{labels[row['left_id']]} {network.between} {labels[row['right_id']]}"
    return f"{said}: {network.looks[row['event_group']].name.lower()}" if len(network.looks) > 1 else said


def _table(network: Network, ties: pd.DataFrame) -> pd.DataFrame:
    columns = {network.left: ties["left_name"], network.right: ties["right_name"]}
    if len(network.looks) > 1:
        columns["Kind of events"] = pd.Series([network.looks[group].name for group in ties["event_group"]])
    return pd.DataFrame({**columns, unit_words(network.unit).capitalize(): ties["n_rows"]})


def _cells(
    network: Network, nodes: pd.DataFrame, ties: pd.DataFrame, others: Iterable[str]
) -> dict[tuple[int, str], int]:
    """A name in the table opens its point, the rest of the row its line."""
    place = {key: number for number, key in enumerate(nodes["entity_id"])}
    found: dict[tuple[int, str], int] = {}
    for number, row in enumerate(records(ties)):
        found[number, network.left] = place[row["left_id"]]
        found[number, network.right] = place[row["right_id"]]
        for column in others:
            found[number, column] = len(nodes) + number
    return found


def _strongest(network: Network, ties: pd.DataFrame, labels: Mapping[str, str]) -> str:
    first = ties.iloc[0]
    of_pair = ties[(ties["left_id"] == first["left_id"]) & (ties["right_id"] == first["right_id"])]
    n_rows = counted(int(of_pair["n_rows"].sum()), network.unit)
    pair = f"{labels[first['left_id']]} {network.between} {labels[first['right_id']]}"
    return f"Most often: {pair}, {n_rows}."


def links_of(name: str, chart: Chart) -> str:
    """The ties of a name as a list of links, HTML; each opens its sentences."""
    found = [mark for mark in chart.marks if len(mark.cuts) > 1]
    items = [
        f"<li>{anchor(address_of(PEOPLE, **_opened(chart.key, mark)), text(mark.label))} {mark.n_rows:,}</li>"
        for mark in found
    ]
    back = anchor(address_of(PEOPLE, look=chart.key), "All names", "arrow_back")
    return f"<h3>Links of {text(name)}</h3><p>{back}</p><ul class='d-ties'>{''.join(items)}</ul>"


def _opened(key: str, mark: Mark) -> dict[str, str]:
    return {"look": key, pick_of(key): mark.label}


def note_on_deeds(ties: pd.DataFrame, n_tied: int) -> str:
    """How much of what could be shown is."""
    has, shown = "has" if n_tied == 1 else "have", int(ties["n_rows"].sum())
    here = "all of them are here" if shown == n_tied else f"{shown:,} of them are here"
    return f"{counted(n_tied)} {has} a name on both sides; {here}."


def note_on_speech(n_tied: int) -> str:
    """How many facts somebody says who has a name."""
    has = "has" if n_tied == 1 else "have"
    return f"{counted(n_tied)} {has} a named source; a {noun(1)} about two counts for both."


NETWORKS: Sequence[Network] = (DOES, SAYS, TOGETHER)
