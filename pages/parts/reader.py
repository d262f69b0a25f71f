"""What the browser says of its reader."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx


def locale() -> str:
    """The language of the browser as a locale, `en-GB`; nothing outside a script run."""
    reads = get_script_run_ctx(suppress_warning=True) is not None
    return (st.context.locale if reads else None) or ""
