"""Names of several reports that stand for the same become one entity; others don't."""

from __future__ import annotations

import copy
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tables.entry import Entry
from analysis.tables.linking import link_entities
from tests.tables.reports import entry


def groups(*reports: Entry) -> list[list[str]]:
    """The name forms of each entity, in order."""
    linking = link_entities(reports)
    forms: dict[str, set[str]] = {}
    for report in reports:
        for mention in report.report.mentions:
            forms.setdefault(linking.ids[report.doc_id, mention.chain], set()).add(mention.text)
    return sorted(map(sorted, forms.values()))


SAME = {
    "two spellings, one office": (
        ["The [Ilham Mohammadov|PERSON||ambassador of Azerbaijan] came."],
        ["[Ilham Mammadov|PERSON||Azerbaijani Ambassador to Afghanistan] spoke."],
    ),
    "two spellings without an office": (["[Rashid Ahmadov|PERSON] came."], ["[Rasheed Akhmedov|PERSON] spoke."]),
    "accents and case": (["[José Núñez|PERSON] came."], ["[JOSE NUNEZ|PERSON] spoke."]),
    "title": (["[Dr. Helen Marsh|PERSON] came."], ["[Helen Marsh|PERSON] spoke."]),
    "middle name that nobody else has": (["[Maria Duarte|PERSON] came."], ["[Maria Elena Duarte|PERSON] spoke."]),
    "initial that fits one person": (["[J. Whitaker|PERSON] came."], ["[John Whitaker|PERSON] spoke."]),
    "family name that one person has": (["[Haqqani|PERSON] came."], ["[Sirajuddin Haqqani|PERSON] spoke."]),
    "short form and one office": (
        ["[Bob Hale|PERSON||governor] came."],
        ["[Robert Hale|PERSON||governor] spoke."],
    ),
    "a slip and one office": (["[Jan Kowalsky|PERSON||mayor] came."], ["[Jan Kovalskiy|PERSON||mayor] spoke."]),
    "order of the names": (["[Park Jong-min|PERSON] came."], ["[Jong Min Park|PERSON] spoke."]),
    "country and official name": (["In [Azerbaijan|GPE]."], ["In [the Republic of Azerbaijan|GPE]."]),
    "country of another label": (["In [Azerbaijan|GPE]."], ["By [Azerbaijan|ORG]."]),
    "short country name": (["In [the U.S.|GPE]."], ["In [the United States of America|GPE]."]),
    "two names of a city": (["In [Kiev|GPE]."], ["In [Kyiv|GPE]."]),
    "forms of a demonym": (["An [Azerbaijani|NORP]."], ["Some [Azerbaijanis|NORP]."]),
    "brackets in the name": (["[Union of Herat Weavers (UHW)|ORG]."], ["[Union of Herat Weavers|ORG]."]),
    "short form in brackets elsewhere": (["[Union of Herat Weavers (UHW)|ORG]."], ["[UHW|ORG] said."]),
    "article and case": (["[the Taliban|ORG]."], ["[TALIBAN|NORP]."]),
    "legal form": (["[Caspian Steel|ORG]."], ["[Caspian Steel Ltd|ORG]."]),
    "legal form of a short name taken for a place": (["[Zeta|GPE]."], ["[Zeta Ltd|ORG]."]),
    "spelling of a body": (["[International Labour Fund|ORG]."], ["[International Labor Fund|ORG]."]),
    "a state's office, with the country in the name": (
        ["[Azerbaijani Foreign Ministry|ORG]."],
        ["[Ministry of Foreign Affairs of Azerbaijan|ORG]."],
    ),
    "a state's office, with the country beside the name": (
        ["Azerbaijan's [Foreign Ministry|ORG] said."],
        ["[Ministry of Foreign Affairs of Azerbaijan|ORG]."],
    ),
}

