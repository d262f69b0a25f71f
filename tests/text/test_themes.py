"""Which themes a sentence has, and the words that earn them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.lexicons.themes import OWN, MalformedThemes, load_themes, theme_names, trained_themes
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
        pytest.param("The clinic has no running water.", "services", "clinic; running water", id="services"),
        pytest.param(
            "Relations with the island soured.", "diplomacy", "Relations with", id="a plural that begins a phrase"
        ),
        pytest.param("She sold her securities.", "economy", "sold; securities", id="the word as it stands goes first"),
        pytest.param("Drillers struck oil and gas off the coast.", "energy", "oil and gas", id="oil is no mining"),
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
    found = themes_of(parse("The state will build schools and hospitals with the revenue of the copper mine."))

    assert {"mining", "services"} <= set(found)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        pytest.param("The class A warrants expire in April.", "education", id="a class of shares"),
        pytest.param("According to the firm, its London office will move.", "diplomacy", id="a capital alone"),
        pytest.param("A strong earthquake shook the coast; nobody was hurt.", "aid", id="a quake without help"),
        pytest.param("He won gold in the hurdles.", "mining", id="a medal"),
        pytest.param("The oil refinery will close in June.", "mining", id="oil"),
        pytest.param("The company fought off a hostile takeover.", "security", id="a takeover"),
        pytest.param("Housing starts fell for a third month.", "services", id="a figure of the economy"),
        pytest.param("She was a professor of chemistry before she went into politics.", "education", id="a title"),
    ],
)
def test_a_word_in_another_sense_does_not(parse: Parser, text: str, theme: str) -> None:
    assert theme not in themes_of(parse(text))


def test_the_title_of_its_report_speaks_for_a_sentence(parse: Parser) -> None:
    parsed = parse("The plan would be paid for over three years.")

    titled = find_themes(parsed, "Minister promises books for every school")

    assert "education" not in {match.theme for match in find_themes(parsed)}
    assert "education" in {match.theme for match in titled} or not titled


def test_a_theme_without_words_of_the_lexicon_names_those_that_told_it(parse: Parser) -> None:
    for match in find_themes(parse("Shr 12 cts vs eight cts prior. Revs 4.1 mln vs 3.2 mln.")):
        assert match.evidence
        assert len(match.evidence) == len(match.weights)


def test_a_hint_counts_only_in_a_headline_that_has_nothing_better(parse: Parser) -> None:
    alone = find_themes(parse("The loss was felt"))
    beside = find_themes(parse("The loss was felt.\n\nThe embassy received an ambassador."))

    assert [match.theme for match in alone] == ["economy"]
    assert {match.theme for match in beside} == {"diplomacy"}


def test_dossiers_own_themes_are_those_it_promises() -> None:
    assert theme_names(load_themes()) == THEMES


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        pytest.param("The football match ended the school year.", True, id="a word that defines it"),
        pytest.param("The goalkeeper saved the referee.", True, id="two words that belong to it"),
        pytest.param("The referee slept.", False, id="one word that belongs to it"),
        pytest.param("The referee warned a referee.", False, id="one word twice"),
    ],
)
def test_a_theme_that_a_user_adds_needs_two_words_or_one_that_defines_it(
    parse: Parser, tmp_path: Path, text: str, is_found: bool
) -> None:
    path = tmp_path / "themes.csv"
    path.write_text(
        "theme,term,weight\nsport,football match,3\nsport,referee,2\nsport,goalkeeper,2\n", encoding="utf-8"
    )

    found = find_themes(parse(text), None, path)

    assert [match.theme for match in found] == ["sport"] * is_found


def test_a_theme_file_that_adds_to_dossiers_own_keeps_their_classifier(parse: Parser, tmp_path: Path) -> None:
    path = tmp_path / "themes.csv"
    path.write_text(OWN.read_text(encoding="utf-8") + "sport,referee,3,\n", encoding="utf-8")

    found = find_themes(parse("A referee opened the village school, a copper mine and a clinic."), None, path)

    assert {"sport"} < {match.theme for match in found}
    assert trained_themes(path) == frozenset(THEMES)


def test_a_theme_whose_words_a_user_changes_is_decided_by_them_alone(tmp_path: Path) -> None:
    path = tmp_path / "themes.csv"
    path.write_text("theme,term,weight\nmining,copper,3\n", encoding="utf-8")

    assert trained_themes(path) == frozenset()


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
