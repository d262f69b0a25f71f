"""Whom and what facts and sentences name: entities, by their kind, their country or their part in a fact."""

from __future__ import annotations

from analysis.fields.field import Facet, Field, Marked
from analysis.fields.sql import LISTED, cached, flag, naming, of_entities

KINDS = {
    "person": ("PERSON",),
    "organisation": ("ORG", "NORP"),
    "place": ("GPE", "LOC", "FAC"),
}
OF_COUNTRIES = "entity_id IN (SELECT entity_id FROM entities WHERE list_contains({values}, country))"
NOBODY = (
    "(f.fact_row NOT IN (SELECT x.fact_row FROM fact_entities x JOIN entities n USING (entity_id) "
    "WHERE n.label = 'PERSON'))"
)


def _named(name: str, facet: Facet | None = None) -> Field:
    marked = Marked(table="mentions", column="entity_id", kind="name")
    return Field(name=name, facts=of_entities(LISTED), sentences=naming(LISTED), facet=facet, marked=marked)


def _of_kind(labels: tuple[str, ...]) -> Facet:
    inside = ", ".join(f"'{label}'" for label in labels)
    return Facet(is_entity=True, of_entities="e.entity_id", which=f"e.label IN ({inside})")


FIELDS = (
    _named("entity"),
    _named("also"),
    *(_named(kind, _of_kind(labels)) for kind, labels in KINDS.items()),
    Field(
        name="country",
        facts=of_entities(OF_COUNTRIES),
        sentences=naming(OF_COUNTRIES),
        facet=Facet(is_short=True, of_entities="e.country", which="e.country IS NOT NULL"),
    ),
    Field(name="about", facts=of_entities(f"part <> 'source' AND {LISTED}")),
    Field(name="nobody", facts=cached("facts", flag(NOBODY))),
)
