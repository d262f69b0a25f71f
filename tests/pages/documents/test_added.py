"""The page Documents: files and words are looked at, then added."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.corpus import inputs_folder, kept_hints
from analysis.read.article import Hint, Taken
from analysis.store import publish
from analysis.tables.record_files import record_files
from pages.parts.documents import adding
from pages.parts.documents.looking import Given, look_at, pasted
from tests.pages import snapshots
from tests.pages.conftest import Open, html
from tests.pages.documents.conftest import PAGE


def test_a_file_is_looked_at_then_added(visit: Open, own: Path, builds: list[Path]) -> None:
    app = visit(PAGE, own)
    app = app.text_area[0].set_value("Storm Hits Port\n\n4 March 2024\n\nThe storm hit the port on Monday.").run()
    shown = html(app)

    assert "Storm Hits Port" in shown
    assert "4 March 2024 (read from the text)" in shown
    assert not inputs_folder(own).exists()

    app.button(key="add").click().run()

    assert len(list((inputs_folder(own) / "added").iterdir())) == 1
    assert builds == [own]


def test_a_day_in_the_future_is_not_shown_without_a_word(visit: Open, own: Path) -> None:
    app = visit(PAGE, own)

    shown = html(app.text_area[0].set_value("Storm Hits Port\n\n4 March 2099\n\nThe storm hit the port.").run())

    assert "4 March 2099 (read from the text: in the future)" in shown


UNCLEAR = b"blurb,date\nIt rained in Baku.,03/04/2024\nIt snowed in Ganja.,05/06/2024\n"


def test_the_column_with_the_texts_and_the_order_of_dates_are_chosen(
    visit: Open, own: Path, builds: list[Path]
) -> None:
    app = visit(PAGE, own)
    app = app.file_uploader(key="drop-0").set_value(("a.csv", UNCLEAR, "text/csv")).run()
    assert "no column of it is known to have the texts" in html(app)
    assert not [button for button in app.button if button.key == "add"]

    (column,) = [box for box in app.selectbox if box.label == "The text is in"]
    app = column.select("blurb").run().run()
    assert "2 records; text from <code>blurb</code>, date from <code>date</code>" in html(app)
    assert "2 records have a date that can" in html(app)

    (order,) = [one for one in app.get("button_group") if one.proto.label == "03/04/2024 is"]
    app = order.set_value("day-first").run().run()
    assert "3 April 2024 (said by the file)" in html(app)

    app.button(key="add").click().run()

    assert kept_hints(own) == {"added/a.csv": Hint("blurb", "day-first")}
    assert builds == [own]


def test_a_file_of_records_that_is_there_is_read_otherwise(visit: Open, own: Path, builds: list[Path]) -> None:
    frames = snapshots.small_frames()
    frames["record_files"] = record_files(
        [
            Taken(
                source_id="a.csv",
                n_records=12,
                fields={"text": "body", "published": "date"},
                unused=("<b>tag</b>",),
                dates="unclear",
                n_unread_dates=12,
                unread_dates=("03/04/2024",),
            )
        ]
    )
    publish(own, frames, {"model": "by hand"})
    app = visit(PAGE, own)
    assert "What records were taken for: 1 file, 12 dates not read" in [one.label for one in app.expander]
    assert "12 records have a date that can't be read: 03/04/2024." in html(app)
    assert "<code>&lt;b&gt;tag&lt;/b&gt;</code>" in html(app)

    app = app.selectbox(key="records-file").select("a.csv").run()
    (order,) = [one for one in app.get("button_group") if one.proto.label == "03/04/2024 is"]
    app = order.set_value("month-first").run()
    app.button(key="read-so").click().run()

    assert kept_hints(own) == {"a.csv": Hint(dates="month-first")}
    assert builds == [own]


def test_what_cannot_be_kept_is_said_and_nothing_is_left(
    visit: Open, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    app = visit(PAGE, own)
    app = app.text_area[0].set_value("Storm hits the port.").run()
    monkeypatch.setattr(adding, "start_build", full)
    monkeypatch.setattr(adding, "add_file", full)

    app = app.button(key="add").click().run()

    assert "Nothing was added: No space left on device" in app.error[0].value
    assert not inputs_folder(own).exists()


def test_a_file_that_is_no_report_has_its_reason() -> None:
    good, bad = look_at([Given("a.txt", b"The storm hit the port."), Given("../b.bin", bytes(range(256)))])

    assert good.reports
    assert not good.unread
    assert not bad.reports
    assert "not read" in bad.unread[0].reason


def test_what_is_pasted_is_a_page_or_a_text() -> None:
    assert pasted("\n <html><body>x").name.endswith(".html")
    assert pasted("< 5 people came").name.endswith(".txt")
