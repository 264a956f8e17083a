"""Knows the network between the browsers and the server: the proxy of the end-to-end tests on a thread of its own."""

import asyncio
import threading

from Tests.EndToEnd.proxy import Proxy, Weather

from .server import HOST, Server

STEP_SECONDS = 60


class Network:
    """A proxy that browsers take for the server; its weather may change while they use it."""

    def __init__(self, server: Server, weather: Weather, host: str = HOST):
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.proxy = Proxy(server.port, weather)
        self._run(self.proxy.__aenter__())
        self.direct = f"http://127.0.0.1:{server.port}"
        """The server for those who do not use this network."""
        # The server is told the address that browsers see: it is the only origin it accepts.
        server.public_url = f"http://{host}:{self.proxy.port}"

    def _run(self, work) -> object:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(STEP_SECONDS)

    def set(self, **weather) -> None:
        """Changes the weather for what connects from now on."""
        self.proxy.weather = Weather(**weather)

    def cut(self) -> None:
        """Ends all connections without a word."""
        self._loop.call_soon_threadsafe(self.proxy.cut)

    def forget(self) -> None:
        """All connections stay, and nothing passes on them any more."""
        self._loop.call_soon_threadsafe(self.proxy.forget)

    def settled(self, most: int) -> None:
        """Waits until what pages kept for their next part has ended: so many connections are left."""
        self._run(self.proxy.settled(most))

    def passed(self, path: str) -> int:
        """How many requests for a path have passed."""
        return self.proxy.paths.count(path)

    def end(self) -> None:
        self._run(self.proxy.__aexit__())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(STEP_SECONDS)
        self._loop.close()
