"""The files of deploy/ are right: the unit, the container, the settings, and nginx before two replicas."""

from __future__ import annotations

import re
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket
from websockets.sync.client import connect

from hosting.mode import CannotStart, _check_login
from hosting.place import corpora_of
from hosting.roles import Person, Role, access_of, role_of

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
NGINX = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
ANALYZE = shutil.which("systemd-analyze")
LOOPBACK = "127.0.0.1"


@pytest.mark.skipif(not ANALYZE, reason="there is no systemd-analyze")
def test_the_unit_is_one_that_systemd_takes(tmp_path: Path) -> None:
    unit = (DEPLOY / "dossier@.service").read_text(encoding="utf-8")
    python = "/opt/dossier/.venv/bin/python"
    assert python in unit
    (tmp_path / "dossier@.service").write_text(unit.replace(python, sys.executable), encoding="utf-8")

    command = [str(ANALYZE), "verify", str(tmp_path / "dossier@8501.service")]
    shutil.copy(tmp_path / "dossier@.service", tmp_path / "dossier@8501.service")
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_the_container_has_all_packages_and_runs_as_nobody_of_note() -> None:
    words = (DEPLOY / "Containerfile").read_text(encoding="utf-8")

    copied = {one for line in re.findall(r"^COPY (.+) \S+$", words, re.M) for one in line.split()}
    assert all((ROOT / one).exists() for one in copied)
    assert {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests", "benchmarks", "docs"} <= copied
    assert "USER 10001:10001" in words
    assert "--require-hashes" in words


def test_the_pins_of_the_login_are_those_of_the_dashboard_and_more() -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^\S+==\S+", (ROOT / name).read_text(encoding="utf-8"), re.M))

    assert pins("requirements.txt") < pins("requirements-login.txt")
    assert pins("requirements-login.txt") <= pins("requirements-dev.txt")


def test_the_examples_of_settings_are_read() -> None:
    access = access_of((DEPLOY / "access.toml").read_text(encoding="utf-8"))
    secrets = tomllib.loads((DEPLOY / "secrets.toml").read_text(encoding="utf-8"))

    assert [one.name for one in corpora_of((DEPLOY / "corpora.toml").read_text(encoding="utf-8"), DEPLOY)] == [
        "desk",
        "press",
    ]
    assert role_of(Person("ann@desk.example"), access, 0) is Role.OWNER
    assert role_of(Person("joe@other.example", frozenset({"editors"})), access, 0) is Role.EDITOR
    with pytest.raises(CannotStart, match="has cookie_secret as the example has it"):
        _check_login(secrets["auth"])
    _check_login({name: value.replace("CHANGE: ", "") for name, value in secrets["auth"].items()})
    settings = re.findall(r"^#? ?([A-Z_]+)=", (DEPLOY / "environment").read_text(encoding="utf-8"), re.M)
    files = (*ROOT.glob("hosting/*.py"), *ROOT.glob("analysis/user_store/*.py"))
    sources = "".join(path.read_text(encoding="utf-8") for path in files)
    assert [name for name in settings if name not in sources and not name.startswith("STREAMLIT_")] == []


def test_every_page_of_the_folder_is_led_to() -> None:
    first = (DEPLOY / "README.md").read_text(encoding="utf-8")

    for path in DEPLOY.iterdir():
        assert path.name == "README.md" or path.name in first
    for page in DEPLOY.glob("*.md"):
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (DEPLOY / link).exists()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


@contextmanager
def _replica(port: int) -> Iterator[uvicorn.Server]:
    """A server that says on which port it listens, and what it was told."""

    async def page(request: Any) -> PlainTextResponse:
        said = [str(port), request.headers["host"], request.headers.get("x-forwarded-for", "")]
        body = await request.body()
        return PlainTextResponse(" ".join([*said, str(len(body)), "x" * 5000]))

    async def stream(websocket: WebSocket) -> None:
        await websocket.accept()
        await websocket.send_text(f"{port} {await websocket.receive_text()}")
        await websocket.close()

    routes = [WebSocketRoute("/_stcore/stream", stream), Route("/{rest:path}", page, methods=["GET", "PUT"])]
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=routes), host=LOOPBACK, port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        _wait(port)
        yield server
    finally:
        server.should_exit = True
        thread.join(10)


def _wait(port: int) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            with socket.create_connection((LOOPBACK, port), 1):
                return
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"nobody listens on port {port}")


