"""A hand-made snapshot: nine short reports with every kind of row, one of them hostile; and a large one made of it.

A sentence is written with its parts marked: `[actor|Karim Sadat] [action|signed] [target|the contract]`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.schema import Table
from analysis.store import Snapshot, publish
from analysis.tables import TABLES
from analysis.tables.document_map import document_map
from analysis.tables.fact_entities import fact_entities
from analysis.tables.sentence_terms import sentence_terms, vocabulary
from analysis.tables.term_matrix import term_matrix

PART = re.compile(r"\[(actor|action|target|place|when|source|cue)\|([^\]]+)\]")

LONG_WORD = "Donaudampfschifffahrts" * 12
HOSTILE_TITLE = '<script>document.title="owned"</script> **bold** $x^2$ [link](http://evil.example/) :material/home:'
HOSTILE_NAME = "<img src=http://evil.example/x.png onerror=alert(1)> Bobby"
HOSTILE_THEME = "<u>theme</u> **b** $y$"
HOSTILE_PUBLISHER = "=1+1 <b>News</b> & Co"
ARABIC = "قال الوزير إن السفارة ستفتح أبوابها قريبا"

NAMES = {
    "Karim Sadat": "PERSON",
    "Sadat": "PERSON",
    "Leyla Rahimova": "PERSON",
    "Rahimova": "PERSON",
    "Leila Rahimova": "PERSON",
    "Tomas Berg": "PERSON",
    "Ministry of Mines": "ORG",
    "Red Crescent": "ORG",
    "Norland Mining": "ORG",
    "Kabul": "GPE",
    "Herat": "GPE",
    "Baku": "GPE",
    "Azerbaijan": "GPE",
    "Afghanistan": "GPE",
    HOSTILE_NAME: "PERSON",
}
SAME = {"Sadat": "Karim Sadat", "Rahimova": "Leyla Rahimova", "Leila Rahimova": "Leyla Rahimova"}
ROLES = {"Karim Sadat": "minister of mines", "Leyla Rahimova": "ambassador"}
COUNTRIES = {"Kabul": "AF", "Herat": "AF", "Baku": "AZ", "Azerbaijan": "AZ", "Afghanistan": "AF"}
TERMS = (
    "contract",
    "copper mine",
    "mine",
    "school",
    "teacher",
    "clinic",
    "flour",
    "checkpoint",
    "embassy",
    "visa",
    "road",
)


@dataclass(frozen=True)
class Line:
    """A sentence with its marked parts and what the fact in it is like; no action, no fact."""

    text: str
    themes: tuple[str, ...] = ()
    status: str = "done"
    days: tuple[str, str] | None = None
    precision: str = "day"
    event_class: str | None = None
    certainty: str = "certain"
    kind: str = "body"
    is_main: bool = False


@dataclass(frozen=True)
class Text:
    """A report."""

    title: str | None
    publisher: str | None
    published: str | None
    lines: tuple[Line, ...]
    url: str | None = None
    published_from: str = "metadata"


REPORTS = (
    Text(
        "Ministry signs copper contract",
        "Kabul Courier",
        "2024-03-04",
        (
            Line("Ministry signs copper contract", kind="heading"),
            Line(
                "[actor|Karim Sadat] [action|signed] [target|a contract with Norland Mining] for the copper mine in "
                "[place|Herat] [when|on 3 March 2024].",
                ("mining", "economy"),
                days=("2024-03-03", "2024-03-04"),
                event_class="AGREE",
                is_main=True,
            ),
            Line(
                "[source|The Ministry of Mines] [cue|said] [actor|Norland Mining] [action|will build] "
                "[target|a road to the mine] [when|in May].",
                ("mining",),
                "planned",
                ("2024-05-01", "2024-06-01"),
                "month",
                "COOPERATE",
            ),
            Line("Advertisement", kind="noise"),
            Line(
                "[actor|Tomas Berg] [action|may open] [target|a second copper mine] [when|in 2025].",
                ("mining",),
                "possible",
                ("2025-01-01", "2026-01-01"),
                "year",
                certainty="possible",
            ),
        ),
        "https://courier.example/copper",
    ),
    Text(
        "Norland denies it closed the mine",
        "Northern Wire",
        "2024-04-12",
        (
            Line("Norland denies it closed the mine", kind="heading"),
            Line(
                "[source|Tomas Berg] [cue|denied] that [actor|Norland Mining] [action|closed] [target|the mine] in "
                "[place|Herat].",
                ("mining",),
                "denied",
                is_main=True,
            ),
            Line(
                "[actor|Workers] [action|blocked] [target|the road] [when|on 10 April].",
                ("mining", "security"),
                days=("2024-04-10", "2024-04-11"),
                event_class="PROTEST",
            ),
            Line(
                "[source|Sadat] [cue|asked] that [actor|the company] [action|publish] [target|the contract].",
                ("mining",),
                "requested",
                event_class="REQUEST",
            ),
        ),
    ),
    Text(
        "Ambassador visits school in Herat",
        "Kabul Courier",
        "2024-02-20",
        (
            Line("Ambassador visits school in Herat", kind="heading"),
            Line(
                "[actor|Leyla Rahimova], the ambassador of Azerbaijan, [action|visited] [target|a school] in "
                "[place|Herat] [when|on Monday].",
                ("education", "diplomacy"),
                days=("2024-02-19", "2024-02-20"),
                event_class="CONSULT",
                is_main=True,
            ),
            Line(
                "[actor|Azerbaijan] [action|will train] [target|forty teachers] in [place|Baku] [when|this summer], "
                "[source|Rahimova] [cue|said].",
                ("education",),
                "planned",
                ("2024-06-01", "2024-09-01"),
                "season",
                "AID",
            ),
            Line("[actor|A teacher] [action|thanked] [target|Rahimova].", ("education",), event_class="SUPPORT"),
        ),
        "https://courier.example/school",
    ),
    Text(
        "Embassy opens visa desk",
        "Caspian Review",
        "2024-01-16",
        (
            Line("Embassy opens visa desk", kind="heading"),
            Line(
                "[actor|Azerbaijan] [action|opened] [target|a visa desk at its embassy] in [place|Kabul] "
                "[when|on 15 January 2024].",
                ("diplomacy", "services"),
                days=("2024-01-15", "2024-01-16"),
                event_class="COOPERATE",
                is_main=True,
            ),
            Line(
                "[actor|Leila Rahimova] [action|met] [target|Karim Sadat] in [place|Kabul] [when|the same day].",
                ("diplomacy",),
                days=("2024-01-15", "2024-01-16"),
                event_class="CONSULT",
            ),
        ),
    ),
    Text(
        "Red Crescent hands out flour",
        "Northern Wire",
        "2024-03-22",
        (
            Line("Red Crescent hands out flour", kind="heading"),
            Line(
                "[actor|The Red Crescent] [action|handed out] [target|flour to 300 families] in [place|Herat] "
                "[when|last week].",
                ("aid",),
                days=("2024-03-11", "2024-03-18"),
                precision="week",
                event_class="AID",
                is_main=True,
            ),
            Line(
                "[actor|It] [action|plans] [target|a clinic] [when|in June].",
                ("aid",),
                "planned",
                ("2024-06-01", "2024-07-01"),
                "month",
            ),
            Line("A lorry of the Red Crescent in Herat (photo)", kind="caption"),
        ),
        "javascript:alert(1)",
    ),
    Text(
        "Checkpoint removed",
        "Northern Wire",
        "2024-03-25",
        (
            Line("Checkpoint removed", kind="heading"),
            Line(
                "[actor|Guards] [action|removed] [target|the checkpoint] on the road to [place|Kabul] "
                "[when|on Sunday].",
                ("security",),
                days=("2024-03-24", "2024-03-25"),
                event_class="RETREAT",
                is_main=True,
            ),
        ),
    ),
    Text(
        "Visa desk to close for a day",
        None,
        "2024-03-26",
        (
            Line(
                "[actor|The embassy of Azerbaijan] [action|will close] [target|its visa desk] [when|on Friday].",
                ("services",),
                "planned",
                ("2024-03-29", "2024-03-30"),
                is_main=True,
            ),
        ),
        published_from="inferred",
    ),
    Text(
        None,
        "Caspian Review",
        None,
        (Line("Nothing of note happened."), Line("Prices were stable.", ("economy",))),
        published_from="unknown",
    ),
    Text(
        HOSTILE_TITLE,
        HOSTILE_PUBLISHER,
        "2024-02-02",
        (
            Line(HOSTILE_TITLE.replace("[", "(").replace("]", ")"), kind="heading"),
            Line(
                f"[actor|{HOSTILE_NAME}] [action|=cmd()] [target|a `contract` ![x](http://evil.example/y.png) & $a_b$ "
                f"🚀 {LONG_WORD}] in [place|Baku] [when|on 1 February].".replace("![x](", "!(x)("),
                ("security", HOSTILE_THEME),
                days=("2024-02-01", "2024-02-02"),
                is_main=True,
            ),
            Line(
                f"[source|{HOSTILE_NAME}] [cue|said]: [actor|{ARABIC}] [action|@opens] [target|-1 </div></body>].",
                ("diplomacy",),
                "planned",
            ),
        ),
        "data:text/html,<script>alert(1)</script>",
    ),
)

UNREADABLE = (
    {"source_id": "pictures/<b>map</b>.txt", "reason": "It is not text: it has bytes that no text has."},
    {"source_id": "empty.txt", "reason": "It is empty."},
)


@dataclass
class Tables:
    """Rows by the name of their table."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, table: str, **values: Any) -> None:
        """Add a row."""
        self.rows[table].append(values)

    def frames(self) -> dict[str, pd.DataFrame]:
        """Every table, the ones without rows empty."""
        made = {table.name: _frame(table, self.rows[table.name]) for table in TABLES}
        words = vocabulary(made["term_occurrences"])
        return made | {
            "fact_entities": fact_entities(made["facts"], made["mentions"], made["attributions"]),
            "vocabulary": words,
            "sentence_terms": sentence_terms(made["term_occurrences"], words),
            "document_map": document_map(None, term_matrix(made["document_terms"])),
        }


