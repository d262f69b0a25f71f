"""The page Documents: the list for all, changes for those who may."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.corpus import Corpus, inputs_folder, keep_corpus, kept_hints
from analysis.read.article import Hint, Taken
from analysis.store import publish
from analysis.tables.record_files import record_files
from analysis.user_store.store import UserStore
from pages.parts.documents import adding, rebuild
from pages.parts.documents.access import MAY_NOT, is_own
from pages.parts.documents.looking import Given, look_at, pasted
from pages.parts.documents.rebuild import Rebuild, last_build
from tests.pages import snapshots
from tests.pages.conftest import Open, html

PAGE = "corpus/documents"
OWN = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}


@pytest.fixture(autouse=True)
def builds(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """The folders of the builds that are started; they do nothing."""
    started: list[Path] = []

    def start(out: Path, undo: Callable[[], None]) -> Rebuild:
        started.append(out)
        return Rebuild(out, undo, ["true"])

    monkeypatch.setattr(rebuild, "Rebuild", start)
    yield started
    for build in rebuild.LAST.values():
        build.wait()
    rebuild.LAST.clear()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The nine reports in a folder to which everyone may add."""
    monkeypatch.setenv("DOSSIER_ADD", "everyone")
    snapshots.small(tmp_path / "own")
    keep_corpus(tmp_path / "own", Corpus((str(tmp_path),), "model"))
    return tmp_path / "own"


def store(tmp_path: Path) -> UserStore:
    return UserStore(f"sqlite:///{tmp_path / 'written.db'}")


def test_every_report_is_listed_with_what_it_was_read_as(visit: Open) -> None:
    shown = html(visit(PAGE))

    assert "9 reports" in shown
    assert shown.count("<summary>First lines</summary>") == 9
    assert "Ministry signs copper contract" in shown
    assert "4 March 2024" in shown


def test_a_collection_of_one_report_without_a_date_says_so(visit: Open, blank: Path) -> None:
    app = visit(PAGE, blank)

    assert "No date 1" in app.get("button_group")[0].proto.options[0].content
    assert "1 report<" in html(app)


def test_nothing_that_fits_is_said(visit: Open) -> None:
    assert "No report fits" in html(visit(PAGE, find_report="nothing-has-this"))


def test_inputs_that_could_not_be_read_are_listed_under_their_reason(visit: Open) -> None:
    assert "could not be read" in html(visit(PAGE, work="unread"))


@pytest.mark.parametrize(
    ("headers", "address", "may"),
    [
        pytest.param(OWN, None, True, id="localhost"),
        pytest.param({"Host": "127.0.0.1:8501"}, "127.0.0.1", True, id="its number"),
        pytest.param(OWN | {"X-Forwarded-For": "1.2.3.4"}, None, False, id="a proxy"),
        pytest.param(OWN | {"Forwarded": "for=1.2.3.4"}, None, False, id="a proxy of the standard"),
        pytest.param(OWN | {"x-real-ip": "1.2.3.4"}, None, False, id="nginx"),
        pytest.param(OWN, "192.168.0.7", False, id="another machine"),
        pytest.param({"Host": "dossier.example"}, None, False, id="another name"),
        pytest.param({"Host": "localhost.evil.example"}, None, False, id="a name that begins so"),
        pytest.param({"Host": "localhost", "Origin": "http://evil.example"}, None, False, id="from another page"),
        pytest.param({}, None, False, id="no name"),
        pytest.param({"Host": "[::1"}, None, False, id="no name at all"),
    ],
)
def test_a_server_is_ones_own_where_nothing_lies_between(
    headers: dict[str, str], address: str | None, may: bool
) -> None:
    assert is_own(headers, address) == may


def test_nobody_may_add_unless_it_is_said(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_LOCAL", "1")  # but this request has no name of this machine

    app = visit(PAGE, documents_as="change")

    assert MAY_NOT[:40] in html(app)
    assert not app.get("file_uploader")
    assert not app.checkbox


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


SLEEPS = ["sh", "-c", "echo reports 1 4; sleep 60"]


def test_a_build_that_is_cancelled_takes_back_what_it_began_with(tmp_path: Path) -> None:
    undone: list[bool] = []
    build = Rebuild(tmp_path, lambda: undone.append(True), SLEEPS)
    while not build.step.done:
        time.sleep(0.01)

    assert (build.step.stage, build.step.total) == ("reports", 4)
    build.cancel()

    assert build.is_over
    assert not build.has_failed
    assert undone == [True]


def test_a_build_that_is_through_takes_nothing_back(tmp_path: Path) -> None:
    undone: list[bool] = []
    build = Rebuild(tmp_path, lambda: undone.append(True), ["true"])
    build.wait()

    build.cancel()

    assert undone == []


def test_a_build_that_failed_says_what_it_said(tmp_path: Path) -> None:
    build = Rebuild(tmp_path, command=["sh", "-c", "echo No room; exit 1"])
    build.wait()

    assert build.has_failed
    assert build.reason == "No room"


def test_what_is_kept_while_a_build_runs_is_built_after_it(tmp_path: Path) -> None:
    runs = tmp_path / "runs"
    build = Rebuild(tmp_path, command=["sh", "-c", f"sleep 0.3; echo x >> '{runs}'"])

    assert build.again()
    build.wait()

    assert runs.read_text() == "x\nx\n"
    assert not build.again()


def test_a_session_keeps_its_snapshot_until_it_asks_for_the_new_one(visit: Open, tmp_path: Path) -> None:
    folder = tmp_path / "grows"
    snapshots.empty(folder)
    app = visit(PAGE, folder)
    snapshots.small(folder)

    app = app.run()
    assert "1 report<" in html(app)

    app = app.button(key="show-new").click().run()
    assert "9 reports<" in html(app.run())
    assert not [button for button in app.run().button if button.key == "show-new"]


def test_what_a_build_has_not_applied_yet_is_said(visit: Open, own: Path) -> None:
    _press(_change(visit, own, 0, 1), "Take out")
    for build in rebuild.LAST.values():
        build.wait()

    app = visit(PAGE, own, documents_as="change")

    assert "2 changes are kept and not shown yet" in html(app)
    assert app.button(key="build-now").label == "Build now"


def test_a_build_that_changes_nothing_says_so_once(visit: Open, own: Path) -> None:
    rebuild.start_build(own)
    build = last_build(own)
    assert build is not None
    build.wait()

    assert "nothing has changed" in visit(PAGE, own).info[0].value
    assert not visit(PAGE, own).info


@pytest.mark.parametrize("shown_as", ["list", "change"])
def test_titles_that_are_long_or_no_words_are_shown_as_words(
    visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown_as: str
) -> None:
    monkeypatch.setenv("DOSSIER_ADD", "everyone")
    snapshots.odd(tmp_path / "odd")
    keep_corpus(tmp_path / "odd", Corpus((str(tmp_path),), "model"))

    app = visit(PAGE, tmp_path / "odd", documents_as=shown_as)

    assert not app.exception
    assert "<script>" not in html(app).lower()
    assert all(len(box.label) < 800 and "\x1b" not in box.label for box in app.checkbox)


HEAVY = ("spacy", "lxml", "trafilatura", "pypdfium2", "mammoth", "feedparser", "py3langid", "puremagic", "warcio")


def test_the_server_imports_no_reading_library() -> None:
    imports = "import sys, dashboard, pages.parts.documents.changing, pages.parts.documents.looking"
    said = f"{imports}; print([name for name in {HEAVY!r} if name in sys.modules])"

    found = subprocess.run([sys.executable, "-c", said], cwd=rebuild.ROOT, capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"
