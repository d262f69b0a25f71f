"""The sentence of a claim: who, the verb phrase in the words of the text, and where each piece of it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from analysis.text.claims.kept import kept, subtree
from analysis.text.claims.path import framed_by, path
from analysis.text.facts.arguments import Argument
from analysis.text.facts.naming import Named, Names
from analysis.text.facts.phrases import phrase
from analysis.text.facts.subjects import subject
from analysis.text.facts.syntax import child, is_passive, is_verbal

PARTICIPIAL = frozenset({"acl", "advcl", "relcl", "conj", "pcomp", "dep"})  # clauses whose verb may be a participle
JOINS = frozenset({"and", "or", "&", "but", "nor"})
BEFORE_MARK = re.compile(r"\s+([,.;:!?%)\]])")
AFTER_MARK = re.compile(r"([(\[])\s+")
GAP = 4  # joints in a row that are kept: a closing mark, a comma, `and`, an opening mark
CONTRACTED = {"'ve": "have", "'ll": "will", "'re": "are", "'m": "am", "n't": "not", "ca": "can", "wo": "will"}
QUOTES = re.compile(r"[\"“”„«»]|(?<!\w)['‘]|['’](?!\w)")


@dataclass(frozen=True)
class Wording:
    """The sentence of a claim, the spans of its pieces (characters into the text), and the positions of its words in
    the Doc, without those of whom it is about."""

    text: str
    spans: tuple[tuple[int, int], ...]
    positions: tuple[int, ...] = ()


def worded(head: Token, governors: Sequence[tuple[int, str]], names: Names) -> Wording:
    """The sentence of the event that `head` tells, from the outermost word that frames it."""
    top = framed_by(head, governors)
    if not is_verbal(top):
        return _joined(head.doc, None, set(subtree(top)), "")
    words = path(top, head)
    found = subject(words[0])
    about = None if found is None else _about(found, names)
    return _joined(head.doc, about, kept(words), _auxiliary(words[0], found))


def _about(found: Argument, names: Names) -> Named:
    """Whom a sentence is about: by name, or by the whole phrase with what tells which is meant."""
    named = names.named(found)
    if (
        found.span
        or found.head.pos_ == "PRON"
        or found.head.ent_type_ == "PERSON"
        or named.words != _plain(found, names)
    ):
        return named
    positions = sorted(_with_joints(found.head.doc, set(subtree(found.head))))
    runs = list(_runs(positions))
    words = " ".join(_run_text(found.head.doc, *run) for run in runs)
    start_char, end_char = names.chars(positions[0], positions[-1] + 1)
    return Named(words, start_char, end_char, named.mention)


def _plain(found: Argument, names: Names) -> str:
    start, end = phrase(found.head)
    start_char, end_char = names.chars(start, end)
    return " ".join(names.parse.text[start_char:end_char].split())


def _auxiliary(top: Token, found: Argument | None) -> str:
    """The auxiliary that a participle needs to state something by itself: `a law signed by` -> `was signed by`."""
    if found is None or top.tag_ not in ("VBN", "VBG") or top.dep_ not in PARTICIPIAL:
        return ""
    if any(one.dep_ in ("aux", "auxpass") for one in (*top.children, *_shared(top))):
        return ""
    if top.tag_ == "VBN" and not is_passive(top):
        return ""
    return "were" if _is_plural(found.head) else "was"


def _is_plural(head: Token) -> bool:
    return head.tag_ in ("NNS", "NNPS") or head.lower_ in ("they", "we", "you") or child(head, "conj") is not None


def _shared(verb: Token) -> tuple[Token, ...]:
    return tuple(verb.head.children) if verb.dep_ == "conj" else ()


def _joined(doc: Doc, about: Named | None, positions: set[int], auxiliary: str) -> Wording:
    runs = list(_runs(_with_joints(doc, positions)))
    body = " ".join(_run_text(doc, *run) for run in runs)
    spans = [(doc[start].idx, doc[end - 1].idx + len(doc[end - 1])) for start, end in runs]
    if about is not None:
        spans.insert(0, (about.start_char, about.end_char))
    who = about.words if about is not None else ""
    return Wording(_sentence(who, auxiliary, body), tuple(spans), tuple(sorted(positions)))


def _with_joints(doc: Doc, positions: set[int]) -> list[int]:
    """The positions with the commas, hyphens and conjunctions that stand between two of them."""
    found = set(positions)
    for place in sorted(positions):
        nxt = place + 1
        while (
            nxt < len(doc)
            and nxt not in positions
            and nxt - place <= 2
            and (doc[nxt].is_punct or doc[nxt].lower_ in JOINS)
        ):
            nxt += 1
        if nxt < len(doc) and nxt in positions:
            found.update(range(place + 1, nxt))
    return sorted(found)


def _is_joint(token: Token) -> bool:
    return token.is_punct or token.is_quote or token.lower_ in JOINS


def _runs(positions: Iterable[int]) -> Iterator[tuple[int, int]]:
    start = end = -1
    for place in positions:
        if place != end:
            if end > 0:
                yield start, end
            start = place
        end = place + 1
    if end > 0:
        yield start, end


def _run_text(doc: Doc, start: int, end: int) -> str:
    return "".join(_word(token) for token in doc[start:end]).strip()


def _word(token: Token) -> str:
    """A token with the white space after it; a contracted auxiliary in full, since it may stand first."""
    text = token.lower_.replace("’", "'")
    full = CONTRACTED.get(text, "") if token.pos_ in ("AUX", "VERB", "PART") else ""
    if token.pos_ == "AUX" and text in ("'s", "'d"):
        full = {"be": "is", "have": "has" if text == "'s" else "had", "would": "would", "will": "would"}.get(
            token.lemma_, ""
        )
    return f" {full} " if full else token.text + (" " if token.whitespace_ else "")


def _sentence(who: str, auxiliary: str, body: str) -> str:
    text = " ".join(part for part in (who, auxiliary, body) if part)
    text = " ".join(QUOTES.sub(" ", text).split())
    text = AFTER_MARK.sub(r"\1", BEFORE_MARK.sub(r"\1", text)).strip(" ,;:-–—")
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".") if text else ""
