"""3 % loss and 400 ms each way, by socket and by line: nothing is lost, nothing comes twice."""

import asyncio
import os
import random

import pytest
import websockets

from Tests.EndToEnd import room
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.line import Answered
from Tests.EndToEnd.proxy import Proxy, Weather
from Tests.EndToEnd.server import Server
from Tests.EndToEnd.test_line import by_line

BAD = Weather(delay_seconds=0.4, stalls=0.03, resets=0.08)
# A socket is one long connection, of which 3 % would be none: each one is reset within a few pieces.
BAD_SOCKETS = Weather(delay_seconds=0.4, stalls=0.03, resets=1.0, reset_pieces=(4, 14))
PEOPLE = 4
MESSAGES = 12
RUN_SECONDS = 400.0
GONE = (ConnectionError, OSError, websockets.WebSocketException, TimeoutError, AssertionError, Answered)


async def stay(client: Client, until: asyncio.Event) -> int:
    """Connects as often as it takes, and sends again what has no answer; how often it came back."""
    times = 0
    while not until.is_set():
        try:
            await client.connect()
            times += 1
            await client.resend()
            await client.until(lambda: until.is_set() or client.closed is not None, "the end", RUN_SECONDS)
        except GONE as failure:
            if client.broken:
                raise client.broken from failure
            await asyncio.sleep(0.1)
    return times - 1


async def talk(client: Client, name: str) -> None:
    """Says all its messages whether it is connected or not; what is not answered is sent by `stay`."""
    for index in range(MESSAGES):
        try:
            await client.send({"postMessage": {"text": f"{name} {index}"}})
        except (*GONE, AttributeError):
            pass  # it is pending, and goes out with the next connection
        await asyncio.sleep(0.3)


@pytest.mark.long
@pytest.mark.parametrize("way", ["socket", "line"])
def test_nothing_is_lost_or_doubled(server: Server, way: str) -> None:
    seed = int(os.environ.get("STAFFROOM_SEED", random.randrange(1_000_000)))

    async def body() -> None:
        lead = await room.lead(server)
        async with Proxy(server.port, BAD if way == "line" else BAD_SOCKETS, seed=seed) as network:
            names = [f"Person {number}" for number in range(PEOPLE)]
            tickets = [server.join(name) for name in names]
            clients = [by_line(server, ticket, network.port) if way == "line"
                       else room.device(server, ticket, port=network.port) for ticket in tickets]
            over = asyncio.Event()
            staying = [asyncio.create_task(stay(client, over)) for client in clients]
            await asyncio.gather(*(talk(client, name) for client, name in zip(clients, names)))
            wanted = sorted(f"{name} {index}" for name in names for index in range(MESSAGES))
            heard = lambda client: texts(client.entries)  # noqa: E731
            async with asyncio.timeout(RUN_SECONDS):
                while any(client.pending or client.sequence < lead.sequence for client in clients):
                    for task in staying:
                        if task.done():
                            task.result()
                    lead._news.clear()
                    await asyncio.wait([asyncio.create_task(c._news.wait()) for c in (lead, *clients)],
                                       timeout=0.5, return_when=asyncio.FIRST_COMPLETED)
            over.set()
            for client in clients:
                client._news.set()
            back = sum(await asyncio.gather(*staying))
        assert sorted(heard(lead)) == wanted, f"seed {seed}"
        for client in clients:
            mine = heard(client)
            assert mine == heard(lead)[len(wanted) - len(mine):], f"seed {seed}: lost, doubled or in disorder"
        # Otherwise the weather was fine and nothing was tested.
        assert network.stalled > 0, f"seed {seed}"
        assert network.was_reset > 0, f"seed {seed}"
        print(f"{way}, seed {seed}: {len(wanted)} messages of {PEOPLE}, {network.connections} connections, "
              f"{network.stalled} stalls, {network.was_reset} resets, came back {back} times, 0 lost, 0 doubled")

    room.run(body(), RUN_SECONDS + 60)


def texts(entries: list[dict]) -> list[str]:
    """What was posted, in order."""
    return [entry["event"]["messagePosted"]["text"] for entry in entries if "messagePosted" in entry["event"]]
