"""`staffroom doctor` on real folders, beside real servers, and through a real proxy with and without TLS."""

import http.client
import json
import os
import shutil
import ssl
import subprocess
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from Tests.EndToEnd import room
from Tests.EndToEnd.server import BINARY, Server, free_port

# What the machine itself is short of is no matter of these tests.
OF_THE_MACHINE = {"disk"}
DAY = 86_400

pytestmark = pytest.mark.skipif(shutil.which("curl") is None, reason="doctor asks by curl: Config/install brings it")


def doctor(data: Path, *arguments: object, **more: str) -> tuple[int, dict[str, dict]]:
    """Its exit code and what it said of each check."""
    done = subprocess.run([BINARY, "doctor", "--json", "--data", data, *map(str, arguments)], capture_output=True,
                          text=True, timeout=120, env=os.environ | more)
    assert done.stderr == "", done.stderr
    report = json.loads(done.stdout)
    assert report["good"] == (done.returncode == 0)
    assert all(check.get("do") for check in report["checks"] if check["verdict"] == "failed")
    return done.returncode, {check["check"]: check for check in report["checks"]}


def failing(checks: dict[str, dict]) -> set[str]:
    return {name for name, check in checks.items() if check["verdict"] == "failed"} - OF_THE_MACHINE


@contextmanager
def proxy(target: int, *, forwards: str = "appends", upgrades: bool = True, port: int = 0, status: int | None = None,
          location: str = "", certificate: Path | None = None):
    """A reverse proxy that does what some do: `appends`, `drops` or `hands on` the addresses of clients."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if status:
                self.send_response(status)
                self.send_header("Content-Length", "0")
                if location:
                    self.send_header("Location", location + self.path)
                self.end_headers()
                return
            sent = dict(self.headers.items())
            before = sent.pop("X-Forwarded-For", None)
            if forwards == "appends":
                sent["X-Forwarded-For"] = ", ".join(filter(None, [before, self.client_address[0]]))
            elif forwards == "hands on" and before:
                sent["X-Forwarded-For"] = before
            if not upgrades:
                sent.pop("Upgrade", None)
                sent["Connection"] = "close"
            way = http.client.HTTPConnection("127.0.0.1", target, timeout=60)
            way.request(self.command, self.path, body or None, sent)
            answer = way.getresponse()
            content = answer.read()
            self.send_response(answer.status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
            way.close()

        do_GET = do_POST = answer

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def behind(tmp_path: Path, *, trusted: list[str], **how: object):
    """A server that takes a proxy's address for its own, and that proxy."""
    port, outside = free_port(), free_port()
    config = {"publicURL": f"http://localhost:{outside}", "trustedProxies": trusted}
    with Server(tmp_path, settings=config, port=port) as server, proxy(port, port=outside, **how):
        yield server, tmp_path / "settings.json"


