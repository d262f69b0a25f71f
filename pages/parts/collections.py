"""Which collection of reports a server shows: the folder of snapshots it was started on, or another beside it.

Another one is chosen only on one's own machine, where who asks is who started the server: the choice is of the server.
"""

from __future__ import annotations

from pathlib import Path

from analysis.corpus import file_name
from analysis.store import CURRENT

_CHOSEN: dict[Path, Path] = {}  # by the folder that the server was started on


def shown_instead(started_on: Path) -> Path:
    """The folder that is shown: the one that was chosen in place of that of the start, while it is there."""
    chosen = _CHOSEN.get(started_on)
    return chosen if chosen and (chosen / CURRENT).exists() else started_on


def choose(started_on: Path, folder: Path) -> None:
    """Show this folder from now on."""
    _CHOSEN[started_on] = folder


def beside(folder: Path) -> list[Path]:
    """The folders of snapshots in the folder around this one, by name; itself among them where it has any."""
    try:
        around = folder.resolve().parent
        return sorted(one for one in around.iterdir() if (one / CURRENT).is_file())
    except OSError:
        return []


def new_beside(folder: Path, name: str) -> Path:
    """The folder of a new collection with this name. Raises FileExistsError where something is called so."""
    path = folder.resolve().parent / file_name(name)
    if path.exists():
        raise FileExistsError(f"{path.name} is there already: give another name")
    return path
