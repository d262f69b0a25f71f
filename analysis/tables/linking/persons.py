"""Persons: which nodes of people are one person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.lexicons.name_forms import full_names
from analysis.tables.linking.blocks import full_words, pairs_within, person_blocks
from analysis.tables.linking.company import Company
from analysis.tables.linking.groups import Groups, Join
from analysis.tables.linking.keyed import BESIDE
from analysis.tables.linking.keys import Key
from analysis.tables.linking.nodes import Node
from analysis.tables.linking.roles import offices_conflict, shared_office
from analysis.text.names.compare.forms import person_form
from analysis.text.names.compare.sounds import plain_spelling
from analysis.text.names.same_name import compare_names

# Set so that the cases of tests/tables/linking and tests/golden/names.jsonl come out right: rerun both after a change.
SURE = 0.94  # spellings of one name: joined when no office speaks against it
LIKELY = 0.8  # slips and short forms: joined when an office or the company they stand in speaks for it
PARTIAL = 0.8  # initials and names left out: joined when only one person comes into question
SHARED_COMPANY = 2  # bodies and places beside both that speak for one person
FAR_OFTENER = 5  # times: somebody else of the name and office is then taken for a name misread
LONE = 0.75  # how sure a family name alone is, when only one person has it


class Match(NamedTuple):
    """Two nodes whose names may be the same; `is_partial` when one says less than the other, then the first does."""

    one: Node
    other: Node
    score: float
    is_partial: bool


def join_persons(groups: Groups, company: Company) -> None:
    """Join the people of `groups`: spellings first, then names that say less, family names alone last."""
    people = [node for node in groups.nodes.values() if node.key.kind == "person"]
    full = [node for node in people if _n_full(node) >= 2 or _n_words(node) >= 2]
    matches = list(_matches(full))
    groups.join_all(_spellings(matches, company))
    for _ in range(2):  # what says least comes into question for one person only once the others are joined
        groups.join_all(_only_ones(groups, matches))
    alone = [node for node in people if _n_words(node) == 1 and not node.key.apart.startswith(BESIDE)]
    groups.join_all(_lone(groups, alone, full))
    groups.join_all(_left_alone(groups, alone))


def _n_full(node: Node) -> int:
    return len(full_words(person_form(node.name)))


def _n_words(node: Node) -> int:
    return sum(word.kind in ("", "initial", "patronymic") for word in person_form(node.name).words)


def _size(node: Node) -> tuple[int, int, int]:
    """How much a name says: its full words, all its words, and fewer short forms like Bob."""
    shorts = sum(word.text in full_names() for word in person_form(node.name).words[:-1])
    return _n_full(node), _n_words(node), -shorts


def _matches(nodes: Sequence[Node]) -> Iterator[Match]:
    for one, other in pairs_within(nodes, person_blocks):
        score = compare_names(one.name, other.name, "PERSON").score
        if score >= PARTIAL and not offices_conflict(one.offices, other.offices):
            sizes = [_size(node) for node in (one, other)]
            less, more = (one, other) if sizes[0] <= sizes[1] else (other, one)
            yield Match(less, more, score, sizes[0] != sizes[1])


def _spellings(matches: Sequence[Match], company: Company) -> Iterator[Join]:
    for match in matches:
        if match.is_partial:
            continue
        office = shared_office(match.one.offices, match.other.offices)
        evidence = f"both {office}" if office else ""
        same_words = sorted(match.one.key.text.split()) == sorted(match.other.key.text.split())
        if match.score >= SURE or (same_words and match.score >= LIKELY):
            yield Join(match.score, match.one.key, match.other.key, evidence)
        elif match.score >= LIKELY and match.one.reports.isdisjoint(match.other.reports):
            shared = 0 if office else company.shared(match.one, match.other)
            if office or shared >= SHARED_COMPANY:
                yield Join(match.score, match.one.key, match.other.key, evidence or f"{shared} bodies beside both")


def _only_ones(groups: Groups, matches: Sequence[Match]) -> Iterator[Join]:
    """A join for each name that says less, where all that says more is one person."""
    fuller: dict[Key, list[Match]] = defaultdict(list)
    for match in matches:
        if match.is_partial:
            fuller[match.one.key].append(match)
    for found in fuller.values():
        if len({groups.of(match.other.key) for match in found}) == 1:
            best = min(found, key=lambda match: (-match.score, match.other.key))
            office = shared_office(best.one.offices, best.other.offices)
            evidence = f"both {office}" if office else "nobody else of such a name in these reports"
            yield Join(best.score, best.one.key, best.other.key, evidence)


def _lone(groups: Groups, alone: Sequence[Node], full: Sequence[Node]) -> Iterator[Join]:
    """A join for each family name alone that only one person has, or only one in the office that stands beside it."""
    families: dict[str, list[Node]] = defaultdict(list)
    for node in full:
        families[_family(node)].append(node)
    for node in alone:
        found = families.get(_family(node), [])
        evidence = "nobody else of this family name in these reports"
        if len({groups.of(one.key) for one in found}) > 1:
            found = _most_named(groups, [one for one in found if shared_office(node.offices, one.offices)])
            evidence = (
                f"of this family name nobody else is {shared_office(node.offices, found[0].offices)}" if found else ""
            )
        if found and not offices_conflict(node.offices, found[0].offices):
            best = max(found, key=lambda one: (one.n_mentions, one.key))
            yield Join(LONE, node.key, best.key, evidence)


def _most_named(groups: Groups, nodes: Sequence[Node]) -> list[Node]:
    """The nodes of the group that is named FAR_OFTENER than any other of these; none when there is no such group."""
    counts: Counter[Key] = Counter()
    for node in nodes:
        counts[groups.of(node.key)] += node.n_mentions
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < FAR_OFTENER * ranked[1][1]):
        return []
    return [node for node in nodes if groups.of(node.key) == ranked[0][0]]


def _left_alone(groups: Groups, alone: Sequence[Node]) -> Iterator[Join]:
    """A join for all family names alone that are equal, and that nobody has been found for."""
    first: dict[str, Node] = {}
    for node in alone:
        if len(groups.members(node.key)) == 1:
            other = first.setdefault(node.key.text, node)
            if other is not node:
                yield Join(1.0, node.key, other.key)


def _family(node: Node) -> str:
    return plain_spelling(person_form(node.name).words[-1].text)
