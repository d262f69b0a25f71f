"""Pronouns and descriptions: what they stand for where it is clear, and nothing where it isn't."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.references import find_references
from tests.examples import examples

ParseText = Callable[[str], Parse]


def resolved(text: str, parse: ParseText) -> list[tuple[str, str]]:
    """The words of each reference of a text, and what they stand for."""
    parsed = parse(text)
    found = find_references(parsed, find_mentions(parsed))
    return [(text[one.start_char : one.end_char], one.antecedent) for one in found]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        pytest.param(
            "Peruvian police officers entered the camp. They left after an hour.",
            ("They", "Peruvian police officers"),
            id="they, the plural subject before",
        ),
        pytest.param("Farid Rustamli said he would resign.", ("he", "Farid Rustamli"), id="he, who says it"),
        pytest.param(
            "Farid Rustamli opened the school. He thanked the teachers.",
            ("He", "Farid Rustamli"),
            id="he, the subject before",
        ),
        pytest.param(
            "Nadia Benali met Omar Haddad in Tunis. She praised the plan.",
            ("She", "Nadia Benali"),
            id="she, by gender",
        ),
        pytest.param(
            "Nadia Benali met Omar Haddad in Tunis. He praised the plan.",
            ("He", "Omar Haddad"),
            id="he, the only man",
        ),
        pytest.param("The Taliban confirmed that it had accepted.", ("it", "Taliban"), id="it, a body"),
        pytest.param("Chile has reopened its embassy in Oslo.", ("its", "Chile"), id="its, the subject"),
        pytest.param("On its website, Veldora Inc denied the claim.", ("its", "Veldora Inc"), id="its, before it"),
        pytest.param(
            "Reporters saw Jill Carver and her lawyer.", ("her", "Jill Carver"), id="her, what it is joined to"
        ),
        pytest.param(
            "Sales fell at Veldora Inc in May. The company will close a plant.",
            ("The company", "Veldora Inc"),
            id="the company",
        ),
        pytest.param(
            "Foreign Minister Tural Zamanov flew to Oslo. The talks were long. The minister left on Friday.",
            ("The minister", "Tural Zamanov"),
            id="the minister, by role",
        ),
        pytest.param(
            "The Ministry of Energy raised prices. Critics blamed the ministry.",
            ("the ministry", "Ministry of Energy"),
            id="the ministry",
        ),
        pytest.param(
            "Peru and Chile signed a treaty. It binds the two countries for ten years.",
            ("the two countries", "Peru and Chile"),
            id="the two countries",
        ),
        pytest.param(
            "Nadia Benali welcomed Omar Haddad on Monday. Both leaders spoke of trade.",
            ("Both leaders", "Nadia Benali and Omar Haddad"),
            id="both leaders",
        ),
        pytest.param(
            "Rebels crossed into Niger on Sunday. They left the country on Monday.",
            ("the country", "Niger"),
            id="the country",
        ),
        pytest.param(
            "Nadia Benali and Omar Haddad met in Tunis. They signed a treaty.",
            ("They", "Nadia Benali and Omar Haddad"),
            id="they, two joined by and",
        ),
    ],
)
def test_clear_references_are_resolved(text: str, reference: tuple[str, str], parse: ParseText) -> None:
    assert reference in resolved(text, parse)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("It is clear that Chile will pay.", "It", id="it that stands for nothing"),
        pytest.param("It rained in Lima.", "It", id="weather"),
        pytest.param("Veldora Inc closed. It has been reported that Acme Inc may follow.", "It", id="reported"),
        pytest.param("Omar Haddad told Farid Rustamli that he would resign.", "he", id="teller or told"),
        pytest.param("They left the country.", "They", id="nobody before"),
        pytest.param("Omar Haddad arrived. She left.", "She", id="the other gender"),
        pytest.param("Nadia Benali arrived. They left.", "They", id="one person, many meant"),
        pytest.param("“He is a great man,” Omar Haddad said.", "He", id="not the one who says it"),
        pytest.param(
            "Peru, Chile and Brazil met. The two countries agreed.", "The two countries", id="three countries"
        ),
        pytest.param("Omar Haddad arrived. The minister of health left.", "The minister", id="another minister"),
        pytest.param("Minister Omar Haddad arrived. The ambassador left.", "The ambassador", id="another role"),
        pytest.param(
            "The Ministry of Energy and the Ministry of Health met. The ministry paid.",
            "The ministry",
            id="two ministries",
        ),
        pytest.param("Troops went to Niger and Mali. They left the country.", "the country", id="two countries"),
        pytest.param("Acme Inc sued Veldora Inc in May. The company denies it.", "The company", id="two companies"),
    ],
)
def test_unclear_references_are_left_out(text: str, words: str, parse: ParseText) -> None:
    assert words not in [found for found, _ in resolved(text, parse)]


def test_a_reference_points_to_a_mention_of_its_antecedent(parse: ParseText) -> None:
    parsed = parse("Farid Rustamli opened the school. He thanked the teachers.")
    mentions = find_mentions(parsed)

    (reference,) = find_references(parsed, mentions)

    assert reference.mention is not None
    assert mentions[reference.mention].name == reference.antecedent == "Farid Rustamli"
    assert reference.rule == "subject of the sentence before"


def test_words_without_a_name_point_to_no_mention(parse: ParseText) -> None:
    parsed = parse("Several farmers came. They sold wheat.")

    (reference,) = find_references(parsed, find_mentions(parsed))

    assert (reference.antecedent, reference.mention) == ("Several farmers", None)


WORDS = "he She it They their the minister said Anna Berg Peru and two countries . , “ ” to met"
PIECES = st.lists(st.sampled_from(WORDS.split()), max_size=25)


@examples(60)
@given(PIECES.map(" ".join))
def test_references_keep_to_their_sentences_and_mentions(parse: ParseText, text: str) -> None:
    parsed = parse(text)
    mentions = find_mentions(parsed)

    found = find_references(parsed, mentions)

    assert found == find_references(parsed, mentions)
    for one in found:
        sentence = parsed.sentences[one.sentence]
        assert sentence.start_char <= one.start_char < one.end_char <= sentence.end_char
        assert one.antecedent
        assert one.rule
        assert one.mention is None or 0 <= one.mention < len(mentions)
