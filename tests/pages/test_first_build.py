"""The first start builds the seeds, once."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import data, first_build
from tests.pages.conftest import DASHBOARD

FAKE = """
import shutil, sys
from pathlib import Path
out = Path(sys.argv[sys.argv.index("--out") + 1])
for done in (1, 2, 3):
    print(f"Read {done} of 3 reports", flush=True)
(out.parent / "builds").open("a").write("x")
if (out.parent / "fail").exists():
    sys.exit("<b>No report</b> could be read.")
shutil.copytree(out.parent / "ready", out)
"""


@pytest.fixture
def project(tmp_path: Path, small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose `python -m analysis build` publishes the hand-made snapshot."""
    (tmp_path / "analysis").mkdir()
    (tmp_path / "analysis" / "__init__.py").write_text("", encoding="utf-8")
    (tmp_path / "analysis" / "__main__.py").write_text(FAKE, encoding="utf-8")
    shutil.copytree(small, tmp_path / "ready")
    monkeypatch.setattr(data, "ROOT", tmp_path)
    monkeypatch.setenv("DOSSIER_DATA", str(tmp_path / "out"))
    return tmp_path


def test_a_start_without_a_snapshot_builds_one_and_shows_it(project: Path):
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()

    assert not app.exception
    assert not app.error
    assert (project / "out" / "CURRENT").exists()


def test_the_second_visit_builds_nothing(project: Path):
    for _ in range(2):
        AppTest.from_file(str(DASHBOARD), default_timeout=60).run()

    assert (project / "builds").read_text() == "x"


def test_two_visits_at_once_build_once(project: Path):
    started = []

    class Counted(first_build.Build):
        def __init__(self, root: Path, out: Path) -> None:
            started.append(out)
            super().__init__(root, out)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(first_build, "Build", Counted)
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda _: first_build.build_seeds(project, project / "out"), range(2)))

    assert len(started) == 1


def test_a_build_that_fails_says_why_in_plain_text(project: Path):
    (project / "fail").write_text("")

    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()

    assert not app.exception
    assert "could not be built" in app.error[0].value
    assert "<b>No report</b> could be read." in app.code[0].value
