"""Somebody is erased: gone from every file and every screen at once, the log still verifies, a restore erases again."""

from __future__ import annotations

import json

import pytest

from Tests.EndToEnd import grouping, room
from Tests.EndToEnd.buddies import Buddy, Coordinator
from Tests.EndToEnd.client import Client, Refused
from Tests.EndToEnd.erasing import ADDRESS, NAME, SCHOOL, found_in, good, held, is_nowhere, staffroom, word
from Tests.EndToEnd.server import Server

USAGE, DATA = 64, 65


class Scene:
    """The person on two devices, somebody else, the lead and a wall; all of what each is sent after a mark is kept."""

    def __init__(self, server: Server):
        self.server, self.heard = server, []
        self.is_listening = False

    def _note(self, message: dict) -> None:
        if self.is_listening:
            self.heard.append(json.dumps(message, ensure_ascii=False))

    async def set(self) -> "Scene":
        server = self.server
        self.lead = await room.lead(server)
        self.desk = Coordinator(server, self.lead.cookie)
        self.one, self.ticket = await room.teacher(server, NAME, school=SCHOOL)
        self.laptop = await room.device(server, self.ticket).connect()
        self.other, self.other_ticket = await room.teacher(server, "Nia Bowen", school="Oakfield")
        self.person = self.ticket.person
        for client in (self.lead, self.other):
            client.on_message = self._note
        return self

    async def speak(self) -> None:
        """Says something wherever something can be said, and others build on it."""
        first = await self.one.do({"postMessage": {"text": word("chat")}})
        await self.other.do({"postMessage": {"text": "I agree", "re": f"m{first}"}})
        await self.other.do({"react": {"message": f"m{first}", "reaction": "agree"}})
        second = await self.one.do({"postMessage": {"text": "wrong"}})
        await self.one.do({"correctMessage": {"message": f"m{second}", "text": word("corrected")}})
        hidden = await self.one.do({"postMessage": {"text": word("hidden")}})
        await self.lead.do({"hideMessage": {"message": f"m{hidden}"}})
        await self.one.do({"askQuestion": {"text": word("question")}})
        await self.one.do({"rename": {"name": f"{NAME} Jones", "school": SCHOOL}})
        await self.one.do({"raiseHand": {}})
        # A seat kept by name, in what the lead prepared and in what runs.
        texts = {"expected": [f"{NAME} Jones"], "task": "Build"}
        waiting = grouping.plan([self.other_ticket.person])
        waiting["groups"][0]["texts"] = texts
        await self.lead.do({"saveDraft": {"title": "Later", "plan": waiting}})
        groups = await grouping.form(self.lead, [self.person, self.other_ticket.person])
        group = groups[0]["group"]
        await self.one.do({"writeCard": {"group": group, "text": word("card"), "isReport": False}})
        card = (await self.other.event("cardWritten", person=self.person))["event"]["cardWritten"]["card"]
        await self.one.do({"editCard": {"card": card, "text": f"{word('card')} and more"}})
        await self.other.do({"writeCard": {"group": group, "text": "mine stays", "isReport": False}})
        await self.one.do({"postMessage": {"text": word("group"), "group": group}})
        await self.one.do({"correctRecord": {"claim": "was_here"}})
        self.complain()

    def complain(self) -> None:
        """About data, with a way to answer; a coordinator settles it and names them in what came of it."""
        made = self.server.post("/api/complaint", {"meeting": self.server.meeting, "text": word("complaint"),
                                                   "contact": ADDRESS}, cookie=self.ticket.cookie)
        assert made.status == 200, made
        settled = self.desk.post("/api/ledger/settle", {"complaint": made.body["complaint"]["id"],
                                                        "outcome": f"{NAME}: {word('outcome')}"})
        assert settled.status == 200 and held(json.dumps(settled.body, ensure_ascii=False)), settled

    def pair(self) -> tuple[Buddy, Buddy]:
        """Buddies with a page that both have written on."""
        mine = Buddy(self.server, NAME, self.ticket.cookie, self.person, f"write to {ADDRESS}")
        theirs = Buddy(self.server, "Nia", self.other_ticket.cookie, self.other_ticket.person, "nia@example.org")
        mine.opt_in(offers=[word("offer")], needs=["CAD"], subject=word("subject"))
        theirs.opt_in(offers=["CAD"], needs=[])
        self.desk.publish()
        mine.say_yes()
        theirs.say_yes()
        pair = theirs.pair
        theirs.do({"writeBuddyNote": {"pair": pair, "text": "their own note"}})
        mine.do({"writeBuddyNote": {"pair": pair, "text": word("note")}})
        mine.do({"setBuddyGoal": {"pair": pair, "text": word("goal")}})
        return mine, theirs

    async def listen(self) -> None:
        """From here on; what was on its way before is read first."""
        for client in (self.lead, self.other):
            await client.hello()
        self.is_listening = True

    async def is_forgotten(self, theirs: Buddy | None = None) -> None:
        """The person is out, and whoever is left sees what is left."""
        for client in (self.one, self.laptop):
            await client.gone()
            assert client.bye == "forgotten"
        for client in (self.lead, self.other):
            await client.hello()
            whole = client.welcomes[-1]
            assert held(json.dumps(whole, ensure_ascii=False)) == []
            assert self.person not in (whole.get("room") or {}).get("people", {})
        again = room.device(self.server, self.ticket)
        await again.open()
        await again.say({"hello": {"protocol": 1, "as": "teacher", "meeting": again.meeting}})
        await again.gone()
        assert again.bye == "unknown" and not again.welcomes
        if theirs:
            page = theirs.page()
            assert held(json.dumps(page, ensure_ascii=False)) == [] and "buddies" not in page
            theirs.do({"optOutBuddy": {}})


