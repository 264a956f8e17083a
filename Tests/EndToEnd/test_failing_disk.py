"""What a failing disk says to those who are in, to those who come, and to the operator: full, broken, read-only, or with
no more room for one file.
"""

import errno
import http.client
import json
import os
import resource
from pathlib import Path

import pytest

from Tests.EndToEnd import room, store
from Tests.EndToEnd.client import Client, Refused
from Tests.EndToEnd.line import LOST, LineClient
from Tests.EndToEnd.pace import wait
from Tests.EndToEnd.server import NotStarted, Server
from Tests.Faults.disk import OPEN, RENAME, SYNC, TRUNCATE, WRITE, Disk

ENDED, LATER = 70, 75
TRIES = 40
MOST_LINES = 2
"""Of one kind of failure: what it is, and once more a minute later."""


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    return Disk(tmp_path / "data", tmp_path / "page")


@pytest.fixture
def failing(tmp_path: Path, disk: Disk):
    """A server on that disk, which works as yet."""
    with Server(tmp_path, environment=disk.environment) as running:
        yield running


def message(text: str) -> dict:
    return {"postMessage": {"text": text}}


def lines(server: Server, text: str) -> list[str]:
    return [line for line in server.log().splitlines() if text in line]


async def refused(client: Client, text: str, identifier: str) -> None:
    with pytest.raises(Refused) as no:
        await client.do(message(text), identifier)
    assert no.value.name == "storageFailed"


async def opened(server: Server) -> Client:
    """Somebody in the meeting, which is open."""
    lead = await room.lead(server)
    await lead.leave()
    return (await room.teacher(server, "Owain"))[0]


def test_a_full_disk_is_told_and_recovers_by_itself(failing: Server, disk: Disk) -> None:
    async def body() -> None:
        lead = await room.lead(failing)
        client, ticket = await room.teacher(failing, "Nia")
        kept = await client.do(message("kept"), "kept")
        assert failing.health().body["status"] == "ok"
        disk.fail(WRITE, errno.ENOSPC)
        for number in range(TRIES):
            await refused(client, f"refused {number}", f"r{number}")
        health = failing.health()
        assert (health.status, health.body["failing"], health.body["reason"]) == (503, "storing", "full")
        assert health.body["status"] == "failing" and health.body["version"]
        # Many were refused; the operator has a line, and what it is.
        assert 1 <= len(lines(failing, "storageFailed")) <= MOST_LINES
        assert '"fault":"full"' in lines(failing, "storageFailed")[0]
        # Reading goes on, also for who comes.
        reader = await room.device(failing, ticket).connect()
        assert [m["text"] for m in reader.welcomes[-1]["room"]["messages"]] == ["kept"]
        await reader.leave()
        assert failing.post("/api/door", {"code": failing.code}).status == 200
        answer = failing.post("/api/join", {"code": failing.code, "name": "Late", "mode": "remote"})
        assert (answer.status, answer.body) == (503, {"error": {"code": "storageFailed"}})
        disk.heal()
        # Nobody says anything: it finds out by itself.
        wait(lambda: failing.health().status == 200, "recovery")
        wait(lambda: bool(lines(failing, '"what":"storing"')), "line about it")
        assert await client.do(message("refused 0"), "r0") > kept
        assert await client.do(message("refused 0"), "r0") == client.acks["r0"]
        await lead.until(lambda: lead.sequence >= client.acks["r0"], "what was stored")
        await client.leave()
        await lead.leave()

    room.run(body())
    code, _ = failing.stop()
    assert code == 0
    texts = [entry.fields["text"] for entry in store.read(failing.data, failing.meeting).of("messagePosted")]
    assert texts == ["kept", "refused 0"]


def test_a_sync_that_fails_ends_the_server_and_nothing_false_was_said(failing: Server, disk: Disk) -> None:
    async def body() -> None:
        client = await opened(failing)
        await client.do(message("sure"), "sure")
        disk.fail(SYNC, errno.EIO, times=1)
        await client.send(message("perhaps"), "perhaps")
        await client.gone()
        assert client.bye == "storageFailed" and client.closed and client.closed[0] == 1012
        assert client.closed[1].startswith("retry=")
        assert "perhaps" not in client.nacks and "perhaps" not in client.acks
        assert failing.ended() == ENDED
        assert len(lines(failing, '"fault":"unconfirmed"')) == 1 and len(lines(failing, "did not confirm")) == 1
        failing.start()
        await client.connect()
        assert client.welcomes[-1]["resumed"]
        await client.resend()
        await client.until(lambda: not client.pending, "the answer")
        await client.leave()

    room.run(body())
    failing.stop()
    texts = [entry.fields["text"] for entry in store.read(failing.data, failing.meeting).of("messagePosted")]
    assert texts == ["sure", "perhaps"]


def test_a_line_is_told_the_same(failing: Server, disk: Disk) -> None:
    """Where everything goes by requests."""

    async def body() -> None:
        other = await opened(failing)
        ticket = failing.join("Sian")
        client = LineClient(failing.port, ticket.meeting, ticket.cookie)
        client.origin = failing.announcement["url"]
        await client.connect()
        disk.fail(WRITE, errno.ENOSPC)
        await refused(client, "not now", "full")
        disk.heal()
        await client.do(message("not now"), "full")
        disk.fail(SYNC, errno.EIO, times=1)
        await other.send(message("perhaps"), "perhaps")
        await other.gone()
        await client.gone()
        assert other.bye == "storageFailed" and other.closed and other.closed[0] == 1012, other.closed
        # Whoever is just between two requests finds nobody; all others are told.
        assert client.closed and client.closed[0] in (1012, LOST), client.closed
        assert client.closed[0] == LOST or client.bye == "storageFailed"
        assert failing.ended() == ENDED
        failing.start()
        await client.connect()
        assert client.welcomes[-1]["resumed"]
        await client.do(message("back on a line"))

    room.run(body())


