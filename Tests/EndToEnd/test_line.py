"""The meeting without a WebSocket: the network refuses upgrades, and everything goes by requests."""

import asyncio
import json
import time

import pytest

from Tests.EndToEnd import room
from Tests.EndToEnd.client import Client, Refused
from Tests.EndToEnd.line import Answered, LineClient
from Tests.EndToEnd.pace import DEADLINE_SECONDS, allowed
from Tests.EndToEnd.proxy import Proxy, Weather
from Tests.EndToEnd.server import Server, Ticket

HOLD_SECONDS = 25
FOREIGN = "http://elsewhere.example"


def by_line(server: Server, ticket: Ticket, port: int | None = None) -> LineClient:
    """A device with that ticket on a line, not yet connected."""
    client = LineClient(port or server.port, ticket.meeting, ticket.cookie)
    client.origin = server.announcement["url"]
    return client


async def said(client: Client, text: str) -> dict:
    return await client.event("messagePosted", text=text)


def test_a_meeting_where_upgrades_are_refused(server: Server) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        async with Proxy(server.port, Weather(refuses_upgrades=True)) as network:
            with pytest.raises(Exception, match="403"):
                await room.device(server, server.join("Nobody"), port=network.port).connect()
            assert network.refused == 1

            sian = await by_line(server, server.join("Siân"), network.port).connect()
            amir = await by_line(server, server.join("Amir"), network.port).connect()
            await sian.do({"postMessage": {"text": "From Bangor"}})
            for other in (amir, lead):
                await said(other, "From Bangor")
            await lead.do({"postMessage": {"text": "Welcome"}})
            for other in (sian, amir):
                await said(other, "Welcome")
            await sian.do({"raiseHand": {}})
            with pytest.raises(Refused):
                await sian.do({"openNext": {}})

            # The line is gone, the meeting goes on, and a new line has exactly what was missed.
            before = amir.sequence
            amir.cut()
            await sian.do({"postMessage": {"text": "While Amir was away"}})
            network.cut()
            await amir.connect()
            assert amir.welcomes[-1]["resumed"] is True
            missed = await said(amir, "While Amir was away")
            assert missed["sequence"] > before
            await said(sian, "While Amir was away")
            assert [entry["sequence"] for entry in amir.entries] == sorted({e["sequence"] for e in amir.entries})
            assert {path.split("?")[0] for path in network.paths} == {
                "/socket", "/api/line/open", "/api/line/send", "/api/line/take"}

            # The same person by socket where it goes, with the command that was sent on the line.
            identifier = await amir.send({"postMessage": {"text": "Once"}})
            await amir.until(lambda: identifier in amir.acks, "an ack")
            again = room.device(server, Ticket(amir.meeting, "", amir.cookie, "in", "Amir"))
            await again.connect()
            await again.do({"postMessage": {"text": "Once"}}, identifier)
            assert again.acks[identifier] == amir.acks[identifier]
            await amir.leave()
            assert not [e for e in lead.entries if "presenceEnded" in e["event"] and e["sequence"] > again.sequence]
            await lead.do({"endMeeting": {}})
            await sian.until(lambda: sian.welcomes[-1]["room"]["details"]["phase"] == "ended", "the end")

    room.run(body())


def test_numbers_make_repeats_harmless(server: Server) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        sian = by_line(server, server.join("Siân"))
        line = (await sian.request("open", {"messages": [json.dumps(
            {"hello": {"protocol": 1, "meeting": server.meeting, "as": "teacher"}})]}))["line"]
        wish = json.dumps({"command": {"id": "a", "do": {"postMessage": {"text": "one"}}}})
        for _ in range(3):
            assert await sian.request("send", {"line": line, "from": 2, "messages": [wish]}) == {"through": 2}
        await said(lead, "one")

        # Until it is confirmed, every take brings it again.
        first = await sian.request("take", {"line": line, "after": 0})
        second = await sian.request("take", {"line": line, "after": 0})
        assert second["frames"][:len(first["frames"])] == first["frames"]
        assert "welcome" in first["frames"][0]

        for body, code in (({"line": line, "from": 4, "messages": [wish]}, "lineGap"),
                           ({"line": line, "from": 0, "messages": [wish]}, "lineGap"),
                           ({"line": "0" * 32, "from": 3, "messages": [wish]}, "unknownLine"),
                           ({"line": line, "from": 3, "messages": [wish] * 301}, "tooMany"),
                           ({"line": line, "messages": []}, "badRequest")):
            with pytest.raises(Answered) as answered:
                await sian.request("send", body)
            assert answered.value.code == code, (body, answered.value)
        with pytest.raises(Answered) as answered:
            await sian.request("take", {"line": line, "after": second["through"] + 1})
        assert answered.value.code == "lineGap"

        # The secret of a line is worth nothing on another device, on another site, or without the ticket.
        for cookie, origin, status in ((server.join("Amir").cookie, None, 404), (None, None, 404),
                                       (sian.cookie, FOREIGN, 403)):
            thief = LineClient(server.port, server.meeting, cookie)
            thief.origin = origin
            with pytest.raises(Answered) as answered:
                await thief.request("take", {"line": line, "after": second["through"]})
            assert answered.value.status == status
        assert len([e for e in lead.entries if e["event"].get("messagePosted", {}).get("text") == "one"]) == 1

    room.run(body())


@pytest.mark.long
def test_a_quiet_take_is_held_and_then_answered(server: Server) -> None:
    async def body() -> None:
        await room.lead(server)
        sian = await by_line(server, server.join("Siân")).connect()
        # What is still told of the coming in makes it take again at once; then nothing does but the end of the hold.
        taken, since, held = sian.requests, time.monotonic(), 0.0
        while held < HOLD_SECONDS - 2:
            assert not sian.closed, sian.closed
            assert time.monotonic() - since < HOLD_SECONDS + allowed(5)
            await asyncio.sleep(0.1)
            if sian.requests > taken:
                held = time.monotonic() - since
                taken, since = sian.requests, time.monotonic()
        assert sian.retries == 0
        await sian.do({"postMessage": {"text": "Still here"}})

    room.run(body())


def test_who_is_put_out_is_told_so(server: Server) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        ticket = server.join("Siân")
        sian = await by_line(server, ticket).connect()
        await lead.do({"remove": {"person": ticket.person}})
        await asyncio.wait_for(sian._reader, DEADLINE_SECONDS)
        assert sian.bye == "removed"
        assert sian.closed == (4403, "out")
        broken = await by_line(server, server.join("Amir")).connect()
        await broken.say({"nonsense": {}})
        await asyncio.wait_for(broken._reader, DEADLINE_SECONDS)
        assert broken.closed and broken.closed[0] == 4400
        assert any("fault" in message for message in broken.others)

    room.run(body())


def test_stopping_does_not_wait_for_takes(server: Server) -> None:
    async def body() -> LineClient:
        await room.lead(server)
        sian = await by_line(server, server.join("Siân")).connect()
        # The server reads in the order of arrival: after these answers, the take that is held is one of what it knows.
        for _ in range(3):
            await asyncio.to_thread(server.join, "Amir")
        server.terminate()
        await asyncio.wait_for(sian._reader, DEADLINE_SECONDS)
        return sian

    sian = room.run(body())
    assert isinstance(sian, LineClient)
    assert sian.closed and sian.closed[0] == 1012 and sian.closed[1].startswith("retry=")
    code, seconds = server.stop()
    assert code == 0
    assert seconds < allowed(5)
