"""The way to the profile of a person, body or place, from anywhere."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.queries.database import Database
from analysis.queries.selection import Cuts
from pages.parts.filters.naming import entity_labels
from pages.parts.links import link
from pages.parts.safe import label_markdown, shortened

PAGE = "pages/explore/people.py"
LOOK = "profile"  # the value of `look` in the address
OF = "profile-of"  # the key of the address that says whose profile
# The fields whose value is somebody who has a profile.
FIELDS = (
    "entity",
    "also",
    "person",
    "organisation",
    "place",
    "actor",
    "target",
    "site",
    "said_by",
    "about",
    "speaks",
)


def link_to_profile(name: str) -> None:
    """Draw a link to a profile; the name as `entity_label` gives it."""
    link(PAGE, f"Profile of {label_markdown(shortened(name, 40))}", ":material/person:", look=LOOK, profile_of=name)


def links_to_profiles(database: Database, cuts: Cuts) -> None:
    """Draw a link to the profile of everybody that the conditions name."""
    for name in names_of(database, cuts).values():
        link_to_profile(name)


def names_of(database: Database, cuts: Cuts) -> Mapping[str, str]:
    """The names by id of everybody that the conditions name, in their order."""
    ids = dict.fromkeys(one.value for one in cuts if one.field in FIELDS)
    return {entity_id: name for entity_id, name in entity_labels(database, ids).items() if name != entity_id}
