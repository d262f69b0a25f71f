"""Themes of sentences, by the words of a theme lexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from spacy.tokens import Span, Token

from analysis.lexicons.gazetteer import capital_country, country_of, demonym_country, may_begin_place, region
from analysis.lexicons.hyphen_prefixes import prefix_of
from analysis.lexicons.themes import COUNTRY, ThemeLexicon, ThemeTerm
from analysis.text.parse import Parse
from analysis.text.records import ThemeMatch

# A weight counts squared: one word that defines a theme outweighs many hints. One word that belongs to a theme is
# enough, or two that hint at it, or a country and no more. In a report where no sentence has that, such as a headline
# alone, one hint is enough. Chosen on headlines: mean F1 .65 with plain weights, .66 squared; .59 where a country is
# not enough, .64 where a hint never is. benchmarks/quality.py themes shows the figure.
ENOUGH = 2.0
HINT = 1.0

LONGEST_COUNTRY = 4

Match = tuple[ThemeTerm, int, int]
Evidence = dict[str, dict[tuple[int, int], ThemeTerm]]


def find_themes(parse: Parse, lexicon: ThemeLexicon) -> tuple[ThemeMatch, ...]:
    """The themes of each analysed sentence, the strongest first, with the words that earned them.

    A word counts once a sentence; words inside a longer entry count for that entry only. All countries that a sentence
    names are one entry, COUNTRY.
    """
    found = [
        match
        for number, span in parse.analysed()
        for match in _of_sentence(number, chain(_matches(span, lexicon), _countries(span, lexicon)))
    ]
    enough = ENOUGH if any(match.score >= ENOUGH for match in found) else HINT
    return tuple(match for match in found if match.score >= enough)


def _of_sentence(number: int, matches: Iterable[Match]) -> list[ThemeMatch]:
    found: Evidence = defaultdict(dict)
    for term, start_char, end_char in matches:
        if term.weight:
            found[term.theme].setdefault((start_char, end_char), term)
    themes = []
    for theme, by_span in found.items():
        spans = tuple(sorted(by_span))
        weights = tuple(_first_weights(by_span[span] for span in spans))
        countries = tuple(span for span in spans if by_span[span].words == (COUNTRY,))
        themes.append(ThemeMatch(number, theme, sum(weights), spans, weights, countries))
    return sorted(themes, key=lambda match: (-match.score, match.theme))


def _first_weights(terms: Iterable[ThemeTerm]) -> Iterator[float]:
    """What each entry counts where it stands first, 0 where it stands again."""
    seen: set[tuple[str, ...]] = set()
    for term in terms:
        yield 0.0 if term.words in seen else term.weight**2
        seen.add(term.words)


def _names_country(words: str) -> bool:
    """Whether the words are a country, its people, its capital or a part of the world."""
    if country_of(words) or demonym_country(words) or capital_country(words):
        return True
    found = region(words)
    return found is not None and found.country is None


@lru_cache(maxsize=50_000)
def _country_length(words: tuple[str, ...]) -> int:
    """How many of the words, from the first, name a country; 0 where they don't."""
    return next((n for n in range(len(words), 0, -1) if _names_country(" ".join(words[:n]))), 0)


def _countries(span: Span, lexicon: ThemeLexicon) -> Iterator[Match]:
    tokens = list(span) if COUNTRY in lexicon else []
    position = 0
    while position < len(tokens):
        length = 0
        first = tokens[position].text
        if first[:1].isupper() and may_begin_place(first) and not tokens[position].is_stop:
            length = _country_length(tuple(t.text for t in tokens[position : position + LONGEST_COUNTRY]))
        for term in lexicon[COUNTRY] if length else ():
            last = tokens[position + length - 1]
            yield term, tokens[position].idx, last.idx + len(last)
        position += max(length, 1)


def _matches(span: Span, lexicon: ThemeLexicon) -> Iterator[Match]:
    tokens = list(span)
    forms = [plain_forms(token) for token in tokens]
    position = 0
    while position < len(tokens):
        known = [lexicon[form] for form in forms[position] if form in lexicon]
        found = _longest(known, tokens, forms, position) if known else []
        for term in found:
            last = tokens[position + len(term.words) - 1]
            yield term, tokens[position].idx, last.idx + len(last)
        position += len(found[0].words) if found else 1


def _longest(
    known: list[tuple[ThemeTerm, ...]], tokens: list[Token], forms: list[tuple[str, ...]], position: int
) -> list[ThemeTerm]:
    """The longest entries that stand here; the word as it stands goes before its plain forms (`securities`)."""
    best: list[ThemeTerm] = []
    for terms in known:
        shorter, fitting = len(best[0].words) if best else 0, list[ThemeTerm]()
        for term in terms:
            if len(term.words) <= shorter or (fitting and len(term.words) < len(fitting[0].words)):
                break
            if _stands_at(term, tokens, forms, position):
                fitting.append(term)
        best = fitting or best
    return best


def _stands_at(term: ThemeTerm, tokens: list[Token], forms: list[tuple[str, ...]], position: int) -> bool:
    if position + len(term.words) > len(tokens):
        return False
    if term.part_of_speech and not _is_of(tokens[position + len(term.words) - 1], term.part_of_speech):
        return False
    return all(word in forms[position + offset] for offset, word in enumerate(term.words))


def _is_of(token: Token, part_of_speech: str) -> bool:
    return token.pos_ == part_of_speech or (part_of_speech == "NOUN" and token.pos_ == "PROPN")


def plain_forms(token: Token) -> tuple[str, ...]:
    """The word in lower case and its plain forms, each once; a capitalised plural is not lemmatised by the model."""
    return _forms(token.lower_, token.lemma_)


@lru_cache(maxsize=1 << 16)
def _forms(lower: str, lemma: str) -> tuple[str, ...]:
    prefix = prefix_of(lower)
    within = () if prefix is None else (lower[len(prefix) + 1 :], _singular(lower[len(prefix) + 1 :]))
    return tuple(dict.fromkeys((lower, lower.replace(".", ""), lemma.lower(), _singular(lower), *within)))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
