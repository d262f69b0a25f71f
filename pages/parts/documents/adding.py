"""Adding reports: files are dropped or words pasted, what each would be read as is shown, then they are added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path

import streamlit as st

from analysis.corpus import ADDED, add_file, inputs_folder, keep_hints, kept_corpus
from analysis.read.preview import FilePreview
from display import words
from display.safe import label_markdown
from pages.parts.data import data_folder
from pages.parts.documents.access import may_change, why_not_add
from pages.parts.documents.collections import add_to_new, name_of_new
from pages.parts.documents.look_html import looked_at
from pages.parts.documents.looking import Given, look_at, pasted
from pages.parts.documents.rebuild import last_build, start_build
from pages.parts.documents.records import choose_hint
from pages.parts.drawing.draw import say

ROUND, LOOKED, FAULT, HINTS = "_add-round", "_add-looked", "_add-fault", "_add-hints"
LONGEST_PASTE = 2_000_000  # characters
WHAT = (
    "Files as they are, a ZIP of them, or words: what each would be read as is shown before anything is added. A file "
    "may have {:,} MB; add a larger one by command: python -m analysis build."
)
UNKNOWN_INPUTS = (
    "Reports can be added once this collection was built by this version of Dossier: build it again by command."
)


def add_reports(is_allowed: bool) -> None:
    """Let the user add reports, or say why they may not."""
    if not is_allowed:
        say(why_not_add(), "d-note")
        return
    if not knows_its_inputs():
        say(UNKNOWN_INPUTS, "d-note")
        return
    with st.expander("Add reports", icon=":material/add:", expanded=bool(_fault()), key="add-reports"):
        say(WHAT.format(st.get_option("server.maxUploadSize")))
        files = _given()
        if files:
            _offer(files, look(files, "add"))


def knows_its_inputs() -> bool:
    """Whether a build can be repeated: a build has said what it was given."""
    try:
        return kept_corpus(data_folder()) is not None
    except OSError:
        return False


def _given() -> list[Given]:
    """What was dropped and pasted."""
    number = st.session_state.get(ROUND, 0)  # another one makes the boxes empty
    left, right = st.columns(2)
    with left:
        dropped = st.file_uploader("Drop files here", accept_multiple_files=True, key=f"drop-{number}")
    with right:
        said = st.text_area(
            "Or paste a text, or the HTML of a page",
            height=110,
            key=f"paste-{number}",
            max_chars=LONGEST_PASTE,
            placeholder="Headline, date, text",
        )
    files = [_with_hint(Given(file.name, file.getvalue())) for file in dropped]
    return [*files, pasted(said)] if said.strip() else files


def _with_hint(file: Given) -> Given:
    """The file with what the user has said of its records."""
    hint = st.session_state.get(HINTS, {}).get(file_key(file), file.hint)
    return file._replace(hint=hint)


def look(files: Sequence[Given], box: str) -> list[FilePreview]:
    """What the files in a box of the page would be read as; asked once for each while it is there."""
    known: dict[str, FilePreview] = st.session_state.setdefault(f"{LOOKED}-{box}", {})
    keys = [f"{file_key(file)} {file.hint}" for file in files]
    new = {key: file for key, file in zip(keys, files, strict=True) if key not in known}
    if new:
        with st.spinner("Looking at them ..."):
            known |= dict(zip(new, look_at(list(new.values())), strict=True))
    for key in known.keys() - set(keys):
        del known[key]
    return [known[key] for key in keys]


def file_key(file: Given) -> str:
    """A key for the file, whatever is said of its records."""
    digest = blake2b(file.name.encode("utf-8", "replace") + b"\x00", digest_size=16)
    digest.update(file.raw)
    return digest.hexdigest()


def _offer(files: Sequence[Given], found: Sequence[FilePreview]) -> None:
    """Show what was found, and let the user add what can be read."""
    st.html(looked_at(found))
    ask_of_records(files, found)
    readable = [file for file, one in zip(files, found, strict=True) if one.reports]
    n_reports = sum(len(one.reports) for one in found)
    more = " or more" if any(one.has_more for one in found) else ""
    running = last_build(data_folder())
    is_busy = running is not None and not running.is_over
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        if readable:
            name = name_of_new()
            st.button(
                f"Add {words.count(n_reports, 'report')}{more}",
                type="primary",
                on_click=_add,
                args=(readable, name),
                disabled=is_busy and not name,
                key="add",
            )
        st.button("Clear", on_click=_clear, key="clear-added")
        if is_busy:
            say("These can be added when the build that runs is through.", "d-note")
    if fault := _fault():
        st.error(fault)


def ask_of_records(files: Sequence[Given], found: Sequence[FilePreview]) -> None:
    """Let the user say how the records of each file are to be read; what is said holds from the next run on."""
    said = st.session_state.setdefault(HINTS, {})
    for file, one in zip(files, found, strict=True):
        if one.taken and (hint := choose_hint(one.taken, file.hint, file_key(file))) != file.hint:
            said[file_key(file)] = hint
            st.rerun()


def _fault() -> str:
    return str(st.session_state.get(FAULT, ""))


def _clear() -> None:
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    st.session_state.pop(FAULT, None)


def _add(files: Sequence[Given], name: str) -> None:
    """Keep the files, in a new collection where one is named, and start a build; say it when that cannot be done."""
    if not may_change():
        return
    out, new = data_folder(), list[Path]()
    try:
        if name:
            add_to_new(files, name, keep)
            _clear()
            return
        for file in files:
            keep_hints(out, {keep(out, file, new): file.hint})
        start_build(out, undo=taking_away(new))
    except OSError as fault:
        taking_away(new)()
        st.session_state[FAULT] = (
            f"Nothing was added: {label_markdown(fault.strerror or fault)}. Press again to try again."
        )
    else:
        _clear()


def keep(out: Path, file: Given, new: list[Path]) -> str:
    """Keep a file among the inputs, and its path in `new` where it was not there; its source_id. Raises OSError."""
    source_id, is_new = add_file(out, file.name, file.raw)
    if is_new:
        new.append(inputs_folder(out) / ADDED / source_id.removeprefix(f"{ADDED}/"))
    return source_id


def taking_away(paths: Sequence[Path]) -> Callable[[], None]:
    """What takes these files away again."""

    def take_away() -> None:
        for path in paths:
            path.unlink(missing_ok=True)

    return take_away
