"""The power is cut at random instants under load, again and again: what was acknowledged is there afterwards.

    python -m Tests.Faults.powercuts --cuts 500 --mutants

At a cut the shim undoes what no sync has confirmed, does a random part of it again, some of it torn, and ends the
server; about every fifth cut comes while the server is just starting. The ledger is that of the kills.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

import websockets

from Tests.EndToEnd import mutant, room
from Tests.EndToEnd.kills import PEOPLE, Killing, Ledger
from Tests.EndToEnd.server import BINARY, NotStarted, Server
from Tests.Faults.disk import CUT_CODE, Disk

CUTS = 500
CUTS_IN_A_FOLDER = 40
"""Beyond these a meeting of its own begins, so that no room grows beyond what it keeps."""
RUN_SECONDS = 3_600.0
MOST_OPERATIONS = 150
"""Writes, syncs and renames after which a cut comes at the latest; a commit has some fifteen."""
MOST_AT_START = 12
PAUSE_SECONDS = 0.002


class Cutting(Killing):
    """One server whose power is cut while several people write."""

    def __init__(self, server: Server, disk: Disk, seed: int):
        super().__init__(server, seed)
        self.disk = disk

    async def _round(self) -> None:
        """Writes until the power is gone."""
        self._cut(MOST_OPERATIONS)
        try:
            while self.server.process.poll() is None:
                for index in range(PEOPLE):
                    await self._one(index)
                # What is random is how many operations there were; this only lets answers come.
                await asyncio.sleep(self.chance.uniform(0, PAUSE_SECONDS))
        except (websockets.ConnectionClosed, OSError):
            pass  # the power is gone
        assert self.server.ended() == CUT_CODE, self.server.log()[-2000:]
        self._count()
        for client, _ in self.people:
            await client.gone()

    def _cut(self, most: int) -> None:
        self.disk.cut(first=self.chance.randint(1, most), seed=self.chance.getrandbits(31))

    def _count(self) -> None:
        self.disk.heal()
        self.ledger.kills += 1
        self.ledger.in_flight.append(sum(len(client.pending) for client, _ in self.people))

    async def _one(self, index: int) -> None:
        client, _ = self.people[index]
        if len(client.pending) > 2:
            return
        self.serial += 1
        identifier = f"k{self.seed}-{index}-{self.serial}"
        await client.send({"postMessage": {"text": f"{identifier} said once"}}, identifier)

    def _audit(self) -> None:
        try:
            super()._audit()
        except sqlite3.DatabaseError:
            # Not even the tables are there: nothing is.
            self.ledger.lost |= set(self.ledger.acked)
            assert self.ledger.lost, "the store is gone, and nothing was acknowledged"

    def _restart(self) -> None:
        while self.chance.random() < 0.2:
            self._cut(MOST_AT_START)
            try:
                self.server.start()
            except NotStarted as cut:
                assert cut.code == CUT_CODE, cut
                self._count()
                self._audit()
                continue
            # It starts with fewer operations than that; the next ones come under load.
            self.disk.heal()
            return
        self.server.start()


def run(folder: Path, cuts: int, seed: int, *, binary: Path = BINARY, stops_at_loss: bool = False,
        is_loud: bool = False) -> list[Ledger]:
    """So many cuts, or until something was lost; a ledger for each folder."""
    ledgers: list[Ledger] = []
    while (done := sum(ledger.kills for ledger in ledgers)) < cuts:
        place = folder / f"cuts-{len(ledgers)}"
        place.mkdir()
        disk = Disk(place / "data", place / "page")
        with Server(place, binary=binary, environment=disk.environment) as server:
            cutting = Cutting(server, disk, seed + len(ledgers))

            async def body() -> Ledger:
                ledger = await cutting.run(min(cuts - done, CUTS_IN_A_FOLDER), stops_at_loss=stops_at_loss)
                if not ledger.lost:
                    await cutting.check_logs()
                return ledger

            ledgers.append(room.run(body(), RUN_SECONDS))
        if stops_at_loss and ledgers[-1].lost:
            break
        if is_loud:
            print(f"{done + ledgers[-1].kills} of {cuts}", file=sys.stderr, flush=True)
    return ledgers


def say(ledgers: list[Ledger]) -> str:
    """What happened, in a line."""
    lost, acked = (sum(len(getattr(ledger, name)) for ledger in ledgers) for name in ("lost", "acked"))
    return (f"{sum(ledger.kills for ledger in ledgers)} power cuts, {acked} acknowledged, {lost} lost, "
            f"{sum(len(ledger.twice) for ledger in ledgers)} twice, {sum(ledger.seconds for ledger in ledgers):.0f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cuts", type=int, default=CUTS)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--mutants", action="store_true", help="besides, that both servers broken on purpose lose")
    given = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="staffroom-cuts-") as folder:
        ledgers = run(Path(folder), given.cuts, given.seed, is_loud=True)
    print(f"seed {given.seed}: {say(ledgers)}")
    isgood = not any(ledger.lost or ledger.twice for ledger in ledgers)
    for flag in (mutant.NORMAL, mutant.EARLY) if given.mutants else ():
        with tempfile.TemporaryDirectory(prefix="staffroom-cuts-") as folder:
            broken = run(Path(folder), given.cuts, given.seed, binary=mutant.build(flag), stops_at_loss=True)
        print(f"seed {given.seed}: {flag}: {say(broken)}")
        isgood = isgood and any(ledger.lost for ledger in broken)
    print(f"{'as promised' if isgood else 'NOT AS PROMISED'}, {time.monotonic() - begun:.0f} s in all")
    sys.exit(0 if isgood else 1)


if __name__ == "__main__":
    main()
