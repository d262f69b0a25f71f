"""The names in a text."""

from __future__ import annotations

from analysis.text.parse import Parse
from analysis.text.records import Mention

NUMBERS = {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"}


def find_mentions(parse: Parse) -> tuple[Mention, ...]:
    """The mentions of a text, in order, without overlap."""
    chains: dict[str, int] = {}
    found = []
    for sentence, span in parse.analysed():
        for name in span.ents:
            if name.label_ not in NUMBERS:
                chain = chains.setdefault(name.text, len(chains))
                text = parse.text[name.start_char : name.end_char]
                found.append(Mention(sentence, name.start_char, name.end_char, text, name.label_, name.text, chain))
    return tuple(found)
