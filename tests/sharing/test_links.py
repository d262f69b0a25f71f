"""A link says what is shared."""

from __future__ import annotations

import pytest

from sharing.shared import LinkFault
from tests.sharing.conftest import Share


@pytest.mark.parametrize(
    "link",
    [
        "http://127.0.0.1:8501/facts?theme=Mining&sort=worth&page=3",
        "https://news.example/desk/?theme=mining",
        "?Theme=Mining",
        "theme=Mining",
    ],
)
def test_a_link_gives_its_filters(share: Share, link: str):
    assert share(link).filters == ["Mining"]


def test_without_a_link_everything_is_shared(share: Share):
    assert share().view.selection.is_everything()


@pytest.mark.parametrize("link", ["theme=Fishing", "period=soon", "http://[bad?theme=Mining", "theme=" + "x" * 10_000])
def test_a_link_that_asks_for_what_is_not_there_is_refused(share: Share, link: str):
    with pytest.raises(LinkFault):
        share(link)


@pytest.mark.parametrize(
    ("link", "dashboard"),
    [
        ("https://news.example/desk/facts?theme=Mining", "https://news.example/desk/"),
        ("javascript://x/?theme=Mining", ""),
        ("https://user:word@news.example/facts?theme=Mining", ""),
        ("theme=Mining", ""),
    ],
)
def test_the_dashboard_is_the_one_of_the_link(share: Share, link: str, dashboard: str):
    assert share(link).dashboard == dashboard
