"""What is installed fits together, can be installed elsewhere, and runs in folders of any name."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from analysis.store import open_snapshot

ROOT = Path(__file__).resolve().parents[1]
ODD_NAME = "it's 100% мои отчёты? #1 日本"
# The environment as it would be outside of `make test`: a make that is started inside has nothing of the outer one.
ALONE = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
REPORT = "The mayor of Baku opened the new bridge on Monday."


def test_what_is_installed_fits_together() -> None:
    done = subprocess.run([sys.executable, "-m", "pip", "check"], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "No broken requirements found.\n")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, without its environment, in a folder with blanks and letters that are not Latin."""
    copy = tmp_path / "наш проект" / "dossier 1"
    copy.mkdir(parents=True)
    for name in ("Makefile", "requirements.txt", "dashboard.py"):
        shutil.copy(ROOT / name, copy / name)
    for name in ("analysis", "display", "sharing", "pages", "seeds"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "reports").mkdir()
    (copy / "свои отчёты").mkdir()
    (copy / "свои отчёты" / "первый отчёт.txt").write_text(REPORT, encoding="utf-8")
    return copy


@pytest.mark.skipif(not shutil.which("make"), reason="there is no make")
def test_a_build_runs_in_a_folder_with_blanks_and_other_letters(project: Path) -> None:
    (project / ".venv").symlink_to(sys.prefix)

    done = subprocess.run(
        ["make", "-o", ".venv/installed", "build", "INPUT=свои отчёты", "OUT=мой снимок"],
        cwd=project,
        env=ALONE,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    documents = open_snapshot(project / "мой снимок").table("documents")
    assert documents["source_id"].tolist() == ["первый отчёт.txt"]


VERSIONS = ("3.11", "3.12", "3.13")


@pytest.mark.long
@pytest.mark.parametrize("name", ["requirements.in", "requirements.txt", "requirements-dev.txt"])
@pytest.mark.parametrize("version", VERSIONS)
def test_all_that_is_needed_is_there_as_wheels(tmp_path: Path, version: str, name: str) -> None:
    """Asks the package index."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--only-binary", ":all:"]
    options = ["--python-version", version, "--no-header", "--no-annotate", "-o", str(tmp_path / "resolved.txt")]

    done = subprocess.run([*command, *options, name], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert "streamlit==" in (tmp_path / "resolved.txt").read_text(encoding="utf-8")


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("make"), reason="there is no make")
def test_a_fresh_copy_in_such_a_folder_installs_and_builds(project: Path) -> None:
    """Asks the package index."""
    done = subprocess.run(["make", "build"], cwd=project, env=ALONE, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr  # pip may warn of the settings of a machine
    assert done.stdout.startswith("Making .venv with Python 3.1")
    assert len(open_snapshot(project / ".dossier" / "seeds").table("documents")) == 3


PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")


@pytest.mark.long
def test_the_installed_command_builds_runs_and_exports_anywhere(tmp_path: Path) -> None:
    """Asks the package index for what builds the wheel."""
    target, away = tmp_path / "site", tmp_path / "away"
    away.mkdir()
    install = [*PIP, "install", "--no-deps", "--target", str(target), str(ROOT)]
    subprocess.run(install, check=True, capture_output=True)
    command = [sys.executable, "-c", "import sys, dossier; sys.exit(dossier.main())"]

    def dossier(*arguments: str) -> subprocess.CompletedProcess[str]:
        path = {"PYTHONPATH": str(target)}
        return subprocess.run(
            [*command, *arguments], cwd=away, env=os.environ | path, capture_output=True, text=True, check=False
        )

    built = dossier("build", str(target / "dossier_app" / "seeds"), "--out", "seeds")
    written = dossier("export", "seeds", "claims", "--to", "claims.csv")

    assert (built.returncode, written.returncode) == (0, 0), built.stderr + written.stderr
    assert (away / "claims.csv").exists()
    for name in ("dashboard.py", ".streamlit/config.toml", "pages/parts/icon.svg", "analysis/measured/floors.json"):
        assert (target / "dossier_app" / name).exists(), name


@pytest.mark.long
def test_the_wheel_asks_for_the_pinned_packages(tmp_path: Path) -> None:
    """Asks the package index for what builds the wheel."""
    subprocess.run([*PIP, "wheel", "--no-deps", "-w", str(tmp_path), str(ROOT)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as file:
        (name,) = (one for one in file.namelist() if one.endswith("METADATA"))
        asked = file.read(name).decode()

    pinned = [line.split(" ")[0] for line in (ROOT / "requirements.txt").read_text().splitlines() if line[:1].isalnum()]
    assert sorted(
        line.split(" ")[1].split(";")[0]
        for line in asked.splitlines()
        if "Requires-Dist" in line and "extra ==" not in line
    ) == sorted(pinned)
