"""The n-th write or sync of a server fails: nothing acknowledged is lost, and everybody is told what is.

    python -m Tests.Faults.injected --most 300

Each case is a server of its own on a copy of one data folder, from its first write on. A write that fails goes on
failing until the disk is mended: whoever writes hears `storageFailed`, `/health` names the check, the operator has a
line, the room is still read, and once the disk is mended all that was refused is stored without a restart. After a
sync that fails the server tells everybody to come back and ends with 70; the next one knows what was acknowledged.
"""

from __future__ import annotations

import argparse
import asyncio
import errno
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import websockets

from Tests.EndToEnd import room, store
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.pace import DEADLINE_SECONDS, arrives
from Tests.EndToEnd.server import PLENTY, NotStarted, Server, Ticket
from Tests.Faults.disk import FAIL, SHORT, SYNC, WRITE, Disk

PEOPLE = 3
MOST = 300
ROUNDS = 600
"""So many times everybody writes something at most before the fault has to have come."""
MOST_LINES = 8
"""What the operator is told of one failure: a line for each kind and place, and that it is over."""
ENDED, LATER = 70, 75
GONE = (websockets.WebSocketException, OSError)


@dataclass(frozen=True)
class Case:
    """One thing that goes wrong."""

    fault: str
    number: int

    def begin(self, disk: Disk) -> None:
        operations, error, mode = {
            "eio": (WRITE, errno.EIO, FAIL), "enospc": (WRITE, errno.ENOSPC, FAIL),
            "short": (WRITE, errno.ENOSPC, SHORT), "sync": (SYNC, errno.EIO, FAIL),
        }[self.fault]
        disk.fail(operations, error, first=self.number, mode=mode)


FAULTS = ("eio", "enospc", "short", "sync")


@dataclass
class Told:
    """How the cases ended, in numbers."""

    ends: Counter = field(default_factory=Counter)
    acked: int = 0
    refused: int = 0


class Template:
    """A data folder with an open meeting and people in it, to be copied for each case."""

    def __init__(self, folder: Path):
        self.data = folder / "data"
        self.tickets: list[Ticket] = []
        with Server(folder) as server:

            async def body() -> None:
                lead = await room.lead(server)
                await lead.do({"postMessage": {"text": "before"}})
                for number in range(PEOPLE):
                    client, ticket = await room.teacher(server, f"Person {number}")
                    self.tickets.append(ticket)
                    await client.leave()
                await lead.leave()

            room.run(body())
            self.meeting = server.meeting
            server.stop()


