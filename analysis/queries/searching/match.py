"""Where an expanded query stands in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.queries.searching.nodes import And, Forms, Near, Node, Not, Or, Phrase

Spans = list[tuple[int, int]]  # half-open, in words


def matched(node: Node, keys: Sequence[str]) -> Spans | None:
    """What the query finds in the sentence of these words; None when it does not find the sentence.

    >>> matched(Phrase((Forms(frozenset({"copper"})), Forms(frozenset({"mine", "mines"})))), ["a", "copper", "mine"])
    [(1, 3)]
    """
    if isinstance(node, Forms):
        return [(place, place + 1) for place, key in enumerate(keys) if key in node.keys] or None
    if isinstance(node, Phrase):
        return _phrase(node, keys) or None
    if isinstance(node, Not):
        return [] if matched(node.part, keys) is None else None
    if isinstance(node, And | Or | Near):
        found = [matched(part, keys) for part in node.parts]
        if isinstance(node, Or):
            return _joined(found) if any(one is not None for one in found) else None
        if any(one is None for one in found):
            return None
        return _joined(found) if isinstance(node, And) else _near([one or [] for one in found], node.distance) or None
    raise TypeError(f"{node} is not expanded")


def apart(spans: Spans) -> Spans:
    """The spans in order, those that touch the same word as one.

    >>> apart([(4, 6), (0, 2), (1, 3)])
    [(0, 3), (4, 6)]
    """
    found: Spans = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _joined(found: list[Spans | None]) -> Spans:
    return sorted({span for spans in found if spans for span in spans})


def _phrase(node: Phrase, keys: Sequence[str]) -> Spans:
    options = [part.keys for part in node.parts if isinstance(part, Forms)]
    size = len(options)
    return [
        (start, start + size)
        for start in range(len(keys) - size + 1)
        if all(keys[start + place] in one for place, one in enumerate(options))
    ]


def _near(found: list[Spans], distance: int) -> Spans:
    """From the first to the last word of each group that has one span of every part, each near the next.

    `chains[n]` has, for the groups that end with span n: which parts they hold (bits) and where the shortest begins.
    """
    spans = sorted((start, end, part) for part, own in enumerate(found) for start, end in own)
    chains: list[dict[int, int]] = []
    whole = (1 << len(found)) - 1
    groups: Spans = []
    first = 0
    for place, (start, end, part) in enumerate(spans):
        chains.append({1 << part: start})
        while spans[first][0] < start - distance - LONGEST_PHRASE:
            first += 1
        for before in range(first, place):
            if 0 <= start - spans[before][1] < distance:
                for parts, begin in chains[before].items():
                    if not parts & (1 << part):
                        both = parts | (1 << part)
                        chains[place][both] = max(begin, chains[place].get(both, 0))
        if whole in chains[place]:
            groups.append((chains[place][whole], end))
    return groups


LONGEST_PHRASE = 50  # words; how far back a part of `near` may begin
