"""The way to the profile of a person, body or place, from anywhere."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.fields.cut import Cuts
from analysis.queries.engine.database import Database
from display.fields import ENTRIES
from display.fields.entities import entity_labels
from display.safe import shortened, text
from pages.parts.filtered_links import PEOPLE, address_of, anchor

LOOK = "profile"  # the value of `look` in the URL
OF = "profile-of"  # the key of the URL that says whose profile
FIELDS = tuple(name for name, entry in ENTRIES.items() if entry.is_someone)


def profile_link(name: str, label: str) -> str:
    """A link to a profile as HTML; the name as `entity_label` gives it."""
    return anchor(address_of(PEOPLE, **{"look": LOOK, OF: name}), text(label), "person")


def profile_links(database: Database, cuts: Cuts) -> str:
    """Links to the profiles of all that the conditions name, as HTML."""
    names = names_of(database, cuts).values()
    return "".join(profile_link(name, f"Profile of {shortened(name, 40)}") for name in names)


def names_of(database: Database, cuts: Cuts) -> Mapping[str, str]:
    """The names by id of everybody that the conditions name, in their order."""
    ids = dict.fromkeys(one.value for one in cuts if one.field in FIELDS)
    return {entity_id: name for entity_id, name in entity_labels(database, ids).items() if name != entity_id}
