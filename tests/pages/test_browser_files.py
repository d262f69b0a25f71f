"""What runs in the browser is in one folder, and what it relies on of other people's pages in one file of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pages.parts.browser.selectors import SELECTORS
from pages.parts.browser.source import CUSTOM_SELECTOR, style

PAGES = Path(__file__).resolve().parents[2] / "pages"
BROWSER = PAGES / "parts" / "browser"
SOURCES = sorted(path for ending in ("js", "css") for path in BROWSER.glob(f"*.{ending}"))
NAMED = re.compile(r"PAGE\.(\w+)")
# Attributes and classes that Streamlit and plotly give their elements.
FOREIGN = re.compile(
    r"""data-test|data-stale|data-tag|["'. ]stApp|js-plotly|main-svg|nsewdrag|layer["'`]|\.modebar|\.[xy]tick"""
    r"""|\.textpoint|\.annotation-text"""
)


def test_scripts_and_style_sheets_are_in_one_folder() -> None:
    assert {path.parent for path in (*PAGES.rglob("*.js"), *PAGES.rglob("*.css"))} == {BROWSER}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_source_names_the_selectors_of_other_pages(path: Path) -> None:
    code = re.sub(
        r"//.*|/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL if path.suffix == ".css" else 0
    )

    assert not FOREIGN.findall(code)


def test_python_outside_the_folder_knows_no_such_selector() -> None:
    known = [
        path.name for path in PAGES.rglob("*.py") if BROWSER not in path.parents and "data-test" in path.read_text()
    ]

    assert known == []


def test_every_selector_is_used_and_every_name_is_known() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    used = {name.replace("-", "_") for name in (*NAMED.findall(text), *CUSTOM_SELECTOR.findall(text))}

    assert used - {"script_state"} == set(SELECTORS)


@pytest.mark.parametrize("name", [path.name for path in SOURCES if path.suffix == ".css"])
def test_a_style_sheet_has_no_custom_selector_left(name: str) -> None:
    assert not CUSTOM_SELECTOR.search(style(name))
