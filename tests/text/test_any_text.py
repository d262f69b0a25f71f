"""No text raises, and every invariant is true, whatever is done to a report."""

from __future__ import annotations

from datetime import date, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.pipeline import build_tables
from analysis.read.header import Header
from analysis.read.record import article
from analysis.tables.dating import dated_entries
from analysis.tables.entry import Entry
from analysis.text.invariants import faults
from analysis.text.report import read_reports
from analysis.text.timexes import resolve_timexes
from tests.examples import examples
from tests.fuzz import CHANGES, Change, spoilt

REPORTS = (
    """NORTH PORT REOPENS AFTER STORM

OSTVIK, Nov 14 (Norden) - Engineers reopened the harbour of Ostvik on Thursday, two days after waves of nine metres
broke its northern wall, the port authority said.

"We worked between 1900 and 2300 hours every night," said its director, Karin Solberg. "Then the wind fell."

Between 40 and 60 ships - most of them from Poland and Estonia — had waited for twenty-four hours or more. The
government will pay 12.5 million kroner for a new wall; a first plan was rejected in 2019.""",
    """Minister: mines to close "within three years"

(Photo: a mine near Lubenice)

Trade minister Jan Zawadzki told parliament in Lubenice, on 3 March 2021, that seven of the country's 11 coal mines
would close by the end of 2024. He denied that 4,000 miners had been dismissed last week.

"Nobody will lose a job," he said, according to the daily Glos. Unions, which met Zawadzki on Monday and Tuesday, called
the promise "empty words" and threatened to strike from 1 to 5 April.

Read more: What the mines cost
Follow us on social media""",
    """The embassy of Peru in Oslo was attacked late on Friday night, police said. Two guards were hurt.

A spokesman for the foreign ministry, Luis Ortega Paz, said it "cannot be excluded" that the men - they wore masks - had
come from abroad. "We have asked our neighbours for help," Ortega Paz added.

Norway's prime minister condemned the attack. Peru and Norway signed a treaty to protect embassies in the 1990s.
In the first nine months of 2020, 15 such attacks were counted, up from ten a year earlier.""",
    """Teachers of 120 schools in Dar Nima province began a strike on September 13 — two days after their talks with the
mayor, Dr. Salim Haddad, had failed. The U.N. Children's Fund (UNICEF) had warned in May that classes of sixty-two
children "are no classes".

Haddad said: "I would pay them today if I could." Asked when money would come, he said it might be there by the
twenty-first of next month. The teachers' union, led by Mrs. Amina Yusuf-Berg, says 3/4 of its members earn less than
$90 a month.""",
    """Quarterly results

Corva Ltd <CRV.X> shr 34 cts vs 1.19 dlrs
Net 1,250,000 vs 3,400,000
Year ended March 31, 1987

NOTE: figures for 1986 include a gain of 0.7 mln dlrs from the sale of Corva's mill in Ontario, Canada. The company said
it expects a profit in the third quarter. Chairman R. J. Holt, 62, will retire in June.""",
)
MIXTURES = st.tuples(
    st.lists(st.sampled_from(REPORTS), min_size=1, max_size=2),
    st.lists(st.sampled_from(CHANGES), min_size=1, max_size=4),
    st.integers(0, 2**32),
)
DAYS = (None, datetime(1583, 1, 1), datetime(2020, 2, 29), datetime(9999, 12, 31))


def check(text: str, title: str | None, published: datetime | None) -> Entry:
    """The entry of the text, when all that is found in it is sound."""
    one = article("a.txt", text, Header(title=title, published=published))
    (report,) = read_reports([one])

    assert list(faults(one.text, report)) == []
    for day in (date.min, date(2020, 2, 29), date.max):
        for timex in resolve_timexes(report.timexes, day):
            assert (timex.first_day is None) == (timex.end_day is None)
    (entry,) = dated_entries([(one, report)])
    assert entry.failed is None, entry.failed.details
    return entry


@pytest.mark.parametrize("text", REPORTS, ids=[report.split(" ")[0].strip() for report in REPORTS])
def test_the_reports_themselves_can_be_read(text: str) -> None:
    entry = check(text, None, datetime(2021, 5, 7))

    assert entry.report.facts


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The Fund\r (UNICEF) ― had warned the in May that classes of sixty-two are no classes.", id="mute"
        ),
    ],
)
def test_a_text_that_broke_an_invariant_can_be_read(text: str) -> None:
    assert check(text, None, None).report.sentences


@examples(40)
@given(mixture=MIXTURES, title=st.sampled_from((None, "Storm closes port", "—")), published=st.sampled_from(DAYS))
def test_a_spoilt_report_can_be_read(
    mixture: tuple[list[str], list[Change], int], title: str | None, published: datetime | None
) -> None:
    texts, changes, seed = mixture

    check(spoilt(texts, changes, Random(seed)) or " ", title, published)


@examples(40)
@given(text=st.text(max_size=200))
def test_any_characters_can_be_read(text: str) -> None:
    check(text or " ", None, None)


@pytest.mark.long
@settings(max_examples=5_000, derandomize=False)
@given(mixture=MIXTURES, published=st.sampled_from(DAYS))
def test_many_spoilt_reports_can_be_read(
    mixture: tuple[list[str], list[Change], int], published: datetime | None
) -> None:
    texts, changes, seed = mixture

    entry = check(spoilt(texts, changes, Random(seed)) or " ", None, published)

    build_tables([entry], ())
