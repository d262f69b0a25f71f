"""A hostile corpus on every page: nothing of it runs, nothing is loaded from elsewhere, nothing of it is markup."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import PAGES, Visit, serve, settle
from tests.marks import long_but
from tests.pages import snapshots

# What is drawn of reports: elements that only their words could have made.
MADE = (
    "script:not([src]):not([type]), iframe, base, img[src*=evil], a[href^='http://evil'], a[href^=javascript], "
    "svg[onload], .katex"
)
WALK = """selector => {
  const found = []
  const walk = root => {
    for (const one of root.querySelectorAll('*')) {
      if (one.matches(selector) && !one.closest('head')) found.push(one.outerHTML.slice(0, 200))
      if (one.shadowRoot) walk(one.shadowRoot)
    }
  }
  walk(document.body)
  return found
}"""
PATHS = [*PAGES, "search?q=mine", "people?about=e0", "facts?shown=table"]
QUICK = ("", "report", "search?q=mine", "facts?shown=table")  # AppTest sees them all
OPEN = "panel => panel.querySelectorAll('details[data-field]:not([open]) > summary').forEach(one => one.click())"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    snapshots.hostile(folder)
    with serve(folder) as address:
        yield address


@pytest.mark.parametrize("path", long_but(QUICK, PATHS))
def test_nothing_of_the_reports_runs_or_is_loaded(visit: Visit, hostile: str, path: str):
    page = visit(f"/{path}", base=hostile)  # which notes each request to another server, and what the policy stops
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))

    page.locator(".st-key-panel .panel").evaluate(OPEN)
    settle(page)

    assert page.evaluate(WALK, MADE) == []
    assert dialogs == []
    assert page.evaluate("getComputedStyle(document.body).display") != "none"


FILES = (
    "/media/../../../../etc/passwd",
    "/media/..%2f..%2f..%2fetc%2fpasswd",
    "/component/dossier_scripts/../../../etc/passwd",
    "/_stcore/bidi-components/dossier_scripts/..%2f..%2fdashboard.py",
    "/_stcore/bidi-components/dossier_scripts//etc/passwd",
    "/static/..%2f..%2f..%2fdashboard.py",
    "/static/%2e%2e/%2e%2e/dashboard.py",
    "/..%2f..%2fdashboard.py",
    "/app/static/..%2fdashboard.py",
    "//etc/passwd",
    "/%5c%5cevil.example%5cshare",
    "/dashboard.py",
    "/.streamlit/config.toml",
    "/written.db",
)


@pytest.mark.parametrize("path", FILES)
def test_no_path_leads_to_another_file(server: str, path: str):
    place = urlsplit(server)
    asked = http.client.HTTPConnection(str(place.hostname), int(place.port or 0), timeout=20)
    asked.request("GET", path)  # as it stands: other libraries take the dots away

    answer = asked.getresponse()
    words = answer.read()

    assert answer.status in (200, 301, 400, 404)
    assert answer.status != 200 or b"<title>Streamlit</title>" in words  # the page in which the dashboard starts
    assert not any(one in words for one in (b"root:", b"def main", b"[server]", b"SQLite format"))
    assert "evil.example" not in (answer.headers["location"] or "")
    assert answer.headers["x-content-type-options"] == "nosniff"
    asked.close()
