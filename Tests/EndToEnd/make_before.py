"""How the data folder "before" was made: a real server, played through its public protocol. Run once, as

    STAFFROOM_BINARY=/path/to/an/early/staffroom python -m Tests.EndToEnd.make_before

It is kept so that one can see what is in the folder. To run it with a later version is to give up the guard; only what
the folder says may be written anew, with `--expected`, when an answer has got a new field for a named reason.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from Tests.EndToEnd import before, before_buddies, before_groups, before_room, before_said, store
from Tests.EndToEnd.before_stage import Cast, Stage
from Tests.EndToEnd.buddies import Coordinator
from Tests.EndToEnd.server import BINARY, Server, temporary_folder

BEGIN = 1_795_534_200_000
"""24 November 2026, half past three in the afternoon."""
RACES = 40
PASSWORD = "crëyr glas wrth yr aber"
PLAN = {"title": "Tŷ gwydr", "zone": "Europe/London", "segments": before_room.SEGMENTS,
        "options": {"lobby": False, "leastHeardFirst": False, "pulseAfterTalk": True, "chat": True}}
RECORDING = """
{"type":"meeting","id":"cyfarfod-bach","series":"bach","date":"2026-11-20","start":"2026-11-20T15:00:00Z","clock":true,"plenary":"main","flags":["dim camera “2”"]}
{"type":"attendee","p":"c1","mode":"room","org":"Ysgol Ŵyn"}
{"type":"attendee","p":"c2","mode":"remote"}
{"type":"connect","t":1.5,"p":"c1"}
{"type":"connect","t":2,"p":"c2"}
{"type":"agenda","t":3}
{"type":"hand_up","t":10,"p":"c2"}
{"type":"queue_peek","t":11,"p":"c1"}
{"type":"called","t":12,"p":"c2"}
{"type":"speech","t":20,"p":"c2","words":30,"chars":160}
{"type":"speech","t":25,"words":4,"chars":20}
{"type":"hand_up","t":30,"p":"c1"}
{"type":"hand_down","t":31,"p":"c1"}
{"type":"chat","t":40,"p":"c3","words":5,"chars":22}
"""


async def ended(cast: Cast, desk: Coordinator) -> Stage:
    """The rich one: played, ended, opened again, ended."""
    stage = Stage(cast, desk, desk.create(PLAN))
    await before_room.prepare(stage)
    for step in (before_room.arrive, before_room.change, before_room.flow, before_room.talk, before_room.tell):
        await step(stage)
    await before_groups.whole(stage, "late", "hidden2")
    await stage.do("host", "endMeeting")
    await stage.do("host", "reopenMeeting")
    await stage.do("host", "postMessage", text="Un peth arall 🎉")
    await stage.do("host", "endMeeting")
    await stage.leave()
    return stage


async def left_open(cast: Cast, desk: Coordinator, listed: dict) -> Stage:
    """The one that goes on: groups, a turn, hands, a pulse, somebody at the door; known people come again."""
    stage = Stage(cast, desk, listed)
    await stage.host()
    await before_room.arrive(stage)
    await before_room.change(stage)
    await stage.do("host", "openNext")
    await before_room.talk(stage)
    await before_groups.whole(stage, "late2", "hidden3")
    await stage.do("host", "openNext")
    sequence = await stage.do("host", "openNext")
    pulse = (await stage.got("pulseOpened", sequence))["pulse"]
    await stage.do("sian", "answerPulse", pulse=pulse, answer="nearly")
    await stage.do("count", "answerPulse", pulse=pulse, answer="lost")
    await stage.clients["host"].until(lambda: stage.clients["host"].sequence >= sequence, "all so far")
    stage.mark = stage.clients["host"].sequence
    await before_groups.running(stage)
    await stage.do("llyr", "raiseHand")
    await stage.do("host", "startTurn", person=stage.person("mair"))
    await stage.do("host", "setOptions", options=before_room.OPTIONS | {"lobby": True, "chat": False})
    await stage.enter("door", "Wrth y Drws", school="Ysgol Newydd")
    await stage.leave()
    return stage


async def small(cast: Cast, desk: Coordinator, who: str, **fields: object) -> Stage:
    """Opened, one message, ended."""
    stage = Stage(cast, desk, desk.create(PLAN | {"title": f"Bach: {who}"}, **fields))
    await stage.host()
    await stage.do("host", "openMeeting")
    await stage.enter(who, f"Un {who}", school="Ysgol Fach")
    await stage.do(who, "postMessage", text="Byr ✂️")
    if who == "archif":
        await erased(stage)
    await stage.do("host", "endMeeting")
    await stage.leave()
    return stage


async def erased(stage: Stage) -> None:
    """Locked while people knock: whoever is written down by then and not let in is erased again."""
    path, wish = stage.server.data / before.ERASURES, {"code": stage.code, "school": "Ysgol Dan Glo", "mode": "remote"}
    for turn in range(RACES):
        knocks = [asyncio.to_thread(stage.server.post, "/api/join", wish | {"name": f"Ras {turn}-{number}"})
                  for number in range(4)]
        await asyncio.gather(*knocks, stage.do("host", "lockRoom"))
        await stage.do("host", "unlockRoom")
        if path.exists():
            return
    raise AssertionError("nobody was erased: run it again")


async def planned(cast: Cast, desk: Coordinator) -> Stage:
    """Only planned, with everything that can be prepared."""
    stage = Stage(cast, desk, desk.create(PLAN | {"title": "Wedi'i gynllunio 📅"}))
    await before_room.prepare(stage)
    wish = before_groups.plan([cast.person("sian")], [cast.person("llyr")], task="Paratoi")
    await stage.do("host", "saveDraft", title="Ymlaen llaw", plan=wish)
    await stage.leave()
    return stage


def staffroom(server: Server, *arguments: str) -> str:
    done = subprocess.run([str(BINARY), *arguments, "--data", str(server.data)], capture_output=True, text=True)
    assert done.returncode == 0, (arguments, done.stderr)
    return done.stdout.strip()


def make(folder: Path) -> None:
    server = before.server(folder, BEGIN)
    with server:
        cast, desk = Cast(server), Coordinator(server)
        desk.post("/api/network", {"name": "Rhwydwaith “STEM” Môn 🌊", "contact": "Swyddfa: 01248 000000",
                                   "notice": "Cedwir hyn.\nThis is kept.", "topics": [
                                       {"id": "python", "names": {"en": "Python", "cy": "Python"}},
                                       {"id": "send", "names": {"en": "SEND", "cy": "ADY"}}]})
        for login, role in (("gwerthuso", "evaluator"), ("cydlynu", "coordinator")):
            link = staffroom(server, "account", "add", "--role", role, login)
            answer = server.post("/api/account/setup", {
                "token": urlsplit(link).fragment.removeprefix("setup="), "name": f"Enw {login}", "login": login,
                "password": PASSWORD})
            assert answer.status == 200, answer
        meetings = {"ended": asyncio.run(ended(cast, desk)), "planned": asyncio.run(planned(cast, desk))}
        meetings["rehearsal"] = asyncio.run(small(cast, desk, "prawf", rehearsal=True))
        meetings["archived"] = asyncio.run(small(cast, desk, "archif"))
        assert desk.post(f"/api/meetings/{meetings['archived'].meeting}/archive").status == 200
        kept = before_buddies.first_day(cast, desk)
        server.stop()
        (folder / "bach.jsonl").write_text(RECORDING.strip())
        staffroom(server, "replay", str(folder / "bach.jsonl"))
        server.start()
        server.move_clock(14.1)
        desk = Coordinator(server)
        listed = next(one for one in desk.get("/api/meetings").body["meetings"] if one["sample"])
        meetings["open"] = asyncio.run(left_open(cast, desk, listed))
        before_buddies.after_two_weeks(cast, kept, meetings["open"].meeting)
        recorded = next(one["id"] for one in desk.get("/api/meetings").body["meetings"]
                        if one["title"] == "cyfarfod-bach")
        assert server.stop()[0] == 0
        before.keep(server.data)
    found = before.kinds(server.data)
    assert found == before.ROOM_KINDS | before.NETWORK_KINDS, found ^ (before.ROOM_KINDS | before.NETWORK_KINDS)
    stage = meetings["open"]
    entries = store.read(server.data, stage.meeting).entries
    at = max(entry.at for entry in entries)
    before.write("people", {
        "at": at, "mark": stage.mark, "epoch": stage.epoch, "coordinator": desk.cookie,
        "cookies": cast.cookies, "people": cast.people,
        "meetings": {name: one.meeting for name, one in meetings.items()} | {"recorded": recorded},
        "codes": {name: one.code for name, one in meetings.items()},
        "logins": {"gwerthuso": PASSWORD, "cydlynu": PASSWORD}, "buddies": kept,
        "sent": {name: meetings[name].sent for name in ("ended", "open")}})


if __name__ == "__main__":
    if sys.argv[1:] != ["--expected"]:
        with temporary_folder() as made:
            make(Path(made))
    with temporary_folder() as again:
        before.write("expected", before_said.all_of_it(Path(again)))
