"""Kits over a real socket: counts without names, help that comes from data, pictures that are theirs who took them."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing

from Tests.EndToEnd import kits, room
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.erasing import good
from Tests.EndToEnd.kits import kit, own
from Tests.EndToEnd.pace import allowed
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.server import Server
from Tests.EndToEnd.store import DATABASE

# What is promised of a quiet machine is one second; other tests run beside this one.
AT_ONCE_SECONDS = 5


def test_twelve_people_are_counted_and_nobody_is_watched(server: Server) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        segment = await kits.open_bench(lead)
        people = [await room.teacher(server, f"Teacher {number}") for number in range(12)]
        watcher, _ = people[0]
        heard: list[str] = []
        watcher.on_message = lambda message: heard.append(json.dumps(message))
        begun = time.monotonic()
        for number, (client, _) in enumerate(people[1:]):
            await client.do(kit(segment, 0, ["opened", "building", "working"][number % 3], f"canary-{number}"))
        last = await people[11][0].do(kit(segment, 1, "building"))
        await watcher.until(lambda: watcher.sequence >= last, "all taps")
        assert time.monotonic() - begun < allowed(AT_ONCE_SECONDS)
        taps = [one["event"]["kitSet"] for one in watcher.entries if "kitSet" in one["event"]]
        assert len(taps) == 12 and all(set(one) <= {
            "segment", "step", "state", "previousStep", "previousState"} for one in taps)
        assert "canary" not in "".join(heard)
        late, _ = await room.teacher(server, "Late")
        bench = next(one for one in late.welcomes[-1]["room"]["benches"] if one["segment"] == segment)
        assert sum(bench["counts"].values()) == 11 and bench["counts"]["1.building"] == 1
        assert "canary" not in json.dumps(late.welcomes[-1]) and "calls" not in bench

    room.run(body())


def test_who_is_stuck_is_offered_who_got_there_and_help_is_logged(server: Server) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        segment = await kits.open_bench(lead)
        (siân, asker), (amir, near), (mair, far), (other, _) = [await room.teacher(server, name, mode=mode) for name, mode in (
            ("Siân", "room_device"), ("Amir", "room_device"), ("Mair", "remote"), ("Gwen", "remote"))]
        heard: list[str] = []
        other.on_message = lambda message: heard.append(json.dumps(message))
        await mair.do(kit(segment, 0, "working"))
        await amir.do(kit(segment, 0, "working"))
        await siân.do(kit(segment, 0, "stuck", "canary light"))
        # In the room it is somebody in the room, though somebody on the call was there before.
        await amir.until(lambda: own(amir, near.person, segment).get("askers"), "the question")
        assert own(amir, near.person, segment)["askers"] == [{"person": asker.person, "step": 0, "note": "canary light"}]
        call = await lead.event("helpCalled", person=asker.person)
        assert call["event"]["helpCalled"]["note"] == "canary light"
        await amir.do({"declineHelp": {"segment": segment, "asker": asker.person}})
        await mair.until(lambda: own(mair, far.person, segment).get("askers"), "the question")
        await siân.until(lambda: own(siân, asker.person, segment).get("call", {}).get("peer") == far.person, "who comes")
        await siân.do({"giveHelp": {"segment": segment, "asker": asker.person, "helper": far.person}})
        given = (await lead.event("helpGiven"))["event"]["helpGiven"]
        assert (given["person"], given["peer"]) == (asker.person, far.person)
        await mair.until(lambda: not own(mair, far.person, segment).get("askers"), "that it is done")
        assert own(siân, asker.person, segment)["place"]["state"] == "building"
        await other.until(lambda: other.sequence >= lead.sequence, "all of it")
        assert "canary" not in "".join(heard) and not any(one in "".join(heard) for one in ("helpCalled", "helpGiven"))

    room.run(body())


def test_a_picture_is_its_authors_until_they_let_others_see_it(server: Server) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        segment = await kits.open_bench(lead)
        siân, ticket = await room.teacher(server, "Siân")
        _, other = await room.teacher(server, "Amir")
        where = kits.mark(0xE1, b"Exif\0\0 51.48N 3.18W")
        answer = kits.send_photo(server, ticket, segment, kits.jpeg(beside=where))
        assert answer.status == 200, answer
        photo = answer.body["photo"]
        status, content, headers = kits.see(server, ticket, photo)
        assert (status, content) == (200, kits.jpeg()), "all but the picture is gone, where it was taken too"
        assert headers["content-type"] == "image/jpeg" and headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in headers["content-security-policy"] and headers["content-disposition"].startswith("attachment")
        assert kits.see(server, other, photo)[0] == 404
        assert kits.see(server, ticket, photo, cookie="none=none")[0] == 401
        await siân.do({"showPhoto": {"photo": photo, "isShown": True}})
        assert kits.see(server, other, photo)[:2] == (200, kits.jpeg())
        await siân.do({"showPhoto": {"photo": photo, "isShown": False}})
        assert kits.see(server, other, photo)[0] == 404
        await siân.do({"removePhoto": {"photo": photo}})
        assert kits.see(server, ticket, photo)[0] == 404
        # Nobody sends one for somebody who has a device of their own.
        assert kits.send_photo(server, other, segment, kits.jpeg(), person=ticket.person).body["error"]["code"] == "notAllowed"

    room.run(body())


def test_what_is_no_picture_is_refused_by_name_and_harms_nothing(server: Server) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        segment = await kits.open_bench(lead)
        siân, ticket = await room.teacher(server, "Siân")
        for name, (content, code) in kits.HOSTILE.items():
            answer = kits.send_photo(server, ticket, segment, content)
            assert (answer.status, answer.body["error"]["code"]) == (409, code), name
        large = kits.send_photo(server, ticket, segment, kits.jpeg(scan=4 * kits.PHOTO_BYTES))
        assert (large.status, large.body["error"]["code"], large.body["error"]["limit"]) == (
            409, "fileTooLarge", kits.PHOTO_BYTES)
        assert kits.announced(server, "/api/photo", 9_000_000, ticket.cookie) == 413
        assert kits.send_photo(server, ticket, segment, kits.jpeg()).status == 200
        await siân.do(kit(segment, 0, "opened"))

    room.run(body())


def test_a_picture_goes_with_its_author(server: Server) -> None:
    async def body() -> str:
        lead = await room.lead(server)
        segment = await kits.open_bench(lead)
        siân, ticket = await room.teacher(server, "Siân")
        photo = kits.send_photo(server, ticket, segment, kits.jpeg()).body["photo"]
        await siân.do({"showPhoto": {"photo": photo, "isShown": True}})
        await siân.do({"reviewKit": {"segment": segment, "isStudent": True, "fiddly": 4, "frustrating": 1,
                                     "adaption": "canary-adaption"}})
        _, other = await room.teacher(server, "Amir")
        assert kits.see(server, other, photo)[0] == 200
        good("erase", ticket.person, "--yes", "--data", server.data)
        assert kits.see(server, other, photo)[0] == 404
        return ticket.person

    room.run(body())
    server.stop()
    with closing(sqlite3.connect(server.data / DATABASE)) as store:
        rows = [bytes(row[0]) for row in store.execute("SELECT json FROM personal")]
    assert not any(b"/9j/" in row or b"canary-adaption" in row for row in rows)


def test_what_is_said_of_a_kit_is_told_when_it_is_planned_again(server: Server) -> None:
    planner = Planner(server)
    assert planner.post("/api/kits", {}).body == {"kits": []}
    meeting = planner.create(planner.template("kit-launch"))

    async def body() -> None:
        lead = await Client(server.port, meeting["id"], planner.cookie, role="coordinator").connect()
        segment = next(one for one in lead.welcomes[-1]["room"]["agenda"] if "bench" in one)
        await lead.do({"openMeeting": {}})
        await lead.do({"openSegment": {"segment": segment["id"]}})
        ticket = server.join("Siân", code=meeting["code"])
        siân = await room.device(server, ticket).connect()
        for isStudent, fiddly in ((False, 1), (False, 4), (True, 2)):
            await siân.do({"reviewKit": {"segment": segment["id"], "isStudent": isStudent, "fiddly": fiddly, "frustrating": 3,
                                         "adaption": "Longer wires"}})

    room.run(body())
    told = planner.post("/api/kits", {})
    assert "Siân" not in json.dumps(told.body, ensure_ascii=False)
    assert told.body["kits"] == [{
        "name": "The new kit", "meetings": 1, "teacher": {"answers": 1, "fiddly": 4, "frustrating": 3},
        "student": {"answers": 1, "fiddly": 2, "frustrating": 3},
        "adaptions": [{"text": "Longer wires", "isStudent": False}, {"text": "Longer wires", "isStudent": True}]}]
