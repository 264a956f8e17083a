"""A server that was held up (a busy machine, a disk, a debugger) cuts nobody for what it did not read in time.

A page whose part was cut complains, loads itself again, and shows a person nothing meanwhile."""

import asyncio
import os
import random
import signal
from contextlib import ExitStack
from pathlib import Path

import pytest

from Tests.EndToEnd import room
from Tests.EndToEnd.server import Server

# Longer than the time for headers, which is the shortest that a newcomer has.
HELD_SECONDS = 6.5
WORKERS = 60
SERVERS = 3


async def ask(port: int) -> bytes:
    """One request on a connection of its own, as a browser asks for a part of a page."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET /shared/boot.js HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
    try:
        return await reader.read()
    finally:
        writer.close()


@pytest.mark.long
def test_whoever_has_asked_is_answered(tmp_path: Path, seed: int) -> None:
    """Several servers at once, each held up at an instant of its own: nearly all of it is waiting."""
    chance = random.Random(seed)

    async def body(server: Server) -> int:
        answers, over = 0, asyncio.Event()

        async def keep_asking() -> None:
            nonlocal answers
            while not over.is_set():
                assert (await ask(server.port)).startswith(b"HTTP/1.1 200"), f"cut, seed {seed}"
                answers += 1

        asking = [asyncio.create_task(keep_asking()) for _ in range(WORKERS)]
        try:
            # The instant is what is random here, and how long the server is held up is what is under test.
            await asyncio.sleep(chance.uniform(0.05, 0.3))
            os.kill(server.process.pid, signal.SIGSTOP)
            await asyncio.sleep(HELD_SECONDS)
            os.kill(server.process.pid, signal.SIGCONT)
            before = answers
            while answers < before + WORKERS:
                await asyncio.wait(asking, timeout=0.05, return_when=asyncio.FIRST_EXCEPTION)
                for task in asking:
                    if task.done():
                        task.result()
        finally:
            os.kill(server.process.pid, signal.SIGCONT)
            over.set()
            await asyncio.gather(*asking, return_exceptions=True)
        return answers

    async def all_of_them(servers: list[Server]) -> list[int]:
        return await asyncio.gather(*map(body, servers))

    with ExitStack() as running:
        servers = [running.enter_context(Server(tmp_path / str(number))) for number in range(SERVERS)]
        answers = room.run(all_of_them(servers))
    print(f"{answers} answers of {SERVERS} servers, each held up for {HELD_SECONDS} s, seed {seed}")
