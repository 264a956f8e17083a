"""Knows a lead who has no page: the bare client on a loop of its own, so that a test of phones says single wishes."""

import asyncio
import threading
import time
from collections.abc import Coroutine

from Tests.EndToEnd import room
from Tests.EndToEnd.planning import Planner

from .server import Server

ANSWER_SECONDS = 60.0
# `Limits.timeboxSeconds`.
LEAST_TIMEBOX_SECONDS = 30


class Lead:
    """The coordinator of the sample meeting, which is open."""

    def __init__(self, server: Server, cookie: str | None = None):
        self.server = server
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.client = self._run(room.lead(server, cookie=cookie))

    def _run(self, body: Coroutine):
        return asyncio.run_coroutine_threadsafe(body, self.loop).result(ANSWER_SECONDS)

    def do(self, wish: dict) -> int:
        """Says a wish and waits for its answer; a no is raised."""
        return self._run(self.client.do(wish))

    def come_back(self) -> None:
        """Connects again, to a server that was stopped and started."""
        self._run(self.client.gone())
        self._run(self.client.connect())

    @property
    def room(self) -> dict:
        """The room as it is now: a hello without a place brings the whole of it."""
        self.client.epoch = None
        return self._run(self.client.hello())["room"]

    def person(self, name: str) -> str:
        """The identifier of somebody of this name."""
        return next(id for id, person in self.room["people"].items() if person.get("name") == name)

    def open_part(self, kind: str) -> dict:
        """Opens the first part of that kind; the sample's third is where one works in groups."""
        part = next(one for one in self.room["agenda"] if one["kind"] == kind)
        self.do({"openSegment": {"segment": part["id"]}})
        return part

    def form(self, *groups: dict, **texts: object) -> None:
        """Groups by name: each is what a group's plan may hold, with `members` by name."""
        people = {person.get("name"): id for id, person in self.room["people"].items()}
        plans = []
        for group in groups:
            plan = {"roles": {}, "texts": {}} | group
            plan["members"] = [people[name] for name in group["members"]]
            plan["roles"] = {role: people[name] for role, name in plan["roles"].items()}
            if "bridge" in group:
                plan["bridge"] = people[group["bridge"]]
            plans.append(plan)
        draw = {"choice": "mix", "seed": 1, "iterations": 0, "engine": "", "points": 0, "isEdited": False}
        self.do({"formGroups": {"plan": {"groups": plans, "draw": draw | texts.pop("draw", {}), **texts}}})

    def bring(self, name: str) -> str:
        """Checks somebody in who has no device."""
        wish = {"meeting": self.server.meeting, "name": name, "mode": "room_no_device"}
        planner = Planner(self.server, self.client.cookie)
        answer = planner.post("/api/bring", wish)
        while answer.status == 429:
            # One lead brings sixty at once, then one a second; who is told to wait waits as long as is said.
            time.sleep(answer.body["error"]["waitMilliseconds"] / 1000)
            answer = planner.post("/api/bring", wish)
        assert answer.status == 200, answer
        return answer.body["person"]

    def leave_seconds(self, seconds: int) -> None:
        """Changes the open part's time so that this much is left of it, or as little as a part may have."""
        room, now = self.room, self.client.welcomes[-1]["now"]
        part = next(one for one in room["agenda"] if one["id"] == room["current"])
        left = part["runs"][-1]["from"] / 1000 + part["timeboxSeconds"] - now / 1000
        wanted = max(LEAST_TIMEBOX_SECONDS, part["timeboxSeconds"] + seconds - round(left))
        self.do({"adjustTimebox": {"segment": part["id"], "seconds": wanted - part["timeboxSeconds"]}})

    def leave_round_seconds(self, seconds: int) -> None:
        """Changes the time of the groups at work so that this much is left of it."""
        room, now = self.room, self.client.welcomes[-1]["now"]
        round_ = room["rounds"][-1]
        left = round_["formedAt"] / 1000 + round_["timeboxSeconds"] - now / 1000
        self.do({"adjustRound": {"seconds": seconds - round(left)}})

    @property
    def groups(self) -> list[dict]:
        """The groups of the newest round."""
        return self.room["rounds"][-1]["groups"]

    def end(self) -> None:
        self._run(self.client.leave())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(ANSWER_SECONDS)
        self.loop.close()
