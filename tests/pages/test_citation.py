"""Citations of a sentence: plain, BibTeX, RIS and a Web Annotation."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from display.evidence.citation import FORMATS, annotation, bibtex, plain, ris

TEXT = "Ice broke. The ferry {left} & 50% paid $3."
ROW = {
    "doc_id": "d-1",
    "title": "Ferry_leaves",
    "source_id": "a.txt",
    "publisher": "Harbour & Post",
    "published": pd.Timestamp("2024-03-04"),
    "published_from": "metadata",
    "url": "https://harbour.example/a_b",
    "author": "Ann Lee",
    "text": TEXT,
}
SPAN = (11, len(TEXT))


def test_a_citation_says_who_what_when_where_and_quotes_the_words():
    said = plain(ROW, SPAN, "snapshot-1")

    for part in (
        "Ann Lee",
        "Ferry_leaves",
        "Harbour & Post",
        "4 March 2024",
        "https://harbour.example/a_b",
        "snapshot-1",
    ):
        assert part in said
    assert said.startswith("“The ferry {left} & 50% paid $3.”")


def test_bibtex_writes_its_signs_out():
    entry = bibtex(ROW, SPAN, "snapshot-1")

    assert r"\{left\} \& 50\% paid \$3." in entry
    assert r"Ferry\_leaves" in entry
    assert "url = {https://harbour.example/a_b}" in entry
    plain_braces = entry.replace("\\{", "").replace("\\}", "")
    assert plain_braces.count("{") == plain_braces.count("}")


def test_ris_begins_and_ends_an_entry_and_has_a_line_a_field():
    lines = ris(ROW, SPAN, "snapshot-1").split("\n")

    assert (lines[0], lines[-1]) == ("TY  - NEWS", "ER  - ")
    assert "DA  - 2024/03/04" in lines
    assert all(line[2:6] == "  - " for line in lines)


@given(st.text(min_size=1, max_size=80), st.data())
def test_an_annotation_finds_its_words_again_by_place_and_by_words(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    made = json.loads(annotation(ROW | {"text": text}, (start, end), "snapshot-1"))

    quote, place = made["target"]["selector"]
    assert text[place["start"] : place["end"]] == quote["exact"]
    assert f"{quote['prefix']}{quote['exact']}{quote['suffix']}" in text
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"


@pytest.mark.parametrize("name", FORMATS)
def test_an_address_that_no_browser_may_follow_is_in_no_citation(name: str):
    assert "javascript" not in FORMATS[name][1](ROW | {"url": "javascript:alert(1)"}, SPAN, "snapshot-1")


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_report_does_not_state_is_left_out(name: str):
    bare = ROW | {"title": None, "publisher": None, "author": None, "url": None, "published": pd.NaT}

    said = FORMATS[name][1](bare, SPAN, "snapshot-1")

    assert "a.txt" in said
    assert "None" not in said
    assert "NaT" not in said
