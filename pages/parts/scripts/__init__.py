"""What the browser does on every page: links work without a reload, fingers scroll over charts, lists are copied."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

HERE = Path(__file__).resolve().parent
PARTS = ("follow.js", "touch.js", "copy.js", "start.js")  # one script, one element
DOM = (HERE / "dom.js").read_text(encoding="utf-8")  # components that draw themselves begin with it

_component = st.components.v2.component(
    "dossier_scripts",
    js="\n".join((HERE / part).read_text(encoding="utf-8") for part in PARTS),
    html="<span></span>",
)


def start_scripts() -> None:
    """Do this for all that the page draws."""
    with st.container(key="scripts"):
        _component(key="scripts-of-page", height=1)
