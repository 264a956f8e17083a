"""A data folder damaged in one place: a flipped bit, a cut, a sector of zeros, in each of its files.

Knows what plain SQLite says was changed by it, which is what has to be found; what `verify` and a start say is asked
of the program, and what it then still serves of a device that was in the meeting.
"""

from __future__ import annotations

import asyncio
import json
import random
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from Tests.EndToEnd import room
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.pace import arrives
from Tests.EndToEnd.server import BINARY, ROOT, NotStarted, Server, Ticket

DATABASE, LOG, MARKS, KEY = "staffroom.db", "staffroom.db-wal", "staffroom.marks", "secret.key"
SHARES = ((DATABASE, 10), (LOG, 6), (MARKS, 2), (KEY, 2))
"""Of twenty damages."""
KINDS = (("flip", 7), ("cut", 1), ("zeros", 1), ("swap", 1))
SECTOR_BYTES = 512
PEOPLE = 4
SAID = 300
WITHDRAWN = 29
"""One message of so many is taken back."""
LATE = 40
"""Messages that are said last, in the log that is left."""
COMMAND_SECONDS = 120
REFUSED = {65, 75, 78}
"""Exit codes that say why; a crash has another."""


@dataclass(frozen=True)
class Damage:
    """One place."""

    file: str
    kind: str
    place: int
    """Bit of a flip; byte at which a cut, the zeros or the sector begin that changes its place with the one before."""

    @staticmethod
    def draw(data: Path, chance: random.Random) -> "Damage":
        files, shares = zip(*[(name, share) for name, share in SHARES if (data / name).stat().st_size], strict=True)
        file = chance.choices(files, shares)[0]
        kind = chance.choices(*map(list, zip(*KINDS, strict=True)))[0]
        size = (data / file).stat().st_size
        place = chance.randrange(size * 8) if kind == "flip" else chance.randrange(size)
        return Damage(file, kind, place if kind in ("flip", "cut") else place // SECTOR_BYTES * SECTOR_BYTES)

    def apply(self, data: Path) -> bool:
        """False when nothing is different: there were zeros already."""
        path = data / self.file
        before = path.read_bytes()
        after = bytearray(before)
        if self.kind == "flip":
            after[self.place // 8] ^= 1 << self.place % 8
        elif self.kind == "cut":
            del after[self.place:]
        elif self.kind == "swap":
            one, other = self.place - SECTOR_BYTES, self.place
            after[max(0, one):other + SECTOR_BYTES] = (
                after[other:other + SECTOR_BYTES] + after[max(0, one):other])
        else:
            end = min(len(after), self.place + SECTOR_BYTES)
            after[self.place:end] = bytes(end - self.place)
        path.write_bytes(after)
        return bytes(after) != before


def stored(data: Path) -> dict[str, list] | None:
    """Events and texts as plain SQLite has them, read row by row from a copy; None when it cannot."""
    copy = data.parent / "read"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for name in (DATABASE, LOG):
        if (data / name).exists():
            shutil.copy(data / name, copy / name)
    try:
        with closing(sqlite3.connect(copy / DATABASE)) as database:
            database.text_factory = bytes
            return {table: sorted(map(repr, database.execute(f"SELECT * FROM {table} NOT INDEXED")))
                    for table in ("event", "personal", "person_words")}
    except (sqlite3.Error, UnicodeDecodeError):
        # What it complains of may quote the damage, which is no text.
        return None


@dataclass
class Verdict:
    """What came of one damage."""

    damage: Damage
    changed: bool
    """An event or a text is not what it was."""
    verified: int
    """How `verify` ended."""
    findings: dict
    started: int
    """How a start ended; 0 when the server runs."""
    served: dict[str, str] | None = None
    """Texts by message that somebody was given; None when nobody was given a room."""

    @property
    def found(self) -> bool:
        return self.verified != 0 or self.started != 0


@dataclass
class Trial:
    """A folder of a server that was killed, once and for all; damages are done to copies of it."""

    folder: Path
    ticket: Ticket | None = None
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    async def make(self) -> None:
        """A meeting with much said, some of it taken back, all of it marked, and the server killed."""
        with Server(self.folder) as server:
            lead = await room.lead(server)
            joined = [await room.teacher(server, f"Person {n}") for n in range(PEOPLE)]
            self.ticket = joined[0][1]
            for number in range(SAID):
                client = joined[number % PEOPLE][0]
                await client.do({"postMessage": {"text": f"{number} " + "gair " * (number % 40)}})
            said = [entry["event"]["messagePosted"] for entry in lead.entries if "messagePosted" in entry["event"]]
            for message in said[::WITHDRAWN]:
                author = next(client for client, ticket in joined if ticket.person == message["person"])
                await author.do({"withdrawMessage": {"message": message["message"]}})
            for client in [lead, *[client for client, _ in joined]]:
                await client.leave()
            # What was taken back has emptied the log by then; what is said now is left in it.
            await marked(server)
            await joined[0][0].connect()
            for number in range(LATE):
                await joined[0][0].do({"postMessage": {"text": f"late {number}"}})
            await joined[0][0].leave()
            await marked(server)
            server.kill()
        assert (self.data / LOG).stat().st_size > 0, "no log is left: the test is asleep"
        # What a device is shown, from a copy: the folder itself stays as it was killed.
        verdict = await self._ask(Damage(KEY, "none", 0), apply=False)
        assert verdict.verified == 0 and verdict.started == 0, (verdict, "undamaged, and refused")
        assert verdict.served and len(verdict.served) > SAID / 2, "nothing is served: the test is asleep"
        self.texts = verdict.served

    async def ask(self, damage: Damage) -> Verdict | None:
        """Does the damage to a copy and looks what is said of it; None when it changes no byte."""
        return await self._ask(damage, apply=True)

    async def _ask(self, damage: Damage, *, apply: bool) -> Verdict | None:
        place = self.folder / "copy"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        for name in ("data", "second"):
            shutil.copytree(self.data, place / name, ignore=shutil.ignore_patterns("*.sock"))
            (place / name / "staffroom.db-shm").unlink(missing_ok=True)
            if apply and not damage.apply(place / name):
                return None
        changed = stored(place / "data") != stored(self.data)
        done = await asyncio.to_thread(
            subprocess.run, [str(BINARY), "verify", "--json", "--data", str(place / "second")], cwd=ROOT,
            capture_output=True, text=True, timeout=COMMAND_SECONDS)
        findings = json.loads(done.stdout) if done.stdout.startswith("{") else {"said": done.stdout + done.stderr}
        verdict = Verdict(damage, changed, done.returncode, findings, 0)
        server = Server(place)
        try:
            await asyncio.to_thread(server.start)
        except NotStarted as refusal:
            verdict.started = refusal.code
            return verdict
        try:
            verdict.served = await self._served(server)
            assert server.process and server.process.poll() is None, f"{damage}: the server is gone: {server.log()}"
        finally:
            server.__exit__()
        return verdict

    async def _served(self, server: Server) -> dict[str, str] | None:
        assert self.ticket
        client = Client(server.port, self.ticket.meeting, self.ticket.cookie)
        try:
            await client.connect()
        except ConnectionError:
            return None
        messages = client.welcomes[-1]["room"]["messages"]
        await client.leave()
        return {message["id"]: message.get("text", "") for message in messages}


async def marked(server: Server) -> None:
    """Waits until the marks are where the log is."""

    def ends() -> dict[str, int]:
        # To read only: whoever may write folds the log in when they close.
        with closing(sqlite3.connect(f"file:{server.data / DATABASE}?mode=ro", uri=True)) as database:
            return dict(database.execute("SELECT stream, sequence FROM head"))

    def marks() -> dict[str, int]:
        found: dict[str, int] = {}
        for line in (server.data / MARKS).read_text().splitlines():
            mark = json.loads(line) if line else {}
            if "stream" in mark:
                found[mark["stream"]] = max(found.get(mark["stream"], 0), mark["sequence"])
        return found

    await arrives(lambda: ends() == marks(), lambda: (ends(), marks()))
