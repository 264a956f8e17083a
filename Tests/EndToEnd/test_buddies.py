"""Buddies as a stranger would test them: no way to reach anybody leaks, nobody is dropped, nobody twice."""

from __future__ import annotations

import contextlib
import datetime
import http.client
import itertools
import json
import sqlite3
import subprocess

from Tests.EndToEnd.buddies import Buddy, Coordinator, RULE, groups_of, made, open_meeting, opted_in, teacher
from Tests.EndToEnd.server import Server

def canaries_heard(people: list[Buddy]) -> list[str]:
    """Whose contact was sent to whom."""
    return [f"{listener.name} was sent the contact of {one.name}" for one in people for listener in people
            if listener is not one and any(one.contact in text for text in listener.heard)]


def test_no_contact_in_any_byte_before_both_said_yes(server):
    desk = open_meeting(server)
    people = opted_in(server, 4)
    texts = [desk.get("/api/meetings").text, json.dumps(desk.preview()), json.dumps(desk.publish())]
    by_id = {one.person: one for one in people}
    for one in people:
        page = one.page()
        assert page["buddies"]["state"] == "proposed"
        assert one.contacts().body["error"]["code"] == "closed"
        other = by_id[page["buddies"]["others"][0]["person"]]
        assert one.post("contacts", {"pair": other.pair}).body["error"]["code"] == "closed"
    first = people[0]
    partner = by_id[first.page()["buddies"]["others"][0]["person"]]
    strangers = [one for one in people if one not in (first, partner)]
    first.say_yes()
    assert first.contacts().body["error"]["code"] == "closed"
    assert partner.contacts().body["error"]["code"] == "closed"
    for one in strangers:
        assert one.post("contacts", {"pair": first.pair}).body["error"]["code"] == "notFound"
        assert one.act({"acceptBuddy": {"pair": first.pair}}).body["error"]["code"] == "notFound"
    texts.append(json.dumps(desk.overview()))
    assert canaries_heard(people) == []
    made = partner.say_yes()
    assert made["buddies"]["state"] == "made"
    # Even now it is in one answer only, and in that of the two.
    assert canaries_heard(people) == []
    assert first.contacts().body["contacts"] == [{"person": partner.person, "contact": partner.contact}]
    assert partner.contacts().body["contacts"] == [{"person": first.person, "contact": first.contact}]
    for one in strangers:
        assert one.post("contacts", {"pair": first.pair}).body["error"]["code"] == "notFound"
        assert not any(first.contact in text or partner.contact in text for text in one.heard)
    texts.append(json.dumps(desk.overview()))
    assert not any(one.contact in text for one in people for text in texts)
    assert not any(one.contact in server.log() for one in people)


def test_eleven_people_are_four_pairs_and_a_three_and_nobody_again_next_term(server):
    desk = open_meeting(server)
    people = opted_in(server, 11)
    seen: set[frozenset[str]] = set()
    for term in range(2):
        overview = desk.publish(is_for_everybody=term > 0)
        groups = groups_of(overview)
        assert sorted(len(one) for one in groups) == [2, 2, 2, 2, 3]
        assert sorted(itertools.chain(*groups)) == sorted(one.person for one in people)
        assert overview["alone"] == []
        pairs = {frozenset(two) for group in groups for two in itertools.combinations(group, 2)}
        assert not pairs & seen, "the same two again"
        seen |= pairs
        for one in people:
            one.say_yes()
        assert {pair["state"] for pair in desk.overview()["pairs"] if pair["state"] != "ended"} == {"made"}
        for one in people:
            assert len(one.contacts().body["contacts"]) == len(one.page()["buddies"]["others"])
    reasons = [reason for group in desk.preview(is_for_everybody=True)["groups"] for reason in group["reasons"]]
    assert {"gives", "samePhase", "neverPaired"} <= {reason["code"] for reason in reasons}
    assert all(reason["skills"] for reason in reasons if reason["code"] == "gives")


def test_nobody_is_dropped_silently(server):
    desk = open_meeting(server)
    people = opted_in(server, 3)
    far = teacher(server, 20)
    far.opt_in(place={"latitudeTenths": 601, "longitudeTenths": -12}, farthestKilometres=10)
    overview = desk.publish()
    assert overview["alone"] == [{"who": {"person": far.person, "name": far.name, "school": "School 20"},
                                  "reason": "nobodyWithinReach"}]
    assert far.page()["news"]["code"] == "nobodyWithinReach"
    # One of three says no: the two who are left go on, and the third is in the list.
    for one in people[:2]:
        one.say_yes()
    pair = people[2].pair
    people[2].do({"declineBuddy": {"pair": pair}})
    assert people[0].page()["buddies"]["state"] == "made"
    assert {one["who"]["name"]: one["reason"] for one in desk.overview()["alone"]} == {
        far.name: "nobodyWithinReach", people[2].name: "notThisTime"}
    assert people[2].page()["news"]["code"] == "youLeft"
    # Then one of the two opts out: the other is told, and stays in the list.
    people[0].do({"optOutBuddy": {}})
    assert people[1].page()["news"]["code"] == "left"
    assert "buddies" not in people[1].page()
    assert people[1].post("contacts", {"pair": pair}).body["error"]["code"] == "closed"
    assert {one["who"]["name"] for one in desk.overview()["alone"]} == {far.name, people[1].name, people[2].name}
    # The two who are free find each other in a round for those without; whoever left is in none.
    groups = groups_of(desk.publish())
    assert groups == [frozenset((people[1].person, people[2].person))]


