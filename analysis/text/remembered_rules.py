"""Rules of spaCy that look at a token alone, worked out once for each kind of token instead of at every token.

The attribute ruler and the lemmatizer of spaCy's English models take a sixth of the time of the model. Most of their
rules ask for a few attributes of one token, and texts have few kinds of tokens: what the rules say of a kind is kept.
Every token gets exactly what the rules themselves would give it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from spacy.attrs import DEP, IDS, LEMMA, MORPH, ORTH, POS, TAG
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Span
from spacy.tokens._retokenize import set_token_attrs

ASKED = frozenset(("ORTH", "LOWER", "TAG", "DEP"))  # what a rule for one token may ask for by words
SETTABLE = frozenset((DEP, LEMMA, MORPH, POS, TAG))  # of a token alone, not of its word wherever it stands

Apply = Callable[[Doc], Doc]
Attributes = dict[int, int]
Pattern = list[dict[str, Any]]


@Language.factory("remembered_rules")
class RememberedRules:
    """A component of a pipeline that does what another one did."""

    def __init__(self, nlp: Language, name: str) -> None:
        """A component that does nothing until `apply` is set."""
        self.name = name
        self.apply: Apply = lambda doc: doc

    def __call__(self, doc: Doc) -> Doc:
        """The document, its tokens with their attributes."""
        return self.apply(doc)


def remember_rules(language: Language) -> None:
    """Let the attribute ruler and the lemmatizer of a pipeline just loaded remember, where that changes no answer."""
    components = dict(language.pipeline)
    ruler, lemmatizer = components.get("attribute_ruler"), components.get("lemmatizer")
    if isinstance(ruler, AttributeRuler) and _can_be_remembered(ruler):
        _replace(language, "attribute_ruler", _ruler(ruler))
    if isinstance(lemmatizer, EnglishLemmatizer) and lemmatizer.mode == "rule":
        _replace(language, "lemmatizer", _lemmatizer(lemmatizer))


def _replace(language: Language, name: str, apply: Apply) -> None:
    after = language.pipe_names.index(name) + 1
    place = {"before": language.pipe_names[after]} if after < len(language.pipe_names) else {"last": True}
    language.remove_pipe(name)
    component: Any = language.add_pipe("remembered_rules", name=name, **place)
    component.apply = apply


def _lemmatizer(lemmatizer: EnglishLemmatizer) -> Apply:
    """What the lemmatizer does: a lemma hangs on the word, its part of speech and its form."""
    lemmas: dict[tuple[int, ...], int] = {}

    def apply(doc: Doc) -> Doc:
        for token, row in zip(doc, doc.to_array([ORTH, POS, MORPH, LEMMA]).tolist(), strict=True):
            if lemmatizer.overwrite or not row[3]:
                key = (row[0], row[1], row[2])
                if key not in lemmas:
                    lemmas[key] = doc.vocab.strings.add(lemmatizer.lemmatize(token)[0])
                token.lemma = lemmas[key]
        return doc

    return apply


def _ruler(ruler: AttributeRuler) -> Apply:
    """What the attribute ruler does: by kind of token, and by its own matcher for rules about several tokens."""
    single, several = _matcher(ruler, is_single=True), _matcher(ruler, is_single=False)
    mentioned = _mentioned(ruler)
    asked = [IDS[name] for name in mentioned]
    told_apart = list(mentioned.values())
    known: dict[tuple[int, ...], tuple[int, ...]] = {}
    merged: dict[tuple[int, ...], Attributes] = {}

    def apply(doc: Doc) -> Doc:
        more = _rules_by_token(ruler, _matches(several, doc)) if len(several) else {}
        for place, (token, row) in enumerate(zip(doc, doc.to_array(asked).tolist(), strict=True)):
            kind = tuple(
                value if words is None or value in words else -1 for value, words in zip(row, told_apart, strict=True)
            )
            rules = known.get(kind)
            if rules is None:
                rules = known[kind] = tuple(sorted(rule for rule, _, _ in _matches(single, doc[place : place + 1])))
            if place in more:
                rules = tuple(sorted({*rules, *more[place]}))
            if rules not in merged:
                merged[rules] = _merged(ruler, rules)
            set_token_attrs(token, merged[rules])
        return doc

    return apply


def _matches(matcher: Matcher, tokens: Doc | Span) -> list[tuple[int, int, int]]:
    """The number of each rule that matches, and from where to where."""
    strings = tokens.vocab.strings
    return [(int(strings[key]), start, end) for key, start, end in matcher(tokens, allow_missing=True)]


def _rules_by_token(ruler: AttributeRuler, matches: Iterable[tuple[int, int, int]]) -> Mapping[int, list[int]]:
    """The rules that set attributes of each token."""
    found: dict[int, list[int]] = defaultdict(list)
    for rule, start, end in matches:
        index = ruler.indices[rule]
        found[start + index if index >= 0 else end + index].append(rule)
    return found


def _merged(ruler: AttributeRuler, rules: Sequence[int]) -> Attributes:
    """The attributes that these rules set, a later rule before an earlier one."""
    attributes: Attributes = {}
    for rule in rules:
        attributes |= ruler.attrs[rule]
    return attributes


def _matcher(ruler: AttributeRuler, is_single: bool) -> Matcher:
    """A matcher of the ruler's patterns for one token, or of all others."""
    matcher = Matcher(ruler.vocab)
    for rule, patterns in enumerate(_patterns(ruler)):
        patterns = [pattern for pattern in patterns if _is_single(pattern) == is_single]
        if patterns:
            matcher.add(str(rule), patterns)
    return matcher


def _is_single(pattern: Pattern) -> bool:
    return len(pattern) == 1 and "OP" not in pattern[0]


def _singles(ruler: AttributeRuler) -> list[Pattern]:
    return [pattern for patterns in _patterns(ruler) for pattern in patterns if _is_single(pattern)]


def _patterns(ruler: AttributeRuler) -> list[list[Pattern]]:
    """The patterns of each rule."""
    specs: list[Any] = ruler.patterns
    return [spec["patterns"] for spec in specs]


def _can_be_remembered(ruler: AttributeRuler) -> bool:
    """Whether the rules for one token ask for plain attributes alone, and all rules set such of a token alone."""
    asked = {name for pattern in _singles(ruler) for name in pattern[0]}
    is_plain = all(name in ASKED or name.startswith("IS_") for name in asked)
    return is_plain and bool(asked) and all(set(attributes) <= SETTABLE for attributes in ruler.attrs)


def _mentioned(ruler: AttributeRuler) -> dict[str, frozenset[int] | None]:
    """For each attribute that rules for one token ask for, the values that they tell apart; None when that is all."""
    values: dict[str, set[int] | None] = {}
    for pattern in _singles(ruler):
        for name, wanted in pattern[0].items():
            words = _words(wanted) if name in ASKED else None
            before = values.get(name, set())
            values[name] = (
                None if words is None or before is None else before | set(map(ruler.vocab.strings.add, words))
            )
    return {name: None if found is None else frozenset(found) for name, found in values.items()}


def _words(wanted: Any) -> list[str] | None:
    """The words that a condition on an attribute names, None when it is of another sort."""
    if isinstance(wanted, str):
        return [wanted]
    return wanted["IN"] if isinstance(wanted, dict) and list(wanted) == ["IN"] else None
