"""How the program ends: at SIGTERM with a good-bye and nothing lost, and at once where it may not run."""

import re
from pathlib import Path

import pytest

from Tests.EndToEnd import room, store
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.pace import allowed
from Tests.EndToEnd.server import NotStarted, Server, Ticket

PEOPLE = 20
OPEN_EACH = 8
TIMES = 12
STOP_SECONDS = 5.0
UNAVAILABLE, LATER = 69, 75


def test_sigterm_loses_nothing_and_everybody_comes_back(server: Server) -> None:
    async def body() -> tuple[list[tuple[Client, Ticket]], int, float, int]:
        await room.lead(server)
        people = [await room.teacher(server, f"Person {n}") for n in range(PEOPLE)]
        asleep, _ = await room.teacher(server, "Asleep")
        asleep.pause()
        for number, (client, _) in enumerate(people):
            await client.do({"postMessage": {"text": f"t{number}-0"}}, f"t{number}-0")
        for number, (client, _) in enumerate(people):
            for serial in range(1, OPEN_EACH):
                await client.send({"postMessage": {"text": f"t{number}-{serial}"}}, f"t{number}-{serial}")
        code, seconds = server.stop()
        asleep.unpause()
        for client, _ in people:
            await client.gone()
            closed, reason = client.closed
            assert closed == 1012 and re.fullmatch(r"retry=\d+", reason), client.closed
        acked = {identifier for client, _ in people for identifier in client.acks}
        stored = {e.fields["text"] for e in store.read(server.data, server.meeting).of("messagePosted")}
        assert acked <= stored, f"acknowledged and not stored: {acked - stored}"
        server.start()
        for client, _ in people:
            await client.connect()
            assert client.welcomes[-1]["resumed"]
            await client.resend()
        for client, _ in people:
            await client.until(lambda: not client.pending, "answers to what was sent again")
            await client.leave()
        return people, code, seconds, len(acked)

    people, code, seconds, acked = room.run(body())
    assert PEOPLE <= acked
    assert code == 0 and seconds <= allowed(STOP_SECONDS), (code, seconds)
    server.stop()
    book = store.read(server.data, server.meeting)
    said = sorted(entry.fields["text"] for entry in book.of("messagePosted"))
    assert said == sorted(f"t{number}-{serial}" for number in range(PEOPLE) for serial in range(OPEN_EACH))
    for client, _ in people:
        heard = [entry["sequence"] for entry in client.entries]
        assert heard == book.visible("participant", client.first, client.sequence)
    print(f"stopped in {seconds:.2f} s, {acked} of {PEOPLE * OPEN_EACH} acked before the end")


def test_sigterm_is_heard_from_the_first_line_on(server: Server) -> None:
    """Also on a busy machine, where a process that has said where it is may wait before it goes on."""
    for _ in range(TIMES):
        code, _ = server.stop()
        assert code == 0, server.log()
        server.start()


def test_a_second_server_on_the_same_data_is_refused(server: Server) -> None:
    second = Server(server.folder)
    with pytest.raises(NotStarted) as refused:
        second.start()
    assert refused.value.code == LATER and "in use by another server" in refused.value.log

    async def body() -> None:
        lead = await room.lead(server)
        await lead.do({"postMessage": {"text": "the first goes on"}})
        await lead.leave()

    room.run(body())


def test_a_taken_port_is_named(server: Server, tmp_path: Path) -> None:
    second = Server(tmp_path / "second", port=server.port)
    with pytest.raises(NotStarted) as refused:
        second.start()
    assert refused.value.code == UNAVAILABLE and f":{server.port}" in refused.value.log
