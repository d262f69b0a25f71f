"""A briefing as a file, by the ending of its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from analysis.exporting import UnknownEnding
from sharing.briefing.choose import Briefing, briefing
from sharing.briefing.docx import docx
from sharing.briefing.markdown import markdown
from sharing.missing import MissingPackage
from sharing.shared import Shared
from sharing.writing import write_whole

__all__ = ["ENDINGS", "MissingPackage", "briefing_file", "write_briefing"]

ENDINGS: dict[str, Callable[[Briefing, Shared], bytes]] = {
    ".md": lambda brief, shared: markdown(brief, shared).encode("utf-8", "replace"),
    ".docx": docx,
}


def briefing_file(shared: Shared, ending: str) -> bytes:
    """The briefing of a view. Raises MissingPackage."""
    return ENDINGS[ending](briefing(shared), shared)


def write_briefing(shared: Shared, to: Path) -> None:
    """Write the briefing to a file. Raises UnknownEnding, MissingPackage, OSError."""
    ending = to.suffix.lower()
    if ending not in ENDINGS:
        raise UnknownEnding(f"{to.name} ends in none of {', '.join(ENDINGS)}")
    content = briefing_file(shared, ending)
    write_whole(to, lambda draft: draft.write_bytes(content))
