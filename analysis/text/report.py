"""The one function that reads a report: article in, everything that it says out.

Pure and picklable: the same article, model and lexicons give the same Report on every machine and in every process.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee
from pathlib import Path

from analysis.read.article import Article
from analysis.text.amounts import find_amounts
from analysis.text.attributions import find_attributions
from analysis.text.blocks import find_blocks
from analysis.text.claims import find_claims
from analysis.text.facts import find_told
from analysis.text.language import DEFAULT_MODEL, load_language
from analysis.text.names import find_mentions
from analysis.text.parse import Parse, parses
from analysis.text.records import Mention, Report, TimexExpression
from analysis.text.references import find_references
from analysis.text.terms import find_terms
from analysis.text.themes import find_fact_themes, find_leaning_themes
from analysis.text.timexes import find_timexes


def read_reports(
    articles: Iterable[Article], model: str = DEFAULT_MODEL, themes: Path | None = None
) -> Iterator[Report]:
    """The Report of each article, in order. Raises ModuleNotFoundError for an unknown model."""
    articles, parsed = tee(articles)
    blocks = ((article.text, find_blocks(article.text, article.header)) for article in parsed)
    for article, parse in zip(articles, parses(load_language(model), blocks), strict=True):
        yield read_report(article, parse, themes)


def read_report(article: Article, parse: Parse, themes: Path | None = None) -> Report:
    """What one parsed text says."""
    mentions = find_mentions(parse)
    references = find_references(parse, mentions)
    timexes = _without_surnames(find_timexes(parse), mentions)
    attributions = find_attributions(parse, mentions)
    facts = find_claims(find_told(parse, article.title, mentions, references, timexes, attributions))
    found, leanings = find_leaning_themes(parse, article.title, themes)
    return Report(
        sentences=parse.sentences,
        mentions=mentions,
        references=references,
        timexes=timexes,
        attributions=attributions,
        facts=facts,
        amounts=find_amounts(parse, mentions, timexes, facts),
        themes=found,
        fact_themes=find_fact_themes(facts, attributions, found, leanings),
        terms=find_terms(parse, mentions),
    )


def _without_surnames(timexes: Iterable[TimexExpression], mentions: Iterable[Mention]) -> tuple[TimexExpression, ...]:
    """The temporal expressions that do not end in a person's name: Captain June said."""
    personal = {i for m in mentions if m.label == "PERSON" for i in range(m.start_char, m.end_char)}
    return tuple(timex for timex in timexes if timex.end_char - 1 not in personal)
