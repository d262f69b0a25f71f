"""What holds for the facts of any text."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from analysis.text.attributions import find_attributions
from analysis.text.facts import find_facts
from analysis.text.facts.lexicon import rule_scores
from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.records import Fact
from analysis.text.references import find_references
from analysis.text.timexes import find_timexes
from tests.examples import examples

SENTENCES = (
    "The envoy, Anna Lindholm, handed a letter to the minister on Monday.",
    "She left for Oslo, Norway, and met the king, who had signed the treaty.",
    "Prices fell, the ministry said, adding that talks between Peru and Chile would resume.",
    "Bank posts loss",
    "Strengthening Ties",
    "\n\n",
    "<b>=1+1</b>",
    "«»—…",
    "اجتمع الوزير",
    "It is.",
    "Was dismissed by of and which that?",
    "and and signed by to to",
    "he he he he said said said.",
)
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=0, max_size=6).map(" ".join)


def facts(parsed: Parse) -> tuple[Fact, ...]:
    mentions = find_mentions(parsed)
    references = find_references(parsed, mentions)
    return find_facts(parsed, None, mentions, references, find_timexes(parsed), find_attributions(parsed, mentions))


@examples(60)
@given(text=TEXTS)
def test_the_spans_of_a_fact_lie_in_its_sentence_and_give_back_its_words(
    parse: Callable[[str], Parse], text: str
) -> None:
    parsed = parse(text)
    mentions, timexes = find_mentions(parsed), find_timexes(parsed)
    attributions = find_attributions(parsed, mentions)

    for fact in facts(parsed):
        sentence = parsed.sentences[fact.sentence]
        assert text[fact.action_start_char : fact.action_end_char] == fact.action
        assert sentence.kind in ("heading", "body")
        assert sentence.start_char <= fact.action_start_char < fact.action_end_char <= sentence.end_char
        assert fact.start_char <= fact.action_start_char
        assert fact.action_end_char <= fact.end_char
        assert (fact.actor is None) == (fact.actor_start_char is None) == (fact.actor_end_char is None)
        assert (fact.target is None) == (fact.target_start_char is None) == (fact.target_end_char is None)
        assert fact.actor != ""
        assert fact.target != ""
        assert fact.place != ""
        numbers = (fact.actor_mention, fact.target_mention, fact.place_mention)
        assert all(number is None or 0 <= number < len(mentions) for number in numbers)
        assert fact.timex is None or 0 <= fact.timex < len(timexes)
        assert fact.attribution is None or 0 <= fact.attribution < len(attributions)
        assert fact.rule in rule_scores()
        assert 0 < fact.score <= 1


@examples(30)
@given(text=TEXTS)
def test_a_text_with_facts_has_one_main_event_and_gives_the_same_facts_twice(
    parse: Callable[[str], Parse], text: str
) -> None:
    found = facts(parse(text))

    assert sum(fact.is_main for fact in found) == bool(found)
    assert found == facts(parse(text))


@examples(30)
@given(text=TEXTS)
def test_no_two_facts_of_a_text_have_one_action(parse: Callable[[str], Parse], text: str) -> None:
    found = [(fact.action_start_char, fact.action_end_char) for fact in facts(parse(text))]

    assert len(found) == len(set(found))


def test_an_endless_sentence_stays_cheap(parse: Callable[[str], Parse]) -> None:
    found = facts(parse("He " + "came and " * 500 + "left, the head" + " of the office" * 500 + " said."))

    assert len(found) > 200
    assert max(len(fact.actor or "") for fact in found) < 200
