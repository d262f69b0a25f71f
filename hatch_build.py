"""What `pip install .` asks for: the packages that requirements.txt pins, so that they are written down once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


class Pins(MetadataHookInterface):
    """The requirements with their versions and markers, without the digests, which metadata cannot hold."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set `dependencies`."""
        lines = (Path(self.root) / "requirements.txt").read_text(encoding="utf-8").splitlines()
        found = (line.removesuffix("\\").strip() for line in lines if line[:1].isalnum())
        metadata["dependencies"] = list(found)
