"""What the Containerfile says, done without a container: its files in a folder of root, its commands as its user.

The user may write to the volume and to a folder for temporary files alone, as with `--read-only --tmpfs /tmp`.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORDS = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
LINES = [line for line in WORDS.replace("\\\n", " ").splitlines() if line.strip() and not line.startswith("#")]
PAGE = (ROOT / "deploy" / "one-server.md").read_text(encoding="utf-8")
PACKAGES = sysconfig.get_path("purelib")
STARTS = "import streamlit, subprocess, sys; subprocess.run([sys.executable, '-c', 'import streamlit'], check=True)"
KNOWN = ("FROM", "RUN", "WORKDIR", "COPY", "ENV", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT")


def said(instruction: str) -> list[str]:
    """What stands behind each instruction of this name."""
    return [line.split(" ", 1)[1].strip() for line in LINES if line.startswith(f"{instruction} ")]


def test_every_line_is_an_instruction_and_every_command_a_list() -> None:
    assert {line.split()[0] for line in LINES} <= set(KNOWN)
    assert LINES[0].startswith("FROM ")
    assert json.loads(said("ENTRYPOINT")[0])[0] == "python"
    assert json.loads(said("HEALTHCHECK")[0].partition("CMD ")[2])[0] == "python"
    assert "--entrypoint python" in PAGE  # the command of the page that builds a snapshot


@dataclass
class Container:
    """A folder with the files of the image, its environment, and its user."""

    folder: Path
    python: str = sys.executable

    @property
    def source(self) -> Path:
        return self.folder / "opt"

    @property
    def environment(self) -> dict[str, str]:
        pairs = dict(one.split("=", 1) for line in said("ENV") for one in shlex.split(line))
        inside = {key: self.inside(value) for key, value in pairs.items()}
        outside = {"PATH": os.environ["PATH"], "TMPDIR": inside["HOME"], "PYTHONPATH": PACKAGES}
        return outside | {"DOSSIER_PUBLIC": "1"} | inside

    def inside(self, path: str) -> str:
        """A place of the container, here."""
        return re.sub(r"^/(data|tmp|run)(?=/|$)", lambda found: str(self.folder / found[1]), path)

    def command(self, arguments: list[str]) -> list[str]:
        user, group = said("USER")[0].split(":")
        here = [self.python if one == "python" else one for one in arguments]
        return ["setpriv", "--reuid", user, "--regid", group, "--clear-groups", *here]

    def run(self, arguments: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(arguments),
            cwd=self.source,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def state(self) -> dict[str, tuple[int, int]]:
        """Time and size of each file of the image."""
        return {str(one): (one.stat().st_mtime_ns, one.stat().st_size) for one in self.source.rglob("*")}


@pytest.fixture(scope="module")
def container() -> Iterator[Container]:
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("setpriv"):
        pytest.skip("only root can run it as another user than itself")
    folder = Path(tempfile.mkdtemp())  # not below pytest's folder, which is root's alone
    try:
        folder.chmod(0o755)
        made = Container(folder)
        for line in said("COPY"):
            *names, target = line.split()
            for name in names:
                _copy(ROOT / name, made.source / (target if target != "./" else name))
        user, group = map(int, said("USER")[0].split(":"))
        for name in ("data", "tmp"):
            (folder / name).mkdir()
            os.chown(folder / name, user, group)
        yield made
    finally:
        shutil.rmtree(folder)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


@pytest.mark.long
def test_its_user_builds_and_serves_and_writes_to_the_volume_alone(container: Container) -> None:
    for container.python in (sys.executable, f"/usr/bin/python3.{sys.version_info.minor}"):
        if Path(container.python).exists() and not container.run(["python", "-c", STARTS]).returncode:
            break
    else:
        pytest.skip("no other user than root can run the interpreter and the packages of this environment")
    before = container.state()

    built = container.run(["python", "-m", "analysis", "build", "seeds", "--out", container.inside("/data/snapshots")])
    assert built.returncode == 0, built.stderr

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    serve = [*json.loads(said("ENTRYPOINT")[0]), "--server.port", port]
    check = json.loads(said("HEALTHCHECK")[0].partition("CMD ")[2].replace(":8501", f":{port}"))
    with subprocess.Popen(container.command(serve), cwd=container.source, env=container.environment) as process:
        try:
            until = time.monotonic() + 60
            while (healthy := container.run(check)).returncode and time.monotonic() < until:
                time.sleep(0.5)
            ready = container.run([*check[:-1], check[-1].replace("/health", "/ready")])
        finally:
            process.terminate()

    assert (healthy.returncode, ready.returncode) == (0, 0), healthy.stderr + ready.stderr
    assert container.state() == before
    assert container.run(["touch", str(container.source / "dashboard.py")]).returncode
