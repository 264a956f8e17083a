"""What an operator takes from Config, tried: the unit with systemd's own judge, the nginx site with a real nginx."""

import configparser
import http.client
import json
import os
import re
import shutil
import socket
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest

from Tests.EndToEnd.pace import wait
from Tests.EndToEnd.server import BINARY, ROOT, NotStarted, Server, free_port
from Tests.EndToEnd.test_doctor import doctor, failing

UNIT = ROOT / "Config" / "staffroom.service"
SITE = ROOT / "Config" / "nginx.conf"
NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")
LATER = 75
# systemd's measure goes from 0 (safe) to 10; nginx's own unit has 9.6.
MOST_EXPOSURE_TENTHS = 20


class Unit(configparser.RawConfigParser):
    """A unit may name a key twice; only the last is of interest here."""

    def __init__(self) -> None:
        super().__init__(strict=False)
        self.optionxform = str  # type: ignore[assignment]
        self.read_string(UNIT.read_text())


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd on this machine")
def test_systemd_takes_the_unit_and_finds_it_tight(tmp_path: Path) -> None:
    copy = tmp_path / UNIT.name
    copy.write_text(re.sub("/opt/staffroom/bin/staffroom", str(BINARY), UNIT.read_text()))
    done = subprocess.run(["systemd-analyze", "verify", copy], capture_output=True, text=True)
    assert done.returncode == 0 and UNIT.name not in done.stderr, done.stderr
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", f"--threshold={MOST_EXPOSURE_TENTHS}", copy],
        capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-300:] + done.stderr


def test_the_unit_outlives_a_full_disk_and_waits_for_the_time() -> None:
    unit = Unit()
    assert unit["Unit"]["StartLimitIntervalSec"] == "0" and int(unit["Service"]["RestartSec"]) >= 5
    assert "time-sync.target" in unit["Unit"]["After"] and "time-sync.target" in unit["Unit"]["Wants"]
    never = unit["Service"]["RestartPreventExitStatus"].split()
    assert str(LATER) not in never and {"65", "78"} <= set(never)
    assert unit["Service"]["MemoryMax"] and unit["Service"]["CapabilityBoundingSet"] == ""


