"""Knows the cast of the data folder "before": who holds which cookie, and how each of them acts in a meeting."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

from Tests.EndToEnd.client import Client, Refused
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.server import Server


@dataclass
class Cast:
    """Everybody of the network, by a short name that the fixture keeps."""

    server: Server
    people: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)

    def person(self, who: str) -> str:
        return self.people[who]


class Stage:
    """One meeting while it is played: the coordinator's socket, and one for everybody with a device."""

    def __init__(self, cast: Cast, planner: Planner, listed: dict):
        self.cast, self.planner, self.server = cast, planner, cast.server
        self.meeting, self.code = listed["id"], listed["code"]
        self.clients: dict[str, Client] = {}
        self.sent: list[dict] = []
        """Commands with an id that is kept, so that they can be repeated years later."""
        self.mark = 0
        """The sequence that somebody knows who comes back years later."""
        self.epoch: str | None = None

    async def host(self) -> Client:
        """The coordinator is here."""
        client = await Client(self.server.port, self.meeting, self.planner.cookie, role="coordinator").connect()
        self.clients["host"], self.epoch = client, client.epoch
        self.cast.people["host"] = client.welcomes[-1]["you"]["person"]
        return client

    def knock(self, who: str, name: str | None = None, *, link: str | None = None, **fields: object) -> str:
        """Through the door, by the code or a link; "in" or "waiting"."""
        way = {"link": link} if link else {"code": self.code}
        known = self.cast.cookies.get(who)
        wish = {**way, **({"name": name} if name else {}), "mode": "remote", "tier": "pseudonymous", **fields}
        answer = self.server.post("/api/join", wish, cookie=known)
        assert answer.status == 200, (who, answer)
        self.cast.people[who] = answer.body["person"]
        if answer.cookie:
            self.cast.cookies[who] = answer.cookie
        return answer.body["state"]

    async def enter(self, who: str, name: str | None = None, **fields: object) -> Client:
        """Through the door and on the socket; whoever is let in is here when this returns."""
        if self.knock(who, name, **fields) == "waiting":
            client = Client(self.server.port, self.meeting, self.cast.cookies[who])
            await client.connect()
            self.clients[who] = client
            return client
        return await self.connect(who)

    async def connect(self, who: str) -> Client:
        client = await Client(self.server.port, self.meeting, self.cast.cookies[who]).connect()
        self.clients[who] = client
        host = self.clients["host"]
        await host.event("presenceBegan", person=self.person(who))
        return client

    def person(self, who: str) -> str:
        return self.cast.people[who]

    def bring(self, who: str, name: str, mode: str, by: str) -> None:
        """Somebody without a device of their own comes in."""
        body = {"meeting": self.meeting, "name": name, "school": "Ysgol y Bont", "mode": mode}
        if by == "host":
            answer = self.planner.post("/api/bring", body)
        else:
            answer = self.server.post("/api/bring", body, cookie=self.cast.cookies[by])
        assert answer.status == 200, (who, answer)
        self.cast.people[who] = answer.body["person"]

    def personal(self, who: str) -> str:
        """The token of their own link."""
        answer = self.planner.post(f"/api/meetings/{self.meeting}/personal", {"person": self.person(who)})
        assert answer.status == 200, answer
        return answer.body["link"].split("#l=")[1]

    async def do(self, who: str, kind: str, subject: str | None = None, *, kept: bool = False, **fields: object) -> int:
        """An act, for somebody else where a subject is named; the sequence up to which it is stored."""
        client, identifier, wish = self.clients[who], uuid.uuid4().hex, {kind: fields}
        command = {"id": identifier, "do": wish} | ({"for": self.person(subject)} if subject else {})
        client.pending[identifier] = wish
        await client.say({"command": command})
        await client.until(lambda: client.answers[identifier] > 0, f"an answer to {wish}")
        if identifier in client.nacks:
            raise Refused({**client.nacks[identifier], "wish": wish, "by": who})
        sequence = client.acks[identifier]
        if kept:
            self.sent.append({"who": who, "command": command, "sequence": sequence})
        return sequence

    async def got(self, kind: str, sequence: int) -> dict:
        """The fields of the last fact of a kind up to a sequence, as the coordinator was told it."""
        host = self.clients["host"]
        await host.until(lambda: host.sequence >= sequence, f"entry {sequence}")
        return next(entry["event"][kind] for entry in reversed(host.entries)
                    if entry["sequence"] <= sequence and kind in entry["event"])

    async def leave(self) -> None:
        """Everybody closes their device, one after the other, the coordinator last."""
        host = self.clients.pop("host")
        for who in sorted(self.clients):
            client = self.clients.pop(who)
            if not client.closed:
                await client.leave()
        await host.leave()
