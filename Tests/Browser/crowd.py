"""Knows how many people take part beside the browsers: bare clients of the protocol on a thread of their own."""

import asyncio
import threading
import time

from Tests.EndToEnd.client import Client

from .server import Server

STEP_SECONDS = 60


class Guest:
    """One of the crowd, who does what the test says."""

    def __init__(self, crowd: "Crowd", name: str, client: Client, person: str):
        self.crowd, self.name, self.client, self.person = crowd, name, client, person

    def do(self, wish: dict) -> int:
        return self.crowd.run(self.client.do(wish))

    def leave(self) -> None:
        """The device is gone."""
        self.crowd.run(self.client.leave())

    def come_back(self) -> None:
        self.crowd.run(self.client.connect())

    def until_told(self, kind: str) -> dict:
        """Waits for an event and gives its fields."""
        return self.crowd.run(self.client.event(kind))["event"][kind]


class Crowd:
    """People without a browser; `end` when the test is over."""

    def __init__(self, server: Server):
        self.server = server
        self.guests: dict[str, Guest] = {}
        self._heard: dict[tuple[str, str], float] = {}
        """When somebody last heard an event of a kind, by `time.monotonic`."""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, work):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(STEP_SECONDS)

    def join(self, name: str, school: str = "Ysgol y Bryn", mode: str = "remote", **fields: str) -> Guest:
        ticket = self.server.join(name, school=school, mode=mode, **fields)
        client = Client(self.server.port, ticket.meeting, ticket.cookie)
        client.on_message = lambda message: self._hear(name, client, message)
        self.run(client.connect())
        made = self.guests[name] = Guest(self, name, client, client.welcomes[-1]["you"]["person"])
        return made

    def _hear(self, name: str, client: Client, message: dict) -> None:
        """Like every page, tells that an announcement is here."""
        for one in message.get("events", []):
            (kind,) = one["event"]
            self._heard[name, kind] = time.monotonic()
            if kind == "announcementMade":
                ping = {"ping": {"sent": 0, "sequence": message["through"]}}
                asyncio.get_running_loop().create_task(client.say(ping))

    def last_heard(self, kind: str) -> float:
        """When the last of all heard an event; waits until each has."""
        for guest in self.guests.values():
            guest.until_told(kind)
        return max(self._heard[name, kind] for name in self.guests)

    def end(self) -> None:
        for guest in self.guests.values():
            guest.leave()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(STEP_SECONDS)
        self._loop.close()
