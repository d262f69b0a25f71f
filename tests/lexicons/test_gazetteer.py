"""Places: what their names say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.lexicons import gazetteer
from analysis.lexicons.keys import fold


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Azerbaijan", "AZ"),
        ("the Republic of Azerbaijan", "AZ"),
        ("Azerbaijan's", "AZ"),
        ("AZERBAIJAN", "AZ"),
        ("IRAN", "IR"),
        ("the U.S.", "US"),
        ("U.S", "US"),
        ("United States of America", "US"),
        ("UK", "GB"),
        ("Great Britain", "GB"),
        ("UAE", "AE"),
        ("the United Arab Emirates", "AE"),
        ("DRC", "CD"),
        ("Republic of Korea", "KR"),
        ("Republic of China", "TW"),
        ("People's Republic of China", "CN"),
        ("Côte d’Ivoire", "CI"),
        ("Türkiye", "TR"),
        ("the Netherlands", "NL"),
        ("The Gambia", "GM"),
        ("Kosovo", "XK"),
        ("Soviet Union", "SU"),
        ("Islamic Republic of Afghanistan", "AF"),
    ],
)
def test_a_country_is_known_by_its_names(name: str, code: str) -> None:
    assert gazetteer.country_of(name) == code


@pytest.mark.parametrize(
    "name", ["us", "turkey", "it", "IT", "Scotland", "Gaza", "Korea", "Kabul", "Europe", "", "the", "Taliban", "Azeri"]
)
def test_other_names_are_no_country(name: str) -> None:
    assert gazetteer.country_of(name) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Azerbaijani", "AZ"),
        ("Azerbaijanis", "AZ"),
        ("Afghans", "AF"),
        ("British", "GB"),
        ("Dutch", "NL"),
        ("Emirati", "AE"),
        ("Chinese", "CN"),
        ("Indian", "IN"),
        ("South Korean", "KR"),
        ("Swiss", "CH"),
        ("Soviet", "SU"),
    ],
)
def test_a_demonym_names_its_country(word: str, code: str) -> None:
    assert gazetteer.demonym_country(word) == code


@pytest.mark.parametrize("word", ["polish", "Azerbaijan", "Muslim", "Kurds", "Boston", "", "s", "Korean"])
def test_other_words_are_no_demonym(word: str) -> None:
    assert gazetteer.demonym_country(word) is None


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Azerbaijan's Embassy in Afghanistan", ("AZ", "AF")),
        ("Islamic Emirate of Afghanistan (IEA)", ("AF",)),
        ("U.S. State Department", ("US",)),
        ("Bank of South Korea", ("KR",)),
        ("U.S.-led forces", ("US",)),
        ("Azerbaijan-Turkey Chamber", ("AZ", "TR")),
        ("Guinea-Bissau", ("GW",)),
        ("Ministry of Mines", ()),
        ("", ()),
    ],
)
def test_countries_are_found_within_longer_names(words: str, codes: tuple[str, ...]) -> None:
    assert gazetteer.countries_in(words) == codes


def test_a_capital_names_its_country() -> None:
    assert [gazetteer.capital_country(name) for name in ("Kabul", "BAKU", "Kiev", "Kandahar")] == [
        "AF",
        "AZ",
        "UA",
        None,
    ]


def test_a_city_is_known_from_its_size_up() -> None:
    assert gazetteer.is_city("Herat")
    assert gazetteer.is_city("Mazar-i-Sharif", 100_000)
    assert not gazetteer.is_city("Herat", 100_000_000)
    assert not gazetteer.is_city("nice")


def test_the_greatest_city_of_a_name_counts() -> None:
    assert gazetteer.city_country("Paris") == "FR"
    assert gazetteer.city_country("Calcutta") == "IN"


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("the Middle East", "region", None),
        ("Helmand", "province", "AF"),
        ("Scotland", "province", "GB"),
        ("Texas", "province", "US"),
        ("EUROPE", "continent", None),
    ],
)
def test_regions_say_what_they_are(name: str, kind: str, code: str | None) -> None:
    found = gazetteer.region(name)

    assert found is not None
    assert (found.kind, found.country) == (kind, code)


def test_every_code_of_the_lexicons_is_a_country() -> None:
    known = gazetteer.countries()
    codes = {
        code for name in ("_country_names", "_demonyms", "_capitals") for code in getattr(gazetteer, name)().values()
    }

    assert codes - set(known) == set()
    assert {one.country for one in gazetteer._regions().values() if one.country} - set(known) == set()


@given(st.text(max_size=30))
def test_any_text_can_be_asked_for(text: str) -> None:
    gazetteer.country_of(text)
    gazetteer.demonym_country(text)
    gazetteer.countries_in(text)
    gazetteer.region(text)
    gazetteer.place_country(text)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
