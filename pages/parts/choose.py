"""A choice among a few values, all of them in sight, kept in the URL."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages.parts import address


def choose(title: str, labels: Mapping[str, str], default: str, key: str) -> str:
    """The chosen value; `labels` has the words for each, `key` is its name in the URL."""
    chosen = st.segmented_control(
        title,
        list(labels),
        required=True,
        format_func=lambda value: labels.get(value, str(value)),
        **address.held(key, labels, default),
    )
    return str(chosen) if chosen in labels else default
