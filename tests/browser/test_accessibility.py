"""axe finds nothing serious on any page, in both looks."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages.parts.report.reader import LAYERS
from tests.browser.conftest import PAGES, Visit

VIEWS = {
    **{f"/{name}": title for name, title in PAGES.items()},
    "/?theme=Mining&status=Done&words=mine&open-theme=Mining": "filtered, with sentences open",
    "/?theme=Aid&words=nothing": "empty",
    f"/report?doc=doc01&{'&'.join(f'marks={layer}' for layer in LAYERS)}": "every layer",
}


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("path", VIEWS, ids=VIEWS.values())
def test_axe_finds_nothing_serious(visit: Visit, path: str, look: str):
    page = visit(path, look=look)

    found = Axe().run(page).response["violations"]

    serious = [f"{v['id']}: {v['nodes'][0]['target']}" for v in found if v["impact"] in ("serious", "critical")]
    assert serious == []
