"""Hand-made reports: sentences in which the names are marked."""

from __future__ import annotations

import re
from datetime import datetime

from analysis.read.article import Article
from analysis.tables.entry import Entry, document_id
from analysis.text.records import Mention, Report, Sentence

MARK = re.compile(r"\[(?P<text>[^\]|]+)\|(?P<label>[A-Z]+)(?:\|(?P<name>[^\]|]*))?(?:\|(?P<role>[^\]]*))?\]")


def entry(*sentences: str, day: str | None = None) -> Entry:
    """A report of these sentences. Names are marked `[text|label|name|role]`: without a name the text is the name,
    and names that are equal and of one kind (person or not) are one chain; `Smith#2` is another Smith.

    >>> [m.text for m in entry("[Baku|GPE] met [Aliyev|PERSON|Ilham Aliyev|President].").report.mentions]
    ['Baku', 'Aliyev']
    """
    text, found_sentences, mentions = "", [], []
    chains: dict[tuple[bool, str], int] = {}
    for number, marked in enumerate(sentences):
        start_char = len(text)
        done = 0
        for match in MARK.finditer(marked):
            text += marked[done : match.start()]
            name = match["name"] or match["text"]
            chain = chains.setdefault((match["label"] == "PERSON", name), len(chains))
            place = (len(text), len(text) + len(match["text"]))
            shown = name.partition("#")[0]
            mentions.append(Mention(number, *place, match["text"], match["label"], shown, chain, match["role"] or ""))
            text += match["text"]
            done = match.end()
        text += marked[done:]
        found_sentences.append(Sentence(start_char, len(text), "body"))
        text += "\n"
    published = datetime.fromisoformat(day) if day else None
    article = Article(f"{text[:20]}.txt", text, published=published, published_from="text" if day else "unknown")
    report = Report(
        sentences=tuple(found_sentences),
        mentions=tuple(mentions),
        references=(),
        timexes=(),
        attributions=(),
        facts=(),
        themes=(),
        terms=(),
    )
    return Entry(
        doc_id=document_id(article),
        article=article,
        report=report,
        published=published,
        published_from=article.published_from,
        timexes=(),
    )