def small(out: Path) -> Snapshot:
    """Publish the nine reports in `out`."""
    return publish(out, small_frames(), {"model": "by hand"})


def empty(out: Path) -> Snapshot:
    """Publish a snapshot with one report that says nothing."""
    tables = Tables()
    _add_report(tables, 0, Text("Blank", None, None, (Line("Nothing."),), published_from="unknown"))
    return publish(out, tables.frames(), {"model": "by hand"})


def large(out: Path, copies: int) -> Snapshot:
    """Publish the nine reports `copies` times, each copy a week later and from one of forty publishers."""
    return publish(out, large_frames(copies), {"model": "by hand"})


def large_frames(copies: int) -> dict[str, pd.DataFrame]:
    """Every table of the nine reports `copies` times."""
    same = {"entities", "aliases", "unreadable", "terms", "vocabulary"}
    return {name: frame if name in same else _copies(frame, copies) for name, frame in small_frames().items()}


def small_frames() -> dict[str, pd.DataFrame]:
    """Every table of the nine reports."""
    tables = Tables()
    for number, report in enumerate(REPORTS):
        _add_report(tables, number, report)
    _add_entities(tables)
    _add_terms(tables)
    for row in UNREADABLE:
        tables.add("unreadable", **row)
    return tables.frames()


