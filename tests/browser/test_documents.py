"""Bringing in one's own documents: a ZIP is looked at and added, days are set at once, a report is taken out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from analysis.pipeline import Settings, build
from tests.browser.conftest import Visit, serve, settle

pytestmark = pytest.mark.slow  # it builds for real
MILLISECONDS = 120_000  # for a build on a busy machine
TEXTS = {
    "storm.txt": "Storm Hits Port\n\n4 March 2024\n\nThe storm hit the port of Baku on Monday, the ministry said.",
    "fair.txt": "Fair Opens\n\nThe mayor opened the fair and thanked the farmers of the town for their work.",
    "again.txt": "Fair Opens\n\nThe mayor opened the fair and thanked the farmers of the town for their work.",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server as `make run` starts it, on one report."""
    folder: Path = tmp_path_factory.mktemp("own")
    (folder / "in").mkdir()
    (folder / "in" / "mine.txt").write_text("Workers left the copper mine, the union said.", encoding="utf-8")
    build([folder / "in"], folder / "out", Settings())
    with serve(folder / "out", DOSSIER_LOCAL="1") as served:
        yield served.replace("127.0.0.1", "localhost")


def zipped() -> dict[str, object]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in TEXTS.items():
            archive.writestr(name, text)
        archive.writestr("odd.bin", bytes(range(256)))
    return {"name": "reports.zip", "mimeType": "application/zip", "buffer": packed.getvalue()}


def show_new(page: Page) -> None:
    """Wait for the build and show what it published."""
    page.locator(".st-key-show-new button").click(timeout=MILLISECONDS)
    expect(page.locator(".st-key-show-new")).to_have_count(0)
    settle(page)


def press(page: Page, name: str) -> None:
    """Press a button, and wait only for what it does at once: a build moves the page for long."""
    page.get_by_role("button", name=name, exact=True).click()


def test_a_zip_is_added_dated_and_thinned_out(visit: Visit, address: str) -> None:
    page = visit("/documents", address)
    page.get_by_text("Add reports").click()
    page.locator(".st-key-add-reports input[type=file]").set_input_files([zipped()])  # type: ignore[list-item]
    expect(page.locator(".d-looked")).to_contain_text("4 March 2024 (read from the text)")
    expect(page.locator(".d-looked")).to_contain_text("1 input cannot be read")

    press(page, "Add 3 reports")
    expect(page.get_by_text(re.compile("^1 report$"))).to_be_visible()  # the old view stays
    show_new(page)
    expect(page.get_by_text(re.compile("^4 reports$"))).to_be_visible()
    expect(page.locator(".d-tag", has_text="copy")).to_have_count(1)

    page.get_by_text("No date 3").click()
    page.get_by_text("Set days, take out").click()
    settle(page)
    press(page, "Tick all of this page")
    settle(page)
    page.locator(".st-key-new-day [role=spinbutton]").first.click()
    page.keyboard.type("05032024")
    press(page, "Set the day")
    expect(page.get_by_text("The day of 3 reports is kept")).to_be_visible()
    show_new(page)
    expect(page.get_by_text("Date set by hand 3")).to_be_visible()

    page.get_by_text("Storm Hits Port").locator("visible=true").first.click()
    press(page, "Take out")
    show_new(page)
    expect(page.get_by_text(re.compile("^3 reports$"))).to_be_visible()
    expect(page.get_by_text("Taken out: 1 report")).to_be_visible()


def test_a_server_that_was_not_started_as_local_lets_nobody_add(visit: Visit, server: str) -> None:
    page = visit("/documents", server)

    expect(page.get_by_text("Nobody may add or change reports here.")).to_be_visible()
    expect(page.locator("input[type=file]")).to_have_count(0)
