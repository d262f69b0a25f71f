"""The page Documents: days are set, reports taken out, brought back and replaced."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.corpus import inputs_folder
from pages.parts.documents import rebuild
from tests.pages.conftest import Open, html
from tests.pages.documents.conftest import PAGE, store


def _change(visit: Open, own: Path, *ticked: int) -> AppTest:
    app = visit(PAGE, own, documents_as="change")
    for number in ticked:
        app.checkbox[number].check()
    return app


def _press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return app.run()


def test_the_day_of_three_reports_is_set_at_once(visit: Open, own: Path, tmp_path: Path, builds: list[Path]) -> None:
    app = _change(visit, own, 0, 1, 2)
    app.date_input(key="new-day").set_value(date(2024, 3, 4))

    app = _press(app, "Set the day")

    assert [one.day for one in store(tmp_path).report_days()] == [date(2024, 3, 4)] * 3
    assert "3 reports is kept" in app.success[0].value
    assert builds == [own]


def test_the_day_of_a_report_is_changed_in_its_row(visit: Open, own: Path, tmp_path: Path, builds: list[Path]) -> None:
    app = visit(PAGE, own, documents_as="change")
    rows = [box for box in app.date_input if box.label.startswith("Day of ") and box.key != "new-day"]
    assert len(rows) == 9
    before = [box.value for box in rows]
    rows[1].set_value(date(2024, 2, 29))

    app = _press(app, "Save changed days")

    (kept,) = store(tmp_path).report_days()
    assert (kept.day, before[1] != kept.day) == (date(2024, 2, 29), True)
    assert "1 changed day kept" in app.success[0].value
    assert builds == [own]
    assert "Change the day" in _press(visit(PAGE, own, documents_as="change"), "Save changed days").error[0].value


def test_a_day_is_forgotten_again(visit: Open, own: Path, tmp_path: Path) -> None:
    app = _change(visit, own, 0)
    app.date_input(key="new-day").set_value(date(2024, 3, 4))
    _press(app, "Set the day")

    _press(_change(visit, own, 0), "As it was read")

    assert store(tmp_path).report_days() == []


def test_without_a_day_or_a_tick_nothing_is_kept(visit: Open, own: Path, tmp_path: Path) -> None:
    assert "Choose a day" in _press(_change(visit, own, 0), "Set the day").error[0].value
    assert "Tick the reports" in _press(_change(visit, own), "Take out").error[0].value
    assert store(tmp_path).report_days() == store(tmp_path).removed() == []


def test_a_report_is_taken_out_and_brought_back(visit: Open, own: Path, tmp_path: Path) -> None:
    app = _press(_change(visit, own, 0), "Take out")
    (out,) = store(tmp_path).removed()

    app.multiselect(key="bring-back").select(out.doc_id)
    _press(app, "Bring back")

    assert store(tmp_path).removed() == []


def test_who_may_no_more_changes_nothing(
    visit: Open, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = _change(visit, own, 0)
    monkeypatch.delenv("DOSSIER_ADD")

    _press(app, "Take out")

    assert store(tmp_path).removed() == []


def test_another_file_is_put_in_the_place_of_a_report(
    visit: Open, own: Path, tmp_path: Path, builds: list[Path]
) -> None:
    app = visit(PAGE, own, documents_as="change")
    app = app.selectbox(key="one-report").select_index(0).run()
    assert "Its file is not where it was" in html(app)
    app = app.file_uploader(key="replace-0").set_value(("storm.txt", b"The storm hit the port.", "text/plain")).run()

    app.button(key="replace").click().run()

    (out,) = store(tmp_path).removed()
    assert out.replaced_by == "added/storm.txt"
    assert (inputs_folder(own) / out.replaced_by).read_bytes() == b"The storm hit the port."
    assert builds == [own]


def test_the_file_of_a_report_can_be_saved(visit: Open, own: Path, tmp_path: Path) -> None:
    app = visit(PAGE, own, documents_as="change", sort_reports="file")
    first = html(visit(PAGE, own, sort_reports="file"))
    name = re.findall('data-head="File"><[^>]*>([^<]*)<', first)[0]
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("its file")

    app = app.selectbox(key="one-report").select_index(0).run()

    assert [button.proto.label for button in app.get("download_button")] == ["Save its file"]


def test_what_a_build_has_not_applied_yet_is_said(visit: Open, own: Path) -> None:
    _press(_change(visit, own, 0, 1), "Take out")
    for build in rebuild.LAST.values():
        build.wait()

    app = visit(PAGE, own, documents_as="change")

    assert "2 changes are kept and not shown yet" in html(app)
    assert app.button(key="build-now").label == "Build now"