def entity_id(name: str) -> str:
    """The id of the entity of a name."""
    return "e-" + re.sub(r"\W+", "-", SAME.get(name, name).lower()).strip("-")[:24]


def _add_report(tables: Tables, number: int, report: Text) -> None:
    doc_id, text = f"doc{number:02d}", ""
    for line in report.lines:
        _add_line(tables, doc_id, len(text), line)
        text += PART.sub(r"\2", line.text) + ("\n\n" if line.kind != "body" else " ")
    tables.add(
        "documents",
        doc_id=doc_id,
        source_id=f"{number:03d}.txt",
        title=report.title,
        published=pd.Timestamp(report.published) if report.published else None,
        published_from=report.published_from,
        publisher=report.publisher,
        url=report.url,
        language="en",
        text=text,
        n_words=len(text.split()),
    )


def _add_line(tables: Tables, doc_id: str, at: int, line: Line) -> None:
    words, parts = _parts(line.text)
    sentence = {"doc_id": doc_id, "sentence_id": f"{doc_id}-s{at}"}
    tables.add("sentences", **sentence, start_char=at, end_char=at + len(words), kind=line.kind, text=words)
    if line.kind in ("caption", "noise"):
        return
    for start_char, end_char, name in _names(words):
        tables.add(
            "mentions",
            **sentence,
            mention_id=f"{doc_id}-m{at + start_char}",
            start_char=at + start_char,
            end_char=at + end_char,
            text=name,
            label=NAMES[name],
            entity_id=entity_id(name),
            role=ROLES.get(name),
            rule="a known name",
        )
    for theme in line.themes:
        hit = re.search(r"\w{4,}", words)
        span = hit.span() if hit else (0, 1)
        tables.add(
            "themes",
            **sentence,
            theme=theme,
            score=1.0,
            evidence=words[slice(*span)],
            evidence_spans=f"{at + span[0]}-{at + span[1]}",
        )
    _add_time(tables, sentence, at, parts, line)
    attribution_id = _add_attribution(tables, sentence, at, words, parts)
    if "action" in parts:
        _add_fact(tables, sentence, at, words, parts, line, attribution_id)