def test_a_full_disk_ends_with_the_code_that_is_tried_again(tmp_path: Path) -> None:
    """A disk of its own: full, and then not."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("only root may mount a disk")
    try:
        filler = disk / "filler"
        with filler.open("wb") as file, pytest.raises(OSError):
            for _ in range(1_000):
                file.write(bytes(1 << 16))
                file.flush()
        server = Server(tmp_path)
        server.data = disk / "data"
        with pytest.raises(NotStarted) as refused:
            server.start()
        assert refused.value.code == LATER, refused.value.log
        assert json.loads(refused.value.log.splitlines()[-1])["kind"] == "notStarted"
        filler.unlink()
        server.start()
        server.kill()
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def test_the_program_needs_no_memory_that_is_written_and_run(server: Server) -> None:
    """As MemoryDenyWriteExecute of the unit wants it."""
    assert server.process
    assert not re.findall(r"^\S+ \S?wx.*$", Path(f"/proc/{server.process.pid}/maps").read_text(), re.MULTILINE)


def test_the_page_for_pauses_speaks_both_languages() -> None:
    page = (ROOT / "Config" / "unavailable.html").read_text()
    assert "One moment" in page and '<section lang="cy">' in page and "Mae'r gweinydd" in page
    assert '<html lang="en">' in page and 'http-equiv="refresh"' in page
    assert not re.search(r"(src|href)=|url\(|@import", page), "the page must need nothing else"


@contextmanager
def nginx(tmp_path: Path, target: int, plain: int, secure: int):
    """The site as it is in Config, with other ports and paths, in a real nginx."""
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", cert], check=True, capture_output=True)
    site = SITE.read_text()
    has_six = socket.has_ipv6 and Path("/proc/net/if_inet6").exists() and Path("/proc/net/if_inet6").read_text()
    for old, new in {
        "listen 80;": f"listen 127.0.0.1:{plain};", "listen 443 ": f"listen 127.0.0.1:{secure} ",
        "listen [::]:80;": f"listen [::1]:{plain};" if has_six else "",
        "listen [::]:443 ssl http2;": f"listen [::1]:{secure} ssl http2;" if has_six else "",
        "127.0.0.1:8080": f"127.0.0.1:{target}", "staffroom.example.org": "localhost",
        "/etc/ssl/certs/staffroom.pem": str(cert), "/etc/ssl/private/staffroom.key": str(key),
        "/opt/staffroom/share/staffroom/Config": str(ROOT / "Config"),
    }.items():
        assert old in site, old
        site = site.replace(old, new)
    config = tmp_path / "nginx.conf"
    config.write_text(f"""
        daemon off; pid {tmp_path}/nginx.pid; error_log {tmp_path}/error.log; worker_processes 1;
        {'user root;' if os.getuid() == 0 else ''}
        events {{ worker_connections 128; }}
        http {{
            access_log off;
            client_body_temp_path {tmp_path}/body; proxy_temp_path {tmp_path}/proxy; fastcgi_temp_path {tmp_path}/f;
            uwsgi_temp_path {tmp_path}/u; scgi_temp_path {tmp_path}/s;
            types {{ text/html html; }}
            {site}
        }}""")
    done = subprocess.run([NGINX, "-t", "-e", tmp_path / "e.log", "-c", config], capture_output=True, text=True)
    assert done.returncode == 0 and "warn" not in done.stderr, done.stderr
    process = subprocess.Popen([NGINX, "-e", tmp_path / "e.log", "-c", config])
    try:
        def listens() -> bool:
            assert process.poll() is None, (tmp_path / "e.log").read_text()
            with socket.socket() as line:
                return line.connect_ex(("127.0.0.1", secure)) == 0
        wait(listens, "nginx")
        yield cert, bool(has_six)
    finally:
        process.terminate()
        process.wait(60)


def curl(*arguments: object) -> str:
    return subprocess.run(["curl", "-sS", "-i", *map(str, arguments)], capture_output=True, text=True, check=True).stdout


@pytest.mark.skipif(NGINX is None or shutil.which("openssl") is None, reason="nginx and openssl are not on this machine")
def test_the_nginx_site_as_it_is(tmp_path: Path) -> None:
    port, plain, secure = free_port(), free_port(), free_port()
    config = {"publicURL": f"https://localhost:{secure}", "trustedProxies": ["127.0.0.1", "::1"]}
    with Server(tmp_path, settings=config, port=port) as server, nginx(tmp_path, port, plain, secure) as (cert, has_six):
        known = {"SSL_CERT_FILE": str(cert), "CURL_CA_BUNDLE": str(cert)}
        _, checks = doctor(server.data, "--config", tmp_path / "settings.json", **known)
        assert failing(checks) == set(), checks
        assert checks["upgrade"]["verdict"] == checks["proxy"]["verdict"] == "passed"
        connection = http.client.HTTPConnection("127.0.0.1", plain, timeout=60)
        connection.request("GET", "/abc?d=e", headers={"Host": "localhost"})
        answer = connection.getresponse()
        assert answer.status == 301 and answer.getheader("Location") == "https://localhost/abc?d=e"
        connection.close()
        health = curl("--http2", "--cacert", cert, f"https://localhost:{secure}/health")
        assert health.startswith("HTTP/2 200") and '"status":"ok"' in health
        if has_six:
            assert curl("-6", "--cacert", cert, f"https://localhost:{secure}/health").startswith("HTTP/2 200")
        server.stop()
        paused = curl("--cacert", cert, f"https://localhost:{secure}/index.html")
        assert paused.startswith("HTTP/2 502") and "Un eiliad" in paused and "One moment" in paused
        assert "text/html" in paused
        server.start()
        assert curl("--cacert", cert, f"https://localhost:{secure}/health").startswith("HTTP/2 200")
