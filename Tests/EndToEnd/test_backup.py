"""A backup taken while people write, restored elsewhere: what was acknowledged before is there, and everybody knows."""

import asyncio
import json
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from Tests.EndToEnd import room, store
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.server import BINARY, ROOT, NotStarted, Server

WRITERS = 5
AT_ONCE = 4
"""Commands that each writer has under way."""
ACKS_BEFORE = 60
ACKS_AFTER = 20
BACKUPS = 3
COMMAND_SECONDS = 60
DAMAGED = 65


def staffroom(*arguments: object) -> subprocess.CompletedProcess:
    """The program with a command, run to its end."""
    return subprocess.run(
        [str(BINARY), *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, timeout=COMMAND_SECONDS)


def good(*arguments: object) -> str:
    """What a command says that has to succeed."""
    done = staffroom(*arguments)
    assert done.returncode == 0, (arguments, done.returncode, done.stdout, done.stderr)
    return done.stdout


class Load:
    """Several people who write without a pause until they are told to stop or the server is gone."""

    def __init__(self, people: list[Client]):
        self.people, self.is_over, self.serial = people, False, 0
        self.wishes: dict[str, tuple[Client, dict]] = {}
        self.tasks = [asyncio.create_task(self._write(client)) for client in people for _ in range(AT_ONCE)]

    async def _write(self, client: Client) -> None:
        while not self.is_over:
            self.serial += 1
            identifier = f"load-{self.serial}"
            wish = {"postMessage": {"text": f"{identifier} said once"}}
            self.wishes[identifier] = (client, wish)
            await client.do(wish, identifier)

    @property
    def acked(self) -> set[str]:
        return {identifier for client in self.people for identifier in client.acks}

    async def grow(self, by: int) -> None:
        """Waits until so many more are acknowledged."""
        wanted = len(self.acked) + by
        await self.people[0].until(lambda: len(self.acked) >= wanted, f"{wanted} answers")

    async def stop(self) -> None:
        self.is_over = True
        await asyncio.gather(*self.tasks)


async def backup(server: Server, file: Path) -> None:
    """Takes a backup while this process goes on."""
    done = await asyncio.create_subprocess_exec(
        str(BINARY), "backup", "--force", "--data", str(server.data), str(file), cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said, _ = await asyncio.wait_for(done.communicate(), COMMAND_SECONDS)
    assert done.returncode == 0, said


def said_in(data: Path, meeting: str) -> list[str]:
    """The identifiers in the texts of the stored messages, in order."""
    return [entry.fields["text"].split()[0] for entry in store.read(data, meeting).of("messagePosted")]


def test_everybody_starts_over_on_what_was_acknowledged_before(tmp_path: Path) -> None:
    file = tmp_path / "kept.db"
    with Server(tmp_path / "first") as first:

        async def body() -> None:
            lead = await room.lead(first)
            joined = [await room.teacher(first, f"Person {n}") for n in range(WRITERS)]
            people = [client for client, _ in joined]
            load = Load(people)
            await load.grow(ACKS_BEFORE)
            for _ in range(BACKUPS):
                before = load.acked
                await backup(first, file)
                await load.grow(ACKS_AFTER)
            late, _ = await room.teacher(first, "Late")
            await load.stop()
            first.kill()
            for client in [lead, late, *people]:
                await client.gone()

            second = Server(tmp_path / "second", port=first.port)
            said = good("restore", file, "--data", second.data)
            assert "there was no secret.key" in said
            good("verify", "--data", second.data)
            whole, part = store.read(first.data, first.meeting), store.read(second.data, first.meeting)
            assert part.entries == whole.entries[: len(part.entries)], "not an exact prefix"
            assert len(part.entries) < len(whole.entries), "nothing came after the backup: the test is asleep"
            assert before <= set(said_in(second.data, first.meeting)), "something acknowledged is missing"
            with second:
                await return_to(second, people, len(part.entries))
                await lead.connect()
                assert not lead.welcomes[-1]["resumed"]
                with pytest.raises(ConnectionError):
                    await late.connect()
                assert late.closed and late.closed[0] == 4401
                # Said before the backup: answered again, stored once. Said after it: it is stored now.
                end = {}
                for identifier in sorted(load.acked):
                    client, wish = load.wishes[identifier]
                    end[identifier] = await client.do(wish, identifier)
                assert all(end[i] <= len(part.entries) for i in before)
                for client in [lead, *people]:
                    await client.leave()
                assert second.stop()[0] == 0
            texts = said_in(second.data, first.meeting)
            assert sorted(texts) == sorted(load.acked), "each once"
            good("verify", "--data", second.data)

        room.run(body())


async def return_to(server: Server, people: list[Client], length: int) -> None:
    """Everybody comes back with their place in the old epoch, and is given the room anew in one epoch."""
    for client in people:
        epoch, sequence = client.epoch, client.sequence
        assert sequence > length
        await client.connect()
        welcome = client.welcomes[-1]
        assert not welcome["resumed"] and welcome["epoch"] != epoch
        assert welcome["sequence"] < sequence and "room" in welcome
    assert len({client.epoch for client in people}) == 1


def test_a_flipped_bit_is_found_beside_a_running_server(server: Server) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        for number in range(5):
            await lead.do({"postMessage": {"text": f"message {number}"}})
        await lead.leave()

    room.run(body())
    found = json.loads(good("verify", "--json", "--data", server.data))
    assert found["good"] and found["contents"]["events"] == found["contents"]["highestSequence"]
    sequence = found["contents"]["highestSequence"] - 2
    with closing(sqlite3.connect(server.data / store.DATABASE)) as database, database:
        (body_before,) = database.execute("SELECT body FROM event WHERE sequence = ?", (sequence,)).fetchone()
        flipped = bytes([*body_before[:-3], body_before[-3] ^ 1, *body_before[-2:]])
        database.execute("UPDATE event SET body = ? WHERE sequence = ?", (flipped, sequence))
    done = staffroom("verify", "--data", server.data)
    assert done.returncode == DAMAGED
    assert f"stream {server.meeting}: event {sequence} is not what was stored" in done.stdout
    file = server.folder / "kept.db"
    assert staffroom("backup", "--data", server.data, file).returncode == DAMAGED
    assert not file.exists()


def test_an_old_file_is_not_served_until_the_loss_is_accepted(tmp_path: Path) -> None:
    file = tmp_path / "kept.db"
    with Server(tmp_path) as server:

        async def body() -> None:
            lead = await room.lead(server)
            await backup(server, file)
            last = await lead.do({"postMessage": {"text": "after the backup"}})
            assert server.stop()[0] == 0
            await lead.gone()
            # Somebody copies the file by hand instead of restoring it.
            shutil.copy(file, server.data / store.DATABASE)
            with pytest.raises(NotStarted) as refused:
                server.start()
            assert refused.value.code == DAMAGED
            # What came last, which is the message or what the good-byes have added.
            marked = re.search(r"event (\d+) was stored", refused.value.log)
            assert marked and int(marked[1]) >= last
            done = staffroom("verify", "--data", server.data)
            assert done.returncode == DAMAGED and f"event {marked[1]} was stored and is gone" in done.stdout
            good("verify", "--accept-loss", "--data", server.data)
            server.start()
            epoch = lead.epoch
            await lead.connect()
            assert not lead.welcomes[-1]["resumed"] and lead.epoch != epoch
            await lead.leave()

        room.run(body())
