"""Things: which nodes of bodies, peoples and places are one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.lexicons.gazetteer import demonym_country, is_city, place_country, region
from analysis.tables.linking.blocks import comparable_name, pairs_within, thing_blocks
from analysis.tables.linking.company import Company
from analysis.tables.linking.groups import Groups, Join
from analysis.tables.linking.nodes import Node
from analysis.text.names.compare.bodies import first_letters
from analysis.text.names.compare.forms import body_form
from analysis.text.names.same_name import compare_names

# Set as in `persons`: rerun tests/tables/linking after a change.
SURE = 0.94  # the same words in another order or spelling
LIKELY = 0.84  # slips: joined when the company that they stand in speaks for it
SHARED_COMPANY = 2
ACRONYM = 0.9
SHORTEST = 5  # letters of a single word that is joined by its sound alone: Visa, Wiza
TOGETHER = (frozenset(("ORG", "NORP")), frozenset(("ORG", "FAC")), frozenset(("GPE", "LOC", "FAC")))
PLACES = frozenset(("GPE", "LOC", "FAC"))
TELLING = frozenset(("", "place", "field"))
SHORT = re.compile(r"[A-Z][A-Za-z]?[A-Z.&-]{1,8}")


def join_things(groups: Groups, company: Company) -> None:
    """Join the bodies and places of `groups`: spellings first, then short forms."""
    things = [node for node in groups.nodes.values() if node.key.kind == "thing"]
    groups.join_all(_spellings(things, company))
    groups.join_all(_located(things))
    groups.join_all(_bracketed(groups, things))
    groups.join_all(_acronyms(groups, things))


def _spellings(things: Sequence[Node], company: Company) -> Iterator[Join]:
    for one, other in pairs_within(things, thing_blocks):
        if not _comparable(one, other):
            continue
        score = compare_names(comparable_name(one), comparable_name(other), "ORG").score
        is_slip = LIKELY <= score < SURE and _words(one) != _words(other)  # else it is the legal form that differs
        shared = company.shared(one, other) if is_slip and one.reports.isdisjoint(other.reports) else 0
        if score >= SURE or shared >= SHARED_COMPANY:
            yield Join(score, one.key, other.key, f"{shared} bodies beside both" if shared else "")


def _comparable(one: Node, other: Node) -> bool:
    """Whether two names may be of one thing at all: kinds that go together, words that tell names apart, and not two
    places of the gazetteer. A company's name without its legal form may be short, and taken for a place."""
    if not (_tells(one.name) and _tells(other.name)):
        return False
    if one.key.apart != other.key.apart and _kind(one) == _kind(other) == "PLACE":
        return False
    goes = one.label == other.label or any({one.label, other.label} <= together for together in TOGETHER)
    if _words(one) == _words(other):
        is_same_form = body_form(one.name).legal == body_form(other.name).legal
        both_bodies = one.label == other.label == "ORG"
        return goes if is_same_form else both_bodies or not (_is_place(one.name) or _is_place(other.name))
    is_short = min(len(one.key.text), len(other.key.text)) < SHORTEST
    return goes and not is_short and not (is_city(one.name) and is_city(other.name))


def _kind(node: Node) -> str:
    return "PLACE" if node.label in PLACES else node.label


def _located(things: Sequence[Node]) -> Iterator[Join]:
    """A join for each place that no report locates, where others locate one of the name, and only one."""
    found: dict[str, list[Node]] = defaultdict(list)
    for node in things:
        if node.key.apart and _kind(node) == "PLACE":
            found[node.key.text].append(node)
    for node in things:
        others = found.get(node.key.text, [])
        if (
            not node.key.apart
            and len(others) == 1
            and _kind(node) == "PLACE"
            and place_country(node.name)
            in (
                None,
                others[0].key.apart[:2],
            )
        ):
            yield Join(1.0, node.key, others[0].key, f"no other {node.name} in these reports")


def _is_place(name: str) -> bool:
    return region(name) is not None or place_country(name) is not None or demonym_country(name) is not None


def _words(node: Node) -> list[str]:
    return [word.text for word in body_form(node.name).words]


def _tells(name: str) -> bool:
    return any(word.kind in TELLING for word in body_form(name).words)


def _bracketed(groups: Groups, things: Sequence[Node]) -> Iterator[Join]:
    """A join for each short form that stands in brackets behind one name only, in whatever report."""
    longs: dict[str, list[Node]] = defaultdict(list)
    for node in groups.nodes.values():
        for short in node.shorts:
            longs[short.replace(".", "")].append(node)
    for node in things:
        found = longs.get(node.name.replace(".", ""), [])
        if len({groups.of(one.key) for one in found if one.key != node.key}) == 1:
            best = min(found, key=lambda one: (-one.shorts.total(), one.key))
            yield Join(ACRONYM, node.key, best.key, f"in brackets behind {best.name}")


def _acronyms(groups: Groups, things: Sequence[Node]) -> Iterator[Join]:
    """A join for each short form that is the first letters of one name only, when some report has both."""
    longs: dict[str, list[Node]] = defaultdict(list)
    for node in groups.nodes.values():
        if node.key.kind in ("thing", "country") and " " in node.name:
            for letters in sorted(first_letters(body_form(node.name).words)):
                longs[letters].append(node)
    for node in things:
        letters = node.name.replace(".", "")
        if not SHORT.fullmatch(node.name) or len(letters) < 2:
            continue
        found = [one for one in longs.get(letters.lower(), []) if one.reports & node.reports]
        if len({groups.of(one.key) for one in found}) == 1:
            yield Join(ACRONYM, node.key, found[0].key, "both in one report")
