"""Whoever is removed is out at once: by the log's order nothing of theirs is accepted and nothing reaches them."""

import asyncio
import random

import websockets

from Tests.EndToEnd import room, store
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.server import Server, Ticket

PEOPLE = 20
WAVES = 6
WAVE = 8
LONGEST_PAUSE_SECONDS = 0.02
SHUT_OUT = 4403


async def write(client: Client) -> None:
    """Says things, in waves, until there is nobody to say them to."""
    try:
        for wave in range(WAVES):
            for serial in range(WAVE):
                await client.send({"postMessage": {"text": f"{wave}-{serial}"}})
            await client.until(lambda: not client.pending, "answers")
    except (ConnectionError, websockets.ConnectionClosed):
        pass


async def race(server: Server, lead: Client, number: int, chance: random.Random) -> tuple[Ticket, list[Client]]:
    """Somebody writes on two devices while the lead removes them."""
    phone, ticket = await room.teacher(server, f"Person {number}")
    laptop = await room.device(server, ticket).connect()
    writing = [asyncio.create_task(write(client)) for client in (phone, laptop)]
    # The instant is what is random here; nothing waits for this to pass.
    await asyncio.sleep(chance.uniform(0, LONGEST_PAUSE_SECONDS))
    await lead.do({"remove": {"person": ticket.person}})
    for client, task in zip((phone, laptop), writing):
        await task
        await client.gone()
        assert (client.bye, client.closed[0]) == ("removed", SHUT_OUT), (client.bye, client.closed)
    await lead.do({"postMessage": {"text": "not for you"}})
    return ticket, [phone, laptop]


async def knock(server: Server, ticket: Ticket) -> None:
    """The old ticket opens nothing any more, neither the room nor the door."""
    again = room.device(server, ticket)
    await again.open()
    await again.say({"hello": {"protocol": 1, "meeting": ticket.meeting, "as": "teacher"}})
    await again.gone()
    assert again.closed[0] in (SHUT_OUT, 4401) and not again.welcomes, again.closed
    wish = {"code": server.code, "name": ticket.name, "school": "Ysgol", "mode": "remote", "tier": "pseudonymous"}
    assert server.post("/api/join", wish, cookie=ticket.cookie).status == 409


def test_removed_means_out(server: Server, seed: int) -> None:
    chance = random.Random(seed)

    async def body() -> list[tuple[Ticket, list[Client]]]:
        lead = await room.lead(server)
        out = [await race(server, lead, number, chance) for number in range(PEOPLE)]
        for ticket, _ in out:
            await knock(server, ticket)
        await lead.leave()
        return out

    out = room.run(body())
    server.stop()
    book = store.read(server.data, server.meeting)
    removals = {entry.fields["person"]: entry.sequence for entry in book.of("personRemoved")}
    interrupted = 0
    for ticket, devices in out:
        after = removals[ticket.person]
        late = [e for e in book.of("messagePosted") if e.actor == ticket.person and e.sequence > after]
        assert late == [], f"accepted after the removal (seed {seed})"
        for client in devices:
            heard = [entry["sequence"] for entry in client.entries]
            assert not heard or heard[-1] <= after, f"heard {heard[-1]} after {after} (seed {seed})"
            interrupted += bool(client.pending or client.nacks)
    assert interrupted > 0, f"nobody was writing when they were removed (seed {seed})"
    print(f"seed {seed}: {PEOPLE} removed, {interrupted} of {2 * PEOPLE} devices in the middle of writing")