class Life:
    """One case, from the copy of the folder to the comparison of ledger and log."""

    def __init__(self, template: Template, folder: Path, case: Case, told: Told):
        self.template, self.case, self.told = template, case, told
        shutil.copytree(template.data, folder / "data", ignore=shutil.ignore_patterns("*.sock"))
        self.disk = Disk(folder / "data", folder / "page")
        self.server = Server(folder, settings=PLENTY, environment=self.disk.environment)
        self.clients: list[Client] = []
        self.wishes: dict[str, tuple[Client, dict]] = {}
        self.acked: dict[str, str] = {}
        """Author by id."""

    async def run(self) -> None:
        self.case.begin(self.disk)
        try:
            how = await self._fail()
            self.disk.heal()
            if self.server.process.poll() is not None:
                self.server.start()
            assert how == "not reached" or self.disk.hits > 0, self.case
            await self._settle()
        finally:
            if self.server.process.poll() is None:
                self.server.kill()
        for client in self.clients:
            await client.gone()
        self._audit()
        self.told.ends[how] += 1
        self.told.acked += len(self.acked)

    async def _fail(self) -> str:
        """Starts, and goes on until it fails; how that was."""
        try:
            self.server.start()
        except NotStarted as refused:
            assert refused.code in (ENDED, LATER), (self.case, refused.code, refused.log)
            assert '"kind":"notStarted"' in refused.log, (self.case, refused.log)
            return "at the start"
        return await self._serve()

    async def _serve(self) -> str:
        """Everybody writes until it fails."""
        try:
            for ticket in self.template.tickets:
                self.clients.append(room.device(self.server, ticket))
                await self.clients[-1].connect()
            for number in range(ROUNDS):
                await self._write(number)
                if any(client.nacks for client in self.clients):
                    await self._check_refusing()
                    return "refused and mended"
                if self.disk.hits and self.case.fault == "sync":
                    # At a checkpoint perhaps: nobody's commit, and the end all the same.
                    await self.clients[0].until(lambda: False, "the end")
            return "not reached"
        except GONE:
            await self._check_ended()
            return "ended"

    async def _write(self, number: int) -> None:
        for index, client in enumerate(self.clients):
            identifier = f"w{number}-{index}"
            self.wishes[identifier] = (client, {"postMessage": {"text": f"{identifier} said once"}})
            await client.send(self.wishes[identifier][1], identifier)
        for client in self.clients:
            await client.until(lambda: not client.pending, "answers")

    async def _check_refusing(self) -> None:
        """It says no, says why, and is still read."""
        case = self.case
        for client in self.clients:
            for nack in client.nacks.values():
                assert "storageFailed" in nack["rejection"], (case, nack)
        health = self.server.health()
        assert health.status == 503, (case, health, self.server.log()[-1500:], [c.nacks for c in self.clients])
        assert health.body["status"] == "failing" and health.body["failing"] == "storing", (case, health)
        assert health.body["version"] and health.body["reason"], (case, health)
        log = self.server.log()
        lines = [line for line in log.splitlines() if "storageFailed" in line]
        assert lines and len(lines) <= MOST_LINES, (case, log[-2000:])
        assert all('"fault":' in line and '"at":' in line for line in lines), (case, lines)
        reader = await room.device(self.server, self.template.tickets[0]).connect()
        assert "before" in [m["text"] for m in reader.welcomes[-1]["room"]["messages"]] or self.acked_so_far > 200
        await reader.leave()
        self.told.refused += sum(len(client.nacks) for client in self.clients)

    @property
    def acked_so_far(self) -> int:
        return sum(len(client.acks) for client in self.clients)

    async def _check_ended(self) -> None:
        """Everybody was told to come back, and the operator why."""
        for client in self.clients:
            await client.gone()
            code, reason = client.closed or (None, "")
            if client.welcomes:
                assert code == 1012 and re.fullmatch(r"retry=\d+", reason), (self.case, client.closed)
                assert client.bye == "storageFailed", (self.case, client.bye)
            assert not client.nacks, f"a no to what may be stored: {self.case} {client.nacks}"
        assert self.server.ended() == ENDED, self.case
        log = self.server.log()
        assert '"fault":"unconfirmed"' in log and "did not confirm" in log, (self.case, log[-2000:])

    async def _settle(self) -> None:
        """With the disk mended all that was refused, or not answered, is asked again until it is stored."""
        for ticket in self.template.tickets[len(self.clients):]:
            self.clients.append(room.device(self.server, ticket))
        for client in self.clients:
            if client.closed or not client.welcomes:
                client.port = self.server.port
                known = bool(client.welcomes)
                await client.connect()
                assert not known or client.welcomes[-1]["resumed"], f"the server knows less: {self.case}"
                await client.resend()
        await self._write(ROUNDS)
        deadline = time.monotonic() + DEADLINE_SECONDS
        for identifier, (client, wish) in self.wishes.items():
            while identifier not in client.acks:
                assert time.monotonic() < deadline, (self.case, identifier, client.nacks)
                client.nacks.clear()
                await client.send(wish, identifier)
                await client.until(lambda: not client.pending, "an answer")
        await arrives(lambda: self.server.health().status == 200, lambda: (self.case, self.server.health()))
        for client, ticket in zip(self.clients, self.template.tickets):
            self.acked |= {identifier: ticket.person for identifier in client.acks}

    def _audit(self) -> None:
        book = store.read(self.server.data, self.template.meeting)
        texts = Counter(entry.fields["text"].split()[0] for entry in book.of("messagePosted"))
        lost = [i for i, author in self.acked.items() if texts[i] == 0 or (author, i) not in book.commands]
        assert not lost, f"acknowledged and lost: {self.case} {lost}"
        assert set(self.acked) == set(self.wishes), self.case
        assert texts.pop("before") == 1 and set(texts.values()) == {1}, (self.case, texts)


def check(cases: list[Case], folder: Path, *, is_loud: bool = False) -> Told:
    """Plays the cases one after the other; the first that breaks a promise raises."""
    template, told = Template(folder / "template"), Told()
    for index, case in enumerate(cases):
        place = folder / f"case-{index}"
        place.mkdir()
        room.run(Life(template, place, case, told).run())
        shutil.rmtree(place)
        if is_loud and (index + 1) % 50 == 0:
            print(f"{index + 1} of {len(cases)}: {dict(told.ends)}", file=sys.stderr, flush=True)
    return told


def sample(seed: int, size: int) -> list[Case]:
    """So many cases of each fault, early and late ones."""
    chance = random.Random(seed)
    return [Case(fault, round(MOST ** chance.random())) for fault in FAULTS for _ in range(size)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--most", type=int, default=MOST, help="n = 1…most for each fault")
    most = parser.parse_args().most
    begun = time.monotonic()
    cases = [Case(fault, number) for number in range(1, most + 1) for fault in FAULTS]
    with tempfile.TemporaryDirectory(prefix="staffroom-faults-") as folder:
        told = check(cases, Path(folder), is_loud=True)
    print(f"{len(cases)} faults injected: {dict(told.ends)}; {told.acked} acknowledged, 0 lost, "
          f"{told.refused} refused and stored later, {time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