APART = {
    "another given name": (["[Ilham Aliyev|PERSON] came."], ["[Heydar Aliyev|PERSON] spoke."]),
    "a man and a woman": (["[Anton Petrov|PERSON] came."], ["[Antonia Petrova|PERSON] spoke."]),
    "one sentence": (["[Ilham Mohammadov|PERSON] met [Ilham Mammadov|PERSON]."],),
    "one name in one sentence": (["[Smith|PERSON] met [Smith|PERSON|Smith#2]."],),
    "one family name beside the full name": (["[Anna Smith|PERSON] met [Smith|PERSON]."],),
    "a slip without evidence": (["[John Clark|PERSON] came."], ["[John Clarke|PERSON] spoke."]),
    "offices of two countries": (
        ["[Ali Karimi|PERSON||ambassador of Iran] came."],
        ["[Ali Kareemi|PERSON||ambassador of Qatar] spoke."],
    ),
    "father and son": (["[Thomas Weaver Jr.|PERSON] came."], ["[Thomas Weaver Sr.|PERSON] spoke."]),
    "a person and a place": (["[Jordan|PERSON] came."], ["In [Jordan|GPE]."]),
    "a country and its people": (["In [Azerbaijan|GPE]."], ["An [Azerbaijani|NORP]."]),
    "a country and its embassy": (["In [Azerbaijan|GPE]."], ["[Embassy of Azerbaijan|ORG]."]),
    "two ministries": (["[Ministry of Mines|ORG]."], ["[Ministry of Education|ORG]."]),
    "two countries' ministries": (
        ["Azerbaijan's [Foreign Ministry|ORG] said."],
        ["The Turkish [Foreign Ministry|ORG] said."],
    ),
    "Taliban and Emirate": (["[Taliban|ORG]."], ["[Islamic Emirate of Afghanistan|ORG]."]),
    "a continent and its people": (["In [Latin America|LOC]."], ["Some [Latin Americans|NORP]."]),
    "a place and a company": (["In [Caspian Sea|LOC]."], ["[Caspian Sea Ltd|ORG]."]),
    "two companies": (["[Caspian Steel AG|ORG]."], ["[Caspian Steel GmbH|ORG]."]),
    "numbers": (["[Brigade 12|ORG]."], ["[Brigade 21|ORG]."]),
    "places that only sound alike": (["In [Bari|GPE]."], ["In [Barre|GPE]."]),
}


@pytest.mark.parametrize("reports", SAME.values(), ids=SAME)
def test_names_that_stand_for_the_same_are_joined(reports: tuple[list[str], ...]) -> None:
    assert len(groups(*(entry(*sentences) for sentences in reports))) == 1


@pytest.mark.parametrize("reports", APART.values(), ids=APART)
def test_names_that_may_be_of_two_stay_apart(reports: tuple[list[str], ...]) -> None:
    assert len(groups(*(entry(*sentences) for sentences in reports))) == 2


def test_a_family_name_that_two_people_have_stays_alone() -> None:
    found = groups(
        entry("[Sirajuddin Haqqani|PERSON] came."),
        entry("[Khalil Haqqani|PERSON] came."),
        entry("[Haqqani|PERSON] came."),
    )

    assert ["Haqqani"] in found


def test_a_family_name_goes_with_the_full_name_in_its_own_report() -> None:
    found = groups(
        entry("[Sirajuddin Haqqani|PERSON] came.", "[Haqqani|PERSON] spoke."),
        entry("[Khalil Haqqani|PERSON] came."),
    )

    assert found == [["Haqqani", "Sirajuddin Haqqani"], ["Khalil Haqqani"]]


def test_a_family_name_that_two_people_have_goes_by_the_office_beside_it() -> None:
    found = groups(
        entry("[Sirajuddin Haqqani|PERSON||minister] came."),
        entry("[Khalil Haqqani|PERSON||governor] came."),
        entry("[Haqqani|PERSON||Minister] came."),
        entry("[Haqqani|PERSON] left."),
    )

    assert found == [["Haqqani"], ["Haqqani", "Sirajuddin Haqqani"], ["Khalil Haqqani"]]


def test_short_forms_and_initials_of_one_person_are_all_joined() -> None:
    found = groups(entry("[Bob Hale|PERSON]."), entry("[Robert Hale|PERSON]."), entry("[Robert F. Hale|PERSON]."))

    assert found == [["Bob Hale", "Robert F. Hale", "Robert Hale"]]


def test_a_middle_name_that_two_people_could_have_joins_neither() -> None:
    found = groups(
        entry("[Maria Duarte|PERSON]."), entry("[Maria Elena Duarte|PERSON]."), entry("[Maria Isabel Duarte|PERSON].")
    )

    assert len(found) == 3


def test_an_initial_does_not_join_two_people() -> None:
    found = groups(entry("[J. Hale|PERSON]."), entry("[John Hale|PERSON]."), entry("[James Hale|PERSON]."))

    assert len(found) == 3


def test_a_short_form_of_two_bodies_goes_with_its_own_report() -> None:
    first = entry("[Union of Herat Weavers|ORG] ([UHW|ORG]).", "[UHW|ORG] said.")
    second = entry("[United Highland Workers|ORG] ([UHW|ORG]).")

    assert groups(first, second) == [["UHW", "Union of Herat Weavers"], ["UHW", "United Highland Workers"]]