def test_everything_of_a_person_goes_while_the_meeting_runs(server, tmp_path):
    async def play() -> None:
        scene = await Scene(server).set()
        await scene.speak()
        mine, theirs = scene.pair()
        before = tmp_path / "before.db"
        good("backup", "--data", server.data, before)
        assert found_in(server.data) and found_in(before)
        await scene.listen()
        said = good("erase", "--data", server.data, "--yes", ADDRESS.upper())
        assert scene.person in said and "erased: 1 people" in said
        await scene.is_forgotten(theirs)
        # What the others are sent from the first byte after it has nothing of the person.
        assert [text for text in scene.heard if held(text)] == []
        assert "mine stays" in "".join(scene.heard)
        assert mine.post("page").status == 401
        # Nothing can be done for them any more, and everything goes on for everybody else.
        with pytest.raises(Refused):
            await scene.lead.do({"rename": {"person": scene.person, "name": NAME}})
        await scene.other.do({"postMessage": {"text": "still here"}})
        is_nowhere(server, tmp_path / "after.db", scene.person)
        server.kill()
        server.start()
        await scene.other.gone()
        await scene.other.connect()
        assert held(json.dumps(scene.other.welcomes[-1], ensure_ascii=False)) == []
        is_nowhere(server, tmp_path / "after.db", scene.person)
        server.stop()
        # A backup of before has them; a restore erases them again, and what it puts aside has nothing either.
        good("restore", "--force", "--data", server.data, before)
        assert found_in(server.data) == {}
        good("verify", "--data", server.data)
        server.start()
        assert found_in(server.data) == {}

    room.run(play())


def test_without_a_server_the_command_does_it_itself(server, tmp_path):
    async def play() -> Scene:
        scene = await Scene(server).set()
        await scene.speak()
        scene.pair()
        return scene

    scene = room.run(play())
    server.stop()
    assert found_in(server.data)
    assert staffroom("erase", "--data", server.data, scene.person).returncode == USAGE
    assert found_in(server.data), "nobody said yes"
    good("erase", "--data", server.data, "--yes", scene.person)
    assert found_in(server.data) == {}
    again = good("erase", "--data", server.data, "--yes", scene.person)
    assert "erased before" in again
    server.start()
    is_nowhere(server, tmp_path / "after.db", scene.person)


