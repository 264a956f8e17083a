"""A proposal of buddies may be changed by hand, the hard rules hold all the same, and words of meetings and buddies are
the same words."""

from __future__ import annotations

import asyncio

from Tests.EndToEnd import room
from Tests.EndToEnd.buddies import RULE, Buddy, Coordinator, groups_of, open_meeting, opted_in, teacher
from Tests.EndToEnd.server import Server


def examine(desk: Coordinator, groups: list[list[Buddy]], **rule: object) -> dict:
    return desk.ask("preview", {"rule": RULE | rule, "everybody": False,
                                "groups": [[one.person for one in group] for group in groups]})


def publish(desk: Coordinator, groups: list[list[str]], **rule: object):
    return desk.post("/api/buddies/publish",
                     {"rule": RULE | rule, "everybody": False, "groups": groups, "byHand": True})


def codes(preview: dict) -> list[tuple[int, str]]:
    return [(fault["group"], fault["code"]) for fault in preview.get("faults", [])]


def test_what_the_coordinator_changes_is_what_people_are_asked(server: Server) -> None:
    desk = open_meeting(server)
    people = opted_in(server, 6)
    one, two, three, four, five, six = people
    preview = examine(desk, [[one, four], [two, three, five]])
    assert codes(preview) == []
    assert {who["person"] for group in preview["groups"] for who in group["members"]} == {
        who.person for who in (one, two, three, four, five)}
    assert [(alone["who"]["person"], alone["reason"]) for alone in preview["unmatched"]] == [(six.person, "byHand")]
    assert all(group["reasons"] for group in preview["groups"])
    answer = publish(desk, [[one.person, four.person], [two.person, three.person, five.person]])
    assert answer.status == 200, answer
    assert set(groups_of(answer.body)) == {frozenset((one.person, four.person)),
                                           frozenset((two.person, three.person, five.person))}
    assert six.page()["news"]["code"] == "byHand"
    assert [alone["reason"] for alone in desk.overview()["alone"]] == ["byHand"]
    for who in (one, four):
        who.say_yes()
    assert one.page()["buddies"]["state"] == "made"


def test_hard_rules_hold_by_hand_and_are_said_in_words(server: Server) -> None:
    desk = open_meeting(server)
    cardiff, bangor = {"latitudeTenths": 515, "longitudeTenths": -32}, {"latitudeTenths": 532, "longitudeTenths": -41}
    one, two, three = (teacher(server, number, school=school)
                       for number, school in enumerate(["Ysgol Glan Môr", " ysgol glan mo\u0302r", "Oakfield"]))
    one.opt_in(place=cardiff, farthestKilometres=40)
    two.opt_in(place=cardiff)
    three.opt_in(place=bangor)
    for groups, rule, code in (([[one, two]], {}, "sameSchool"), ([[one, three]], {}, "tooFar"),
                               ([[two, three]], {"farthestKilometres": 40}, "tooFar")):
        preview = examine(desk, groups, **rule)
        assert codes(preview) == [(0, code)], (groups, preview)
        assert {who["person"] for who in preview["faults"][0]["people"]} == {who.person for who in groups[0]}
        refused = publish(desk, [[who.person for who in groups[0]]], **rule)
        assert (refused.status, refused.body["error"]["code"]) == (409, "notTogether")
    # The same by a rule that allows it.
    assert codes(examine(desk, [[one, two]], allowsSameSchool=True)) == []


def test_a_block_holds_by_hand_and_nobody_learns_whose_it_is(server: Server) -> None:
    desk = open_meeting(server)
    people = opted_in(server, 4)
    desk.publish()
    other = next(who for who in people if who.person == people[0].page()["buddies"]["others"][0]["person"])
    people[0].do({"blockBuddy": {"person": other.person}})
    pair = sorted([people[0].person, other.person])
    free = {"rule": RULE, "everybody": True, "groups": [pair]}
    preview = desk.ask("preview", free)
    assert codes(preview) == [(0, "notTogether")]
    assert sorted(who["person"] for who in preview["faults"][0]["people"]) == pair
    refused = desk.post("/api/buddies/publish", free | {"byHand": True})
    assert (refused.status, refused.body["error"]["code"]) == (409, "notTogether")


def test_nobody_is_in_it_twice_or_who_does_not_look_for_anybody(server: Server) -> None:
    desk = open_meeting(server)
    people = opted_in(server, 4)
    stranger = teacher(server, 9)
    first, second, third, _ = (one.person for one in people)
    for groups in ([[first, second], [second, third]], [[first, first]], [[first, stranger.person]], [[first, "zed"]],
                   [[first]]):
        answer = publish(desk, groups)
        assert (answer.status, answer.body["error"]["code"]) == (409, "outdated"), (groups, answer)
    # Without saying that it is by hand, only what was found may be published.
    found = [[one["person"] for one in group["members"]] for group in desk.preview()["groups"]]
    other = [[found[0][0], found[1][0]], [found[0][1], found[1][1]]]
    answer = desk.post("/api/buddies/publish", {"rule": RULE, "everybody": False, "groups": other})
    assert answer.body["error"]["code"] == "outdated"


def gives(preview: dict) -> list[list[str]]:
    return [reason["skills"] for group in preview["groups"] for reason in group["reasons"] if reason["code"] == "gives"]


def test_words_meet_however_they_are_written_and_in_whichever_language(server: Server) -> None:
    desk = open_meeting(server)
    pairs = [("micro:bit", "Microbit"), ("CAD ac argraffu 3D", "cad and 3D-printing"), ("Roboteg", "ROBOTICS "),
             ("Lego  Spike", "lego-spike")]
    for number, (offer, need) in enumerate(pairs):
        one, two = teacher(server, 2 * number), teacher(server, 2 * number + 1)
        one.opt_in(offers=[offer], needs=[])
        two.opt_in(offers=[], needs=[need])
        preview = desk.preview()
        assert [need.strip()] in gives(preview), (offer, need, preview)
        for who in (one, two):
            who.do({"optOutBuddy": {}})
    # Those that only look alike do not.
    one, two = teacher(server, 20), teacher(server, 21)
    one.opt_in(offers=["C"])
    two.opt_in(needs=["C#"])
    assert gives(desk.preview()) == []
    # And one skill said twice is one.
    page = two.do({"optInBuddy": {"wish": {"contact": "x", "phase": "primary", "band": "3-5", "needs": [],
                                           "offers": ["micro:bit", "Micro Bit", "microbit"]}}})
    assert page["wish"]["offers"] == ["micro:bit"]


def test_the_form_knows_what_was_said_at_a_meeting(server: Server) -> None:
    open_meeting(server)
    one = teacher(server, 1)

    async def say() -> None:
        client = room.device(server, type("Ticket", (), {"meeting": server.meeting, "cookie": one.cookie})())
        await client.connect()
        await client.do({"setOffers": {"topics": ["cad", "microbit"]}})
        await client.do({"setNeeds": {"topics": ["send"]}})
        await client.do({"setTeaching": {"teaching": "primary"}})
        await client.leave()

    asyncio.run(say())
    page = one.page()
    assert page["known"] == {"offers": ["cad", "microbit"], "needs": ["send"], "teaching": "primary"}
    assert {"id": "microbit", "names": {"en": "micro:bit", "cy": "micro:bit"}} in page["topics"]
    # Once they have said something for buddies, that holds.
    one.opt_in(offers=["micro:bit"])
    assert "known" not in one.page()
    # A page opened from a meeting is that meeting's network.
    assert one.post("page", {"meeting": server.meeting}).body["you"]["person"] == one.person
