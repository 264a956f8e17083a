"""Who waits for the opening is seen by the lead at once, by WebSocket and by line, and comes in by the rules of every
other day; the log has nothing of whoever only waited."""

from __future__ import annotations

import pytest

from Tests.EndToEnd import room
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.line import LineClient
from Tests.EndToEnd.server import Answer, Server


def wait(server: Server, page: str, code: str | None = None, **said: object) -> Answer:
    return server.post("/api/door", {"code": code or server.code, "ready": {"id": page} | said})


async def lists(lead: Client, *names: str) -> dict:
    """The last that the lead was told names these people, in this order."""

    def last() -> list[dict] | None:
        return next((one["early"]["people"] for one in reversed(lead.others) if "early" in one), None)

    await lead.until(lambda: [one["name"] for one in last() or []] == list(names), f"a list of {names}")
    return last()


@pytest.mark.parametrize("way", ["socket", "line"])
def test_a_lead_sees_who_waits(server: Server, way: str) -> None:
    async def body() -> None:
        session = server.sign_in()
        lead = (Client if way == "socket" else LineClient)(
            server.port, server.meeting, session, role="coordinator")
        await lead.connect()
        before = lead.sequence
        first = wait(server, "a" * 32, name="Siân", school="Ysgol Glan Môr", mode="room_device")
        assert first.status == 200 and first.body["phase"] == "planned", first
        assert wait(server, "b" * 32, name="Amir", mode="remote").status == 200
        siân, amir = await lists(lead, "Siân", "Amir")
        assert (siân["school"], siân["mode"]) == ("Ysgol Glan Môr", "room_device")
        assert "school" not in amir and "a" * 32 not in str(siân)
        # The same again is no news, another word is.
        wait(server, "a" * 32, name="Siân Rees", school="Ysgol Glan Môr", mode="room_device")
        await lists(lead, "Siân Rees", "Amir")
        second = Client(server.port, server.meeting, session, role="coordinator")
        await second.connect()
        await lists(second, "Siân Rees", "Amir")
        wait(server, "b" * 32, gone=True)
        await lists(lead, "Siân Rees")
        assert lead.sequence == before, "something of it was written down"

        await lead.do({"openMeeting": {}})
        await lists(lead)
        answer = wait(server, "a" * 32, name="Siân Rees", mode="room_device")
        assert answer.body["phase"] == "open"
        ticket = server.join("Siân Rees", mode="room_device")
        await lead.event("personJoined", person=ticket.person)
        assert not any("Amir" in str(entry) for entry in lead.entries)

    room.run(body())


def test_nobody_but_leads_is_told_and_nobody_is_turned_away(server: Server) -> None:
    async def body() -> None:
        lead = Client(server.port, server.meeting, server.sign_in(), role="coordinator")
        await lead.connect()
        key = lead.welcomes[-1]["links"]["wall"].split("=")[-1]
        wall = Client(server.port, server.meeting, None, role="wall", key=key)
        await wall.connect()
        for number in range(400):
            answer = wait(server, f"page{number}", name=f"P{number}", mode="remote")
            assert answer.status == 200 and answer.body["phase"] == "planned"
        # An address has its share of the list; whoever is not on it stands before the door all the same.
        await lists(lead, *(f"P{number}" for number in range(300)))
        assert not any("early" in one for one in wall.others)
        for said in ({"name": "x" * 61}, {"name": "\u202e"}, {"mode": "elsewhere", "name": "A"}, {"name": ["A"]}):
            assert wait(server, "c", **said).status in (400, 409), said
        assert wait(server, "c d", name="A").status == 400

    room.run(body())
