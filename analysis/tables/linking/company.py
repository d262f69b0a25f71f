"""Company: which bodies and places stand in one sentence with a name, of those that few reports name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from analysis.tables.linking.keys import Key
from analysis.tables.linking.nodes import Node

RARE = 0.2  # the share of reports that may name what counts as company, at least RARE_REPORTS
RARE_REPORTS = 3


class Company:
    """What stands beside names, over all reports."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        nodes = list(nodes)
        reports = len(frozenset().union(*(node.reports for node in nodes)))
        most = max(RARE_REPORTS, RARE * reports)
        self._at: dict[tuple[str, int], list[Key]] = defaultdict(list)
        for node in nodes:
            if node.key.kind != "person" and len(node.reports) <= most:
                for place in node.sentences:
                    self._at[place].append(node.key)

    def shared(self, one: Node, other: Node) -> int:
        """How many bodies and places stand beside both."""
        return len((self._beside(one) & self._beside(other)) - {one.key, other.key})

    def _beside(self, node: Node) -> set[Key]:
        return {key for place in node.sentences for key in self._at.get(place, ())}
