"""Knows how groups are proposed and formed over the wire, and where everybody sits by what they were sent."""

from __future__ import annotations

from Tests.EndToEnd.client import Client
from Tests.EndToEnd.planning import Planner


def plan(*groups: list[str], **fields: object) -> dict:
    """A round of groups put together by hand."""
    draw = {"choice": "byHand", "seed": 0, "iterations": 0, "engine": "", "points": 0, "isEdited": False}
    return {"groups": [{"members": members, "roles": {}, "texts": {}} for members in groups], "draw": draw, **fields}


def planned(proposal: dict, **fields: object) -> dict:
    """A proposal as the wish to form it."""
    keys = ("members", "bridge", "roles")
    groups = [{**{key: one[key] for key in keys if key in one}, "texts": {}} for one in proposal["groups"]]
    return {"groups": groups, "draw": proposal["draw"], **fields}


def propose(planner: Planner, meeting: str, choice: str = "mix", **fields: object) -> dict:
    """Groups as the console is shown them."""
    answer = planner.post("/api/groups", {"meeting": meeting, "choice": choice, **fields})
    assert answer.status == 200, answer
    return answer.body


async def form(lead: Client, *groups: list[str], **fields: object) -> list[dict]:
    """Forms groups; the seats as the event has them."""
    sequence = await lead.do({"formGroups": {"plan": plan(*groups, **fields)}})
    formed = await lead.event("groupsFormed", after=sequence - 2)
    return formed["event"]["groupsFormed"]["groups"]


def seats(client: Client) -> dict[str, str]:
    """Who sits in which group of the running round, from a fresh room and what came after it."""
    where: dict[str, str] = {}
    whole = next(one["room"] for one in reversed(client.welcomes) if one.get("room"))
    rounds = whole.get("rounds", [])
    if rounds and "endedAt" not in rounds[-1]:
        where = {member: group["id"] for group in rounds[-1]["groups"] for member in group["members"]}
    for entry in client.entries:
        (kind, fields), = entry["event"].items()
        if kind == "groupsFormed":
            where = {member: group["group"] for group in fields["groups"] for member in group["members"]}
        elif kind == "groupOpened":
            where |= {member: group["group"] for group in fields["groups"] for member in group["members"]}
        elif kind == "peopleMoved":
            for move in fields["moves"]:
                where.pop(move["person"], None)
                if "to" in move:
                    where[move["person"]] = move["to"]
        elif kind == "groupsEnded":
            where = {}
    return where