def test_a_checkpoint_that_is_not_confirmed_ends_the_server_too(failing: Server, disk: Disk) -> None:
    """Nobody's commit fails; all the same the disk has not kept its word."""

    async def body() -> None:
        client = await opened(failing)
        disk.fail(SYNC, errno.EIO, times=1, name=store.DATABASE)
        await client.do(message("before the checkpoint"), "before")
        await client.gone()
        assert client.bye == "storageFailed" and client.closed and client.closed[0] == 1012
        assert failing.ended() == ENDED and lines(failing, '"at":"checkpoint"')
        failing.start()
        await client.connect()
        assert client.welcomes[-1]["resumed"]
        assert await client.do(message("before the checkpoint"), "before") == client.acks["before"]
        await client.leave()

    room.run(body())


def test_marks_that_cannot_be_written_hinder_nobody(failing: Server, disk: Disk) -> None:
    async def body() -> None:
        client = await opened(failing)
        disk.fail(WRITE | RENAME, errno.EIO, name="staffroom.marks")
        await client.do(message("stored all the same"))
        wait(lambda: bool(lines(failing, '"at":"marks"')), "line about the marks")
        await client.do(message("and this"))
        assert failing.health().status == 200
        await client.leave()

    room.run(body())


def test_a_meeting_that_cannot_be_stored_is_refused_and_made_once(failing: Server, disk: Disk) -> None:
    cookie = failing.sign_in()
    csrf = _get(failing, "/api/account", cookie)["csrf"]
    body = {"title": "Spring", "zone": "Europe/London", "segments": [], "csrf": csrf,
            "options": _get(failing, "/api/agendas", cookie)["agendas"][0]["options"]}

    def made() -> int:
        return [m["title"] for m in _get(failing, "/api/meetings", cookie)["meetings"]].count("Spring")

    refusals = 0
    for first in range(1, 200, 4):
        # One write of the several commits.
        disk.fail(WRITE, errno.ENOSPC, first=first, times=1)
        answer = failing.post("/api/meetings", body, cookie=cookie)
        if not disk.hits:
            break
        assert (answer.status, answer.body) == (503, {"error": {"code": "storageFailed"}}), first
        assert made() == 0, first
        refusals += 1
    assert answer.status == 200 and made() == 1 and refusals > 2, (answer, refusals)


def _get(server: Server, path: str, cookie: str) -> dict:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.request("GET", path, headers={"Cookie": cookie})
        response = connection.getresponse()
        assert response.status == 200, (path, response.status)
        return json.loads(response.read())
    finally:
        connection.close()


def test_a_file_that_may_not_grow_is_a_failure_and_no_end(server: Server) -> None:
    """RLIMIT_FSIZE, whose signal would end the process."""

    async def body() -> None:
        client = await opened(server)
        assert server.process
        most = (server.data / (store.DATABASE + "-wal")).stat().st_size + 4_096
        unlimited = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (most, unlimited[1]))
        number = 0
        with pytest.raises(Refused) as no:
            for number in range(TRIES):
                await client.do(message(f"{number} " + "x" * 1_000), f"f{number}")
        assert no.value.name == "storageFailed" and server.health().status == 503
        assert lines(server, '"kind":"storageFailed"')
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, unlimited)
        await client.do(message(f"{number} " + "x" * 1_000), f"f{number}")
        assert server.health().status == 200
        await client.leave()

    room.run(body())


# At the start

def test_a_read_only_folder_is_said_in_a_sentence(failing: Server, disk: Disk) -> None:
    failing.stop()
    disk.fail(OPEN | WRITE | TRUNCATE | RENAME, errno.EROFS)
    with pytest.raises(NotStarted) as ended:
        failing.start()
    assert ended.value.code == LATER
    said = ended.value.log.splitlines()[-1]
    assert "cannot be written" in said and "Read-only file system" in said and str(failing.data) in said, said


def test_a_file_system_that_becomes_read_only_is_told(failing: Server, disk: Disk) -> None:
    async def body() -> None:
        client = await opened(failing)
        disk.fail(OPEN | WRITE | TRUNCATE | RENAME, errno.EROFS)
        await refused(client, "not now", "ro")
        assert failing.health().body["reason"] == "readOnly"
        assert any('"fault":"readOnly"' in line for line in lines(failing, "storageFailed"))
        disk.heal()
        await client.do(message("not now"), "ro")
        await client.leave()

    room.run(body())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_of_somebody_else_is_said_in_a_sentence(server: Server) -> None:
    server.stop()
    server.data.chmod(0o500)
    with pytest.raises(NotStarted) as ended:
        server.start()
    server.data.chmod(0o700)
    assert ended.value.code == LATER and "cannot be written" in ended.value.log


@pytest.mark.parametrize("operation, code, words", [
    (RENAME, LATER, "staffroom.marks"), (SYNC, ENDED, "did not confirm"), (WRITE, LATER, "cannot be read or written")])
def test_a_disk_that_fails_at_the_start_is_said(failing: Server, disk: Disk, operation: int, code: int,
                                                words: str) -> None:
    failing.kill()
    disk.fail(operation, errno.EIO)
    with pytest.raises(NotStarted) as ended:
        failing.start()
    assert ended.value.code == code and words in ended.value.log.splitlines()[-1], ended.value.log
    disk.heal()
    failing.start()
