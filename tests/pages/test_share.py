"""The page Share says what is shared and gives its files; a frame shows one chart, its source and the way back."""

from __future__ import annotations

import re
from html import unescape

import pytest

from pages.parts.share.what import WITHOUT
from tests.pages.conftest import Open, html


def test_it_says_the_view_in_words(visit: Open):
    said = html(visit("corpus/share", theme="Mining", not_status="Denied"))

    assert "Mining; not Denied" in said
    assert re.search(r"holds? \d+ claims?", said)
    assert "snapshot-" in said


def test_every_file_is_offered_and_made_when_asked_for(visit: Open):
    app = visit("corpus/share", theme="Mining")

    names = [button.label for button in app.get("download_button")]
    assert names[:4] == ["Download the report", "Word document", "Markdown", "Excel"]
    assert names[4:] == ["CSV", "Parquet", "JSON Lines", "All data (ZIP)"]


def test_the_link_has_the_filters(visit: Open):
    app = visit("corpus/share", theme="Mining")

    assert app.code[0].value.endswith("?theme=Mining")


def test_without_texts_is_in_the_address(visit: Open):
    app = visit("corpus/share")

    app.get("button_group")[0].set_value(WITHOUT).run()

    assert app.query_params["texts"] == "no"
    assert "quotations of at most 25 words" in html(app)


def test_the_code_of_a_frame_leads_to_what_it_shows(visit: Open):
    app = visit("corpus/share", theme="Mining", show="status")

    (href,) = re.findall(r'src="[^"]*embed(\?[^"]*)"', app.code[1].value)
    assert unescape(href) == "?theme=Mining&show=status&embed=true"


@pytest.mark.parametrize(("show", "said"), [("theme", "Claims by theme"), ("claims", "Claims")])
def test_a_frame_shows_one_thing_its_source_and_the_way_to_the_dashboard(visit: Open, show: str, said: str):
    app = visit("corpus/embed", show=show, theme="Mining")

    shown = html(app)
    assert not app.exception
    assert said in shown
    assert "Source: Dossier, Mining, snapshot-" in shown
    assert "Open in Dossier</a>" in shown
    assert 'class="d-menu"' not in shown
    assert not re.search(r'<a (?![^>]*target="_blank")[^>]*href="\./', shown)


def test_a_frame_of_something_unknown_shows_the_claims(visit: Open):
    assert "Claims" in html(visit("corpus/embed", show="<script>"))


def test_the_frame_is_not_in_the_menu(visit: Open):
    assert 'href="./embed' not in html(visit("explore/overview"))


def test_a_page_with_nothing_offers_nothing(visit: Open):
    app = visit("corpus/share", theme="Mining", words="nothing at all has these words")

    assert app.info
    assert not app.get("download_button")
