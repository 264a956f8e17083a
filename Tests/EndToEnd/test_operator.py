"""What an operator sees of a server: its log, its first line, its health."""

import http.client
import json
import os
import re
import socket
import sqlite3
import stat
import subprocess
from pathlib import Path

import pytest

from Tests.EndToEnd import room
from Tests.EndToEnd.pace import wait
from Tests.EndToEnd.server import BINARY, ROOT, NotStarted, Server

UPGRADE = ("GET /socket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
           "Sec-WebSocket-Protocol: staffroom.1\r\nOrigin: {}\r\n\r\n")
SETTINGS = 78
LOG_ALARM_BYTES = 65 << 20
DAY = 86_400


def lines(server: Server) -> list[dict]:
    """Everything it has said on standard error; every line is an object."""
    return [json.loads(line) for line in server.log().splitlines()]


def kinds(server: Server) -> list[str]:
    return [line["kind"] for line in lines(server)]


def health(server: Server) -> tuple[int, dict]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.request("GET", "/health")
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()


def refusals(server: Server, count: int) -> list[dict]:
    """The lines about refused origins, once there are so many."""
    wait(lambda: kinds(server).count("originRefused") >= count, f"{count} lines about an origin")
    return [line for line in lines(server) if line["kind"] == "originRefused"]


def upgrade(server: Server, origin: str) -> bytes:
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as line:
        line.sendall(UPGRADE.format(origin).encode())
        return line.recv(64)


