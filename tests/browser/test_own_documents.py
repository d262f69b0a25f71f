"""A ZIP of eleven formats: looked at, cancelled, added; its copies, what changed, in both looks and on a telephone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from analysis.pipeline import Settings, build
from tests.browser.conftest import Visit, serve, settle
from tests.browser.test_documents import MILLISECONDS, press, show_new
from tests.marks import long
from tests.read import made

pytestmark = pytest.mark.slow  # it builds for real
WIRE = (
    "The ministry of transport of Azerbaijan said on Monday that the new ferry between Baku and Aktau will carry twice "
    "as many lorries as the old one. Workers finished the ship in May, and its first crossing is planned for the "
    "summer, the minister told reporters in the port. The union of dockers asked for higher wages."
)
TABLE = "headline;body;date\nStrike Ends;The union ended its strike at the mine of Gadabay.;03/04/2024\n"
FORMATS = {
    "one.txt": f"Ferry Is Ready\n\n4 March 2024\n\n{WIRE}",
    "two.md": "Fair Opens\n\nThe mayor opened the fair and thanked the farmers of the town for their work.",
    "three.csv": TABLE,
    "four.jsonl": json.dumps({"title": "Rain", "text": "It rained in Sheki, the mayor said.", "date": "2024-03-05"}),
    "five.html": made.PAGE,
    "six.pdf": made.pdf([[(72, 700, "A storm hit the port of Baku on Monday, the ministry said.")]]),
    "seven.docx": made.docx(made.paragraph(WIRE[: WIRE.index(" The union")])),
    "eight.odt": made.odt("<text:p>A school opened in the town of Quba, the ministry said.</text:p>"),
    "nine.rtf": "{\\rtf1 The bank of Ganja cut its rates, its director said.}",
    "ten.eml": made.mail("The embassy in Kabul reopened on Tuesday, the consul told reporters."),
    "eleven.rss": made.RSS,
}
N_REPORTS = len(FORMATS)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server as `make run` starts it, on one report."""
    folder: Path = tmp_path_factory.mktemp("own")
    (folder / "in").mkdir()
    (folder / "in" / "mine.txt").write_text("Workers left the copper mine, the union said.", encoding="utf-8")
    build([folder / "in"], folder / "out", Settings())
    with serve(folder / "out", DOSSIER_LOCAL="1") as served:
        yield served.replace("127.0.0.1", "localhost")


def drop(page: Page) -> None:
    """Drop the ZIP and wait until it was looked at."""
    packed = {"name": "reports.zip", "mimeType": "application/zip", "buffer": made.packed(FORMATS)}
    if not page.locator(".st-key-add-reports textarea").is_visible():
        page.get_by_text("Add reports").click()
    page.locator(".st-key-add-reports input[type=file]").set_input_files([packed])  # type: ignore[list-item]
    expect(page.locator(".d-looked")).to_be_visible(timeout=MILLISECONDS)
    settle(page)


def serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['target']}" for v in found if v["impact"] in ("serious", "critical")]


@pytest.mark.timeout(900)
def test_a_zip_of_eleven_formats_is_cancelled_added_and_what_changed_is_said(visit: Visit, address: str) -> None:
    page = visit("/documents", address)
    drop(page)
    looked = page.locator(".d-looked")
    for name in FORMATS:
        if name != "eleven.rss":  # its second entry is only a link
            expect(looked).to_contain_text(f"reports.zip/{name}")
    expect(looked).to_contain_text(
        "reports.zip/three.csv: 1 record; text from body, title from headline, date from date."
    )
    expect(looked).to_contain_text("1 record has a date that can't be read: 03/04/2024.")

    page.get_by_text("3 April (day first)").click()
    expect(looked).to_contain_text("3 April 2024 (said by the file)", timeout=MILLISECONDS)
    press(page, f"Add {N_REPORTS} reports")
    press(page, "Cancel")
    expect(page.get_by_text("The build was cancelled. No file was added")).to_be_visible(timeout=MILLISECONDS)
    expect(page.get_by_text(re.compile("^1 report$"))).to_be_visible()

    drop(page)
    press(page, f"Add {N_REPORTS} reports")
    show_new(page)
    expect(page.get_by_text(re.compile(f"^{N_REPORTS + 1} reports$"))).to_be_visible()
    page.get_by_text("Copies 1").click()
    settle(page)
    expect(page.locator(".d-tag", has_text="copy")).to_have_count(1)
    expect(page.locator(".d-reports")).to_contain_text("seven.docx")

    page = visit("/", address)
    expect(page.locator(".d-since summary").first).to_contain_text(f"of the reports {N_REPORTS} new")
    page.locator(".d-since summary").first.click()
    expect(page.locator(".d-since")).to_contain_text("Ferry Is Ready")
    expect(page.locator(".d-lead")).to_contain_text(f"{N_REPORTS + 1} reports, {N_REPORTS} independent and 1 a copy")


@pytest.mark.parametrize(("look", "width"), [("light", 390), long("dark", 390), long("dark", 1280)])
def test_axe_finds_nothing_serious_while_reports_are_looked_at_and_changed(
    visit: Visit, address: str, look: str, width: int
) -> None:
    page = visit("/documents?documents-as=change", address, look=look, width=width)
    drop(page)
    page.locator(".st-key-records-taken summary").click() if page.locator(".st-key-records-taken").count() else None
    settle(page)

    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_reports_are_ticked_and_dated_by_keyboard(visit: Visit, address: str) -> None:
    page = visit("/documents?documents-as=change", address)
    box = page.locator(".st-key-ticks input[type=checkbox]").first

    box.focus()
    page.keyboard.press("Space")
    settle(page)

    expect(box).to_be_checked()
    page.get_by_role("button", name="Save changed days").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Change the day of a report first.")).to_be_visible(timeout=MILLISECONDS)
