"""The end of the write-ahead log is lost: whoever had it is told, and has the log and nothing else afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from Tests.EndToEnd import room, store
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.cut import Cut
from Tests.EndToEnd.line import LineClient
from Tests.EndToEnd.server import Server

PHANTOMS = 8
MISSED = 4
TRIES = 20
"""Every few seconds the log is marked and folded in; then the cut is tried again."""


async def lose(server: Server, lead: Client, client: Client) -> None:
    """Eight messages that the client has and the log has not."""
    for _ in range(TRIES):
        await lead.do({"postMessage": {"text": "kept"}})
        cut = Cut(server)
        for n in range(PHANTOMS):
            last = await lead.do({"postMessage": {"text": f"phantom {n}"}})
        await client.until(lambda: client.sequence >= last, "the phantoms")
        server.kill()
        await client.gone()
        await lead.gone()
        if cut.holds():
            cut.make()
            return
        server.start()
        await client.connect()
        await lead.connect()
    pytest.fail("the log was marked at every try")


def texts(client: Client) -> list[str]:
    """The messages that somebody has, in order."""
    welcome = client.welcomes[-1]
    said = [] if welcome["resumed"] else [message["text"] for message in welcome["room"]["messages"]]
    return said + [e["event"]["messagePosted"]["text"] for e in client.entries if "messagePosted" in e["event"]]


@pytest.mark.parametrize("way", ["socket", "line"])
def test_phantoms_are_gone_and_nothing_is_missed(tmp_path: Path, way: str) -> None:
    async def body(server: Server) -> None:
        lead = await room.lead(server)
        ticket = server.join("Siân")
        kind = Client if way == "socket" else LineClient
        sian = await kind(server.port, ticket.meeting, ticket.cookie).connect()
        await lose(server, lead, sian)
        # What she has not had an answer to is sent again, and stored once.
        sian.pending["kept-on-the-device"] = {"postMessage": {"text": "from the outbox"}}
        server.start()
        other, _ = await room.teacher(server, "Amir")
        for n in range(MISSED + PHANTOMS):
            await other.do({"postMessage": {"text": f"missed {n}"}})
        await sian.connect()
        welcome = sian.welcomes[-1]
        assert welcome["resumed"] is False and welcome["rolledBack"] is True, welcome
        await sian.resend()
        await sian.until(lambda: not sian.pending, "an answer to what was sent again")
        await sian.leave()
        await other.leave()
        server.stop()
        book = store.read(server.data, server.meeting)
        said = [entry.fields["text"] for entry in book.of("messagePosted")]
        assert texts(sian) == said and said[-1] == "from the outbox", (texts(sian), said)
        assert not any("phantom" in text for text in said)
        heard = [entry["sequence"] for entry in sian.entries]
        assert heard == book.visible("participant", sian.first, sian.sequence)

    with Server(tmp_path) as server:
        room.run(body(server))


def test_who_had_nothing_of_what_was_lost_resumes(tmp_path: Path) -> None:
    async def body(server: Server) -> None:
        lead = await room.lead(server)
        early, _ = await room.teacher(server, "Early")
        await early.leave()
        late, _ = await room.teacher(server, "Late")
        await lose(server, lead, late)
        server.start()
        await early.connect()
        assert early.welcomes[-1]["resumed"] is True and "rolledBack" not in early.welcomes[-1]
        await late.connect()
        assert late.welcomes[-1]["rolledBack"] is True
        await late.leave()
        await late.connect()
        assert late.welcomes[-1]["resumed"] is True and "rolledBack" not in late.welcomes[-1], "it is said once"

    with Server(tmp_path) as server:
        room.run(body(server))


def test_a_client_that_keeps_no_hash_is_answered_as_ever(tmp_path: Path) -> None:
    async def body(server: Server) -> None:
        lead = await room.lead(server)
        old, _ = await room.teacher(server, "Old")
        await old.leave()
        old.hash = None
        await lead.do({"postMessage": {"text": "missed"}})
        await old.connect()
        assert old.welcomes[-1]["resumed"] is True
        assert texts(old) == ["missed"]

    with Server(tmp_path) as server:
        room.run(body(server))
