"""Where the snapshots lie, and what people write: one corpus, or several that a file names.

DOSSIER_DATA is the folder of the one corpus of a server. DOSSIER_CORPORA names a file of several instead; each then has
an address of its own, `/c/NAME/`, with its own folder, store and access list.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.user_store.store import STORE_SETTING, beside
from hosting.reread import Reread

ROOT = Path(__file__).resolve().parents[1]
DATA_SETTING = "DOSSIER_DATA"
ACCESS_SETTING = "DOSSIER_ACCESS"  # the file that says who may do what, of the one corpus
CORPORA_SETTING = "DOSSIER_CORPORA"  # the file that names several
ACCESS_FILE = "access.toml"  # in the folder of the snapshots, where no file is named
PREFIX = "c"  # of the address of a corpus, where there are several
NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
KEYS = ("title", "about", "folder", "access", "store")
LONGEST = 200  # characters of a title, and of what a corpus is about


class BadCorpora(ValueError):
    """The file of the corpora cannot be read; the message says what is wrong."""


@dataclass(frozen=True)
class Corpus:
    """A collection of reports on this server. Its name is empty where it is the only one, at the root of the addresses.

    `store` is the address of what people write, empty for the file beside the snapshots.
    """

    folder: Path
    access: Path
    store: str = ""
    name: str = ""
    title: str = ""
    about: str = ""

    @property
    def below(self) -> str:
        """The part of its addresses below that of the server.

        >>> Corpus(Path("a"), Path("b")).below, Corpus(Path("a"), Path("b"), name="desk").below
        ('', 'c/desk/')
        """
        return f"{PREFIX}/{self.name}/" if self.name else ""

    @property
    def store_address(self) -> str:
        """The address of the user store, as SQLAlchemy has it."""
        return self.store or beside(self.folder)


def is_alone() -> bool:
    """Whether the server has one corpus."""
    return not os.environ.get(CORPORA_SETTING)


def the_one() -> Corpus:
    """The corpus of a server that has one."""
    folder, named = started_on(), os.environ.get(ACCESS_SETTING)
    access = Path(named) if named else folder / ACCESS_FILE
    return Corpus(folder, access, os.environ.get(STORE_SETTING, ""))


def started_on() -> Path:
    """The folder of snapshots that the server was started on: DOSSIER_DATA, or `.dossier/seeds` of the project."""
    return Path(os.environ.get(DATA_SETTING) or ROOT / ".dossier" / "seeds")


def corpora() -> tuple[Corpus, ...]:
    """Every corpus of the server; none while the file that names several is wrong."""
    try:
        return checked_corpora()
    except BadCorpora:
        return ()


def checked_corpora() -> tuple[Corpus, ...]:
    """Every corpus of the server. Raises BadCorpora."""
    if is_alone():
        return (the_one(),)
    file = Path(os.environ[CORPORA_SETTING])
    try:
        return _NAMED.of(file)
    except (OSError, UnicodeDecodeError) as fault:
        raise BadCorpora(f"it cannot be read ({type(fault).__name__})") from fault


def corpus_called(name: str) -> Corpus | None:
    """The corpus with this name; None where there is none."""
    return next((one for one in corpora() if one.name == name), None)


def environment_of(folder: Path) -> dict[str, str]:
    """What a build of a folder is told beside the settings of the server: where what people write of its corpus is."""
    found = next((one for one in corpora() if one.name and one.folder == folder.resolve()), None)
    return {STORE_SETTING: found.store_address} if found else {}


def corpora_of(toml: str, beside_file: Path) -> tuple[Corpus, ...]:
    """What the text of a file of corpora says; paths are as seen from its folder. Raises BadCorpora.

    >>> (desk,) = corpora_of('[desk]\\ntitle = "The desk"\\nfolder = "snapshots"', Path("/srv"))
    >>> desk.name, desk.folder.as_posix(), desk.access.as_posix()
    ('desk', '/srv/snapshots', '/srv/snapshots/access.toml')
    >>> corpora_of('[Desk]\\nfolder = "a"', Path())
    Traceback (most recent call last):
    hosting.place.BadCorpora: 'Desk' is no name: small letters, digits and hyphens, up to 40
    """
    try:
        said = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as fault:
        raise BadCorpora(f"it is no TOML: {fault}") from fault
    found = tuple(_corpus(name, one, beside_file) for name, one in said.items())
    if not found:
        raise BadCorpora("it names no corpus")
    for what in ("folder", "store_address"):
        if twice := _twice(str(getattr(one, what)) for one in found):
            raise BadCorpora(f"two corpora have one {what.partition('_')[0]}, {twice}")
    return found


def _corpus(name: str, said: Any, beside_file: Path) -> Corpus:
    if not NAME.fullmatch(name):
        raise BadCorpora(f"{name!r} is no name: small letters, digits and hyphens, up to 40")
    if not isinstance(said, Mapping) or not said.get("folder"):
        raise BadCorpora(f"{name} has no folder")
    if unknown := said.keys() - set(KEYS):
        raise BadCorpora(f"{name} has {min(unknown)!r}, which is no setting")
    if wrong := next((key for key, value in said.items() if not isinstance(value, str)), None):
        raise BadCorpora(f"{wrong} of {name} is no text")
    folder = (beside_file / said["folder"]).resolve()
    access = (beside_file / said["access"]).resolve() if said.get("access") else folder / ACCESS_FILE
    title, about = (said.get(key, "")[:LONGEST] for key in ("title", "about"))
    return Corpus(folder, access, said.get("store", ""), name, title or name, about)


def _twice(values: Iterable[str]) -> str:
    return next((value for value, number in Counter(values).items() if number > 1), "")


_NAMED = Reread(lambda file: corpora_of(file.read_text(encoding="utf-8"), file.resolve().parent))
