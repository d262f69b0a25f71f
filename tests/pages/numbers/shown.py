"""What a page shows in words: its lines and its links, without the words of reports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple

from streamlit.testing.v1 import AppTest

BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd", "summary", "div", "article", "header", "nav")
VOID = ("br", "img", "hr", "wbr", "input", "meta")
# The classes of elements with words of reports, and with the icons and signs of the page.
OF_REPORTS = ("d-said", "d-quote", "d-who", "d-first", "d-text", "d-about", "d-icon", "d-concordance", "d-belongs")


class Line(NamedTuple):
    """Words of the page, and the address that they lead to, if they do."""

    text: str
    href: str = ""


class _Lines(HTMLParser):
    """The lines of HTML: the text of each block, and of each link by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Line] = []
        self.stack: list[tuple[str, bool]] = []  # the open elements, and whether they have words of reports
        self.words: list[str] = []
        self.href, self.label = "", [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        classes = (known.get("class") or "").split()
        if tag in BLOCKS:
            self._end()
        is_words = (known.get("dir") == "auto" and tag != "a") or any(one in OF_REPORTS for one in classes)
        if tag not in VOID:
            self.stack.append((tag, is_words or tag in ("style", "script", "mark")))
        if tag == "a":
            self.href, self.label = known.get("href") or "", []

    def handle_endtag(self, tag: str) -> None:
        while self.stack and self.stack.pop()[0] != tag:
            pass
        if tag == "a":
            self.found.append(Line(" ".join("".join(self.label).split()), self.href))
            self.href = ""
        if tag in BLOCKS:
            self._end()

    def handle_data(self, data: str) -> None:
        if any(is_words for _, is_words in self.stack):
            return
        (self.label if self.href else self.words).append(data)

    def _end(self) -> None:
        if line := " ".join("".join(self.words).split()):
            self.found.append(Line(line))
        self.words = []


def lines_of(html: str) -> list[Line]:
    """The lines of HTML.

    >>> lines_of('<p>In <b>3</b> reports</p><p><a href="./facts">2 claims</a></p><p class="d-quote">5 men</p>')
    [Line(text='In 3 reports', href=''), Line(text='2 claims', href='./facts')]
    """
    parser = _Lines()
    parser.feed(html)
    parser._end()
    return parser.found


def shown(app: AppTest) -> Iterator[Line]:
    """Every line of a page: of our HTML, of the tools of charts, of the panel, and of Streamlit's own widgets."""
    for element in app.get("html"):
        yield from lines_of(str(element.proto.body))
    for component in app.get("bidi_component"):
        yield from map(Line, said_in(component.proto.json))
    for kind in ("button", "toggle", "checkbox", "header", "info", "caption"):
        for widget in app.get(kind):
            yield Line(str(getattr(widget, "label", "") or getattr(widget, "value", "")))
    for widget in app.get("download_button"):
        yield Line(str(widget.proto.label))
    for widget in app.get("button_group"):
        yield from (Line(option.content) for option in widget.proto.options)
    for widget in app.selectbox:
        yield from map(Line, (str(widget.label), *widget.options))


def said_in(data: str) -> list[str]:
    """The sentences in the data of a component; its counts are looked at by themselves."""
    found: dict[str, Any] = json.loads(data) if data else {}
    periods = found.get("periods", {}).values()
    return [str(one["takeaway"]) for one in (found, *periods) if one.get("takeaway")]
