"""Knows how teachers and a coordinator use buddies over HTTP, and keeps every byte that each of them was sent."""

from __future__ import annotations

import asyncio
import json
import uuid
from dataclasses import dataclass, field

from Tests.EndToEnd.client import Client
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.server import Answer, Server

SKILLS = ["turtle graphics", "CAD", "SEND", "robotics", "bid writing"]
RULE = {"subject": "any", "phase": "any", "farthestKilometres": None, "allowsSameSchool": False}


@dataclass
class Buddy:
    """A teacher's device: by the ticket of a meeting, or by a personal link."""

    server: Server
    name: str
    cookie: str | None = None
    person: str = ""
    contact: str = ""
    heard: list[str] = field(default_factory=list)
    """The text of every answer so far."""

    def post(self, verb: str, body: dict | None = None) -> Answer:
        answer = self.server.post(f"/api/buddies/{verb}", body or {}, cookie=self.cookie)
        self.heard.append(json.dumps(answer.body, ensure_ascii=False))
        if answer.cookie and answer.cookie.startswith("buddies-"):
            self.cookie = f"{self.cookie}; {answer.cookie}" if self.cookie else answer.cookie
        return answer

    def page(self) -> dict:
        answer = self.post("page")
        assert answer.status == 200, answer
        return answer.body

    def act(self, wish: dict, identifier: str | None = None) -> Answer:
        return self.post("act", {"id": identifier or uuid.uuid4().hex, "do": wish})

    def do(self, wish: dict) -> dict:
        answer = self.act(wish)
        assert answer.status == 200, (wish, answer)
        return answer.body

    def opt_in(self, **fields: object) -> dict:
        wish = {"contact": self.contact, "phase": "secondary", "band": "3-5", "offers": [], "needs": []} | fields
        return self.do({"optInBuddy": {"wish": wish}})

    @property
    def pair(self) -> str:
        return self.page()["buddies"]["pair"]

    def say_yes(self) -> dict:
        return self.do({"acceptBuddy": {"pair": self.pair}})

    def contacts(self) -> Answer:
        return self.post("contacts", {"pair": self.pair})


def teacher(server: Server, number: int, **fields: object) -> Buddy:
    """Joins the sample's meeting, which must be open, from a school of their own."""
    name = f"Teacher {number:02}"
    ticket = server.join(name, school=str(fields.pop("school", f"School {number:02}")))
    return Buddy(server, name, ticket.cookie, ticket.person, f"canary-{number:02}-{uuid.uuid4().hex}@example.org")


class Coordinator(Planner):
    """The sample's coordinator, at the buddies."""

    def overview(self) -> dict:
        return self.ask("overview")

    def ask(self, verb: str, body: dict | None = None) -> dict:
        answer = self.post(f"/api/buddies/{verb}", body)
        assert answer.status == 200, (verb, answer)
        return answer.body

    def preview(self, is_for_everybody: bool = False, **rule: object) -> dict:
        return self.ask("preview", {"rule": RULE | rule, "everybody": is_for_everybody})

    def publish(self, is_for_everybody: bool = False, **rule: object) -> dict:
        seen = [[one["person"] for one in group["members"]]
                for group in self.preview(is_for_everybody, **rule)["groups"]]
        return self.ask("publish", {"rule": RULE | rule, "everybody": is_for_everybody, "groups": seen})


def groups_of(overview: dict) -> list[frozenset[str]]:
    """Who is with whom, of the round that is shown."""
    return [frozenset(one["person"] for one in pair["members"]) for pair in overview["pairs"]
            if pair["state"] != "ended"]


def open_meeting(server: Server) -> Coordinator:
    """The coordinator, with the meeting open so that people can join."""
    desk = Coordinator(server)

    async def run() -> None:
        client = await Client(server.port, server.meeting, desk.cookie, role="coordinator").connect()
        await client.do({"openMeeting": {}})
        await client.leave()

    asyncio.run(run())
    return desk


def opted_in(server: Server, count: int) -> list[Buddy]:
    people = [teacher(server, number) for number in range(count)]
    for number, one in enumerate(people):
        one.opt_in(offers=[SKILLS[number % 5]], needs=[SKILLS[(number + 1) % 5]])
    return people


def made(server: Server, count: int = 2) -> tuple[Coordinator, list[Buddy]]:
    """The coordinator, and people of whom all have said yes to who was proposed to them."""
    desk = open_meeting(server)
    people = opted_in(server, count)
    desk.publish()
    for one in people:
        one.say_yes()
    return desk, people