def test_a_place_in_brackets_is_no_short_form() -> None:
    assert len(groups(entry("[Kabul|GPE] ([AFP|ORG]).", "In [Asia|LOC] ([Singapore|GPE])."))) == 4


def ids(*reports: Entry) -> dict[str, str]:
    """The entity's id of each name form."""
    linking = link_entities(reports)
    return {m.text: linking.ids[e.doc_id, m.chain] for e in reports for m in e.report.mentions}


def test_an_id_stays_when_other_reports_come_in() -> None:
    one = entry("[Ilham Mammadov|PERSON] was in [Kabul|GPE] for [Caspian Steel|ORG].")
    others = (entry("[Ilham Mohammadov|PERSON] came."), entry("[Maria Duarte|PERSON] was in [Baku|GPE]."))

    alone, together = ids(one), ids(one, *others)

    assert {name: together[name] for name in alone} == alone


def test_two_people_whose_names_sound_alike_have_two_ids() -> None:
    found = ids(entry("[Ilham Mohammadov|PERSON] met [Ilham Mammadov|PERSON]."))

    assert found["Ilham Mohammadov"] != found["Ilham Mammadov"]


NAMES = (
    *("Ilham Mohammadov", "Ilham Mammadov", "Mammadov", "I. Mammadov", "Ilham Aliyev", "Aliyev", "Heydar Aliyev"),
    *("Azerbaijan", "Republic of Azerbaijan", "Azerbaijani", "Kabul", "Kiev", "Kyiv", "Foreign Ministry"),
    *("Islamic Emirate of Afghanistan (IEA)", "IEA", "Taliban", "TALIBAN", "Caspian Steel Ltd", "Caspian Steel", "J."),
)
marked = st.builds(
    "[{}|{}||{}]".format,
    st.sampled_from(NAMES),
    st.sampled_from(["PERSON", "ORG", "GPE", "NORP"]),
    st.sampled_from(["", "ambassador of Iran", "Azerbaijani ambassador"]),
)
reports = st.lists(
    st.builds(
        lambda sentences: entry(*sentences),
        st.lists(marked | st.builds("{} and {}".format, marked, marked), max_size=4),
    ),
    max_size=5,
    unique_by=lambda report: report.doc_id,
)


@given(reports, st.randoms(use_true_random=False))
def test_the_order_of_reports_makes_no_difference(found: list[Entry], random: Random) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)

    assert link_entities(shuffled) == link_entities(found)


@given(reports)
def test_every_chain_has_an_entity_and_every_form_a_reason(found: list[Entry]) -> None:
    before = copy.deepcopy(found)

    linking = link_entities(found)

    assert found == before
    assert set(linking.ids) == {(e.doc_id, m.chain) for e in found for m in e.report.mentions}
    assert set(linking.ids.values()) == set(linking.entities)
    assert set(linking.aliases) == {(linking.ids[e.doc_id, m.chain], m.text) for e in found for m in e.report.mentions}
    assert all(alias.rule and 0 <= alias.score <= 1 for alias in linking.aliases.values())


@given(reports)
def test_two_people_in_one_sentence_are_never_joined(found: list[Entry]) -> None:
    linking = link_entities(found)
    things = {m.name.casefold() for report in found for m in report.report.mentions if m.label != "PERSON"}

    for report in found:
        people = {(m.sentence, m.chain, m.name) for m in report.report.mentions if m.label == "PERSON"}
        for one, other in combinations(sorted(people), 2):
            is_joined = linking.ids[report.doc_id, one[1]] == linking.ids[report.doc_id, other[1]]
            if one[0] == other[0] and is_joined:
                # Then both were misread: any of the reports can say that a name is that of a thing.
                assert {one[2].casefold(), other[2].casefold()} <= things


def test_a_body_that_is_read_as_two_people_in_one_sentence_is_one_body() -> None:
    misread = entry("[Caspian Steel Ltd|PERSON] and [Caspian Steel|PERSON] are one.")

    assert len(groups(misread)) == 2
    assert groups(
        misread, entry("[Caspian Steel|ORG] grew.", "[Caspian Steel|ORG] won."), entry("[Caspian Steel Ltd|ORG] fell.")
    ) == [["Caspian Steel", "Caspian Steel Ltd"]]


def test_no_reports_give_nothing() -> None:
    linking = link_entities([])

    assert (linking.ids, linking.entities, linking.aliases) == ({}, {}, {})
