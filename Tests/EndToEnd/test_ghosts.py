"""Nobody stays in a room whose connection is gone: a second hello and then a cut, by WebSocket and by line."""

from __future__ import annotations

import pytest

from Tests.EndToEnd import room
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.line import LineClient
from Tests.EndToEnd.server import Server

ROUNDS = 20
"""The cut falls before, while and after the second hello is looked up."""


@pytest.mark.parametrize("way", ["socket", "line"])
def test_a_second_hello_and_then_a_cut_leaves_nobody(server: Server, way: str) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        ticket = server.join("Siân")
        kind = Client if way == "socket" else LineClient
        for n in range(ROUNDS):
            before = lead.sequence
            sian = kind(server.port, ticket.meeting, ticket.cookie)
            await sian.connect()
            began = (await lead.event("presenceBegan", after=before, person=ticket.person))["sequence"]
            for _ in range(1 + n % 3):
                await sian.say({"hello": {"protocol": 1, "as": "teacher", "meeting": ticket.meeting}})
            if way == "socket":
                sian.cut()
            else:
                await sian.leave()
            await lead.event("presenceEnded", after=began, person=ticket.person)

    room.run(body())


def test_who_says_hello_as_somebody_else_leaves_the_first(server: Server) -> None:
    async def body() -> None:
        session = server.sign_in()
        lead = Client(server.port, server.meeting, session, role="coordinator")
        await lead.connect()
        await lead.do({"openMeeting": {}})
        ticket = server.join("Siân")
        both = Client(server.port, ticket.meeting, f"{ticket.cookie}; {session}")
        await both.connect()
        await lead.event("presenceBegan", person=ticket.person)
        both.role = "coordinator"
        both.epoch = None
        await both.hello()
        assert both.welcomes[-1]["you"]["as"] == "lead"
        await lead.event("presenceEnded", person=ticket.person)
        both.cut()
        await both.gone()
        await lead.do({"postMessage": {"text": "still here"}})

    room.run(body())
