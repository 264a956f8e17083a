"""Figures for Prometheus: at an address of their own, off by default, true, and without anybody in them."""

import http.client
import re
import socket
from pathlib import Path

import pytest

from Tests.EndToEnd import room
from Tests.EndToEnd.client import Refused
from Tests.EndToEnd.server import PLENTY, NotStarted, Server, free_port

UNAVAILABLE = 69


def ask(port: int, path: str = "/metrics", method: str = "GET") -> tuple[int, str, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Content-Type") or "", answer.read().decode()
    finally:
        connection.close()


def figures(port: int) -> dict[str, float]:
    status, kind, text = ask(port)
    assert status == 200 and kind.startswith("text/plain; version=0.0.4")
    found = {}
    for line in text.splitlines():
        if line.startswith("#"):
            assert re.fullmatch(r"# TYPE staffroom_\w+ (counter|gauge|histogram)", line), line
            continue
        match = re.fullmatch(r'(staffroom_\w+(?:\{(?:code|le)="[\w.+]+"\})?) (\S+)', line)
        assert match, line
        assert match[1] not in found, line
        found[match[1]] = float(match[2])
    return found


def test_without_the_setting_there_are_none(server: Server) -> None:
    assert ask(server.port)[0] == 404


def test_figures_follow_what_happens(tmp_path: Path) -> None:
    port = free_port()
    with Server(tmp_path, settings=PLENTY | {"metricsAddress": f"127.0.0.1:{port}"}) as server:
        before = figures(port)
        assert before["staffroom_people_present"] == 0
        for name in ("resident_memory_bytes", "wal_bytes", "disk_free_bytes"):
            assert before[f"staffroom_{name}"] > 0 or name == "wal_bytes"
        assert {key for key in before if key.startswith("staffroom_warning{")} >= {
            f'staffroom_warning{{code="{code}"}}'
            for code in ("diskNearlyFull", "logGrowing", "clockOff", "backupOld", "linksOfAnotherKey")}

        async def body() -> tuple[dict, list[str]]:
            lead = await room.lead(server)
            nia, ticket = await room.teacher(server, "Nia Gwendraeth")
            stored = figures(port)["staffroom_contributions_stored_total"]
            for number in range(10):
                await nia.do({"postMessage": {"text": f"Macsen {number}"}})
            with pytest.raises(Refused) as refused:
                await nia.do({"postMessage": {"text": ""}})
            during = figures(port)
            # Somebody's coming in may be stored meanwhile, too.
            assert stored + 10 <= during["staffroom_contributions_stored_total"] <= stored + 15
            code = f'staffroom_refused_total{{code="{refused.value.name}"}}'
            assert during[code] == before.get(code, 0) + 1
            text = ask(port)[2]
            await nia.leave()
            await lead.leave()
            return during, [text, ticket.person, ticket.cookie.split("=", 1)[1]]

        during, (text, *secrets) = room.run(body())
        assert during["staffroom_people_present"] == 2 and during["staffroom_rooms_loaded"] == 1
        assert during["staffroom_connections"] >= 2
        assert during["staffroom_commit_seconds_count"] >= 10
        assert during['staffroom_commit_seconds_bucket{le="+Inf"}'] == during["staffroom_commit_seconds_count"]
        assert during["staffroom_loop_lag_seconds_count"] >= 1
        for secret in ["Gwendraeth", "Macsen", server.meeting, server.code, *secrets]:
            assert secret not in text
        # What is refused by HTTP counts, too.
        assert server.post("/api/door", {"code": "QQQQQQ"}).status == 404
        assert figures(port)['staffroom_refused_total{code="unknownCode"}'] == 1
        assert server.stop()[0] == 0


def test_there_is_nothing_else_at_that_address(tmp_path: Path) -> None:
    port = free_port()
    with Server(tmp_path, settings={"metricsAddress": f"127.0.0.1:{port}"}) as server:
        for path in ("/", "/health", "/index.html", "/api/account", "/socket", "/metrics/x"):
            assert ask(port, path)[0] == 404, path
        assert ask(port, method="POST")[0] in (405, 411)
        with socket.create_connection(("127.0.0.1", port), timeout=60) as line:
            line.sendall(b"GET /metrics HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                         b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                         b"Sec-WebSocket-Protocol: staffroom.1\r\n\r\n")
            assert b"101" not in line.recv(64)
        # And no figures at the address of everybody.
        assert ask(server.port)[0] == 404
        # Who reads figures and never ends does not keep the server from ending.
        with socket.create_connection(("127.0.0.1", port), timeout=60):
            assert server.stop()[0] == 0


def test_a_taken_address_is_named(server: Server, tmp_path: Path) -> None:
    with pytest.raises(NotStarted) as refused:
        Server(tmp_path / "second", settings={"metricsAddress": f"127.0.0.1:{server.port}"}).start()
    assert refused.value.code == UNAVAILABLE and "metricsAddress" in refused.value.log
