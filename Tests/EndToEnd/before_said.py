"""Asks a server on the data folder "before" everything that it can be asked, and compares answers.

What depends on the moment is left out here, and nowhere else: `now`, every time after the folder was made, and the
stamp of a calendar file. A matrix of a QR code is told by its size and a sum.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
import subprocess
from pathlib import Path

from Tests.EndToEnd import before
from Tests.EndToEnd.buddies import RULE, Buddy, Coordinator
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.server import BINARY, Server

LATER_MILLISECONDS = 3_600_000
FAR = 100
"""Entries before the mark; whether so many are told one by one is the server's choice."""
# Who looks at each meeting, one after the other: all whose view of it differs.
LOOKING = {
    "ended": ("host", "ann", "sian", "table", "owen", "count", "other", "guest", "gone", "wall"),
    "open": ("host", "ann", "wall", "sian", "llyr", "table", "count", "other", "guest", "door", "denied", "gone"),
    "planned": ("host", "wall"),
    "rehearsal": ("host", "prawf", "wall"),
    "archived": ("host", "archif"),
    "recorded": ("host",),
}


def settled(value: object, at: int) -> object:
    """The same without what depends on the moment."""
    if isinstance(value, dict):
        return {key: settled(one, at) for key, one in value.items() if key != "now"}
    if isinstance(value, list):
        if value and all(isinstance(one, str) and set(one) <= {"0", "1"} for one in value):
            return f"{len(value)} rows, {hashlib.sha256(''.join(value).encode()).hexdigest()[:16]}"
        return [settled(one, at) for one in value]
    if isinstance(value, int) and not isinstance(value, bool) and at < value <= at + LATER_MILLISECONDS:
        return "(later)"
    return re.sub(r"DTSTAMP:\w+", "DTSTAMP:(now)", value) if isinstance(value, str) else value


def differences(expected: object, found: object, path: str = "$") -> list[str]:
    """Where two values differ, one line each, in order: the first is where to look."""
    if isinstance(expected, dict) and isinstance(found, dict):
        lines = []
        for key in sorted(expected.keys() | found.keys()):
            inner = f"{path}.{key}"
            if key not in found:
                lines.append(f"{inner}: was {short(expected[key])}, is missing")
            elif key not in expected:
                lines.append(f"{inner}: was not there, is {short(found[key])}")
            else:
                lines += differences(expected[key], found[key], inner)
        return lines
    if isinstance(expected, list) and isinstance(found, list):
        pairs = zip(expected, found)
        lines = [f"{path}: had {len(expected)}, has {len(found)}"] if len(expected) != len(found) else []
        return lines + [line for index, (one, other) in enumerate(pairs)
                        for line in differences(one, other, f"{path}[{index}]")]
    same = expected == found and type(expected) is type(found)
    return [] if same else [f"{path}: was {short(expected)}, is {short(found)}"]


def short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 160 else text[:160] + "…"


