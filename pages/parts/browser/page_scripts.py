"""What the browser does on every page: links work without a reload, fingers scroll over charts, lists are copied."""

from __future__ import annotations

import streamlit as st

from pages.parts.browser.source import script, style

_component = st.components.v2.component(
    "dossier_scripts",
    js=script("follow.js", "touch.js", "copy.js", "drawer.js", "keys.js", "start.js"),  # one script, one element
    html="<span></span>",
)


class _StyleSheet:
    """The style sheet as Streamlit takes HTML without looking whether it is a file or has to be dedented."""

    html = f"<style>{style('style.css')}</style>"

    def _repr_html_(self) -> str:
        return self.html


_STYLE = _StyleSheet()


def style_page() -> None:
    """Put the style sheet into the page."""
    st.html(_STYLE)


def start_scripts() -> None:
    """Mount the component whose JavaScript handles links, scrolling and copying on the whole page."""
    with st.container(key="scripts"):
        _component(key="scripts-of-page", height=1)
