"""Plays a recording of a meeting against a running server: one bare client a person, every act in the file's order.

`python -m Tests.EndToEnd.player FILE…` starts a server for each file, plays it, and compares the log with the file.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections import Counter
from pathlib import Path

from Tests.EndToEnd import recording, room, store
from Tests.EndToEnd.client import Client, Refused
from Tests.EndToEnd.server import Server, Ticket, temporary_folder

FILE_SECONDS = 900.0


class Player:
    """The people of one recording and the lead."""

    def __init__(self, server: Server, records: list[dict], *, speed: float | None = None):
        self.server, self.records, self.speed = server, records, speed
        self.facts = recording.expect(records)
        self.tickets: dict[str, Ticket] = {}
        self.clients: dict[str, Client] = {}
        self.refused: Counter[tuple[str, str]] = Counter()
        """Acts that the server said no to, by record type and rejection."""

    async def play(self) -> Client:
        """Plays all of it; returns the lead's client, which has every entry since the meeting opened."""
        self.lead = await room.lead(self.server, opens=False)
        if self.lead.welcomes[-1]["room"]["details"]["phase"] == "planned":
            await self.lead.do({"openMeeting": {}})
        for person in self.facts.people:
            self.tickets[person] = self.server.join(person, mode=self.facts.modes[person])
        begun = time.monotonic()
        for record in self.records:
            if self.speed and "t" in record:
                # The meeting's own clock, pressed together; the order comes from the answers, not from it.
                await asyncio.sleep(max(0.0, begun + record["t"] / self.speed - time.monotonic()))
            if record.get("p") is not None:
                await self._act(record)
        return self.lead

    async def close(self) -> None:
        """Everybody goes."""
        for client in [*self.clients.values(), self.lead]:
            await client.leave()

    async def _act(self, record: dict) -> None:
        kind, name = record["type"], record["p"]
        person = self.tickets[name].person
        if kind == "connect":
            await self._connect(name)
        elif kind == "chat":
            text = recording.text(record["words"], record["chars"])
            await (await self._present(name)).do({"postMessage": {"text": text}})
        elif kind == "speech":
            wish = {"noteSpeech": {"words": record["words"], "characters": record["chars"]}}
            await (await self._present(name)).do(wish)
        elif kind == "hand_up" and record.get("named"):
            await self._try(kind, self.lead, {"raiseHand": {"person": person}})
        elif kind == "hand_up":
            await self._try(kind, await self._present(name), {"raiseHand": {}})
        elif kind == "hand_down":
            await self._try(kind, await self._present(name), {"lowerHand": {}})
        elif kind == "called":
            try:
                await self.lead.do({"callOn": {"person": person}})
            except Refused as refusal:
                if refusal.name != "alreadySo":
                    raise
                # Called on again in their own turn: the turn ends first, so that the call is in the log.
                await self.lead.do({"endTurn": {"person": person}})
                await self.lead.do({"callOn": {"person": person}})

    async def _try(self, kind: str, client: Client, wish: dict) -> None:
        try:
            await client.do(wish)
        except Refused as refusal:
            self.refused[kind, refusal.name] += 1

    async def _present(self, name: str) -> Client:
        if name not in self.clients:
            await self._connect(name)
        return self.clients[name]

    async def _connect(self, name: str) -> None:
        """Comes, or goes and comes back; done when the lead has seen it."""
        ticket, before = self.tickets[name], self.lead.sequence
        if name in self.clients:
            await self.clients[name].leave()
            await self.lead.event("presenceEnded", before, person=ticket.person)
            before = self.lead.sequence
            await self.clients[name].connect()
        else:
            self.clients[name] = await room.device(self.server, ticket).connect()
        await self.lead.event("presenceBegan", before, person=ticket.person)


def compare(player: Player, book: store.Book) -> dict:
    """Asserts that the log holds the file's facts, in its order; returns their numbers."""
    facts = player.facts
    name_of = {ticket.person: name for name, ticket in player.tickets.items()}
    lead = player.lead.welcomes[-1]["you"]["person"]
    joined = [e.fields for e in book.of("personJoined") if e.fields["person"] != lead]

    def people(kind: str) -> list[str]:
        return [name_of[e.fields["person"]] for e in book.of(kind) if e.fields["person"] != lead]

    assert [f["name"] for f in joined] == facts.people
    assert {f["name"]: f["mode"] for f in joined} == facts.modes
    presences = Counter(people("presenceBegan"))
    assert presences == facts.presences
    assert sum(presences.values()) - len(presences) == facts.rejoins
    assert people("handRaised") == facts.raised
    assert people("handLowered") == facts.lowered
    assert people("handCalled") == facts.called
    noted = [(name_of[f["person"]], f["words"], f["characters"]) for f in (e.fields for e in book.of("speechNoted"))]
    assert noted == facts.speech
    posted = [(name_of[f["person"]], f["words"], len(f["text"])) for f in (e.fields for e in book.of("messagePosted"))]
    assert posted == facts.messages
    refused = {("hand_up", "alreadySo"): facts.raised_already, ("hand_down", "alreadySo"): facts.down_already}
    assert dict(player.refused) == {key: len(value) for key, value in refused.items() if value}
    heard = [entry["sequence"] for entry in player.lead.entries]
    assert heard == book.visible("lead", player.lead.first, player.lead.sequence), "the lead has not heard it all"
    return {
        "people": len(joined), "connects": sum(presences.values()), "rejoins": facts.rejoins,
        "hands": len(facts.raised), "lowered": len(facts.lowered), "called": len(facts.called),
        "speechLines": len(noted), "messages": len(posted), "entries": len(book.entries),
        "alreadyUp": len(facts.raised_already), "alreadyDown": len(facts.down_already),
        "calledNobody": facts.unresolved, "impliedConnects": len(facts.implied),
    }


def play_file(path: Path | str, folder: Path | str, *, speed: float | None = None) -> dict:
    """Plays one file against a fresh server and compares; the numbers, with the seconds it took."""
    records = recording.load(path)
    begun = time.monotonic()
    with Server(folder) as server:
        player = Player(server, records, speed=speed)

        async def body() -> None:
            await player.play()
            await player.close()

        room.run(body(), FILE_SECONDS if not speed else FILE_SECONDS + records[-1].get("t", 0) / speed)
        code, _ = server.stop()
        assert code == 0
        numbers = compare(player, store.read(server.data, server.meeting))
    return numbers | {"seconds": round(time.monotonic() - begun, 1)}


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--speed", type=float, help="times the real pace; left out: as fast as answers come")
    given = parser.parse_args()
    failures = 0
    for path in given.files:
        with temporary_folder() as folder:
            try:
                report = {"file": path.name, "ok": True, **play_file(path, folder, speed=given.speed)}
            except (AssertionError, OSError, ValueError, Refused, recording.NotPlayable) as error:
                report = {"file": path.name, "ok": False, "why": f"{type(error).__name__}: {error}"[:2000]}
                failures += 1
        sys.stdout.write(json.dumps(report) + "\n")
        sys.stdout.flush()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