def _add_time(tables: Tables, sentence: dict[str, str], at: int, parts: dict[str, Any], line: Line) -> None:
    if "when" not in parts:
        return
    start_char, end_char, _ = parts["when"]
    first, end = line.days or (None, None)
    tables.add(
        "timexes",
        **sentence,
        timex_id=f"{sentence['doc_id']}-t{at + start_char}",
        start_char=at + start_char,
        end_char=at + end_char,
        type="DATE",
        value=first or "XXXX-XX-XX",
        first_day=pd.Timestamp(first) if first else None,
        end_day=pd.Timestamp(end) if end else None,
        precision=line.precision if first else "unknown",
        anchor="the day of publication",
    )


def _add_attribution(
    tables: Tables, sentence: dict[str, str], at: int, words: str, parts: dict[str, Any]
) -> str | None:
    if "source" not in parts:
        return None
    start_char, end_char, source = parts["source"]
    named = next((name for _, _, name in _names(source)), None)
    attribution_id = f"{sentence['doc_id']}-a{at}"
    tables.add(
        "attributions",
        **sentence,
        attribution_id=attribution_id,
        source_start_char=at + start_char,
        source_end_char=at + end_char,
        source_entity_id=entity_id(named) if named else None,
        cue_start_char=at + parts["cue"][0],
        cue_end_char=at + parts["cue"][1],
        content_start_char=at + (0 if start_char else parts["cue"][1]),
        content_end_char=at + (start_char if start_char else len(words)),
        is_quote=False,
        rule="a verb of saying",
        source=source,
    )
    return attribution_id


def _add_fact(
    tables: Tables,
    sentence: dict[str, str],
    at: int,
    words: str,
    parts: dict[str, Any],
    line: Line,
    attribution_id: str | None,
) -> None:
    row: dict[str, Any] = {}
    for part in ("actor", "action", "target", "place"):
        if part not in parts:
            continue
        start_char, end_char, text = parts[part]
        named = next((name for _, _, name in _names(text)), None)
        row |= {part: text, f"{part}_start_char": at + start_char, f"{part}_end_char": at + end_char}
        if part != "action":
            row[f"{part}_entity_id"] = entity_id(named) if named else None
    if line.days:
        row |= {
            "first_day": pd.Timestamp(line.days[0]),
            "end_day": pd.Timestamp(line.days[1]),
            "precision": line.precision,
            "timex_id": f"{sentence['doc_id']}-t{at + parts['when'][0]}",
        }
    start = min(parts[p][0] for p in ("actor", "action", "target") if p in parts)
    end = max(parts[p][1] for p in ("actor", "action", "target", "place") if p in parts)
    tables.add(
        "facts",
        **sentence,
        **row,
        fact_id=f"{sentence['doc_id']}-f{row['action_start_char']}",
        start_char=at + start,
        end_char=at + end,
        event_class=line.event_class,
        certainty=line.certainty,
        polarity="negative" if line.status == "denied" else "positive",
        tense="future" if line.status == "planned" else "past",
        status=line.status,
        attribution_id=attribution_id,
        theme=line.themes[0] if line.themes else None,
        is_main=line.is_main,
        rule="subject, verb, object",
        score=0.9,
        how="actor: the subject of the verb; target: its object",
    )


