"""Words of a parse as text: positions in the Doc to runs, runs to words as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from spacy.tokens import Doc, Token

JOINS = frozenset({"and", "or", "&", "but", "nor"})
GAP = 4  # joints in a row that are kept: a closing mark, a comma, `and`, an opening mark
CONTRACTED = {"'ve": "have", "'ll": "will", "'re": "are", "'m": "am", "n't": "not", "ca": "can", "wo": "will"}
IS_OR_HAS = {"be": "is", "have": "has"}
HAD_OR_WOULD = {"have": "had", "would": "would", "will": "would"}

PLAIN = frozenset({"AUX", "VERB", "ADP", "CCONJ", "SCONJ", "PART", "DET", "ADV"})

NOTHING: Mapping[int, str] = MappingProxyType({})

Run = tuple[int, int]


def runs(doc: Doc, positions: Iterable[int]) -> list[Run]:
    """The runs of words at these positions, half-open, with the commas and conjunctions between two of them."""
    found = set(positions)
    lone = [place for place in found if (place - 1 not in found or place + 1 not in found) and _is_ticker(doc, place)]
    return list(_runs(_with_joints(doc, found.difference(lone))))


def words(doc: Doc, parts: Iterable[Run], instead: Mapping[int, str] = NOTHING) -> str:
    """The words of runs, contracted auxiliaries in full, one blank between runs.

    `instead` has the words that stand for a token: the name for a pronoun.
    """
    return " ".join("".join(_word(token, instead) for token in doc[start:end]).strip() for start, end in parts)


def chars(doc: Doc, run: Run) -> tuple[int, int]:
    """The characters of a run, half-open."""
    start, end = run
    last = doc[end - 1]
    return doc[start].idx, last.idx + len(last)


def _with_joints(doc: Doc, positions: set[int]) -> list[int]:
    found = set(positions)
    length = len(doc)
    for place in positions:
        following = place + 1
        if following in positions:
            continue
        while following < length and following not in positions and following - place <= GAP:
            if not _is_joint(doc[following]):
                break
            following += 1
        if following in positions:
            found.update(range(place + 1, following))
    return sorted(found)


def _is_joint(token: Token) -> bool:
    return token.is_punct or token.is_quote or token.lower_ in JOINS


def _runs(positions: Iterable[int]) -> Iterator[Run]:
    start = end = -1
    for place in positions:
        if place != end:
            if end > 0:
                yield start, end
            start = place
        end = place + 1
    if end > 0:
        yield start, end


def _word(token: Token, instead: Mapping[int, str]) -> str:
    """A token with the white space after it; a contracted auxiliary in full, since it may stand first."""
    full = _in_full(token)
    return f" {full} " if full else instead.get(token.i, _lowered(token)) + (" " if token.whitespace_ else "")


def _lowered(token: Token) -> str:
    """A word without the capital that it has because the word before ends with a stop: `the U.S. Has agreed`."""
    text = token.text
    if (
        not text[:1].isupper()
        or not text.istitle()
        or token.pos_ not in PLAIN
        or token.is_sent_start
        or token.ent_type_
    ):
        return text
    return token.lower_ if token.i > 0 and token.doc[token.i - 1].text.endswith(".") else text


def _is_ticker(doc: Doc, place: int) -> bool:
    """Whether a word is the sign of a share: `Acme Corp <ACM.L>`."""
    if not 0 < place < len(doc) - 1 or doc[place - 1].text != "<" or doc[place + 1].text != ">":
        return False
    return doc[place].text.replace(".", "").isupper()


def _in_full(token: Token) -> str:
    if token.pos_ not in ("AUX", "VERB", "PART"):
        return ""
    text = token.lower_.replace("’", "'")
    if token.pos_ == "AUX" and text in ("'s", "'d"):
        if text == "'s" and _is_before_been(token):
            return "has"
        return (IS_OR_HAS if text == "'s" else HAD_OR_WOULD).get(token.lemma_, "")
    return CONTRACTED.get(text, "")


def _is_before_been(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().lower_ == "been"
