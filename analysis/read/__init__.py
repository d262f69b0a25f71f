"""Files in, articles out: `read_inputs` reads folders and files of every known format."""

from analysis.read.article import Article, Unreadable
from analysis.read.inputs import read_inputs

__all__ = ["Article", "Unreadable", "read_inputs"]