def test_a_good_server_has_nothing_that_fails(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        code, checks = doctor(server.data)
        assert failing(checks) == set()
        assert code == 0 or checks["disk"]["verdict"] == "failed"
        assert checks["server"]["verdict"] == "passed" and checks["publicURL"]["verdict"] == "noted"
        server.stop()
        code, checks = doctor(server.data)
        assert failing(checks) == set() and checks["server"]["verdict"] == "notLooked"
        # For people there is a line for each, with what to do below.
        said = subprocess.run([BINARY, "doctor", "--data", server.data], capture_output=True, text=True).stdout
        assert all(f"{name}: {check['says']}"[:20] in said for name, check in checks.items() if name != "disk")


def test_without_a_folder_it_says_so(tmp_path: Path) -> None:
    code, checks = doctor(tmp_path / "nowhere")
    assert code == 75 and failing(checks) == {"dataFolder"}
    assert not (tmp_path / "nowhere").exists()


def test_a_wrong_setting_is_the_first_thing_to_mend(tmp_path: Path) -> None:
    code, checks = doctor(tmp_path, STAFFROOM_PORT="99999")
    assert code == 78 and set(checks) == {"settings"} and "STAFFROOM_PORT" in checks["settings"]["says"]


def test_it_changes_nothing(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        server.stop()
        before = {path.name: path.read_bytes() for path in server.data.iterdir()}
        doctor(server.data)
        assert {path.name: path.read_bytes() for path in server.data.iterdir()
                if path.suffix not in (".db-wal", ".db-shm")} == before


@pytest.mark.parametrize("name, code", [("fileRights", 75), ("folderRights", 75), ("key", 65), ("backup", 70)])
def test_what_is_wrong_in_the_folder_is_found(tmp_path: Path, name: str, code: int) -> None:
    with Server(tmp_path) as server:
        server.stop()
        key = server.data / "secret.key"
        match name:
            case "fileRights":
                key.chmod(0o644)
            case "folderRights":
                server.data.chmod(0o755)
            case "key":
                key.write_bytes(bytes(reversed(key.read_bytes())))
            case "backup":
                long_ago = key.stat().st_mtime - 30 * DAY
                os.utime(key, (long_ago, long_ago))
        found, checks = doctor(server.data)
        assert failing(checks) == {name.replace("folderRights", "fileRights")}
        assert found == code or "disk" in {n for n, c in checks.items() if c["verdict"] == "failed"}


def test_entries_of_the_future_are_found(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        server.move_clock(2)

        async def body() -> None:
            lead = await room.lead(server)
            await lead.do({"postMessage": {"text": "later"}})
            await lead.leave()

        room.run(body())
        _, checks = doctor(server.data)
        # The sample was moved on purpose; whoever looks at the machine's clock sees that.
        assert "clock" in failing(checks)


def test_a_good_proxy_passes(tmp_path: Path) -> None:
    with behind(tmp_path, trusted=["127.0.0.0/8"]) as (server, config):
        _, checks = doctor(server.data, "--config", config)
        assert failing(checks) == set()
        assert [checks[name]["verdict"] for name in ("publicURL", "upgrade", "proxy")] == ["passed"] * 3


@pytest.mark.parametrize("trusted, how, name", [
    ([], {}, "proxy"), (["127.0.0.1"], {"forwards": "drops"}, "proxy"),
    (["127.0.0.1"], {"forwards": "hands on"}, "proxy"), (["127.0.0.1"], {"upgrades": False}, "upgrade"),
    (["127.0.0.1"], {"status": 502}, "publicURL"),
    (["127.0.0.1"], {"status": 301, "location": "https://www.staffroom.example"}, "publicURL"),
])
def test_a_proxy_that_is_set_up_wrong_is_found(tmp_path: Path, trusted: list, how: dict, name: str) -> None:
    with behind(tmp_path, trusted=trusted, **how) as (server, config):
        code, checks = doctor(server.data, "--config", config)
        assert failing(checks) == {name}, checks
        assert code == 78 or "disk" in checks


def test_a_proxy_to_another_server_is_found(tmp_path: Path) -> None:
    outside = free_port()
    settings = {"publicURL": f"http://localhost:{outside}", "trustedProxies": ["127.0.0.1"]}
    with (Server(tmp_path / "one", settings=settings, port=free_port()) as one,
          Server(tmp_path / "two", settings=settings, port=free_port()) as two, proxy(two.port, port=outside)):
        assert failing(doctor(two.data, "--config", tmp_path / "two" / "settings.json")[1]) == set()
        assert failing(doctor(one.data, "--config", tmp_path / "one" / "settings.json")[1]) == {"proxy"}


def test_another_public_url_than_the_running_servers_is_found(tmp_path: Path) -> None:
    with behind(tmp_path, trusted=["127.0.0.1"]) as (server, config):
        code, checks = doctor(server.data, "--config", config, "--public-url", "http://localhost:1")
        assert "publicURL" in failing(checks) and "restart" in checks["publicURL"]["do"]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_tls_with_and_without_a_certificate_that_is_known(tmp_path: Path) -> None:
    certificate = tmp_path / "both.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", "-keyout", tmp_path / "key.pem", "-out", tmp_path / "cert.pem"],
        check=True, capture_output=True)
    certificate.write_text((tmp_path / "key.pem").read_text() + (tmp_path / "cert.pem").read_text())
    port, outside = free_port(), free_port()
    config = {"publicURL": f"HTTPS://LocalHost:{outside}/", "trustedProxies": ["127.0.0.1"]}
    with (Server(tmp_path, settings=config, port=port) as server,
          proxy(port, port=outside, certificate=certificate)):
        known = {"SSL_CERT_FILE": str(tmp_path / "cert.pem"), "CURL_CA_BUNDLE": str(tmp_path / "cert.pem")}
        _, checks = doctor(server.data, "--config", tmp_path / "settings.json", **known)
        assert failing(checks) == set(), checks
        code, checks = doctor(server.data, "--config", tmp_path / "settings.json")
        assert failing(checks) == {"publicURL"} and "certificate" in checks["publicURL"]["says"]


def test_the_secret_of_the_probe_is_private_and_new_each_time(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        secret = server.data / "staffroom.probe"
        first = secret.read_text()
        assert secret.stat().st_mode & 0o777 == 0o600 and len(first) > 30
        assert server.post("/api/probe", {"secret": first}).status == 200
        server.stop()
        server.start()
        assert secret.read_text() != first
        assert server.post("/api/probe", {"secret": first}).status == 404
        assert first not in server.log() and secret.read_text() not in server.log()