def test_a_person_of_two_meetings_goes_from_the_live_one_and_from_the_past_one(server, tmp_path):
    async def play() -> None:
        scene = await Scene(server).set()
        await scene.speak()
        await scene.lead.do({"endMeeting": {}})
        listed = scene.desk.create(scene.desk.template("induction"), title="Second meeting")
        lead = await Client(server.port, listed["id"], scene.lead.cookie, role="coordinator").connect()
        await lead.do({"openMeeting": {}})
        answer = server.post("/api/join", {"code": listed["code"], "mode": "remote"}, cookie=scene.ticket.cookie)
        assert answer.status == 200, answer
        here = await Client(server.port, listed["id"], scene.ticket.cookie).connect()
        await here.do({"postMessage": {"text": word("second")}})
        await lead.event("messagePosted")
        good("erase", "--data", server.data, "--yes", scene.person)
        await here.gone()
        assert here.bye == "forgotten"
        for meeting in (server.meeting, listed["id"]):
            seen = await Client(server.port, meeting, scene.lead.cookie, role="coordinator").connect()
            assert held(json.dumps(seen.welcomes[-1], ensure_ascii=False)) == []
            await seen.leave()
        is_nowhere(server, tmp_path / "after.db", scene.person)

    room.run(play())


def test_whoever_counts_only_or_waits_outside_is_erased_too(server, tmp_path):
    async def play() -> None:
        scene = await Scene(server).set()
        counted, ticket = await room.teacher(server, f"{NAME} the Second", school=SCHOOL, tier="count_only")
        await counted.do({"postMessage": {"text": word("counted")}})
        options = scene.lead.welcomes[-1]["room"]["details"]["options"]
        await scene.lead.do({"setOptions": {"options": {**options, "lobby": True}}})
        waiting = server.join(f"{NAME} the Third", school=SCHOOL)
        assert waiting.state == "waiting"
        outside = room.device(server, waiting)
        await outside.open()
        await outside.say({"hello": {"protocol": 1, "as": "teacher", "meeting": outside.meeting}})
        await outside.until(lambda: bool(outside.welcomes), "a welcome")
        for one in (ticket, waiting, scene.ticket):
            good("erase", "--data", server.data, "--yes", one.person)
        for client in (counted, outside):
            await client.gone()
            assert client.bye == "forgotten"
        whole = (await scene.lead.hello())
        assert held(json.dumps(whole, ensure_ascii=False)) == []
        is_nowhere(server, tmp_path / "after.db")

    room.run(play())


def test_an_account_is_erased_with_its_sessions_and_links(server, tmp_path):
    good("account", "add", "--data", server.data, "--role", "coordinator", "--network",
         network_name(server), ADDRESS)
    said = good("erase", "--data", server.data, "--yes", ADDRESS)
    assert "logs in" in said
    assert ADDRESS not in good("account", "list", "--data", server.data)
    assert found_in(server.data) == {}
    again = staffroom("erase", "--data", server.data, "--yes", ADDRESS)
    assert again.returncode == DATA and "nobody" in again.stderr
    good("verify", "--data", server.data)


def network_name(server: Server) -> str:
    return good("account", "list", "--data", server.data).split("\t", 1)[0]


def test_an_address_in_two_networks_has_to_be_said_more_exactly(server):
    async def play() -> None:
        scene = await Scene(server).set()
        scene.pair()

    room.run(play())
    good("account", "add", "--data", server.data, "--role", "evaluator", "--network", "South", ADDRESS)
    both = staffroom("erase", "--data", server.data, "--yes", ADDRESS)
    assert both.returncode == DATA and "several networks" in both.stderr and "South" in both.stderr
    good("erase", "--data", server.data, "--yes", "--network", "South", ADDRESS)
    assert found_in(server.data), "the other one is still there"
    good("erase", "--data", server.data, "--yes", ADDRESS)
    assert found_in(server.data) == {}
