"""Backups at random instants under load, each restored into a folder of its own and compared with the ledger.

The ledger is this process's own: what was acknowledged before a backup began has to be in it, and what is in it is a
piece of the log from its beginning, without gaps, each message once and in order.
"""

from __future__ import annotations

import asyncio
import json
import random
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from Tests.EndToEnd import room, store
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.server import BINARY, ROOT, Server

WRITERS = 4
AT_ONCE = 4
"""Commands that each writer has under way."""
LONGEST_PAUSE_SECONDS = 0.15
LONGEST_THOUGHT_SECONDS = 0.08
"""Between two messages of one hand, so that thirty backups stay below what a room keeps (10,000)."""
SAID_BETWEEN = 5
"""Answers that there are at least between two backups: each is of another log."""
COMMAND_SECONDS = 120


@dataclass
class Drill:
    """One backup that was restored."""

    length: int
    epoch: str


@dataclass
class Drills:
    """One server under load and its backups."""

    server: Server
    seed: int
    drills: list[Drill] = field(default_factory=list)
    stored: dict[str, dict] = field(default_factory=dict)
    is_over: bool = False

    async def run(self, count: int) -> None:
        chance, self.thought = random.Random(self.seed), random.Random(self.seed + 1)
        lead = await room.lead(self.server)
        people = [(await room.teacher(self.server, f"Person {n}"))[0] for n in range(WRITERS)]
        load = [asyncio.create_task(self._write(client, f"{n}-{m}"))
                for n, client in enumerate(people) for m in range(AT_ONCE)]
        files, acked = [], []
        for number in range(count):
            known = len(self._acked(people))
            await people[0].until(lambda: len(self._acked(people)) >= known + SAID_BETWEEN, "more answers")
            # The instant is what is random here; nothing waits for this to pass.
            await asyncio.sleep(chance.uniform(0, LONGEST_PAUSE_SECONDS))
            acked.append(self._acked(people))
            files.append(self.server.folder / f"drill-{number}.db")
            await self._backup(files[-1])
        self.is_over = True
        await asyncio.gather(*load)
        for client in [lead, *people]:
            await client.leave()
        epoch = lead.epoch
        assert self.server.stop()[0] == 0
        whole = store.read(self.server.data, self.server.meeting)
        for file, before in zip(files, acked, strict=True):
            await self._restore(file, before, whole)
        epochs = [drill.epoch for drill in self.drills]
        assert epoch not in epochs and len(set(epochs)) == len(epochs), "an epoch came back"
        lengths = [drill.length for drill in self.drills]
        assert lengths == sorted(lengths) and len(set(lengths)) > 1, lengths

    def _acked(self, people: list[Client]) -> set[str]:
        return {identifier for client in people for identifier in client.acks}

    async def _write(self, client: Client, name: str) -> None:
        serial = 0
        while not self.is_over:
            serial += 1
            await client.do({"postMessage": {"text": f"{name}-{serial} said once"}}, f"{name}-{serial}")
            await asyncio.sleep(self.thought.uniform(0, LONGEST_THOUGHT_SECONDS))

    async def _backup(self, file: Path) -> None:
        """While this process, and so the load, goes on."""
        done = await asyncio.create_subprocess_exec(
            str(BINARY), "backup", "--data", str(self.server.data), str(file), cwd=ROOT,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        said, _ = await asyncio.wait_for(done.communicate(), COMMAND_SECONDS)
        assert done.returncode == 0, said

    async def _restore(self, file: Path, before: set[str], whole: store.Book) -> None:
        data = self.server.folder / "restored"
        command = [str(BINARY), "restore", str(file), "--data", str(data), "--key", str(self.server.data / "secret.key")]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=COMMAND_SECONDS)
        assert done.returncode == 0, done.stderr
        part = store.read(data, self.server.meeting)
        assert part.entries == whole.entries[: len(part.entries)], f"not a piece from the beginning, seed {self.seed}"
        texts = Counter(entry.fields["text"].split()[0] for entry in part.of("messagePosted"))
        lost = before - texts.keys()
        assert not lost, f"acknowledged before the backup and not in it: {lost}, seed {self.seed}"
        assert max(texts.values()) == 1, f"twice: {texts.most_common(3)}, seed {self.seed}"
        # Each writer's own are in their order, whoever else spoke in between.
        for name in {identifier.rsplit("-", 1)[0] for identifier in texts}:
            own = [int(text.rsplit("-", 1)[1]) for text in texts if text.rsplit("-", 1)[0] == name]
            assert own == list(range(1, len(own) + 1)), f"out of order: {own}, seed {self.seed}"
        # Every repeat is known: what comes again after the restore is answered and not stored.
        assert {identifier for _, identifier in part.commands} >= texts.keys()
        verified = subprocess.run(
            [str(BINARY), "verify", "--json", "--data", str(data)], cwd=ROOT, capture_output=True, text=True,
            timeout=COMMAND_SECONDS)
        assert verified.returncode == 0, verified.stdout
        self.drills.append(Drill(len(part.entries), json.loads(verified.stdout)["contents"]["epoch"]))
        shutil.rmtree(data)