class Proxy:
    """nginx with the configuration of deploy/, on loopback, before two replicas."""

    def __init__(self, folder: Path, replicas: list[uvicorn.Server], ports: list[int]) -> None:
        self.replicas, self.ports, self.port, self.plain = replicas, ports, _free_port(), _free_port()
        key, certificate = folder / "key.pem", folder / "certificate.pem"
        subject = ["-subj", "/CN=desk.example", "-days", "2"]
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *subject]
        subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
        words = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
        words = words.replace("server 127.0.0.1:8501", f"server 127.0.0.1:{ports[0]}")
        words = words.replace("# server 127.0.0.1:8502", f"server 127.0.0.1:{ports[1]}")
        words = re.sub(r"    listen \[::\].*\n", "", words)
        words = words.replace("listen 80;", f"listen {LOOPBACK}:{self.plain};")
        words = words.replace("listen 443 ssl", f"listen {LOOPBACK}:{self.port} ssl")
        words = re.sub(r"ssl_certificate \S+;", f"ssl_certificate {certificate};", words)
        words = re.sub(r"ssl_certificate_key \S+;", f"ssl_certificate_key {key};", words)
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        temporary = "".join(f"{one}_temp_path {folder}/{one};" for one in kinds)
        (folder / "dossier.conf").write_text(words, encoding="utf-8")
        (folder / "nginx.conf").write_text(
            f"daemon off; master_process off; pid {folder}/pid; error_log stderr error; events {{}}\n"
            f"http {{ access_log off; {temporary} include {folder}/dossier.conf; }}",
            encoding="utf-8",
        )
        self.command = [str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf")]
        self.address = f"https://desk.example:{self.port}"

    def browser(self) -> httpx.Client:
        """A browser that takes the certificate and finds desk.example on loopback."""
        transport = httpx.HTTPTransport(verify=False, retries=0)
        base = f"https://{LOOPBACK}:{self.port}"
        return httpx.Client(base_url=base, transport=transport, headers={"host": "desk.example"})


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    if not NGINX or not shutil.which("openssl"):
        pytest.skip("there is no nginx")
    folder = tmp_path_factory.mktemp("nginx")
    ports = [_free_port(), _free_port()]
    with ExitStack() as stack:
        found = Proxy(folder, [stack.enter_context(_replica(port)) for port in ports], ports)
        checked = subprocess.run([*found.command, "-t"], capture_output=True, text=True, check=False)
        assert checked.returncode == 0, checked.stderr
        process = stack.enter_context(subprocess.Popen(found.command))
        stack.callback(process.terminate)
        _wait(found.port)
        yield found


def test_a_browser_stays_with_its_replica(proxy: Proxy) -> None:
    seen = set()
    for _ in range(12):
        with proxy.browser() as browser:
            answers = [browser.get("/facts").text.split()[0] for _ in range(4)]
            assert len(set(answers)) == 1
            cookie = f"dossier_at={browser.cookies['dossier_at']}"
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        address = f"wss://{LOOPBACK}:{proxy.port}/_stcore/stream"
        with connect(address, ssl=context, additional_headers={"Cookie": cookie}, open_timeout=60) as websocket:
            websocket.send("run")
            assert websocket.recv() == f"{answers[0]} run"
        seen.add(answers[0])

    assert seen == {str(port) for port in proxy.ports}


def test_the_replica_is_told_the_name_and_the_address_that_nginx_saw(proxy: Proxy) -> None:
    with proxy.browser() as browser:
        said = browser.get("/", headers={"x-forwarded-for": "10.9.9.9", "forwarded": "for=10.9.9.9"}).text.split()

    assert said[1:3] == ["desk.example", LOOPBACK]


def test_a_header_of_twelve_kilobytes_passes(proxy: Proxy) -> None:
    with proxy.browser() as browser:
        assert browser.get("/", headers={"cookie": "a=" + "x" * 12_000}).status_code == 200


def test_text_is_compressed_and_tls_is_asked_for(proxy: Proxy) -> None:
    with proxy.browser() as browser:
        answer = browser.get("/static/app.js", headers={"accept-encoding": "gzip"})
        large = browser.put("/_stcore/upload_file/a/b", content=b"x" * 29_000_000)

    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert "Secure; SameSite=Lax" in answer.headers["set-cookie"]
    assert large.status_code == 413
    plain = httpx.get(f"http://{LOOPBACK}:{proxy.plain}/facts", headers={"host": "desk.example"})
    assert (plain.status_code, plain.headers["location"]) == (301, "https://desk.example/facts")


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/interact", "/ready", "/c/desk/_stcore/metrics"])
def test_what_is_for_the_machine_itself_is_not_there(proxy: Proxy, path: str) -> None:
    with proxy.browser() as browser:
        assert browser.get(path).status_code == 404


def test_a_flood_is_held_up(proxy: Proxy) -> None:
    with proxy.browser() as browser:
        assert 503 in {browser.get("/facts").status_code for _ in range(150)}
        assert browser.get("/static/app.js").status_code == 200
        assert browser.get("/c/desk/static/app.js").status_code == 200
    time.sleep(1)


def test_a_replica_that_dies_takes_nobody_with_it(proxy: Proxy) -> None:
    with proxy.browser() as browser:
        first = browser.get("/static/a").text.split()[0]
        dead = proxy.replicas[proxy.ports.index(int(first))]
        dead.should_exit = True
        until = time.monotonic() + 10
        while time.monotonic() < until and dead.started and _listens(int(first)):
            time.sleep(0.05)

        other = browser.get("/static/a")

    assert other.status_code == 200
    assert other.text.split()[0] in {str(port) for port in proxy.ports} - {first}


def _listens(port: int) -> bool:
    try:
        with socket.create_connection((LOOPBACK, port), 1):
            return True
    except OSError:
        return False
