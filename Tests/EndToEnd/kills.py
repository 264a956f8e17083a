"""kill -9 at random instants under load, again and again, and the ledger of what was acknowledged.

The ledger is this process's own. After each kill the store is read before anybody comes back, so an acknowledged
command that is not in it is a loss that no retry can hide.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass, field

from Tests.EndToEnd import room, store
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.server import Server, Ticket

PEOPLE = 5
IN_FLIGHT = 20
"""Unanswered sends that there must be, over all clients, at the instant of a kill."""
OPEN_EACH = 8
SENT_EACH_ROUND = 18
"""A bound, so that a hundred rounds stay below the messages that a room keeps (10,000)."""
LONGEST_PAUSE_SECONDS = 0.04
TRIES_PER_KILL = 200


@dataclass
class Ledger:
    """What happened, in numbers; a loss is an id that was acknowledged and is not stored."""

    kills: int = 0
    acked: dict[str, str] = field(default_factory=dict)
    """Author by id of the command."""
    lost: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    in_flight: list[int] = field(default_factory=list)
    stored_unacked: int = 0
    seconds: float = 0.0


class Killing:
    """One server that is killed while several people write; they reach it by `port`, if it is not its own."""

    def __init__(self, server: Server, seed: int, port: int | None = None):
        self.port = port
        self.server, self.chance, self.ledger = server, random.Random(seed), Ledger()
        self.seed = seed
        self.people: list[tuple[Client, Ticket]] = []
        self.sent: Counter[int] = Counter()
        self.serial = 0

    async def run(self, kills: int, *, stops_at_loss: bool, most: int = 0) -> Ledger:
        """So many kills, or up to `most` until one of them fell between a commit and its answer."""
        begun = time.monotonic()
        lead = await room.lead(self.server)
        # Heard, and not only answered: the server on trial may answer too early.
        await lead.event("meetingOpened")
        for n in range(PEOPLE):
            ticket = self.server.join(f"Person {n}")
            self.people.append((await room.device(self.server, ticket, port=self.port).connect(), ticket))
        await lead.leave()
        while self.ledger.kills < (kills if self.ledger.stored_unacked else max(kills, most)):
            await self._round()
            self._audit()
            if self.ledger.lost and stops_at_loss:
                break
            self._restart()
            await self._return()
        self.ledger.seconds = time.monotonic() - begun
        return self.ledger

    def _restart(self) -> None:
        self.server.start()

    async def _round(self) -> None:
        """Writes until a random instant at which enough is in flight, then kills."""
        self.sent.clear()
        for _ in range(TRIES_PER_KILL):
            # The instant is what is random here; nothing waits for this to pass.
            await asyncio.sleep(self.chance.uniform(0, LONGEST_PAUSE_SECONDS))
            for index in range(PEOPLE):
                await self._fill(index, last=self.chance.random() < 0.5)
            for _ in range(self.chance.randrange(4)):
                await asyncio.sleep(0)
            flying = sum(len(client.pending) for client, _ in self.people)
            if flying >= IN_FLIGHT:
                break
            self.sent.clear()
        else:
            raise AssertionError(f"never {IN_FLIGHT} in flight (seed {self.seed})")
        self.server.kill()
        self.ledger.kills += 1
        self.ledger.in_flight.append(flying)
        for client, _ in self.people:
            await client.gone()

    async def _fill(self, index: int, last: bool) -> None:
        client, _ = self.people[index]
        room_left = SENT_EACH_ROUND - self.sent[index]
        for _ in range(min(OPEN_EACH + (4 if last else 0) - len(client.pending), room_left)):
            self.serial += 1
            self.sent[index] += 1
            identifier = f"k{self.seed}-{index}-{self.serial}"
            await client.send({"postMessage": {"text": f"{identifier} said once"}}, identifier)

    def _audit(self) -> None:
        """Compares ledger and store while the server is dead."""
        for client, ticket in self.people:
            self.ledger.acked |= {identifier: ticket.person for identifier in client.acks}
            assert not client.nacks, (client.nacks, self.seed)
        book = store.read(self.server.data, self.server.meeting)
        texts = Counter(entry.fields["text"].split()[0] for entry in book.of("messagePosted"))
        self.ledger.twice |= {identifier for identifier, count in texts.items() if count > 1}
        for identifier, author in self.ledger.acked.items():
            if texts[identifier] == 0 or (author, identifier) not in book.commands:
                self.ledger.lost.add(identifier)
        self.ledger.stored_unacked += sum(texts[i] for client, _ in self.people for i in client.pending)

    async def _return(self) -> None:
        """Everybody resumes, sends again what has no answer, and is answered."""
        for client, _ in self.people:
            await client.connect()
            assert client.welcomes[-1]["resumed"], f"the server knows less than its clients (seed {self.seed})"
            await client.resend()
        for client, _ in self.people:
            await client.until(lambda: not client.pending, "answers to what was sent again")

    async def check_logs(self) -> None:
        """After the last kill: every client has every entry meant for it once, in order; everything is acked."""
        end = max(client.sequence for client, _ in self.people)
        for client, _ in self.people:
            await client.until(lambda: client.sequence >= end, "the last entries")
            await client.leave()
        self.server.stop()
        self._audit()
        book = store.read(self.server.data, self.server.meeting)
        for client, ticket in self.people:
            heard = [entry["sequence"] for entry in client.entries]
            assert heard == book.visible("participant", client.first, client.sequence), (ticket.name, self.seed)
            kinds = {entry.sequence: entry.kind for entry in book.entries}
            assert all(kinds[e["sequence"]] in e["event"] for e in client.entries), (ticket.name, self.seed)
        assert len(self.ledger.acked) == self.serial, f"something was never answered (seed {self.seed})"
