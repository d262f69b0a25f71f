"""Names: the mentions of people, bodies and places in a text, and whether two name forms may be the same.

Finding mentions needs the library of the language model, which comparing names does without: it is loaded late.
"""

from typing import TYPE_CHECKING

from analysis.text.names.same_name import same_name

if TYPE_CHECKING:
    from analysis.text.names.mentions import find_mentions

__all__ = ["find_mentions", "same_name"]


def __getattr__(name: str) -> object:
    if name == "find_mentions":
        from analysis.text.names.mentions import find_mentions

        return find_mentions
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