def test_the_next_best_are_for_the_coordinator_only(server):
    desk = open_meeting(server)
    people = opted_in(server, 6)
    desk.publish()
    blocking, blocked = people[0], people[0].page()["buddies"]["others"][0]["person"]
    blocking.do({"blockBuddy": {"person": blocked}})
    unwanted = {blocking.person: blocked, blocked: blocking.person}
    groups = desk.preview(is_for_everybody=True)["groups"]
    assert groups
    for group in groups:
        members = {one["person"] for one in group["members"]}
        assert {one["person"] for one in group["nextBest"]} == members
        for one in group["nextBest"]:
            others = {other["person"] for other in one["names"]}
            assert 1 <= len(others) <= 2 and not others & members
            assert unwanted.get(one["person"]) not in others
    assert not any("nextBest" in text for one in people for text in one.heard)


def test_the_rule_and_own_limits_hold_and_distances_are_bands(server):
    desk = open_meeting(server)
    cardiff, newport = {"latitudeTenths": 515, "longitudeTenths": -32}, {"latitudeTenths": 516, "longitudeTenths": -30}
    bangor = {"latitudeTenths": 532, "longitudeTenths": -41}
    first, near, far = (teacher(server, number) for number in range(3))
    for one, place, limit in ((first, cardiff, 40), (near, newport, 200), (far, bangor, None)):
        one.opt_in(place=place, **({"farthestKilometres": limit} if limit else {}))
    preview = desk.preview()
    assert [{one["name"] for one in group["members"]} for group in preview["groups"]] == [{first.name, near.name}]
    assert [(one["who"]["name"], one["reason"]) for one in preview["unmatched"]] == [(far.name, "allTaken")]
    # Eighteen kilometres are told as a band, and nothing else of where they are.
    [told] = [one for one in preview["groups"][0]["reasons"] if one["code"] == "near"]
    assert told["kilometres"] == 20
    assert "Tenths" not in json.dumps(preview)
    assert desk.preview(farthestKilometres=10)["groups"] == []
    colleague = teacher(server, 4, school="SCHOOL 02")
    colleague.opt_in(place=bangor)
    pairs = [{one["name"] for one in group["members"]} for group in desk.preview()["groups"]]
    assert {far.name, colleague.name} not in pairs, "of one school, however it is written"
    pairs = [{one["name"] for one in group["members"]} for group in desk.preview(allowsSameSchool=True)["groups"]]
    assert {far.name, colleague.name} in pairs
    assert desk.post("/api/buddies/preview", {"rule": {**RULE, "farthestKilometres": -1}, "everybody": False}).status == 409


def test_a_block_is_private_and_holds(server):
    desk = open_meeting(server)
    people = opted_in(server, 2)
    desk.publish()
    one, other = people
    assert one.act({"blockBuddy": {"person": "somebody"}}).body["error"]["code"] == "notFound"
    one.do({"blockBuddy": {"person": other.person}})
    assert other.page()["news"]["code"] == "notThisTime"
    told = json.dumps(other.page()) + json.dumps(desk.overview())
    assert "block" not in told.replace('"blocked": []', "")
    preview = desk.preview()
    assert preview["groups"] == []
    assert {alone["reason"] for alone in preview["unmatched"]} == {"allTaken"}
    body = {"rule": RULE, "everybody": False, "groups": [[one.person, other.person]]}
    assert desk.post("/api/buddies/publish", body).body["error"]["code"] == "outdated"
    one.do({"unblockBuddy": {"person": other.person}})
    assert len(desk.preview()["groups"]) == 1


def test_a_proposal_that_is_out_of_date_is_looked_at_again(server):
    desk = open_meeting(server)
    people = opted_in(server, 4)
    seen = [[one["person"] for one in group["members"]] for group in desk.preview()["groups"]]
    people[0].do({"optOutBuddy": {}})
    answer = desk.post("/api/buddies/publish", {"rule": RULE, "everybody": False, "groups": seen})
    assert (answer.status, answer.body["error"]["code"]) == (409, "outdated")
    assert desk.overview()["rounds"] == 0


def test_a_repeated_command_is_stored_once(server):
    desk, (one, other) = made(server)
    wish = {"writeBuddyNote": {"pair": one.pair, "text": "Thursday?"}}
    for _ in range(2):
        assert one.act(wish, "n1").status == 200
    assert [note["text"] for note in other.page()["buddies"]["notes"]] == ["Thursday?"]
    changed = {"writeBuddyNote": {"pair": one.pair, "text": "Friday?"}}
    assert one.act(changed, "n1").body["error"]["code"] == "conflict"


