"""A data folder that is not what it was: who says so, with which exit code, and how one goes on."""

from __future__ import annotations

import itertools
import json
import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from Tests.EndToEnd import before, room
from Tests.EndToEnd.server import BINARY, ROOT, NotStarted, Server

COMMAND_SECONDS = 120
DATA, SETTINGS = 65, 78
MARKS, KEY, DATABASE, LOG = "staffroom.marks", "secret.key", "staffroom.db", "staffroom.db-wal"
SAID_IN_A_LIFE = 80
LIVES = 4
LONG_TEXT = "x" * 1_900


def staffroom(*arguments: object, **options: object) -> subprocess.CompletedProcess:
    """The program with a command, run to its end."""
    return subprocess.run(
        [str(BINARY), *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, timeout=COMMAND_SECONDS, **options)


def say(server: Server, count: int, text: str = "hwyl") -> None:
    """So many messages, acknowledged."""

    async def body() -> None:
        lead = await room.lead(server)
        for number in range(count):
            await lead.do({"postMessage": {"text": f"{number} {text}"}})
        await lead.leave()

    room.run(body())


def refused(server: Server, code: int, *words: str) -> None:
    """The server does not start, and says why."""
    with pytest.raises(NotStarted) as refusal:
        server.start()
    assert refusal.value.code == code, refusal.value
    for word in words:
        assert word in refusal.value.log, (word, refusal.value.log)


@pytest.fixture
def kept(tmp_path: Path) -> Server:
    """A server that was stopped, with something said."""
    with Server(tmp_path) as server:
        say(server, 5)
        assert server.stop()[0] == 0
        yield server


@pytest.mark.parametrize("how", ["gone", "empty", "cut", "old"])
def test_without_its_marks_a_store_does_not_start(kept: Server, how: str) -> None:
    marks = kept.data / MARKS
    old = marks.read_bytes()
    kept.start()
    epoch_before = json.loads(staffroom("verify", "--json", "--data", kept.data).stdout)["contents"]["epoch"]
    assert kept.stop()[0] == 0
    if how == "gone":
        marks.unlink()
    elif how == "old":
        marks.write_bytes(old)
    else:
        marks.write_bytes(marks.read_bytes()[: 0 if how == "empty" else 60])
    refused(kept, DATA, "staffroom.marks", "verify --accept-loss")
    done = staffroom("verify", "--data", kept.data)
    assert done.returncode == DATA and "staffroom.marks" in done.stdout
    # Another word than the one that is needed changes nothing.
    assert staffroom("verify", "--new-key", "--data", kept.data).returncode == DATA
    refused(kept, DATA)
    accepted = staffroom("verify", "--accept-loss", "--data", kept.data)
    assert accepted.returncode == 0 and "accepted" in accepted.stderr, accepted
    kept.start()
    said = json.loads(staffroom("verify", "--json", "--data", kept.data).stdout)
    assert said["good"] and said["contents"]["epoch"] != epoch_before


@pytest.mark.parametrize("how", ["gone", "empty", "another"])
def test_without_its_key_a_store_does_not_start(kept: Server, how: str) -> None:
    key = kept.data / KEY
    good = key.read_bytes()
    links = [meeting["join"] for meeting in kept.announcement["meetings"]]
    if how == "gone":
        key.unlink()
    else:
        key.write_bytes(b"" if how == "empty" else os.urandom(32))
    refused(kept, SETTINGS, "secret.key", "verify --new-key")
    assert staffroom("account", "list", "--data", kept.data).returncode == SETTINGS
    done = staffroom("verify", "--data", kept.data)
    assert done.returncode == SETTINGS and "secret.key" in done.stdout
    assert staffroom("verify", "--accept-loss", "--data", kept.data).returncode == SETTINGS
    # The right one put back is all it takes.
    saved = key.read_bytes() if key.exists() else None
    key.write_bytes(good)
    kept.start()
    assert kept.stop()[0] == 0
    key.unlink() if saved is None else key.write_bytes(saved)
    assert staffroom("verify", "--new-key", "--data", kept.data).returncode == 0
    kept.start()
    shown = [meeting["join"] for meeting in kept.announcement["meetings"]]
    assert shown != links, "the links that are shown are of the new key"
    for link in [*links, *shown]:
        assert opens(kept, link), f"{link} leads nowhere"


def opens(server: Server, link: str) -> bool:
    """Whether a join link lets somebody in."""
    fragment = link.split("#", 1)[1]
    answer = server.post("/api/join", {"link": fragment.split("=", 1)[-1], "name": "Nia", "school": "Ysgol",
                                       "mode": "remote", "tier": "pseudonymous"})
    return answer.status == 200


def test_both_gone_are_both_said_and_both_accepted(kept: Server) -> None:
    (kept.data / MARKS).unlink()
    (kept.data / KEY).unlink()
    done = staffroom("verify", "--data", kept.data)
    assert done.returncode == DATA and "staffroom.marks" in done.stdout and "secret.key" in done.stdout
    for one in ("--accept-loss", "--new-key"):
        assert staffroom("verify", one, "--data", kept.data).returncode == DATA
    assert staffroom("verify", "--accept-loss", "--new-key", "--data", kept.data).returncode == 0
    kept.start()


def test_a_folder_of_before_starts_also_without_marks(tmp_path: Path) -> None:
    at = before.load("people")["at"]
    before.rebuild(tmp_path / "data")
    (tmp_path / "data" / MARKS).unlink(missing_ok=True)
    with before.server(tmp_path, at) as server:
        assert server.stop()[0] == 0
        (server.data / MARKS).unlink()
        refused(server, DATA, "staffroom.marks")


def test_quick_crashes_leave_no_long_log(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        lengths = []
        for life in range(LIVES):
            if life:
                server.start()
            lengths.append((server.data / LOG).stat().st_size)
            say(server, SAID_IN_A_LIFE, LONG_TEXT)
            server.kill()
        grown = (server.data / LOG).stat().st_size
        assert grown > 10 * max(lengths), (lengths, grown, "nothing is left by a crash: the test is asleep")
        assert json.loads(staffroom("verify", "--json", "--data", server.data).stdout)["good"]


def test_a_letter_of_a_stored_text_is_found_and_not_served(server: Server) -> None:
    say(server, 5, "geiriau")
    server.kill()
    with closing(sqlite3.connect(server.data / DATABASE)) as database, database:
        database.execute(
            "UPDATE personal SET json = CAST(replace(CAST(json AS TEXT), '3 geiriau', '3 geiriaw') AS BLOB) "
            "WHERE CAST(json AS TEXT) LIKE '%3 gei%'")
        assert database.total_changes == 1
    done = staffroom("verify", "--data", server.data)
    assert done.returncode == DATA and "are not what was stored with it" in done.stdout
    assert staffroom("report", "--data", server.data).returncode == DATA
    refused(server, DATA, "is damaged at event")


OWN = [DATABASE, LOG, KEY, MARKS, "staffroom.lock", "staffroom.db-shm"]


# A name in other letters is nobody's file: nothing can be linked to it.
@pytest.mark.parametrize("way, name", [
    *itertools.product(["plain", "relative", "symbolic"], [*OWN, "STAFFROOM.DB"]), *itertools.product(["hard"], OWN)])
def test_a_backup_onto_the_live_store_is_refused(server: Server, name: str, way: str) -> None:
    target = server.data / name
    content = {path.name: path.read_bytes() for path in server.data.iterdir()
               if path.is_file() and not path.name.startswith("staffroom.db")}
    given: Path | str = target
    if way == "relative":
        given = os.path.relpath(target, ROOT)
    elif way == "symbolic":
        given = server.folder / "link.db"
        given.symlink_to(target)
    elif way == "hard":
        given = server.folder / "hard.db"
        os.link(target, given)
    done = staffroom("backup", "--force", "--data", server.data, given)
    assert done.returncode == DATA and "would destroy what is kept" in done.stderr, done
    say(server, 1)
    assert staffroom("verify", "--data", server.data).returncode == 0
    assert content[KEY] == (server.data / KEY).read_bytes()
    assert server.stop()[0] == 0
    server.start()
