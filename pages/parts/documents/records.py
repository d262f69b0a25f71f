"""Files of records: what their fields were taken for, and letting the user say it otherwise."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.corpus import file_of, keep_hints, kept_hints
from analysis.queries.record_files import record_files
from analysis.read.article import Hint, Taken
from analysis.read.dates import DAY_FIRST, MONTH_FIRST
from display import words
from display.safe import label_markdown, shortened, text
from pages.parts.data import data_folder
from pages.parts.documents.access import may_change
from pages.parts.documents.rebuild import start_build
from pages.parts.view import View

FIELDS = {
    "text": "text",
    "title": "title",
    "published": "date",
    "publisher": "publisher",
    "author": "author",
    "url": "address",
    "id": "id",
}
ORDERS = {DAY_FIRST: "3 April (day first)", MONTH_FIRST: "4 March (month first)"}
ASKED = ("unclear", "mixed")
MOST_NAMES, LONGEST_NAME = 12, 40
ONE, FAULT = "records-file", "_records-fault"


def records_html(found: Sequence[Taken]) -> str:
    """What the records of each file were taken for, and which of their dates can't be read, as HTML."""
    return "".join(f'<div class="d-taken-for">{_said(one)}</div>' for one in found)


def _said(one: Taken) -> str:
    file = f"<b>{text(shortened(one.source_id, 120))}</b>"
    if not one.n_records:
        return f"<p>{file}: no column of it is known to have the texts.</p>"
    taken = [f"{FIELDS[field]} from {_name(one.fields[field])}" for field in FIELDS if field in one.fields]
    unused = [_name(name) for name in one.unused[:MOST_NAMES]]
    parts = [f"<p>{file}: {words.count(one.n_records, 'record')}; {', '.join(taken)}."]
    if unused:
        parts.append(f" Not used: {', '.join(unused)}{' ...' if len(one.unused) > MOST_NAMES else ''}.")
    return "".join(parts) + "</p>" + _dates(one)


def _name(name: str) -> str:
    return f"<code>{text(shortened(name, LONGEST_NAME))}</code>"


def _dates(one: Taken) -> str:
    parts = []
    if one.n_unread_dates:
        have = "has" if one.n_unread_dates == 1 else "have"
        such = ", ".join(text(shortened(date, LONGEST_NAME)) for date in one.unread_dates)
        parts.append(f"{words.count(one.n_unread_dates, 'record')} {have} a date that can't be read: {such}.")
    if one.dates in ASKED:
        parts.append("Nothing tells whether 03/04/2024 is in March or in April: choose it.")
    elif one.dates:
        parts.append(f"Dates such as 03/04/2024 are read as {ORDERS[one.dates]}.")
    return f"<p>{' '.join(parts)}</p>" if parts else ""


def choose_hint(found: Sequence[Taken], hint: Hint, key: str) -> Hint:
    """Let the user say which field has the text and how dates are written; what is said, or was."""
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key=f"hint-{key}"):
        return Hint(_choose_text(found, hint, key), _choose_dates(found, hint, key))


def _choose_text(found: Sequence[Taken], hint: Hint, key: str) -> str:
    names = list(dict.fromkeys(name for one in found for name in (*one.fields.values(), *one.unused)))
    now = hint.text or next((one.fields["text"] for one in found if "text" in one.fields), None)
    if not names:
        return hint.text
    chosen = st.selectbox(
        "The text is in",
        names,
        index=names.index(now) if now in names else None,
        format_func=lambda name: shortened(str(name), LONGEST_NAME),
        placeholder="Choose the column",
        width=240,
        key=f"text-of-{key}",
    )
    is_read_so = any(one.fields.get("text") == chosen for one in found)
    return str(chosen) if chosen and not (is_read_so and not hint.text) else hint.text


def _choose_dates(found: Sequence[Taken], hint: Hint, key: str) -> str:
    if not hint.dates and not any(one.dates in ASKED for one in found):
        return ""
    chosen = st.segmented_control(
        "03/04/2024 is",
        list(ORDERS),
        default=hint.dates or None,
        format_func=lambda order: ORDERS.get(order, str(order)),
        key=f"dates-of-{key}",
    )
    return str(chosen or "")


def list_records(view: View, is_allowed: bool) -> None:
    """Say what the fields of records were taken for, and let the user read a file otherwise; nothing without any."""
    found = record_files(view.database)
    if not found:
        return
    n_unread = sum(one.n_unread_dates for one in found)
    unread = f", {words.count(n_unread, 'date')} not read" if n_unread else ""
    title = f"What records were taken for: {words.count(len(found), 'file')}{unread}"
    with st.expander(title, icon=":material/table_view:", key="records-taken"):
        st.html(records_html(found))
        if is_allowed:
            _read_otherwise(found)
        if fault := st.session_state.pop(FAULT, ""):
            st.error(fault)


def _read_otherwise(found: Sequence[Taken]) -> None:
    files: dict[str, list[Taken]] = {}
    for one in found:
        files.setdefault(_file(one.source_id), []).append(one)
    chosen = st.selectbox(
        "Read a file otherwise",
        list(files),
        index=None,
        format_func=lambda name: shortened(str(name), 120),
        placeholder="Choose a file",
        key=ONE,
    )
    if chosen not in files:
        return
    known = kept_hints(data_folder()).get(chosen, Hint())
    hint = choose_hint(files[chosen], known, chosen)
    st.button("Read it so", on_click=_keep, args=(chosen, hint), disabled=hint == known, key="read-so")


def _file(source_id: str) -> str:
    """The source_id of the file that a file of records lies in: itself, or an archive around it."""
    try:
        path = file_of(data_folder(), source_id)
    except (OSError, ValueError):
        return source_id
    before, name, _ = source_id.partition(path.name) if path else (source_id, "", "")
    return before + name


def _keep(source_id: str, hint: Hint) -> None:
    if not may_change():
        return
    try:
        keep_hints(data_folder(), {source_id: hint})
        start_build(data_folder())
    except OSError as fault:
        st.session_state[FAULT] = f"It was not saved: {label_markdown(fault.strerror or fault)}. Press again."
