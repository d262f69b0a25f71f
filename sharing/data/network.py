"""Who does what to whom as GraphML, a directed graph that may have several edges between two: Gephi, yEd, networkx."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr  # XML is written here, none parsed  # nosec B406

from analysis.queries.engine.database import Row, records
from analysis.queries.networks import done_to, nodes_with_facts
from analysis.shown import visible
from display import words
from sharing.shared import Shared

KEYS = (
    ("name", "node", "string"),
    ("kind", "node", "string"),
    ("claims", "node", "int"),
    ("events", "edge", "string"),
    ("weight", "edge", "int"),
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'


def lines(shared: Shared) -> Iterator[str]:
    """The graph of the view."""
    view = shared.view
    ties = done_to(view.database, view.selection)
    ids = sorted({str(one) for side in ("left_id", "right_id") for one in ties[side]})
    yield HEAD
    yield from (f'<key id="{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n' for name, of, kind in KEYS)
    yield f'<graph id={quoteattr(view.database.snapshot.name)} edgedefault="directed">\n'
    yield from map(_node, records(nodes_with_facts(view.database, view.selection, ids)) if ids else ())
    yield from (_edge(number, row) for number, row in enumerate(records(ties)))
    yield "</graph>\n</graphml>\n"


def _node(row: Row) -> str:
    kind = words.kind_of(row["label"])
    data = _data("name", row["name"]) + _data("kind", kind) + _data("claims", int(row["n_rows"]))
    return f"<node id={quoteattr(str(row['entity_id']))}>{data}</node>\n"


def _edge(number: int, row: Row) -> str:
    group = words.EVENT_GROUP.get(str(row["event_group"]), words.NO_CLASS)
    ends = f"source={quoteattr(str(row['left_id']))} target={quoteattr(str(row['right_id']))}"
    return f'<edge id="e{number}" {ends}>{_data("events", group)}{_data("weight", int(row["n_rows"]))}</edge>\n'


def _data(key: str, value: object) -> str:
    return f'<data key="{key}">{escape(visible(str(value)))}</data>'
