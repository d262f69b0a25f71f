"""A server of several corpora, for tests: who is what to each, and requests to them."""

from __future__ import annotations

from pathlib import Path

import pytest

LISTS = {
    "desk": '[roles]\nreader = ["ann@desk.example"]\neditor = ["ed@desk.example"]\n',
    "press": '[roles]\nreader = ["pia@desk.example", "ed@desk.example"]\n',
    "open": 'see = "public"\n',
}


def write(folder: Path, monkeypatch: pytest.MonkeyPatch, lists: dict[str, str] = LISTS) -> Path:
    """A file of corpora in this folder, each in a folder of its own, which the server is started with."""
    words = ""
    for name, access in lists.items():
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "access.toml").write_text(access, encoding="utf-8")
        words += f'[{name}]\ntitle = "The {name}"\nfolder = "{name}"\n'
    (folder / "corpora.toml").write_text(words, encoding="utf-8")
    monkeypatch.setenv("DOSSIER_CORPORA", str(folder / "corpora.toml"))
    return folder
