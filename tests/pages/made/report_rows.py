"""The rows of a report: its sentences and all that its marks say."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from tests.pages.made.names import NAMES, ROLES, entity_id
from tests.pages.made.reports import Line, Text
from tests.pages.made.tables import Tables

PART = re.compile(r"\[(actor|action|target|place|when|source|cue)\|([^\]]+)\]")

# What the facts with these targets have besides: recipients by their words, amounts as value, unit and kind.
RECIPIENTS = {"a contract with Norland Mining": "Norland Mining", "flour to 300 families": "300 families"}
AMOUNTS = {
    "forty teachers": [("forty teachers", 40.0, "people", "people")],
    "flour to 300 families": [("300 families", 300.0, "family", "quantity"), ("flour", 9000.0, "USD", "money")],
}
SAID_ON = pd.Timestamp("2024-03-05")


def add_report(tables: Tables, number: int, report: Text) -> None:
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
        text_id=f"text{number:02d}",
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
    """The fact of a line, with its amounts and the detail that belongs to it."""
    row = _slots(at, parts) | _days(sentence, at, parts, line, attribution_id)
    fact_id = f"{sentence['doc_id']}-f{row['action_start_char']}"
    start = min(parts[p][0] for p in ("actor", "action", "target") if p in parts)
    end = max(parts[p][1] for p in ("actor", "action", "target", "place") if p in parts)
    tables.add(
        "facts",
        **sentence,
        **row,
        fact_id=fact_id,
        start_char=at + start,
        end_char=at + end,
        event_class=line.event_class,
        certainty=line.certainty,
        polarity="negative" if line.status == "denied" else "positive",
        tense="future" if line.status == "planned" else "past",
        status=line.status,
        plan=_plan(line),
        attribution_id=attribution_id,
        theme=line.themes[0] if line.themes else None,
        is_main=line.is_main,
        rule="subject, verb, object",
        is_claim=True,
        claim_of=fact_id,
        event_key=_event_key(row),
        claim=f"{words[start:end].rstrip('.')}.",
        claim_spans=f"{at + start}-{at + end}",
        worth=0.8,
        score=0.9,
        how="actor: the subject of the verb; target: its object",
    )
    _add_amounts(tables, fact_id, at, words, str(row.get("target")))
    if line.detail:
        _add_detail(tables, sentence, at, words, parts, line, fact_id)


def _slots(at: int, parts: dict[str, Any]) -> dict[str, Any]:
    """Who acts, what is done, on whom, where, and who gets it."""
    row: dict[str, Any] = {}
    for part in ("actor", "action", "target", "place"):
        if part not in parts:
            continue
        start_char, end_char, text = parts[part]
        named = next((name for _, _, name in _names(text)), None)
        row |= {part: text, f"{part}_start_char": at + start_char, f"{part}_end_char": at + end_char}
        if part != "action":
            row[f"{part}_entity_id"] = entity_id(named) if named else None
    if recipient := RECIPIENTS.get(str(row.get("target"))):
        row |= {"recipient": recipient, "recipient_entity_id": entity_id(recipient) if recipient in NAMES else None}
    return row


def _days(
    sentence: dict[str, str], at: int, parts: dict[str, Any], line: Line, attribution_id: str | None
) -> dict[str, Any]:
    """When it is said, and when it was."""
    said = {"said_first_day": SAID_ON, "said_end_day": SAID_ON + pd.Timedelta(days=1)} if attribution_id else {}
    if not line.days:
        return said
    return said | {
        "first_day": pd.Timestamp(line.days[0]),
        "end_day": pd.Timestamp(line.days[1]),
        "precision": line.precision,
        "timex_id": f"{sentence['doc_id']}-t{at + parts['when'][0]}",
    }


def _add_amounts(tables: Tables, fact_id: str, at: int, words: str, target: str) -> None:
    for text, value, unit, kind in AMOUNTS.get(target, ()):
        tables.add(
            "amounts",
            fact_id=fact_id,
            start_char=at + words.index(text),
            end_char=at + words.index(text) + len(text),
            text=text,
            value=value,
            unit=unit,
            currency=unit if kind == "money" else None,
            kind=kind,
            bound="exact",
        )


def _add_detail(
    tables: Tables,
    sentence: dict[str, str],
    at: int,
    words: str,
    parts: dict[str, Any],
    line: Line,
    fact_id: str,
) -> None:
    """The saying that a claim stands in, as its detail."""
    source, cue = parts["source"], words.index(line.detail, parts["cue"][0])
    tables.add(
        "facts",
        **sentence,
        fact_id=f"{sentence['doc_id']}-f{at + cue}",
        start_char=at + min(source[0], cue),
        end_char=at + max(source[1], cue + len(line.detail)),
        action=line.detail,
        action_start_char=at + cue,
        action_end_char=at + cue + len(line.detail),
        actor=source[2],
        actor_start_char=at + source[0],
        actor_end_char=at + source[1],
        certainty="certain",
        polarity="positive",
        tense="past",
        status="done",
        theme=line.themes[0],
        is_main=False,
        rule="a verb of saying",
        is_claim=False,
        claim_of=fact_id,
        claim=f"{source[2]} {line.detail} so.",
        claim_spans=f"{at + source[0]}-{at + source[1]} {at + cue}-{at + cue + len(line.detail)}",
        worth=0.1,
        score=0.9,
        how="actor: the source",
    )


def _event_key(row: dict[str, Any]) -> str | None:
    """Who acts, the verb, and on whom, where one of both has a name."""
    parts = (row.get("actor_entity_id"), row["action"].lower(), row.get("target_entity_id") or "~")
    return " ".join(str(part or "-").replace(" ", "_") for part in parts) if parts[0] or parts[2] != "~" else None


def _plan(line: Line) -> str | None:
    """Plans to help are pledged here, others announced."""
    return ("pledged" if line.event_class == "AID" else "announced") if line.status == "planned" else None


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
