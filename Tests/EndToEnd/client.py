"""A bare client of the protocol: hello, resume, commands with ids, and a strict book of what the server said.

It checks on every message what each client is promised: one order, no repeats, nothing behind `through`.
"""

from __future__ import annotations

import asyncio
import collections
import json
import uuid
from collections.abc import Callable

import websockets
from websockets.asyncio.client import connect

from Tests.EndToEnd.pace import DEADLINE_SECONDS

# Five thousand entries of the longest texts fit: a resume is whole or not at all.
LARGEST_MESSAGE_BYTES = 64 * 1024 * 1024


class Refused(Exception):
    """A command was answered with a nack; `name` is the rejection's name."""

    def __init__(self, nack: dict):
        super().__init__(str(nack))
        self.nack = nack
        self.name = next(iter(nack["rejection"]))


class Client:
    """One device of one person (or the coordinator); it can come back as often as it likes."""

    def __init__(self, port: int, meeting: str, cookie: str | None, *, role: str = "teacher", key: str | None = None):
        self.port, self.meeting, self.cookie, self.role, self.key = port, meeting, cookie, role, key
        self.epoch: str | None = None
        self.sequence = 0
        self.hash: str | None = None
        """The server's mark of the entry `sequence`."""
        self.first = 0
        """Sequence of the welcome after which `entries` begin."""
        self.entries: list[dict] = []
        self.welcomes: list[dict] = []
        self.acks: dict[str, int] = {}
        self.answers: collections.Counter[str] = collections.Counter()
        self.nacks: dict[str, dict] = {}
        self.pending: dict[str, dict] = {}
        self.others: list[dict] = []
        self.bye: str | None = None
        self.closed: tuple[int | None, str] | None = None
        self.broken: Exception | None = None
        self._socket = None
        self._is_in = False
        """Whether this socket had a welcome: a second hello may cross what is on its way."""
        self._reader: asyncio.Task | None = None
        self._news = asyncio.Event()
        self.on_message: Callable[[dict], None] | None = None

    # Coming and going

    async def open(self, **options: object) -> None:
        """The socket alone, without a hello."""
        headers = {"Cookie": self.cookie} if self.cookie else {}
        self.closed, self.bye, self._is_in = None, None, False
        self._socket = await connect(
            f"ws://127.0.0.1:{self.port}/socket", subprotocols=["staffroom.1"], additional_headers=headers,
            compression=None, max_size=LARGEST_MESSAGE_BYTES, max_queue=None, ping_interval=None,
            open_timeout=DEADLINE_SECONDS, close_timeout=2, proxy=None, **options)
        self._reader = asyncio.create_task(self._read(self._socket))

    async def connect(self) -> "Client":
        """Open, say hello (resuming if we were here before), and have the welcome."""
        await self.open()
        await self.hello()
        return self

    async def hello(self) -> dict:
        known = len(self.welcomes)
        hello: dict = {"protocol": 1, "as": self.role}
        if self.key:
            hello["key"] = self.key
        else:
            hello["meeting"] = self.meeting
        if self.epoch:
            hello |= {"epoch": self.epoch, "sequence": self.sequence} | ({"hash": self.hash} if self.hash else {})
        await self.say({"hello": hello})
        await self.until(lambda: len(self.welcomes) > known, "a welcome")
        return self.welcomes[-1]

    async def leave(self) -> None:
        """Closes the socket; what is known stays for the next time."""
        if self._socket:
            await self._socket.close()
        await self.gone()

    def cut(self) -> None:
        """The network is gone: no close frame."""
        if self._socket:
            self._socket.transport.abort()

    def pause(self) -> None:
        """Stops reading: what comes stays in the buffers of the network."""
        assert self._socket
        self._socket.transport.pause_reading()

    def unpause(self) -> None:
        """Reads again."""
        assert self._socket
        if not self._socket.transport.is_closing():
            self._socket.transport.resume_reading()

    async def gone(self) -> None:
        """Waits until the socket is closed and all that came by it is read."""
        if self._reader:
            await asyncio.wait_for(asyncio.shield(self._reader), DEADLINE_SECONDS)
        if self.broken:
            raise self.broken

    # Saying

    async def say(self, message: dict) -> None:
        assert self._socket
        await self._socket.send(json.dumps(message))

    async def send(self, wish: dict, identifier: str | None = None) -> str:
        """Sends a command without waiting; it is pending until its ack or nack."""
        identifier = identifier or uuid.uuid4().hex
        self.pending[identifier] = wish
        await self.say({"command": {"id": identifier, "do": wish}})
        return identifier

    async def do(self, wish: dict, identifier: str | None = None) -> int:
        """Sends a command and waits: the sequence of its ack, or `Refused`."""
        identifier = identifier or uuid.uuid4().hex
        before = self.answers[identifier]
        self.nacks.pop(identifier, None)
        await self.send(wish, identifier)
        await self.until(lambda: self.answers[identifier] > before, f"an answer to {wish}")
        if identifier in self.nacks:
            raise Refused(self.nacks[identifier])
        return self.acks[identifier]

    async def resend(self) -> None:
        """Sends again what has no answer, with the same ids and in the same order."""
        for identifier, wish in list(self.pending.items()):
            await self.say({"command": {"id": identifier, "do": wish}})

    async def until(self, holds: Callable[[], bool], what: str, seconds: float = DEADLINE_SECONDS) -> None:
        """Waits for news until the condition holds; fails at the deadline or when the socket is gone."""
        try:
            async with asyncio.timeout(seconds):
                while not holds():
                    if self.broken:
                        raise self.broken
                    if self.closed:
                        raise ConnectionError(f"closed with {self.closed} while waiting for {what}")
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            raise AssertionError(f"no {what} within {seconds} s") from None

    async def event(self, kind: str, after: int = 0, **fields: object) -> dict:
        """Waits for an entry of a kind beyond a sequence whose fields are as given."""

        def found() -> dict | None:
            for entry in self.entries:
                inner = entry["event"].get(kind)
                if entry["sequence"] > after and inner is not None and fields.items() <= inner.items():
                    return entry
            return None

        await self.until(lambda: found() is not None, f"{kind} {fields}")
        entry = found()
        assert entry
        return entry

    # Hearing

    async def _read(self, socket) -> None:
        try:
            async for text in socket:
                self._take(json.loads(text))
                self._news.set()
        except websockets.ConnectionClosed:
            pass
        except Exception as error:  # kept for whoever waits: a task of its own has nobody to tell
            self.broken = error
            socket.transport.abort()
        self.closed = (socket.close_code, socket.close_reason or "")
        self._news.set()

    def _take(self, message: dict) -> None:
        (kind, value), *rest = message.items()
        if kind == "welcome":
            self._welcomed(value)
        elif kind == "events":
            self._apply(value, message["through"])
            self.hash = message["hash"]
        elif kind == "ack":
            self.acks[value["id"]] = value["sequence"]
            self._answered(value["id"])
        elif kind == "nack":
            self.nacks[value["id"]] = value
            self._answered(value["id"])
        elif kind == "bye":
            self.bye = value["reason"]
        else:
            self.others.append(message)
        assert kind == "events" or not rest, f"one message, one thing: {message.keys()}"
        if self.on_message:
            self.on_message(message)

    def _answered(self, identifier: str) -> None:
        self.answers[identifier] += 1
        self.pending.pop(identifier, None)

    def _welcomed(self, welcome: dict) -> None:
        if welcome["resumed"]:
            assert welcome["epoch"] == self.epoch, "resumed in another epoch"
            again = [entry for entry in welcome["events"] if self._is_in and entry["sequence"] <= self.sequence]
            assert again == self.entries[len(self.entries) - len(again):], "what crossed the hello is told otherwise"
            self._apply(welcome["events"][len(again):], welcome["sequence"], least=self.sequence)
        else:
            # The room may be older than the welcome, which then says what came since.
            self.epoch, self.sequence = welcome["epoch"], welcome["room"]["sequence"]
            self.first, self.entries = self.sequence, []
            self._apply(welcome.get("events", []), welcome["sequence"], least=self.sequence)
        self.hash = welcome.get("hash")
        self._is_in = True
        self.welcomes.append(welcome)

    def _apply(self, entries: list[dict], through: int, least: int | None = None) -> None:
        """Strictly after what we have, in order, and none behind `through`."""
        last = self.sequence
        for entry in entries:
            assert entry["sequence"] > last, f"a repeat or disorder: {entry['sequence']} after {last}"
            last = entry["sequence"]
        assert through >= last and through >= (self.sequence + 1 if least is None else least), (through, last)
        self.entries += entries
        self.sequence = through