class Asking:
    """The questions, put to one server on the folder."""

    def __init__(self, server: Server):
        self.server, self.known = server, before.load("people")
        self.meetings: dict[str, str] = self.known["meetings"]
        self.people: dict[str, str] = self.known["people"]
        self.cookies: dict[str, str] = self.known["cookies"]
        self.wall: dict[str, str] = {}
        self.desk = Coordinator(server, self.known["coordinator"])

    def client(self, name: str, who: str) -> Client:
        meeting, port = self.meetings[name], self.server.port
        if who == "host":
            return Client(port, meeting, self.desk.cookie, role="coordinator")
        if who == "wall":
            return Client(port, meeting, None, role="wall", key=self.wall[name])
        return Client(port, meeting, self.cookies[who])

    async def rooms(self) -> dict:
        """What everybody is told who comes in; they stay until all are there, so that one order is kept."""
        told: dict[str, dict] = {"welcomes": {}, "missed": {}, "far": {}, "groups": {}}
        for name, looking in LOOKING.items():
            here: dict[str, Client] = {}
            for who in looking:
                client = self.client(name, who)
                told["welcomes"].setdefault(name, {})[who] = await self.welcome(client, here.get("host", client))
                if client.welcomes:
                    here[who] = client
                if who == "host":
                    self.wall[name] = client.welcomes[-1]["links"]["wall"].split("#k=")[1]
            if name == "open":
                told["missed"] = {who: await self.back(client, 0) for who, client in here.items()}
                told["far"] = {who: await self.back(here[who], FAR) for who in ("host", "wall")}
                told["groups"] = self.groups()
            await self.leave(here, is_open=name == "open")
        return told

    async def leave(self, here: dict[str, Client], *, is_open: bool) -> None:
        """All go, one after the other; with an open meeting it is waited until the log has it."""
        host, wall = here.pop("host"), here.pop("wall", None)
        last = host.sequence
        for who, client in here.items():
            await client.leave()
            if is_open and who != "door":
                await host.event("presenceEnded", after=last, person=self.people[who])
        await host.leave()
        if wall:
            if is_open:
                await wall.event("presenceEnded", after=last, person=self.people["host"])
            await wall.leave()

    @staticmethod
    async def welcome(client: Client, host: Client) -> dict:
        """The welcome of one, once the coordinator has heard of it; or the good-bye."""
        try:
            await client.connect()
        except ConnectionError:
            return {"bye": client.bye, "closed": client.closed[0]}
        welcome = dict(client.welcomes[-1])
        # Every folder marks its entries by a key of its own.
        welcome.pop("hash", None)
        person, phase = welcome["you"].get("person"), welcome["room"]["details"]["phase"]
        if phase == "open" and person and welcome["you"]["as"] != "waiting":
            await host.event("presenceBegan", person=person)
        return welcome

    async def back(self, client: Client, more: int) -> list | str:
        """What somebody is told who missed the end of the log: the entries, or the room where those would not do."""
        client.epoch, client.sequence = self.known["epoch"], self.known["mark"] - more
        # A place of long ago, of which nobody has the mark.
        client.hash = None
        welcome = await client.hello()
        return welcome["events"] if welcome["resumed"] else "the room"

    def groups(self) -> dict:
        """Groups that are proposed for those who are here, with what the history says of them."""
        body = {"meeting": self.meetings["open"], "size": 3, "seed": 7}
        return {choice: self.desk.post("/api/groups", body | {"choice": choice}).body
                for choice in ("mix", "expertise", "newPartners", "separate")}

    def pages(self) -> dict:
        """What the console and the door show."""
        desk, told = self.desk, {}
        for path in ("/api/account", "/api/meetings", "/api/network"):
            told[path] = desk.get(path).body
        for name, meeting in self.meetings.items():
            for page in ("plan", "report", "calendar.ics"):
                reply = desk.get(f"/api/meetings/{meeting}/{page}")
                told[f"{name}/{page}"] = [reply.status, reply.text if page == "calendar.ics" else reply.body]
            answer = desk.post(f"/api/meetings/{meeting}/personal", {"person": self.people["sian"]})
            told[f"{name}/personal"] = [answer.status, answer.body]
        for name, code in self.known["codes"].items():
            for who in ("sian", "llyr", "count", "gone", "guest", None):
                answer = self.server.post("/api/door", {"code": code}, cookie=self.cookies[who] if who else None)
                told[f"{name}/door/{who}"] = [answer.status, answer.body]
        for login, password in self.known["logins"].items():
            answer = self.server.post("/api/account/login", {"login": login, "password": password})
            told[f"login/{login}"] = [answer.status, answer.body["account"]]
        return told

    def buddies(self) -> dict:
        """What teachers and the coordinator are shown of buddies."""
        told: dict[str, object] = {}
        for who in ("sian", "llyr", "ann", "owen", "other", "wait", "late", "denied", "stranger"):
            one = Buddy(self.server, who, self.cookies[who])
            told[who] = {verb: self.answer(one, verb) for verb in ("page", "link")}
            told[who]["contacts"] = self.answer(one, "contacts", {"pair": self.known["buddies"]["pair"]})
            for name in ("ended", "open"):
                path = f"/api/buddies/mine?meeting={self.meetings[name]}"
                told[who][f"mine/{name}"] = Coordinator.get(_Looking(self.server, self.cookies[who]), path).body
        told["overview"] = self.desk.overview()
        for everybody in (False, True):
            told[f"preview/{everybody}"] = self.desk.post(
                "/api/buddies/preview", {"rule": RULE, "everybody": everybody}).body
        return told

    @staticmethod
    def answer(one: Buddy, verb: str, body: dict | None = None) -> list:
        answer = one.post(verb, body)
        return [answer.status, answer.body]


class _Looking:
    """A device that only reads."""

    def __init__(self, server: Server, cookie: str):
        self.server, self.cookie = server, cookie


def program(data: Path, *arguments: str) -> str:
    """What the program says of the folder."""
    done = subprocess.run(
        [str(BINARY), *arguments, "--data", str(data)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, (arguments, done.returncode, done.stdout, done.stderr)
    return done.stdout


def offline(data: Path, meetings: dict[str, str]) -> dict:
    """What the program says of a folder that nobody serves."""
    return {
        "verify": json.loads(program(data, "verify", "--json")),
        "report": json.loads(program(data, "report", "--json")),
        "report/rehearsal": json.loads(program(data, "report", "--json", meetings["rehearsal"])),
        "report/lines": program(data, "report").splitlines(),
        "accounts": program(data, "account", "list").splitlines(),
    }


def all_of_it(folder: Path) -> dict:
    """Everything that the folder says, of a folder made of its text."""
    before.rebuild(folder / "data")
    known = before.load("people")
    said = offline(folder / "data", known["meetings"])
    with before.server(folder, known["at"]) as server:
        said |= online(server)
        assert server.stop()[0] == 0
    return settled(said, known["at"])


def online(server: Server) -> dict:
    """What a server on the folder says, in one order."""
    asking = Asking(server)
    return {**asyncio.run(asking.rooms()), "pages": asking.pages(), "buddies": asking.buddies()}
