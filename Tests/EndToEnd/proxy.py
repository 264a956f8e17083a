"""A network between client and server that a test makes bad: it refuses upgrades, delays, stalls, resets, and counts.

Loss of packets shows above TCP as waiting and, rarely, as a reset: so 3 % of the pieces that pass are stalled for as
long as a retransmission takes, and a share of the connections is reset at a random place.
"""

from __future__ import annotations

import asyncio
import random
import re
from dataclasses import dataclass

HEAD_BYTES = 32_768
PIECE_BYTES = 16_384
REQUEST = re.compile(rb"(?:GET|HEAD|POST) (\S+) HTTP/1\.1\r\n")
REFUSAL = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@dataclass
class Weather:
    """How bad it is; the default is a plain wire."""

    refuses_upgrades: bool = False
    delay_seconds: float = 0.0
    """Each way."""
    stalls: float = 0.0
    """Share of pieces that wait for a retransmission."""
    resets: float = 0.0
    """Share of connections that are reset somewhere on their way."""
    stall_seconds: tuple[float, float] = (0.5, 1.5)
    reset_pieces: tuple[int, int] = (1, 4)
    """After how many pieces, both ways together, a connection is reset: a request and its answer have two or three."""


class Proxy:
    """Listens on a port of its own and passes to the server's. An async context manager."""

    def __init__(self, port: int, weather: Weather | None = None, *, seed: int = 1):
        self.target = port
        self.weather = weather or Weather()
        self.chance = random.Random(seed)
        self.port = 0
        self.up = self.down = 0
        """Bytes from and to clients."""
        self.connections = self.refused = self.stalled = self.was_reset = 0
        self.paths: list[str] = []
        self.forgotten = 0
        """The last connection that the network has forgotten."""
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task] = set()
        self._asked = 0
        """Connections by which something was asked and that the server has not ended; browsers open more than they use,
        and leave in their drawer what was ended."""
        self._fewer = asyncio.Event()
        self._writers: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> "Proxy":
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=HEAD_BYTES)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def bytes(self) -> int:
        return self.up + self.down

    def cut(self) -> None:
        """Everything that is open ends without a word."""
        for writer in list(self._writers):
            writer.transport.abort()

    def forget(self) -> None:
        """Everything that is open stays open, and nothing passes any more: nobody is told."""
        self.forgotten = self.connections

    async def settled(self, most: int) -> None:
        """Waits until so many connections at most are left by which an answer may still come."""
        while self._asked > most:
            self._fewer.clear()
            await self._fewer.wait()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        self._writers.add(writer)
        self.connections += 1
        try:
            await self._pass(reader, writer, self.connections)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # what ends a connection here is what the test is about
        except asyncio.CancelledError:
            pass  # the test is over; asyncio would print it
        finally:
            writer.transport.abort()
            self._writers.discard(writer)
            self._tasks.discard(task)

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> None:
        await asyncio.sleep(2 * self.weather.delay_seconds)  # the handshake of TCP: one way and back
        head = await reader.readuntil(b"\r\n\r\n")
        self.paths.append(head.split(b" ", 2)[1].decode())
        if self.weather.refuses_upgrades and b"upgrade: websocket" in head.lower():
            self.refused += 1
            self.up += len(head)
            self.down += len(REFUSAL)
            writer.write(REFUSAL)
            await writer.drain()
            return
        target_reader, target = await asyncio.open_connection("127.0.0.1", self.target)
        self._writers.add(target)
        self._asked += 1
        left = self.chance.randint(*self.weather.reset_pieces) if self.chance.random() < self.weather.resets else None
        budget = [left] if left else []
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(self._pump(number, reader, target, "up", budget, head))
                both.create_task(self._answer(number, target_reader, writer, "down", budget))
        except* OSError:
            pass
        finally:
            target.transport.abort()
            self._writers.discard(target)

    async def _answer(self, *pump: object) -> None:
        try:
            await self._pump(*pump)
        finally:
            self._asked -= 1
            self._fewer.set()

    async def _pump(self, number: int, source: asyncio.StreamReader, sink: asyncio.StreamWriter, way: str,
                    budget: list[int], first: bytes = b"") -> None:
        """One direction: in order, each piece as late as the weather wants, the pieces behind it not before it."""
        queue: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        clock = asyncio.get_running_loop().time

        async def deliver() -> None:
            while True:
                due, piece = await queue.get()
                await asyncio.sleep(max(0.0, due - clock()))
                if number <= self.forgotten:
                    continue
                if not piece:
                    if sink.can_write_eof():
                        sink.write_eof()
                    return
                if budget:
                    budget[0] -= 1
                    if budget[0] <= 0:
                        self.was_reset += 1
                        raise ConnectionResetError
                setattr(self, way, getattr(self, way) + len(piece))
                sink.write(piece)
                await sink.drain()

        async def collect() -> None:
            piece = first or await source.read(PIECE_BYTES)
            while True:
                wait = self.weather.delay_seconds
                if piece and self.chance.random() < self.weather.stalls:
                    self.stalled += 1
                    wait += self.chance.uniform(*self.weather.stall_seconds)
                queue.put_nowait((clock() + wait, piece))
                if not piece:
                    return
                piece = await source.read(PIECE_BYTES)
                # A browser asks for the next thing on the same connection, but only when it has had the last.
                if way == "up" and (request := REQUEST.match(piece)):
                    self.paths.append(request[1].decode())

        async with asyncio.TaskGroup() as both:
            both.create_task(collect())
            both.create_task(deliver())