def _add_entities(tables: Tables) -> None:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for mention in tables.rows["mentions"]:
        found[mention["entity_id"]].append(mention)
    published = {row["doc_id"]: row["published"] for row in tables.rows["documents"]}
    for key, mentions in sorted(found.items(), key=lambda pair: -len(pair[1])):
        name = SAME.get(mentions[0]["text"], mentions[0]["text"])
        days = sorted(day for m in mentions if (day := published[m["doc_id"]]) is not None)
        tables.add(
            "entities",
            entity_id=key,
            name=name,
            label=mentions[0]["label"],
            country=COUNTRIES.get(name),
            role=ROLES.get(name),
            n_mentions=len(mentions),
            n_documents=len({m["doc_id"] for m in mentions}),
            first_day=days[0] if days else None,
            end_day=days[-1] + pd.Timedelta(days=1) if days else None,
        )
        texts = [m["text"] for m in mentions]
        for text in sorted(set(texts)):
            rule = "the full name" if text == name else "the same surname, and no other bearer of it"
            tables.add("aliases", entity_id=key, text=text, n_mentions=texts.count(text), rule=rule, score=0.95)


def _add_terms(tables: Tables) -> None:
    themes = defaultdict(list)
    for row in tables.rows["themes"]:
        themes[row["sentence_id"]].append(row["theme"])
    counts: dict[tuple[str, str], list[str]] = defaultdict(list)
    by_doc: dict[tuple[str, str], int] = defaultdict(int)
    for sentence in tables.rows["sentences"]:
        for term in TERMS:
            for hit in re.finditer(rf"\b{term}s?\b", sentence["text"], re.IGNORECASE):
                if sentence["kind"] in ("caption", "noise"):
                    continue
                tables.add(
                    "term_occurrences",
                    doc_id=sentence["doc_id"],
                    sentence_id=sentence["sentence_id"],
                    start_char=sentence["start_char"] + hit.start(),
                    end_char=sentence["start_char"] + hit.end(),
                    term=term,
                )
                by_doc[sentence["doc_id"], term] += 1
                for theme in themes[sentence["sentence_id"]]:
                    counts[theme, term].append(sentence["doc_id"])
    for (theme, term), docs in counts.items():
        tables.add(
            "terms",
            theme=theme,
            term=term,
            n_occurrences=len(docs),
            document_frequency=len(set(docs)),
            tfidf=len(docs) / 10,
            relevance=-1.0 / len(docs),
        )
    for (doc_id, term), n in by_doc.items():
        tables.add("document_terms", doc_id=doc_id, term=term, n_occurrences=n, tfidf=n / 10)


def _copies(frame: pd.DataFrame, copies: int) -> pd.DataFrame:
    ids = [c for c in frame.columns if c.endswith("_id") and not c.endswith("entity_id") and c != "story_id"]
    parts = []
    for number in range(copies):
        part = frame.copy()
        for name in ids:
            part[name] = part[name] + f"-{number}"
        for name in ("first_day", "end_day", "published"):
            if name in part and name in frame:
                part[name] = part[name] + timedelta(days=7 * (number % 150))
        if "publisher" in part:
            part["publisher"] = f"Paper {number % 40}"
        parts.append(part)
    whole = pd.concat(parts, ignore_index=True)
    return whole.astype(frame.dtypes.to_dict())


def _parts(marked: str) -> tuple[str, dict[str, tuple[int, int, str]]]:
    """The words without marks, and the span and words of each part."""
    words, parts, last = "", {}, 0
    for match in PART.finditer(marked):
        words += marked[last : match.start()]
        parts[match[1]] = (len(words), len(words) + len(match[2]), match[2])
        words, last = words + match[2], match.end()
    return words + marked[last:], parts


def _names(words: str) -> list[tuple[int, int, str]]:
    """The known names in the words, the longest first where they overlap."""
    found: list[tuple[int, int, str]] = []
    for name in sorted(NAMES, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words):
            if all(match.end() <= start or end <= match.start() for start, end, _ in found):
                found.append((match.start(), match.end(), name))
    return sorted(found)


def _frame(table: Table, rows: list[dict[str, Any]]) -> pd.DataFrame:
    return table.from_rows(rows) if rows else table.empty()
