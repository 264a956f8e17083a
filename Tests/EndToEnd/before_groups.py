"""Plays rounds of groups with everything that can happen in one."""

from __future__ import annotations

from Tests.EndToEnd.before_stage import Stage
from Tests.EndToEnd.before_room import LONG
from Tests.EndToEnd.grouping import plan

LINK = "https://meet.example.org/K7QD2M-1?x=ŵ"


async def form(stage: Stage, *groups: list[str], **fields: object) -> list[str]:
    """Forms groups of people by their short names; the groups' ids."""
    wish = plan(*[[stage.person(who) for who in group] for group in groups], **fields)
    wish["draw"] = {"choice": "expertise", "seed": 7, "iterations": 36_000, "engine": "staffroom-groups/2",
                    "points": 41, "isEdited": True}
    first = wish["groups"][0]
    first |= {"table": 3, "bridge": first["members"][0],
              "roles": {"facilitator": first["members"][0], "scribe": first["members"][1]},
              "texts": {"task": LONG, "link": LINK, "expected": ["Elin", "Rhywun Arall"]}}
    sequence = await stage.do("host", "formGroups", plan=wish)
    return [one["group"] for one in (await stage.got("groupsFormed", sequence))["groups"]]


async def whole(stage: Stage, late: str, again: str) -> None:
    """A round from its forming to its end; `late` comes for a kept seat, `again` for any."""
    one, two = await form(stage, ["sian", "count", "nia"], ["llyr", "mair", "other"], task="Gwnewch iddo ymateb 💡")
    await stage.enter(late, "elin ", school="Ysgol Elin")
    await stage.clients["host"].event("peopleMoved")
    known = stage.clients["host"].sequence
    await stage.enter(again, "Hwyr Iawn", school="Ysgol Hwyr", tier="count_only")
    await stage.clients["host"].event("peopleMoved", after=known)
    await stage.do("host", "movePeople", moves=[
        {"person": stage.person("other"), "to": one}, {"person": stage.person("mair"), "to": None}])
    await stage.do("host", "openGroup", reason=None, plan={
        "members": [stage.person("phone"), stage.person("wait")], "table": 9, "roles": {}, "texts": {"task": "Newydd"}})
    await stage.do("host", "editGroup", group=two, table=4, bridge=stage.person("llyr"),
                   roles={"reporter": stage.person("llyr")}, texts={"task": "Arall", "resources": LONG})
    await stage.do("host", "editGroup", texts={"task": "I bawb", "resources": "📎 https://example.org"}, roles={})
    for who, signal in (("sian", "help"), ("llyr", "done"), ("count", "moreTime")):
        await stage.do(who, "signal", signal=signal)
    await stage.do("host", "visitGroup", group=one)
    await stage.do("host", "signal", group=one, signal="timeHeard")
    await stage.do("llyr", "signal", signal="notDone")
    await stage.do("host", "visitGroup", group=None)
    await notes(stage, one)
    await stage.do("host", "announce", text="Dau funud arall! ⏱️\n“Two more”")
    await stage.do("host", "endGroups")


async def notes(stage: Stage, group: str) -> None:
    """Cards and chat of one group."""
    async def card(who: str, **fields: object) -> str:
        return (await stage.got("cardWritten", await stage.do(who, "writeCard", **fields)))["card"]

    first = await card("sian", text=LONG, isReport=True)
    second = await card("count", text="Cudd: nodyn", re=first, isReport=False)
    third = await card("host", group=group, text="withdrawn", isReport=False)
    await stage.do("host", "withdrawCard", card=third)
    await stage.do("table", "writeCard", "nia", text="Nia, wrth y bwrdd", isReport=False)
    await stage.do("count", "editCard", card=second, text="Cudd: nodyn “gwell”")
    await stage.do("sian", "moveCard", card=second, index=0)
    for who in ("sian", "count", "host"):
        await stage.do(who, "starCard", card=first)
    await stage.do("host", "unstarCard", card=first)
    await stage.do("count", "postMessage", text="Dim ond i'n grŵp ni 🤫", group=group, kept=True)
    await stage.do("sian", "postMessage", text="Iawn", group=group, kept=True)


async def running(stage: Stage) -> None:
    """A round that is left running: with a call for help, a visit, notes."""
    one, _ = await form(stage, ["sian", "count", "nia"], ["llyr", "mair", "other"], task="Yr ail rownd")
    await stage.do("llyr", "signal", signal="help")
    await stage.do("sian", "writeCard", text="Ar ganol y gwaith…", isReport=False)
    await stage.do("ann", "visitGroup", group=one)
    await stage.do("sian", "postMessage", text="Yn y grŵp o hyd", group=one)