def test_six_weeks_with_the_clock_moved(server):
    desk = open_meeting(server)
    people = opted_in(server, 11)
    desk.publish()
    for one in people:
        one.say_yes()
    first = people[0]
    partner = next(one for one in people if one.person == first.page()["buddies"]["others"][0]["person"])
    pair = first.pair
    first.do({"setBuddyGoal": {"pair": pair, "text": "Try one robot lesson each"}})
    assert partner.page()["buddies"]["goal"] == "Try one robot lesson each"
    check_in = {"pair": pair, "occasion": "week_2", "meeting": None, "outcome": "met"}
    assert first.act({"checkInBuddy": check_in}).body["error"]["code"] == "closed"

    server.move_clock(13.9)
    assert "open" not in first.page()["buddies"]
    server.move_clock(0.2)
    assert first.page()["buddies"]["open"] == "week_2"
    for one, outcome in ((first, "met"), (partner, "tried")):
        page = one.do({"checkInBuddy": check_in | {"outcome": outcome}})
        assert "open" not in page["buddies"]
        assert {"occasion": "week_2", "outcome": outcome} in page["buddies"]["checkIns"]
    # Every session has expired by now.
    desk = Coordinator(server)
    shown = next(one for one in desk.overview()["pairs"] if one["pair"] == pair)
    assert shown["outcomes"] == [{"occasion": "week_2", "met": 1, "tried": 1, "no": 0}]
    assert "robot" not in json.dumps(desk.overview())

    # A pause moves what is due to its end.
    waiting = next(one for one in people if one.pair != pair)
    other_pair = waiting.pair
    until = waiting.page()["now"] // 86_400_000 + 30
    day = datetime.date.fromordinal(datetime.date(1970, 1, 1).toordinal() + until).isoformat()
    waiting.do({"pauseBuddies": {"pair": other_pair, "until": day}})
    assert "open" not in waiting.page()["buddies"] and waiting.page()["buddies"]["pausedUntil"]

    server.move_clock(28)
    assert first.page()["buddies"]["open"] == "week_6"
    assert first.act({"checkInBuddy": check_in}).body["error"]["code"] == "closed"
    first.do({"checkInBuddy": check_in | {"occasion": "week_6", "outcome": "met"}})
    assert "open" not in waiting.page()["buddies"]
    server.move_clock(3)
    assert waiting.page()["buddies"]["open"] == "week_6"

    # The next meeting asks both whether they talked, once each.
    asked = ask(first, server.meeting)
    assert asked["pair"] == pair and partner.name in [one["name"] for one in asked["others"]]
    answered = {"pair": pair, "occasion": "meeting", "meeting": server.meeting, "outcome": "met"}
    first.do({"checkInBuddy": answered})
    assert ask(first, server.meeting) is None
    assert ask(partner, server.meeting)["pair"] == pair
    assert first.act({"checkInBuddy": answered | {"meeting": "m-of-others"}}).body["error"]["code"] == "notFound"


def ask(one: Buddy, meeting: str) -> dict | None:
    connection = http.client.HTTPConnection("127.0.0.1", one.server.port, timeout=10)
    connection.request("GET", f"/api/buddies/mine?meeting={meeting}", headers={"Cookie": one.cookie or ""})
    response = connection.getresponse()
    body = json.loads(response.read())
    assert response.status == 200, body
    return body.get("ask")


def test_the_log_holds_no_words_and_is_verified(server):
    desk, (one, other) = made(server)
    one.do({"writeBuddyNote": {"pair": one.pair, "text": "canary of words"}})
    note = one.page()["buddies"]["notes"][0]["note"]
    one.do({"optInBuddy": {"wish": {"contact": "another way", "phase": "primary", "band": "11+", "offers": [],
                                    "needs": []}}})
    server.stop()
    with contextlib.closing(sqlite3.connect(server.data / "staffroom.db")) as database:
        bodies = b"\n".join(row[0] for row in database.execute("SELECT body FROM event"))
        words = b"\n".join(row[0] for row in database.execute("SELECT json FROM personal"))
        kinds = {row[0] for row in database.execute("SELECT kind FROM event WHERE kind LIKE 'budd%'")}
    for text in (one.contact, other.contact, "canary of words", "turtle graphics", "another way"):
        assert text.encode() not in bodies
    assert one.contact.encode() not in words, "what was replaced is erased"
    assert other.contact.encode() in words and b"canary of words" in words
    assert {"buddyOptedIn", "buddiesProposed", "buddyAccepted", "buddiesMade", "buddyNoteWritten"} <= kinds
    server.start()
    assert one.page()["wish"]["contact"] == "another way"
    one.do({"removeBuddyNote": {"pair": one.pair, "note": note}})
    server.stop()
    everything = b"".join(path.read_bytes() for path in server.data.iterdir() if path.is_file())
    assert b"canary of words" not in everything
    assert verify(server) == 0


def verify(server: Server) -> int:
    return subprocess.run([server.binary, "verify", "--data", server.data], capture_output=True, timeout=60).returncode
