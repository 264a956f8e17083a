"""The machine's clock is set while the server runs: what is timed takes as long as it does, what begins later is right."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from Tests.EndToEnd import room, store
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.server import BINARY, Server

LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
HOUR_MILLISECONDS = 3_600_000
NEAR_MILLISECONDS = 20 * 60_000
"""Far below the hour by which the clock is set, far above what a test takes."""

pytestmark = pytest.mark.skipif(not LIBRARIES, reason="libfaketime is not installed")


class WrongClock:
    """The clock of servers that start from now on."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch):
        self.file = folder / "clock"
        self.set(0)
        # The library changes the environment of the first program that loads it, and Swift finds its arguments by that:
        # a shell is the first.
        self.binary = folder / "staffroom"
        self.binary.write_text(f'#!/bin/sh\nexec "{BINARY}" "$@"\n')
        self.binary.chmod(0o700)
        monkeypatch.setenv("LD_PRELOAD", str(LIBRARIES[0]))
        monkeypatch.setenv("FAKETIME_TIMESTAMP_FILE", str(self.file))
        monkeypatch.setenv("FAKETIME_NO_CACHE", "1")
        for name in ("FAKETIME_DONT_FAKE_MONOTONIC",):
            monkeypatch.setenv(name, "1")

    def set(self, hours: int) -> None:
        self.file.write_text(f"{hours * 3_600:+d}\n")


async def now(client) -> int:
    """What time the room has."""
    client.others.clear()
    await client.say({"ping": {"sent": 1}})
    await client.until(lambda: any("pong" in other for other in client.others), "a pong")
    return client.others[-1]["pong"]["now"]


def near(one: int, other: float) -> bool:
    return abs(one - other) < NEAR_MILLISECONDS


def test_a_segment_takes_as_long_as_it_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = WrongClock(tmp_path, monkeypatch)

    async def body(server: Server) -> None:
        lead = await room.lead(server)
        await lead.do({"openNext": {}})
        begun = await now(lead)
        assert near(begun, time.time() * 1000)
        for hours in (1, -1, 24, -24 * 365 * 50, 0):
            clock.set(hours)
            passed = await now(lead) - begun
            assert 0 <= passed < NEAR_MILLISECONDS, f"{hours} h: {passed} ms have passed"
            await lead.do({"postMessage": {"text": f"{hours} h"}})
        clock.set(1)
        await lead.do({"endMeeting": {}})
        assert near(await now(lead), time.time() * 1000 + HOUR_MILLISECONDS), "nothing is timed: the room follows"
        clock.set(0)
        await lead.do({"reopenMeeting": {}})
        await lead.leave()
        server.stop()
        times = [entry.at for entry in store.read(server.data, server.meeting).entries]
        assert times == sorted(times)

    with Server(tmp_path, binary=clock.binary) as server:
        room.run(body(server))


def test_a_start_with_a_clock_that_is_ahead_is_right_once_it_is_set(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = WrongClock(tmp_path, monkeypatch)
    clock.set(1)

    async def body(server: Server) -> None:
        planner = Planner(server)
        lead = await Client(server.port, server.meeting, planner.cookie, role="coordinator").connect()
        assert near(await now(lead), time.time() * 1000 + HOUR_MILLISECONDS)
        clock.set(0)
        # This meeting was planned an hour ahead: it cannot go back, and goes on from there.
        await lead.do({"openMeeting": {}})
        await lead.do({"openNext": {}})
        one = await now(lead)
        assert near(one, time.time() * 1000 + HOUR_MILLISECONDS)
        await lead.leave()
        # What is planned from now on is right from its beginning.
        meeting = planner.create(planner.template("termly-online"))["id"]
        other = await Client(server.port, meeting, planner.cookie, role="coordinator").connect()
        await other.do({"openMeeting": {}})
        await other.do({"openNext": {}})
        assert near(await now(other), time.time() * 1000)
        await other.leave()
        server.stop()
        assert all(near(entry.at, time.time() * 1000) for entry in store.read(server.data, meeting).entries)
        times = [entry.at for entry in store.read(server.data, server.meeting).entries]
        assert times == sorted(times)

    with Server(tmp_path, binary=clock.binary) as server:
        room.run(body(server))
