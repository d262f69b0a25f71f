"""Which themes a sentence has, and the words that earn them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.lexicons.themes import MalformedThemes, load_themes, theme_names
from analysis.text.parse import Parse
from analysis.text.themes import find_themes

Parser = Callable[[str], Parse]

THEMES = ("aid", "diplomacy", "economy", "education", "energy", "mining", "security", "services")


def themes_of(parsed: Parse) -> dict[str, str]:
    """The words that earned each theme of the first sentence."""
    return {
        match.theme: "; ".join(parsed.text[start:end] for start, end in match.evidence)
        for match in find_themes(parsed)
        if match.sentence == 0
    }


@pytest.mark.parametrize(
    ("text", "theme", "words"),
    [
        pytest.param("The copper mine employs nine villages.", "mining", "copper mine", id="a phrase"),
        pytest.param("Two hundred schools will get a library.", "education", "schools; library", id="plurals"),
        pytest.param("Soldiers guarded the crossing all night.", "security", "Soldiers; guarded", id="capital plural"),
        pytest.param("Food aid reached the flooded valley.", "aid", "Food aid", id="the longer entry hides its words"),
        pytest.param("The envoy met the governor at noon.", "diplomacy", "envoy; met", id="lemma of a verb"),
        pytest.param(
            "Exports to the region rose by a tenth.", "economy", "Exports; rose", id="a hint beside a strong word"
        ),
        pytest.param("The clinic has no running water.", "services", "clinic; water", id="services"),
        pytest.param("The relations soured in spring.", "diplomacy", "relations", id="a plural that begins a phrase"),
        pytest.param("She sold her securities.", "economy", "sold; securities", id="the word as it stands goes first"),
        pytest.param("Peru and Chile share a long coast.", "diplomacy", "Peru; Chile", id="countries"),
    ],
)
def test_words_of_a_theme_earn_it(parse: Parser, text: str, theme: str, words: str) -> None:
    assert themes_of(parse(text)).get(theme) == words


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        pytest.param("That hat is mine, she told him.", "mining", id="a pronoun is no mine"),
        pytest.param(
            "A task force will look into the spelling.", "security", id="a phrase with weight 0 hides its words"
        ),
        pytest.param("He drove from Texas to the lake.", "diplomacy", id="a part of one country is no country"),
        pytest.param("She sold her securities.", "security", id="securities are no security"),
        pytest.param("The old man slept.", "aid", id="nothing"),
    ],
)
def test_other_words_do_not(parse: Parser, text: str, theme: str) -> None:
    assert theme not in themes_of(parse(text))


def test_a_sentence_can_have_several_themes(parse: Parser) -> None:
    found = themes_of(parse("The ministry will spend mining revenue on village schools and on foreign trade."))

    assert {"mining", "education", "economy"} <= set(found)


def test_a_hint_counts_only_where_a_report_has_nothing_better(parse: Parser) -> None:
    alone = find_themes(parse("The loss was felt"))
    beside = find_themes(parse("The loss was felt.\n\nThe embassy received an ambassador."))

    assert [match.theme for match in alone] == ["economy"]
    assert {match.theme for match in beside} == {"diplomacy"}


def test_dossiers_own_themes_are_those_it_promises() -> None:
    assert theme_names(load_themes()) == THEMES


def test_a_theme_file_takes_the_place_of_dossiers_own(parse: Parser, tmp_path: Path) -> None:
    path = tmp_path / "themes.csv"
    path.write_text("theme,term,weight\nsport,football match,3\n", encoding="utf-8")

    found = find_themes(parse("The football match ended the school year."), None, path)

    assert [match.theme for match in found] == ["sport"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param("topic,word\nsport,ball\n", "no column theme and no column term", id="other columns"),
        pytest.param(
            "theme,term,weight\nsport,ball,much\n", "Line 2: the weight 'much' is not a number", id="no number"
        ),
        pytest.param("theme,term,weight\nsport,,1\n", "Line 2: theme or term is empty", id="no term"),
        pytest.param(
            "theme,term,weight,part_of_speech\nsport,ball,1,THING\n", "'THING' is not one of", id="no such part"
        ),
        pytest.param("theme,term,weight\n", "no entries", id="empty"),
    ],
)
def test_a_theme_file_that_can_not_be_used_says_why(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "themes.csv"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(MalformedThemes, match=words):
        load_themes(path)
