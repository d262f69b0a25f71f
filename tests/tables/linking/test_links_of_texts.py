"""Names of whole texts are linked as a reader would; the cases are data: texts, forms that are one, forms that are
not, the country of a form, and the countries of the entities of a form."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.read.article import Article
from analysis.tables.entry import Entry
from analysis.tables.linking import Linking, link_entities
from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.records import Report

GOLDEN = Path(__file__).parents[2] / "golden" / "links.jsonl"
CASES = [json.loads(line) for line in GOLDEN.open(encoding="utf-8")]

ParseText = Callable[[str], Parse]


def case(one: dict[str, Any]) -> object:
    """The case as a parameter; a known failure has to fail."""
    marks = [pytest.mark.xfail(reason=one["why"], strict=True)] if one["expect"] == "fail" else []
    return pytest.param(one, id=one["label"], marks=marks)


def linked(texts: list[str], parse: ParseText) -> tuple[dict[str, set[str]], Linking]:
    """The entities of each name form in these texts, and the linking."""
    entries = []
    for number, text in enumerate(texts):
        read = parse(text)
        report = Report(
            sentences=read.sentences,
            mentions=find_mentions(read),
            references=(),
            timexes=(),
            attributions=(),
            facts=(),
            themes=(),
            terms=(),
        )
        entries.append(
            Entry(
                doc_id=str(number),
                article=Article(f"{number}.txt", text),
                report=report,
                published=None,
                published_from="unknown",
                timexes=(),
            )
        )
    linking = link_entities(entries)
    found: dict[str, set[str]] = {}
    for entry in entries:
        for mention in entry.report.mentions:
            found.setdefault(mention.text, set()).add(linking.ids[entry.doc_id, mention.chain])
    return found, linking


@pytest.mark.parametrize("one", [case(one) for one in CASES])
def test_names_are_linked_as_a_reader_would(one: dict[str, Any], parse: ParseText) -> None:
    found, linking = linked(one["texts"], parse)

    for left, right in one["same"]:
        assert len(found[left]) == 1, one["why"]
        assert found[left] == found[right], one["why"]
    for left, right in one["apart"]:
        assert found[left].isdisjoint(found[right]), one["why"]
    for text, country in one["country"].items():
        assert {linking.entities[id_].country for id_ in found[text]} == {country}, one["why"]
    for text, countries in one.get("entities", {}).items():
        assert sorted(str(linking.entities[id_].country) for id_ in found[text]) == countries, one["why"]


def test_an_alias_says_why_a_people_or_a_capital_is_of_a_country(parse: ParseText) -> None:
    found, linking = linked(["Poland waited. Polish officials left. Warsaw rejected the text."], parse)

    (entity_id,) = found["Poland"]
    assert linking.entities[entity_id].label == "GPE"
    assert linking.aliases[entity_id, "Polish"].rule.startswith("a word for the people of Poland, where they")
    assert linking.aliases[entity_id, "Warsaw"].rule == "the capital of Poland, where it is said for the government"
    assert linking.aliases[entity_id, "Poland"].rule == "the name"


def test_a_country_that_only_its_people_name_has_its_own_name(parse: ParseText) -> None:
    found, linking = linked(["Peruvian officials left."], parse)

    (entity_id,) = found["Peruvian"]
    assert linking.entities[entity_id].name == "Peru"
