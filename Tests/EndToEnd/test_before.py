"""A data folder of an early version, kept as text: it opens, verifies, says what it said then, and goes on.

A kind of fact that stands in that folder is read for ever. What the folder says is in Tests/Data/before/expected.json;
a difference is told by the path of the value, the first first.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from Tests.EndToEnd import before, before_said
from Tests.EndToEnd.buddies import Buddy
from Tests.EndToEnd.client import Client, Refused
from Tests.EndToEnd.room import run
from Tests.EndToEnd.server import Server

SHOWN = 40


def test_the_text_is_the_whole_folder(tmp_path: Path) -> None:
    before.rebuild(tmp_path / "data")
    assert before.dump(tmp_path / "data") == (before.TEXT / "store.sql").read_text()
    missing = (before.ROOM_KINDS | before.NETWORK_KINDS) ^ before.kinds(tmp_path / "data")
    assert not missing, f"kinds of facts that the folder has to hold, or that nobody has listed: {sorted(missing)}"


def test_it_says_what_it_said(tmp_path: Path) -> None:
    found = json.loads(json.dumps(before_said.all_of_it(tmp_path)))
    expected = before.load("expected")
    for who, told in found["far"].items():
        if told == "the room":
            # A gap that is dearer than the room may be answered with the room.
            expected["far"][who] = told
    lines = before_said.differences(expected, found)
    assert not lines, "\n".join([f"{len(lines)} values differ:", *lines[:SHOWN]])


def test_a_backup_of_it_becomes_a_folder(tmp_path: Path) -> None:
    data, copy, fresh = tmp_path / "data", tmp_path / "copy.db", tmp_path / "fresh"
    before.rebuild(data)
    before_said.program(data, "backup", str(copy))
    key, erasures = data / before.KEY, data / before.ERASURES
    assert len(erasures.read_text().split()) > 0
    before_said.program(fresh, "restore", str(copy), "--key", str(key), "--erasures", str(erasures))
    before_said.program(fresh, "verify")
    old, new = before.rows(data), before.rows(fresh)
    for name in ("event", "head", "personal", "command", "person", "person_words", "ticket", "link", "buddy_link"):
        assert old[name] == new[name], name


async def repeated(client: Client, kept: dict) -> int:
    """A command that was stored then, sent again; the sequence that it is answered with."""
    identifier = kept["command"]["id"]
    client.pending[identifier] = kept["command"]["do"]
    known = client.answers[identifier]
    await client.say({"command": kept["command"]})
    await client.until(lambda: client.answers[identifier] > known, f"an answer to {kept['command']}")
    if identifier in client.nacks:
        raise Refused(client.nacks[identifier])
    return client.acks[identifier]


def test_what_was_answered_is_answered_again(tmp_path: Path) -> None:
    before.rebuild(tmp_path / "data")
    known = before.load("people")

    async def body(server: Server) -> None:
        asking = before_said.Asking(server)
        for name, kept in known["sent"].items():
            for one in kept:
                if name == "ended" and one["who"] == "count":
                    # Whoever counted only was forgotten with the end.
                    continue
                client = await asking.client(name, one["who"]).connect()
                assert await repeated(client, one) == one["sequence"], (name, one)
                other = {"command": {**one["command"], "do": {"raiseHand": {}}}}
                with pytest.raises(Refused, match="conflict"):
                    await repeated(client, other)
                await client.leave()

    with before.server(tmp_path, known["at"]) as server:
        run(body(server))
        note = known["buddies"]["command"]
        one = Buddy(server, note["who"], known["cookies"][note["who"]])
        notes = one.page()["buddies"]["notes"]
        assert one.post("act", note["command"]).status == 200 and one.page()["buddies"]["notes"] == notes
        assert one.act({"optOutBuddy": {}}, note["command"]["id"]).body["error"]["code"] == "conflict"


def test_its_open_meeting_goes_on(tmp_path: Path) -> None:
    data, known = tmp_path / "data", before.load("people")
    before.rebuild(data)
    stored = before.rows(data)
    meeting = known["meetings"]["open"]

    async def body(server: Server) -> None:
        asking = before_said.Asking(server)
        host = await asking.client("open", "host").connect()
        sian = asking.client("open", "sian")
        sian.epoch, sian.sequence = known["epoch"], known["mark"]
        await sian.connect()
        assert sian.welcomes[-1]["resumed"]
        first = next(iter(sian.entries))["sequence"]
        assert first == known["mark"] + 1, first
        said = await host.do({"postMessage": {"text": "Rydym yn ôl 🎈"}})
        heard = await sian.event("messagePosted", text="Rydym yn ôl 🎈")
        assert heard["sequence"] == said
        await host.do({"endMeeting": {}})
        # With the end the room comes anew.
        await sian.until(lambda: len(sian.welcomes) > 1, "the room anew")
        assert sian.welcomes[-1]["room"]["details"]["phase"] == "ended"
        for client in (sian, host):
            await client.leave()

    with before.server(tmp_path, known["at"]) as server:
        run(body(server))
        assert server.stop()[0] == 0
    assert json.loads(before_said.program(data, "verify", "--json"))["good"]
    now = before.rows(data)
    changed = [row[1:3] for row in stored["event"] if row not in now["event"]]
    assert not changed, f"entries that are not what they were: {changed}"
    assert any(row[0] == meeting and row[2] for row in stored["personal"]), "the folder has parts that go with the end"
    assert not any(row[0] == meeting and row[2] for row in now["personal"]), "who counted only is forgotten"
