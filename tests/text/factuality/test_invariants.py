"""What holds for the factuality of any event in any sentence."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from analysis.text.factuality import find_factuality
from analysis.text.factuality.lexicon import CERTAINTIES, POLARITIES, STATUSES, TENSES, load_effects
from analysis.text.parse import Parse
from tests.examples import examples

WORDS = st.sampled_from(
    [
        "the",
        "army",
        "it",
        "that",
        "if",
        "not",
        "no",
        "never",
        "will",
        "may",
        "must",
        "said",
        "denied",
        "refused",
        "agreed",
        "plans",
        "to",
        "of",
        "for",
        "on",
        "attack",
        "visit",
        "talks",
        "attacked",
        "leaving",
        "and",
        "or",
        ",",
        ".",
        "?",
        "without",
        "likely",
        "to",
        "be",
        "been",
        "have",
        "was",
        "hopes",
        "first",
        "alleged",
    ]
)


@examples(60)
@given(words=st.lists(WORDS, min_size=1, max_size=14), cue=st.sampled_from(["", "say", "deny", "claim", "xyzzy"]))
def test_any_words_have_one_of_the_declared_values(parse: Callable[[str], Parse], words: list[str], cue: str) -> None:
    for token in parse(" ".join(words)).doc:
        found = find_factuality(token, cue)

        assert found.certainty in CERTAINTIES
        assert found.polarity in POLARITIES
        assert found.tense in ("", *TENSES)
        assert found.status in STATUSES
        assert set(found.effects) <= set(load_effects())
        assert found == find_factuality(token, cue)
