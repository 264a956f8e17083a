"""Short words for what nearly every test begins with: the lead who opens the meeting, and people who come in."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine

from Tests.EndToEnd.client import Client
from Tests.EndToEnd.server import Server, Ticket

TEST_SECONDS = 400.0


def run(body: Coroutine, seconds: float = TEST_SECONDS) -> object:
    """Runs a test's coroutine under a deadline."""

    async def bounded() -> object:
        return await asyncio.wait_for(body, seconds)

    return asyncio.run(bounded())


async def lead(server: Server, *, opens: bool = True, cookie: str | None = None) -> Client:
    """The coordinator, welcomed; the sample meeting is open. `cookie` is of a device that is signed in already."""
    client = Client(server.port, server.meeting, cookie or server.sign_in(), role="coordinator")
    await client.connect()
    if opens and client.welcomes[-1]["room"]["details"]["phase"] == "planned":
        await client.do({"openMeeting": {}})
    return client


def device(server: Server, ticket: Ticket, *, port: int | None = None) -> Client:
    """A device with that ticket, not yet connected."""
    return Client(port or server.port, ticket.meeting, ticket.cookie)


async def teacher(server: Server, name: str, **fields: object) -> tuple[Client, Ticket]:
    """Somebody new, joined and welcomed."""
    ticket = server.join(name, **fields)
    return await device(server, ticket).connect(), ticket
