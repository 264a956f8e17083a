"""A way to the server that is broken on purpose: it answers each command before the server has it.

The test that never loses anything has to lose something on this way; otherwise it is asleep. `mutant.py` breaks the
server itself, which takes a build.
"""

from __future__ import annotations

import asyncio
import json

import websockets
from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve

from Tests.EndToEnd.client import LARGEST_MESSAGE_BYTES
from Tests.EndToEnd.pace import DEADLINE_SECONDS

PROTOCOL = "staffroom.1"


class Hasty:
    """Listens on a port of its own and passes to the server's. An async context manager."""

    def __init__(self, port: int):
        self.target = port
        self.port = 0
        self.answered = 0

    async def __aenter__(self) -> "Hasty":
        self._server = await serve(
            self._pass, "127.0.0.1", 0, subprotocols=[PROTOCOL], compression=None, ping_interval=None, close_timeout=1)
        self.port = next(iter(self._server.sockets)).getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        await self._server.wait_closed()

    async def _pass(self, device: ServerConnection) -> None:
        assert device.request
        cookie = device.request.headers.get("Cookie")
        async with connect(
                f"ws://127.0.0.1:{self.target}/socket", subprotocols=[PROTOCOL], compression=None, ping_interval=None,
                additional_headers={"Cookie": cookie} if cookie else {}, max_size=LARGEST_MESSAGE_BYTES,
                open_timeout=DEADLINE_SECONDS, close_timeout=1, proxy=None) as server:
            both = [asyncio.create_task(self._up(device, server)), asyncio.create_task(self._down(server, device))]
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            for task in both:
                task.cancel()

    async def _up(self, device: ServerConnection, server) -> None:
        try:
            async for text in device:
                if command := json.loads(text).get("command"):
                    self.answered += 1
                    await device.send(json.dumps({"ack": {"id": command["id"], "sequence": 0}}))
                await server.send(text)
        except websockets.ConnectionClosed:
            pass  # one side is gone, and the other will be told so

    async def _down(self, server, device: ServerConnection) -> None:
        try:
            async for text in server:
                await device.send(text)
        except websockets.ConnectionClosed:
            pass
