"""Entities, claims and reports as FollowTheMoney 4: a JSON object a line, as OpenAleph and its tools read it.

People are Person, bodies Organization, places Address, events that have a name Event. A claim is an Event: its name is
its sentence, `involved` are the people and bodies that have a part in it, `proof` is the report, an Article. Names of
other kinds (nationalities, laws, products) have no schema there and are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from analysis.derived import MARK
from analysis.queries.engine.database import Row
from analysis.shown import cut, visible
from display import words
from display.safe import is_empty, web_address
from sharing.claims import title_of
from sharing.data import rows
from sharing.quoting import few_words, quote
from sharing.shared import Shared

SCHEMATA = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Address",
    "LOC": "Address",
    "FAC": "Address",
    "EVENT": "Event",
}
LEGAL = ("Person", "Organization")  # the schemata that can be involved in an event
# Characters that the types of these properties allow (followthemoney.types); others are strings.
LONGEST_STRING = 1_024
LONGEST = {"name": 384, "alias": 384, "full": 250, "location": 250, "sourceUrl": 4_096}
LONGEST |= dict.fromkeys(("summary", "description", "bodyText"), 65_000)
URLS = ("sourceUrl",)
LANGUAGES = {"en": "eng"}


def lines(shared: Shared) -> Iterator[str]:
    """A line for each entity, report and claim."""
    forms = rows.aliases(shared)
    known = {}
    for entity in rows.entities(shared):
        if schema := SCHEMATA.get(str(entity["label"])):
            known[str(entity["entity_id"])] = schema
            yield _line(_entity(entity, schema, forms.get(str(entity["entity_id"]), ())))
    for report in rows.reports(shared):
        yield _line(_article(report))
    for claim in rows.claims(shared):
        yield _line(_claim(claim, known, shared.has_texts))


def _entity(row: Row, schema: str, forms: Sequence[str]) -> dict[str, Any]:
    name = str(row["name"])
    more: dict[str, list[object]] = {}
    if schema == "Person":
        more = {"position": [row["role"]], "nationality": [_country(row)]}
    elif schema == "Organization":
        more = {"country": [_country(row)], "summary": [row["role"]]}
    elif schema == "Address":
        more = {"full": [name], "country": [_country(row)]}
    others = [one for one in forms if one != name]
    return _made(str(row["entity_id"]), schema, {"name": [name], "alias": others, **more})


def _country(row: Row) -> str:
    return "" if is_empty(row["country"]) else str(row["country"]).lower()


def _article(row: Row) -> dict[str, Any]:
    published = rows.day(row["published"])
    properties = {
        "title": [title_of(row)],
        "publisher": [row["publisher"]],
        "author": [row["author"]],
        "date": [published],
        "publishedAt": [published],
        "sourceUrl": [web_address(row["url"])],
        "language": [LANGUAGES.get(str(row["language"]))],
        "bodyText": [row.get("text")],
    }
    return _made(str(row["doc_id"]), "Article", properties)


def _claim(row: Row, known: Mapping[str, str], has_texts: bool) -> dict[str, Any]:
    parts = (row["actor_entity_id"], row["target_entity_id"], row["recipient_entity_id"])
    involved = [str(one) for one in dict.fromkeys(parts) if known.get(str(one)) in LEGAL]
    named = (row[name] for name in ("actor", "action", "target"))
    said = row["claim"] if not is_empty(row["claim"]) else " ".join(str(one) for one in named if not is_empty(one))
    status = words.STATUS[str(row["status"])].lower()
    source = "" if is_empty(row["source"]) else f", said by {row['source']}"
    themes = "" if is_empty(row["themes"]) else str(row["themes"])
    properties = {
        "name": [few_words(str(said), has_texts)],
        "summary": [f"{status}{source}"],
        "description": [quote(str(row["sentence"]), (), has_texts).words],
        "startDate": [rows.day(row["first_day"])],
        "involved": involved,
        "location": [row["place"]],
        "keywords": themes.split(MARK),
        "publisher": [row["publisher"]],
        "sourceUrl": [web_address(row["url"])],
        "proof": [str(row["doc_id"])],
        "recordId": [str(row["fact_id"])],
    }
    return _made(f"claim-{row['fact_id']}", "Event", properties)


def _made(key: str, schema: str, properties: Mapping[str, Iterable[object]]) -> dict[str, Any]:
    """An entity; what is longer than its schema allows is cut, but for addresses, which are no good then.

    >>> made = _made("a", "Event", {"name": ["x" * 400], "sourceUrl": ["https://a.example/" + "y" * 5000]})
    >>> {name: len(values[0]) for name, values in made["properties"].items()}
    {'name': 384}
    """
    said = {
        name: [cut(visible(str(v)), _longest(name)) for v in values if _is_said(name, v)]
        for name, values in properties.items()
    }
    return {"id": key, "schema": schema, "properties": {name: values for name, values in said.items() if values}}


def _longest(name: str) -> int:
    return LONGEST.get(name, LONGEST_STRING)


def _is_said(name: str, value: object) -> bool:
    return not is_empty(value) and (name not in URLS or len(str(value)) <= _longest(name))


def _line(entity: dict[str, Any]) -> str:
    return json.dumps(entity, ensure_ascii=False) + "\n"
