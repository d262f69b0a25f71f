"""A briefing says claims of the ledger, and nothing else."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from analysis.store import open_snapshot, publish
from sharing.briefing.choose import LEAST_WORTH, PARTS, _has_pronoun, briefing
from sharing.briefing.docx import docx
from sharing.briefing.html import briefing_html
from sharing.briefing.markdown import markdown
from sharing.shared import Shared, open_shared
from tests.pages import snapshots
from tests.sharing.conftest import AT, HOSTILE


@pytest.fixture(scope="module")
def worthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The nine reports, each claim with a sentence of its own that is worth telling."""
    folder = tmp_path_factory.mktemp("worthy")
    frames = snapshots.small_frames()
    facts = frames["facts"]
    numbers = [f"{chr(97 + n % 26) * 5} {chr(97 + n // 26) * 7}" for n in range(len(facts))]
    facts["claim"] = [f"Town {number} opened." for number in numbers]
    facts["claim_spans"] = None
    facts["worth"] = 0.9
    facts.loc[facts.index[0], "worth"] = LEAST_WORTH - 0.1
    publish(folder, frames, {"model": "by hand"})
    return folder


@pytest.fixture
def shared(worthy: Path) -> Shared:
    return open_shared(worthy, AT)


def test_each_sentence_is_a_claim_of_the_ledger_under_its_status(shared: Shared, worthy: Path):
    facts = open_snapshot(worthy).table("facts")
    claims = {row.claim: row.status for row in facts[facts["is_claim"]].itertuples()}

    brief = briefing(shared)

    statuses = {title: kinds for title, kinds, _ in PARTS}
    points = [(part.title, point) for section in brief.sections for part in section.parts for point in part.points]
    assert points
    assert all(claims[point.sentence] in statuses[title] for title, point in points)
    assert len({point.sentence for _, point in points}) == len(points)
    assert facts["claim"].iloc[0] not in {point.sentence for _, point in points}


def test_each_footnote_is_the_sentence_of_its_claims(shared: Shared):
    brief = briefing(shared)

    for section in brief.sections:
        for part in section.parts:
            for point in part.points:
                assert brief.notes[point.note - 1]["sentence_id"] == point.row["sentence_id"]


def test_markdown_has_nothing_but_headings_claims_and_footnotes(shared: Shared):
    text = markdown(briefing(shared), shared)

    notes = re.findall(r"^\[\^(\d+)\]: ", text, flags=re.MULTILINE)
    used = re.findall(r"[^\n]\[\^(\d+)\]", text)
    assert notes == [str(number) for number in range(1, len(notes) + 1)]
    assert set(used) == set(notes)
    assert all(re.match(r"- .*\[\^\d+\]$", line) for line in text.split("---")[0].splitlines() if line[:2] == "- ")


def test_the_word_document_has_the_same_sentences(shared: Shared):
    from docx import Document

    brief = briefing(shared)

    paragraphs = [one.text for one in Document(BytesIO(docx(brief, shared))).paragraphs]

    points = [point for section in brief.sections for part in section.parts for point in part.points]
    assert all(any(text.startswith(point.sentence) for text in paragraphs) for point in points)


def test_hostile_words_stay_words(hostile: Path):
    shared = open_shared(hostile, AT)
    brief = briefing(shared)

    written = markdown(brief, shared)
    with zipfile.ZipFile(BytesIO(docx(brief, shared))) as file:
        document = file.read("word/document.xml").decode()
        relations = file.read("word/_rels/document.xml.rels").decode()

    assert not re.search(r"(?<!\\)<(script|img)", written)
    assert not re.search(r"(?<!\\)\]\(https", written)
    assert "<script>" not in briefing_html(brief, shared)
    assert "<script>" not in document
    assert "evil.example" not in relations
    assert all("\u202e" not in one for one in (written, document))
    assert "\u202e" in HOSTILE


def test_without_texts_claims_and_quotations_are_short(worthy: Path):
    frames = snapshots.small_frames()
    frames["facts"]["claim"] = "A " + "word " * 60 + "ends."
    frames["facts"]["worth"] = 0.9
    publish(worthy / "long", frames, {"model": "by hand"})

    brief = briefing(open_shared(worthy / "long", AT, has_texts=False))

    points = [point for section in brief.sections for part in section.parts for point in part.points]
    assert points
    assert all(len(point.sentence.split()) <= 25 for point in points)


def test_a_claim_whose_actor_is_a_pronoun_in_the_report_stays_out(shared: Shared):
    row = briefing(shared).notes[0]

    assert not _has_pronoun(row)
    assert _has_pronoun(row | {"sentence": "They left.", "spans": "0-4:actor 5-9:action"})
