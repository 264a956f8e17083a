"""What a coordinator plans with over HTTP: each request asks who it is, whether the page is ours, whose network it is."""

from __future__ import annotations

import subprocess
from urllib.parse import urlsplit

import pytest

from Tests.EndToEnd.client import Client
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.room import run
from Tests.EndToEnd.server import BINARY, Server

START = 1_774_792_800_000
TWICE = 1_792_891_800_000
"""The second half past one of the night in which the clocks go back, 2026."""


@pytest.fixture
def planner(server) -> Planner:
    return Planner(server)


def other_network(server: Server) -> Planner:
    """The coordinator of another network on the same server."""
    done = subprocess.run(
        [str(BINARY), "account", "add", "--role", "coordinator", "--network", "South", "south", "--data",
         str(server.data)], capture_output=True, text=True, timeout=30)
    assert done.returncode == 0, done.stderr
    token = urlsplit(done.stdout.strip()).fragment.removeprefix("setup=")
    answer = server.post("/api/account/setup", {
        "token": token, "name": "South", "login": "south", "password": "heron by the estuary"})
    assert answer.status == 200, answer
    return Planner(server, answer.cookie)


def code(answer) -> str:
    return answer.body["error"]["code"]


def test_templates(planner):
    agendas = planner.get("/api/agendas").body["agendas"]
    assert [one["id"] for one in agendas] == [
        "termly-online", "termly-hybrid", "kit-launch", "celebration-day", "technicians-day", "induction"]
    for one in agendas:
        for language in ("en", "cy"):
            assert planner.create(planner.template(one["id"], language))["phase"] == "planned"


def test_a_copy_has_all_of_the_plan(planner):
    plan = planner.template("termly-hybrid", "cy") | {"plannedStart": START, "zone": "Europe/Dublin"}
    first = planner.create(plan)
    copied = planner.get(f"/api/meetings/{first['id']}/plan").body
    assert copied["title"] == plan["title"] and copied["options"] == plan["options"]
    assert (copied["plannedStart"], copied["zone"]) == (START, "Europe/Dublin")
    strip = [{key: value for key, value in one.items() if value is not None} for one in plan["segments"]]
    assert copied["segments"] == strip
    assert first["code"] and copied.pop("join").startswith("http")
    second = planner.create(copied)
    again = planner.get(f"/api/meetings/{second['id']}/plan").body
    again.pop("join")
    assert again == copied


def test_a_copy_is_in_the_same_place_and_on_the_same_call(planner):
    where = {"place": "Neuadd / Hall", "callLink": "https://call.example/1"}
    first = planner.create(planner.template("induction"), **where)
    told = planner.get(f"/api/meetings/{first['id']}/plan").body
    assert {name: told[name] for name in where} == where
    answer = planner.post("/api/meetings", planner.template("induction") | {"callLink": "javascript:alert(1)"})
    assert (answer.status, code(answer)) == (409, "badLink")
    assert len(planner.get("/api/meetings").body["meetings"]) == 2


def test_a_zone_that_does_not_exist(planner):
    answer = planner.post("/api/meetings", planner.template("induction") | {"zone": "Europe/Bangor"})
    assert (answer.status, code(answer)) == (409, "unknownZone")


def test_the_calendar_file(planner):
    meeting = planner.create(planner.template("induction") | {"plannedStart": START})
    reply = planner.get(f"/api/meetings/{meeting['id']}/calendar.ics")
    assert reply.status == 200 and reply.headers["Content-Type"].startswith("text/calendar")
    text = reply.text.replace("\r\n ", "")
    zoned = "TZID=Europe/London:20260329T"
    assert f"DTSTART;{zoned}150000\r\n" in text and f"DTEND;{zoned}155500\r\n" in text and "BEGIN:VTIMEZONE" in text
    assert "ATTENDEE" not in text and f"UID:{meeting['id']}@staffroom\r\n" in text
    # Its link is everybody's: it leads to the door of this meeting and knows nobody.
    link = next(line for line in text.splitlines() if line.startswith("URL:")).split("#l=")[1]
    card = planner.server.post("/api/door", {"link": link}).body
    assert (card["meeting"], card["kind"], card.get("you")) == (meeting["id"], "room", None)
    # Without parts it still ends after it begins; in the hour that comes twice it says which of the two.
    empty = planner.create(planner.template("induction") | {"segments": [], "plannedStart": TWICE})
    text = planner.get(f"/api/meetings/{empty['id']}/calendar.ics").text
    assert "DTSTART:20261025T013000Z\r\n" in text and "DTEND:20261025T023000Z\r\n" in text
    unplanned = planner.create(planner.template("induction"))
    assert planner.get(f"/api/meetings/{unplanned['id']}/calendar.ics").status == 409


