"""What a meeting costs a phone, in bytes counted on the wire: 90 minutes stay under a megabyte on both transports.

A piece of a meeting is played at speed, but each event is waited for before the next: in a real meeting they would share
answers, so a line costs less than this. What is counted is everything above TCP, with a browser's own headers.
"""

import asyncio

import pytest

from Tests.EndToEnd import room
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.proxy import Proxy
from Tests.EndToEnd.server import Server
from Tests.EndToEnd.test_line import by_line

MEGABYTE = 1_000_000
PAGE_BYTES = 440_000
"""For the page and coming in, which the browser tests count."""
MINUTES = 90
PEOPLE = 12
SOCKET_PING_SECONDS = 20
LINE_HOLD_SECONDS = 25
# Of a meeting of 12 in 90 minutes: what one phone sees, beside the others' joining. 25 hands raised, called and spoken,
# 60 messages with 30 reactions, three pulses, 8 moves of the agenda, 12 people who fall out and come back.
ROUNDS = 5
OWN = 4
"""Messages of this phone in the whole meeting, for each round."""
TEXT = "Ours rust as well; we switch the sensor on only to measure, and the batteries last for a term."


async def counted(network: Proxy, what) -> int:
    """Bytes that passed while something was awaited."""
    before = network.bytes
    await what
    return network.bytes - before


async def a_round(lead: Client, others: list[Client], phone: Client, number: int) -> int:
    """A fifth of the meeting as others do it, one step after the other has reached the phone; how many steps."""
    steps = 0

    async def step(client: Client, wish: dict) -> None:
        nonlocal steps
        sequence = await client.do(wish)
        await phone.until(lambda: phone.sequence >= sequence, f"{wish}")
        steps += 1

    async def back(client: Client) -> None:
        nonlocal steps
        sequence = lead.sequence
        client.cut()
        await lead.event("presenceEnded", after=sequence)
        await client.connect()
        gone = await lead.event("presenceBegan", after=sequence)
        await phone.until(lambda: phone.sequence >= gone["sequence"], "somebody who came back")
        steps += 2

    await step(lead, {"openNext": {}})
    for index in range(12):
        await step(others[index % len(others)], {"postMessage": {"text": f"{TEXT} {number}.{index}"}})
        if index % 2 == 0:
            entry = await lead.event("messagePosted", text=f"{TEXT} {number}.{index}")
            message = entry["event"]["messagePosted"]["message"]
            await step(others[(index + 1) % len(others)], {"react": {"message": message, "reaction": "idea"}})
    for index in range(5):
        speaker = others[index]
        await step(speaker, {"raiseHand": {}})
        await step(lead, {"callOn": {"person": speaker.welcomes[-1]["you"]["person"]}})
        await step(speaker, {"endTurn": {}})
    for client in others[:2]:
        await back(client)
    return steps


@pytest.mark.parametrize("way", ["socket", "line"])
def test_ninety_minutes_cost_less_than_a_megabyte(server: Server, way: str) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        others = [(await room.teacher(server, f"Person {number}"))[0] for number in range(PEOPLE - 1)]
        async with Proxy(server.port) as network:
            ticket = server.join("Siân")
            phone = by_line(server, ticket, network.port) if way == "line" else room.device(
                server, ticket, port=network.port)
            await phone.connect()
            welcome = network.bytes

            events, before = 0, network.bytes
            events += await a_round(lead, others, phone, 0)
            heard = network.bytes - before
            own = await counted(network, phone.do({"postMessage": {"text": TEXT}}))
            if way == "socket":
                async def beat() -> None:
                    known = len(phone.others)
                    await phone.say({"ping": {"sent": 1773334250000}})
                    await phone.until(lambda: len(phone.others) > known, "a pong")

                # With the ping and pong of the WebSocket itself, in both directions.
                quiet, every = await counted(network, beat()) + 2 * 6, SOCKET_PING_SECONDS
            else:
                # A second take ends the first one as time does: with an answer that holds nothing.
                async def take() -> None:
                    held = asyncio.create_task(phone.request("take", {"line": phone.secret, "after": phone.received}))
                    await phone.until(lambda: phone.requests > known, "the next take")
                    await asyncio.wait([held], timeout=20)

                known = phone.requests + 1
                quiet, every = await counted(network, take()), LINE_HOLD_SECONDS
                # Two takes were answered: the one that was held, and the one that took its place.
                quiet /= 2
        beats = MINUTES * 60 / every
        total = welcome + ROUNDS * (heard + OWN * own) + beats * quiet
        print(f"{way}: welcome {welcome}, {heard / events:.0f} an event ({ROUNDS * events} of them), {own} an own "
              f"message, {quiet:.0f} each {every} s of silence; {MINUTES} minutes: {total / 1000:.0f} kB")
        assert events >= 30
        assert quiet > 0
        assert total < MEGABYTE - PAGE_BYTES

    room.run(body())
