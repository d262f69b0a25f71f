"""The ticker of a share is no party: the name before it is."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from analysis.text.tickers import put_names_first


def test_the_name_before_a_ticker_has_its_place_in_the_clause() -> None:
    doc = Doc(
        Vocab(),
        words=["Borax", "Plc", "<", "BRX.L", ">", "said", "so"],
        heads=[1, 5, 5, 5, 3, 5, 5],
        deps=["compound", "dep", "punct", "nsubj", "appos", "ROOT", "advmod"],
        pos=["PROPN", "PROPN", "X", "PROPN", "X", "VERB", "ADV"],
    )

    put_names_first(doc)

    assert (doc[1].dep_, doc[1].head.text) == ("nsubj", "said")
    assert (doc[3].dep_, doc[3].head.text) == ("dep", "Plc")


def test_other_brackets_stay_as_they_are() -> None:
    doc = Doc(
        Vocab(),
        words=["Borax", "<", "sic", ">", "said", "so"],
        heads=[4, 4, 4, 2, 4, 4],
        deps=["dep", "punct", "nsubj", "appos", "ROOT", "advmod"],
        pos=["PROPN", "X", "NOUN", "X", "VERB", "ADV"],
    )

    put_names_first(doc)

    assert (doc[0].dep_, doc[2].dep_) == ("dep", "nsubj")