def test_archive_and_bring_back(planner):
    meeting = planner.create(planner.template("induction"))
    path, door = f"/api/meetings/{meeting['id']}", {"code": meeting["code"]}
    assert planner.post(f"{path}/reopen").status == 409
    assert planner.post(f"{path}/archive").status == 200
    assert planner.listed(meeting["id"])["archived"]
    assert planner.server.post("/api/door", door).status == 404
    assert planner.post(f"{path}/archive").status == 409
    assert planner.post(f"{path}/reopen").body == {"code": meeting["code"]}
    assert planner.server.post("/api/door", door).status == 200


def test_delete_only_what_nobody_was_in(planner):
    async def look_and_delete(meeting: dict) -> None:
        # The console is open when it goes: it is told, and the server goes on.
        console = await Client(planner.server.port, meeting["id"], planner.cookie, role="coordinator").connect()
        await console.do({"retitle": {"title": "Never mind"}})
        assert planner.post(f"/api/meetings/{meeting['id']}/delete").status == 200
        await console.gone()
        assert console.bye == "gone" and console.closed[0] == 4404

    async def opened(meeting: dict) -> None:
        lead = await Client(planner.server.port, meeting["id"], planner.cookie, role="coordinator").connect()
        await lead.do({"openMeeting": {}})
        for verb, reason in (("delete", "meetingBegun"), ("archive", "meetingIsOpen")):
            answer = planner.post(f"/api/meetings/{meeting['id']}/{verb}")
            assert (answer.status, code(answer)) == (409, reason)
        await lead.do({"endMeeting": {}})
        await lead.leave()
        assert code(planner.post(f"/api/meetings/{meeting['id']}/delete")) == "meetingBegun"
        assert planner.post(f"/api/meetings/{meeting['id']}/archive").status == 200

    gone, kept = (planner.create(planner.template("induction")) for _ in range(2))
    run(look_and_delete(gone))
    assert gone["id"] not in [one["id"] for one in planner.get("/api/meetings").body["meetings"]]
    assert planner.get(f"/api/meetings/{gone['id']}/plan").status == 404
    run(opened(kept))
    # What is left is whole, also for the next start.
    server = planner.server
    assert server.stop()[0] == 0
    done = subprocess.run([str(BINARY), "verify", "--data", str(server.data)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    server.start()
    assert planner.listed(kept["id"])["archived"]


def test_the_network_says_who_it_is(planner):
    async def contact_changes() -> None:
        lead = await Client(planner.server.port, planner.server.meeting, planner.cookie, role="coordinator").connect()
        wish = {"name": "  North  ", "contact": "Elin", "notice": "Kept for a year.\n\nAsk Elin."}
        assert planner.post("/api/network", wish).body == {**wish, "name": "North"}
        await lead.until(lambda: lead.welcomes[-1]["network"] == {"name": "North", "contact": "Elin"}, "the new name")
        await lead.leave()

    run(contact_changes())
    assert planner.get("/api/network").body["notice"] == "Kept for a year.\n\nAsk Elin."
    card = planner.server.post("/api/door", {"code": planner.server.code}).body
    assert (card["network"], card["contact"], card["notice"]) == ("North", "Elin", "Kept for a year.\n\nAsk Elin.")
    assert code(planner.post("/api/network", {"name": " ", "contact": "", "notice": ""})) == "textMissing"


def test_every_request_asks_who_it_is(server, planner):
    meeting = planner.create(planner.template("induction") | {"plannedStart": START})["id"]
    gets = ["/api/agendas", "/api/network", f"/api/meetings/{meeting}/plan", f"/api/meetings/{meeting}/calendar.ics"]
    posts = [f"/api/meetings/{meeting}/{verb}" for verb in ("delete", "archive", "reopen")] + ["/api/network"]
    south = other_network(server)
    network = {"name": "South", "contact": "", "notice": ""}
    for path in gets:
        assert planner.get(path, is_signed_in=False).status == 401, path
        assert planner.get(path).status == 200, path
    for path in gets[2:]:
        assert south.get(path).status == 404, path
    for path in posts:
        assert code(server.post(path, {**network, "csrf": planner.csrf})) == "signedOut", path
        assert code(server.post(path, {**network, "csrf": "x"}, cookie=planner.cookie)) == "badCsrf", path
        foreign = server.post(path, {**network, "csrf": planner.csrf}, cookie=planner.cookie,
                              headers={"Origin": "http://elsewhere.example"})
        assert code(foreign) == "foreignOrigin", path
    for path in posts[:3]:
        assert south.post(path).status == 404, path
    assert south.post("/api/network", network).status == 200
    assert planner.get("/api/network").body["name"] != "South"
    assert planner.listed(meeting)["archived"] is False
