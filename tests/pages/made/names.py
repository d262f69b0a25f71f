"""The names and terms of the hand-made reports, some of them hostile."""

from __future__ import annotations

import re

LONG_WORD = "Donaudampfschifffahrts" * 12
HOSTILE_TITLE = '<script>document.title="owned"</script> **bold** $x^2$ [link](http://evil.example/) :material/home:'
HOSTILE_NAME = "<img src=http://evil.example/x.png onerror=alert(1)> Bobby"
HOSTILE_THEME = "<u>theme</u> **b** $y$"
HOSTILE_PUBLISHER = "=1+1 <b>News</b> & Co"
ARABIC = "قال الوزير إن السفارة ستفتح أبوابها قريبا"

NAMES = {
    "Karim Sadat": "PERSON",
    "Sadat": "PERSON",
    "Leyla Rahimova": "PERSON",
    "Rahimova": "PERSON",
    "Leila Rahimova": "PERSON",
    "Tomas Berg": "PERSON",
    "Ministry of Mines": "ORG",
    "Red Crescent": "ORG",
    "Norland Mining": "ORG",
    "Kabul": "GPE",
    "Herat": "GPE",
    "Baku": "GPE",
    "Azerbaijan": "GPE",
    "Afghanistan": "GPE",
    HOSTILE_NAME: "PERSON",
}
SAME = {"Sadat": "Karim Sadat", "Rahimova": "Leyla Rahimova", "Leila Rahimova": "Leyla Rahimova"}
ROLES = {"Karim Sadat": "minister of mines", "Leyla Rahimova": "ambassador"}
COUNTRIES = {"Kabul": "AF", "Herat": "AF", "Baku": "AZ", "Azerbaijan": "AZ", "Afghanistan": "AF"}
TERMS = (
    "contract",
    "copper mine",
    "mine",
    "school",
    "teacher",
    "clinic",
    "flour",
    "checkpoint",
    "embassy",
    "visa",
    "road",
)


def entity_id(name: str) -> str:
    """The id of the entity of a name."""
    return "e-" + re.sub(r"\W+", "-", SAME.get(name, name).lower()).strip("-")[:24]
