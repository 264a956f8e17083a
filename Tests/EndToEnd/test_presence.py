"""After kill -9 presence ends at the last sign of life of the server, not when somebody looks again."""

from __future__ import annotations

from pathlib import Path

from Tests.EndToEnd import room, store
from Tests.EndToEnd.pace import wait
from Tests.EndToEnd.server import Server

HOURS_LATER = 20
LIFE = "staffroom.life"


def sign(server: Server) -> int:
    """The last sign of life that the book has."""
    return int((server.data / LIFE).read_text().splitlines()[-1].split()[1])


def test_presence_ends_when_the_server_last_lived(tmp_path: Path) -> None:
    async def body(server: Server) -> None:
        lead = await room.lead(server)
        sian, ticket = await room.teacher(server, "Siân")
        await lead.event("presenceBegan", person=ticket.person)
        last = lead.entries[-1]["at"]
        # Nobody says anything, and the server goes on living.
        wait(lambda: sign(server) > last, "a sign of life")
        server.kill()
        lived = sign(server)
        assert lived > last
        await sian.gone()
        await lead.gone()
        server.clock_offset += HOURS_LATER * 3_600
        server.start()
        # Nobody is signed in for that long.
        lead.cookie = server.sign_in()
        await lead.connect()
        await lead.until(lambda: lead.sequence > 0, "the room")
        await lead.leave()
        server.stop()
        book = store.read(server.data, server.meeting)
        ended = {e.fields["person"]: e.at for e in book.of("presenceEnded")}
        assert ended[ticket.person] == lived, (ended, lived, last)
        # The next thing is of today.
        assert book.of("presenceBegan")[-1].at >= lived + (HOURS_LATER - 1) * 3_600_000

    with Server(tmp_path) as server:
        room.run(body(server))
