"""The dashboard with nothing on its pages but what stands around them: menu, filters, head. For comparison."""

from __future__ import annotations

import sys
from pathlib import Path
from unittest.mock import patch

import streamlit as st

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import dashboard
from pages.parts.frame import open_page


def nothing() -> None:
    """A page without content."""
    open_page("Nothing", "What is in here?")


def page(path: str, title: str, icon: str, about: str, is_first: bool = False) -> st.Page:
    """An entry of the menu that opens `nothing`."""
    name = path.split("/")[1]
    return st.Page(nothing, title=title, icon=f":material/{icon}:", url_path=name, default=is_first, help=about)


with patch.object(dashboard, "_page", page):
    dashboard.main()