def test_the_log_is_one_json_line_an_event(server: Server) -> None:
    wait(lambda: server.log().endswith("\n"), "a first line")
    started = lines(server)[0]
    assert started["kind"] == "started" and started["level"] == "info" and started["port"] == server.port
    assert re.fullmatch(r"\d+\.\d+\.\d+", started["version"])
    assert re.match(r"4\.\d+", started["library"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", started["time"])
    server.stop()
    assert kinds(server)[-2:] == ["stopping", "stopped"]


def test_a_killed_server_says_that_it_came_back(server: Server) -> None:
    server.kill()
    server.start()
    wait(lambda: "recovered" in kinds(server), "a line that says so")
    assert [line["what"] for line in lines(server) if line["kind"] == "recovered"] == ["unclosedStore"]


def test_a_refused_origin_is_told_with_what_was_expected(server: Server) -> None:
    assert upgrade(server, "https://elsewhere.example").startswith(b"HTTP/1.1 403")
    told = refusals(server, 1)
    assert [(line["came"], line["expected"]) for line in told] == [
        ("https://elsewhere.example", server.announcement["url"])]
    # By HTTP, too; and what is no origin is not repeated.
    answer = server.post("/api/join", {}, headers={"Origin": "Catrin Davies was here"})
    assert answer.status == 403
    told = refusals(server, 2)
    assert "came" not in told[-1] and told[-1]["expected"] == server.announcement["url"]
    assert "Catrin" not in server.log()


def test_a_flood_of_refusals_is_a_few_lines_and_a_count(server: Server) -> None:
    for _ in range(300):
        assert upgrade(server, "https://elsewhere.example").startswith(b"HTTP/1.1 403")
    server.stop()
    told = [line for line in lines(server) if line["kind"] == "originRefused"]
    left_out = sum(line.get("leftOut", 0) for line in told)
    left_out += sum(line["count"] for line in lines(server) if line["kind"] == "leftOut" and line["of"] == "originRefused")
    assert len(told) + left_out == 300 and len(told) < 100


@pytest.mark.parametrize("bound, settings", [("address", {"newConnectionsPerAddress": 2}), ("server", {"maxConnections": 3})])
def test_refused_connections_are_told_with_their_bound(tmp_path: Path, bound: str, settings: dict) -> None:
    with Server(tmp_path, settings=settings) as server:
        held = [socket.create_connection(("127.0.0.1", server.port), timeout=60) for _ in range(6)]
        # Some of them are closed at once, without a byte.
        assert any(line.recv(1) == b"" for line in held)
        for line in held:
            line.close()
        server.stop()
        assert {line["bound"] for line in lines(server) if line["kind"] == "connectionRefused"} == {bound}


def test_the_log_holds_nobodys_words(tmp_path: Path) -> None:
    """Names, words, codes, links and tokens of a meeting, of refused requests and of a crash: none is in the log."""
    with Server(tmp_path) as server:
        async def body() -> list[str]:
            lead = await room.lead(server)
            nia, ticket = await room.teacher(server, "Nia Gwendraeth")
            await nia.do({"postMessage": {"text": "my dog is called Macsen"}})
            await nia.leave()
            await lead.leave()
            return ["Gwendraeth", "Macsen", ticket.cookie, ticket.cookie.split("=", 1)[1], ticket.person]

        secrets = room.run(body())
        secrets += [server.code, server.announcement["coordinator"], server.announcement["coordinator"].split("=")[-1]]
        secrets += [server.announcement["meetings"][0]["join"]]
        server.post("/api/join", {"code": "QQQQQQ", "name": "Wrong Wynne"})
        server.post("/api/account/login", {"login": "wynne@ysgol.example", "password": "hunter two two"})
        server.post("/api/account/setup", b'{"token": "Wynne')
        server.kill()
        server.start()
        server.stop()
        secrets += ["QQQQQQ", "Wynne", "wynne@", "hunter", "127.0.0.2"]
        for secret in secrets:
            assert secret not in server.log(), secret


def test_without_sample_the_links_are_in_a_private_file(tmp_path: Path) -> None:
    data, config = tmp_path / "data", tmp_path / "none.json"
    config.write_text("{}")
    process = subprocess.Popen(
        [BINARY, "serve", "--port", "0", "--data", data, "--config", config], cwd=ROOT, stdout=subprocess.PIPE,
        stderr=(tmp_path / "log").open("wb"))
    try:
        assert process.stdout
        line = json.loads(process.stdout.readline())
        assert set(line) == {"url", "secrets"}
        secrets = Path(line["secrets"])
        status = secrets.stat()
        assert stat.S_IMODE(status.st_mode) == 0o600 and status.st_uid == os.getuid()
        all_of_it = json.loads(secrets.read_text())
        assert all_of_it["url"] == line["url"] and "#setup=" in all_of_it["coordinator"] and all_of_it["meetings"] == []
    finally:
        process.terminate()
        assert process.wait(60) == 0
        process.stdout.close()
    assert "setup=" not in (tmp_path / "log").read_text()


def test_with_sample_the_line_is_as_it_was(server: Server) -> None:
    assert set(server.announcement) == {"url", "coordinator", "meetings"}
    assert json.loads((server.data / "staffroom.start").read_text()) == server.announcement


def test_a_server_that_does_not_start_says_so_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(NotStarted) as refused:
        Server(tmp_path, settings={"publicURL": "no \"address\""}).start()
    told = json.loads(refused.value.log)
    assert refused.value.code == told["code"] == SETTINGS
    assert told["kind"] == "notStarted" and "publicURL" in told["sentence"] and "settings.json" in told["sentence"]


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    """Standard error on a full disk: lines are lost, the server is not."""
    with Server(tmp_path) as server:
        server.stop()
        process = subprocess.Popen(
            [BINARY, "serve", "--port", "0", "--data", server.data, "--sample"], cwd=ROOT, stdout=subprocess.PIPE,
            stderr=Path("/dev/full").open("wb"))
        try:
            assert process.stdout
            server.port = int(json.loads(process.stdout.readline())["url"].rsplit(":", 1)[1])
            assert upgrade(server, "https://elsewhere.example").startswith(b"HTTP/1.1 403")
            assert health(server)[0] == 200
        finally:
            process.terminate()
            assert process.wait(60) == 0
            process.stdout.close()


def test_health_warns_and_goes_on(tmp_path: Path) -> None:
    """Looked at by starting anew: the first look is before the first answer."""
    with Server(tmp_path) as server:
        status, body = health(server)
        assert status == 200 and body["status"] == "ok" and body["version"]
        # Little room on the disk is the machine's own affair.
        assert set(body["warnings"]) <= {"diskNearlyFull"}
        server.stop()
        # The last backup, and the store itself, are of long ago.
        long_ago = (server.data / "secret.key").stat().st_mtime - 30 * DAY
        os.utime(server.data / "secret.key", (long_ago, long_ago))
        server.start()
        assert health(server) == (200, body | {"warnings": [*body["warnings"], "backupOld"]})
        wait(lambda: "backupOld" in [line.get("warning") for line in lines(server) if line["kind"] == "warningBegan"],
             "a line of the warning")
        done = subprocess.run([BINARY, "backup", "--data", server.data, tmp_path / "one.db"], capture_output=True)
        assert done.returncode == 0, done.stderr
        server.stop()
        server.start()
        assert health(server) == (200, body)


def test_a_log_that_grows_is_a_warning(tmp_path: Path) -> None:
    """Something reads for ever, so the write-ahead log cannot be folded in; here it has grown already."""
    with Server(tmp_path) as server:
        reader = sqlite3.connect(server.data / "staffroom.db", isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM event").fetchone()
        room.run(said(server))
        server.stop()
        os.truncate(server.data / "staffroom.db-wal", LOG_ALARM_BYTES)
        server.start()
        status, body = health(server)
        assert status == 200 and "logGrowing" in body["warnings"]
        reader.close()
        server.stop()
        server.start()
        assert "logGrowing" not in health(server)[1]["warnings"]


def test_a_disk_with_little_room_is_a_warning(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m,mode=700", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("only root may mount a disk")
    try:
        server = Server(tmp_path)
        server.data = disk / "data"
        with server:
            status, body = health(server)
            assert status == 200 and body["status"] == "ok" and "diskNearlyFull" in body["warnings"]
            room.run(said(server))
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def test_entries_of_the_future_are_a_clock_that_is_off(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        server.move_clock(3)
        room.run(said(server))
        assert "clockOff" not in health(server)[1]["warnings"]
        server.move_clock(-3)
        assert "clockOff" in health(server)[1]["warnings"]
        assert health(server)[0] == 200


async def said(server: Server) -> None:
    lead = await room.lead(server)
    await lead.do({"postMessage": {"text": "later"}})
    await lead.leave()


def test_another_key_is_a_warning(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        server.stop()
        key = server.data / "secret.key"
        held = key.read_bytes()
        key.write_bytes(bytes(reversed(held)))
        try:
            server.start()
        except NotStarted as refused:
            # A store may refuse another key altogether; then there is nothing to warn of.
            assert refused.code == SETTINGS
        else:
            assert "linksOfAnotherKey" in health(server)[1]["warnings"]
            server.stop()
        key.write_bytes(held)
        server.start()
        assert "linksOfAnotherKey" not in health(server)[1]["warnings"]
