"""The lexicons of names: each loads, keeps to its columns, and holds what it is for and not what it isn't."""

from __future__ import annotations

import pytest

from analysis.lexicons import name_words
from analysis.lexicons.reference_words import pronouns, reference_words
from analysis.lexicons.rows import LexiconError


def test_titles_have_the_gender_that_they_tell() -> None:
    titles = name_words.titles()

    assert (titles["Mrs",], titles["Mr",], titles["Gen.",]) == ("f", "m", "")
    assert titles["Secretary", "-", "General"] == ""


@pytest.mark.parametrize(("word", "is_head"), [("minister", True), ("spokeswoman", True), ("acting", False)])
def test_roles_tell_nouns_from_the_words_before_them(word: str, is_head: bool) -> None:
    assert (word in name_words.role_heads()) is is_head
    assert (word in name_words.role_modifiers()) is not is_head


def test_head_words_say_what_they_make_of_a_name_and_where() -> None:
    heads = name_words.head_words()

    assert [(head.label, head.position) for head in heads["Ministry",]] == [("ORG", "both")]
    assert [(head.label, head.position) for head in heads["Camp",]] == [("FAC", "first"), ("FAC", "last")]
    assert ("Kabul",) not in heads


def test_well_known_names_point_to_one_form() -> None:
    canonical = name_words.canonical_names()

    assert canonical["UN"] == canonical["United Nations"] == "United Nations"
    assert canonical["al - Qaida"] == canonical["Al - Qaeda"]


def test_given_names_are_compared_in_plain_letters() -> None:
    given = name_words.given_names()

    assert given["Fatima"] == "f"
    assert given["Jose"] == "m"
    assert "Kabul" not in given


def test_pronouns_and_helping_words_are_of_their_kinds() -> None:
    assert pronouns()["their"].is_possessive
    assert not pronouns()["they"].is_possessive
    assert "company" in reference_words("company")
    assert "company" not in reference_words("speech")


def test_a_word_of_an_unknown_kind_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_words, "GENDERS", ("m",))
    name_words.titles.cache_clear()

    with pytest.raises(LexiconError, match=r"titles\.csv"):
        name_words.titles()

    name_words.titles.cache_clear()
