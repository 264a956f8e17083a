"""A network of chance between pages and server: every message is late by its own time, and none overtakes another.

The pages are the product's own code in one node process (`pages.js`); their sockets are carried here.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Awaitable, Callable
from pathlib import Path

import websockets
from websockets.asyncio.client import connect

from Tests.EndToEnd.client import LARGEST_MESSAGE_BYTES
from Tests.EndToEnd.pace import DEADLINE_SECONDS
from Tests.EndToEnd.server import Server, Ticket

PROGRAM = Path(__file__).with_name("pages.js")
LONGEST_LINE_BYTES = 16 * 1024 * 1024


class Late:
    """One direction of one line."""

    def __init__(self, chance: random.Random, most_seconds: float):
        self.chance, self.most = chance, most_seconds
        self.due = 0.0
        self.waiting: asyncio.Queue[tuple[float, Callable[[], Awaitable[None]]]] = asyncio.Queue()
        self.task = asyncio.create_task(self._run())

    def put(self, act: Callable[[], Awaitable[None]]) -> None:
        """Does it later, after all that was put before."""
        self.due = max(self.due, asyncio.get_running_loop().time() + self.chance.uniform(0, self.most))
        self.waiting.put_nowait((self.due, act))

    async def _run(self) -> None:
        while True:
            due, act = await self.waiting.get()
            # Being late is what this is for.
            await asyncio.sleep(max(0.0, due - asyncio.get_running_loop().time()))
            await act()


class Pages:
    """Many pages behind such lines. A context manager that leaves nothing running."""

    def __init__(self, server: Server, seed: int, jitter_seconds: float):
        self.server, self.chance, self.jitter = server, random.Random(seed), jitter_seconds
        self.tickets: list[Ticket] = []
        self.saw: list[list[dict]] = []
        """What each page showed of the agenda, with the true time at which it began to."""
        self.pongs: list[int] = []
        self.looks: list[dict] = []
        self.broken: BaseException | None = None
        self._news = asyncio.Event()
        self._tasks: list[asyncio.Task] = []
        self._up: list[Late] = []
        self._down: list[Late] = []
        self._sockets: dict[int, object] = {}

    async def __aenter__(self) -> "Pages":
        self.node = await asyncio.create_subprocess_exec(
            "node", "--experimental-vm-modules", "--no-warnings", str(PROGRAM), stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE, limit=LONGEST_LINE_BYTES)
        self._go(self._listen())
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in [*self._tasks, *(late.task for late in self._up + self._down)]:
            task.cancel()
        for socket in self._sockets.values():
            socket.transport.abort()
        self.node.stdin.close()
        try:
            await asyncio.wait_for(self.node.wait(), DEADLINE_SECONDS)
        except TimeoutError:
            self.node.kill()
            await self.node.wait()

    def add(self, ticket: Ticket, wrong_milliseconds: int) -> None:
        """One more page, whose clock is wrong."""
        number = len(self.tickets)
        self.tickets.append(ticket)
        self.saw.append([])
        self.pongs.append(0)
        for direction in (self._up, self._down):
            direction.append(Late(random.Random(self.chance.random()), self.jitter))
        self._tell({"page": number, "begin": {"meeting": ticket.meeting, "wrong": wrong_milliseconds}})

    async def look(self) -> dict:
        """What all pages show at one instant."""
        number = len(self.looks)
        self._tell({"look": number})
        await self.until(lambda: len(self.looks) > number, "a look")
        return self.looks[number]

    async def until(self, holds: Callable[[], bool], what: str) -> None:
        """Waits for news until the condition holds."""
        try:
            async with asyncio.timeout(DEADLINE_SECONDS):
                while not holds():
                    if self.broken:
                        raise self.broken
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            raise AssertionError(f"no {what} within {DEADLINE_SECONDS} s") from None

    def _go(self, work) -> None:
        task = asyncio.create_task(work)
        task.add_done_callback(self._ended)
        self._tasks.append(task)

    def _ended(self, task: asyncio.Task) -> None:
        if not task.cancelled() and task.exception():
            self.broken = task.exception()
            self._news.set()

    def _tell(self, line: dict) -> None:
        self.node.stdin.write(json.dumps(line).encode() + b"\n")

    async def _listen(self) -> None:
        while text := await self.node.stdout.readline():
            self._take(json.loads(text))
            self._news.set()
        raise AssertionError(f"the pages ended with {await self.node.wait()}")

    def _take(self, line: dict) -> None:
        page = line.get("page")
        if "look" in line:
            self.looks.append(line)
        elif "saw" in line:
            self.saw[page].append({**line["saw"], "at": line["at"]})
        elif "open" in line:
            self._go(self._carry(page))
        elif "send" in line:
            self._up[page].put(lambda: self._sockets[page].send(line["send"]))
        else:
            raise AssertionError(f"page {page} hung up: {line}")

    async def _carry(self, page: int) -> None:
        """One socket, from its opening to its end."""
        async with connect(
            f"ws://127.0.0.1:{self.server.port}/socket", subprotocols=["staffroom.1"], compression=None, proxy=None,
            additional_headers={"Cookie": self.tickets[page].cookie}, max_size=LARGEST_MESSAGE_BYTES, max_queue=None,
            ping_interval=None, open_timeout=DEADLINE_SECONDS,
        ) as socket:
            self._sockets[page] = socket
            self._hear(page, {"opened": True})
            try:
                async for text in socket:
                    self._hear(page, {"message": text})
            except websockets.ConnectionClosed:
                pass
            self._hear(page, {"closed": [socket.close_code or 1006, socket.close_reason or ""]})

    def _hear(self, page: int, what: dict) -> None:
        async def arrive() -> None:
            self._tell({"page": page, **what})
            if what.get("message", "").startswith('{"pong"'):
                self.pongs[page] += 1
                self._news.set()

        self._down[page].put(arrive)
