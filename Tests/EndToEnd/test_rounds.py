"""A round as its lead thinks of it, over real sockets: its own time, kept over a restart; what is prepared for an item;
seats of those who go, who are left over, and who are alone."""

from __future__ import annotations

from Tests.EndToEnd.client import Client
from Tests.EndToEnd.grouping import form, plan, seats
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.room import device, lead, run, teacher
from Tests.EndToEnd.server import Server

MINUTE_DAYS = 1 / 1440


def whole(client: Client) -> dict:
    """The room of the last welcome that brought one."""
    return next(one["room"] for one in reversed(client.welcomes) if one.get("room"))


async def fresh(server: Server) -> Client:
    """The coordinator on a new connection, with the whole room."""
    return await Client(server.port, server.meeting, server.sign_in(), role="coordinator").connect()


def test_a_round_has_its_time_over_a_restart_and_ends_by_itself(server: Server):
    async def play() -> None:
        host = await lead(server)
        (ann, one), (_, two) = [await teacher(server, name) for name in ("Ann", "Bob")]
        await form(host, [one.person], [two.person], timeboxSeconds=600)
        await host.do({"adjustRound": {"seconds": 60}})
        told = await ann.event("roundTimed")
        assert told["event"]["roundTimed"]["timeboxSeconds"] == 660
        # Ten minutes later it still runs: a minute was given.
        server.move_clock(10 * MINUTE_DAYS)
        again = await fresh(server)
        round_ = whole(again)["rounds"][-1]
        assert "endedAt" not in round_ and round_["timeboxSeconds"] == 660
        await again.leave()
        server.move_clock(2 * MINUTE_DAYS)
        again = await fresh(server)
        if "endedAt" not in whole(again)["rounds"][-1]:
            await again.event("groupsEnded")
        phone = await device(server, one).connect()
        assert "endedAt" in whole(phone)["rounds"][-1] or await phone.event("groupsEnded")

    run(play())


def test_what_is_prepared_is_for_leads_until_groups_run(server: Server):
    async def play() -> None:
        planner = Planner(server)
        template = planner.template("termly-online")
        item = next(one for one in template["segments"] if one["kind"] == "breakout")
        item["breakout"] = {"choice": "mix", "size": 3, "seconds": 420, "task": "canary"}
        meeting = planner.create(template)
        host = await Client(server.port, meeting["id"], planner.cookie, role="coordinator").connect()
        await host.do({"openMeeting": {}})
        kept = next(one for one in whole(host)["agenda"] if one["kind"] == "breakout")
        assert kept["breakout"] == item["breakout"]
        ticket = server.join("Ann", code=meeting["code"])
        ann = await device(server, ticket).connect()
        assert "canary" not in str(ann.welcomes)
        edited = {key: kept[key] for key in ("kind", "title", "timeboxSeconds")}
        await host.do({"editSegment": {"segment": kept["id"], "plan": {
            **edited, "breakout": {**item["breakout"], "task": "canary two"}}}})
        await ann.event("segmentEdited")
        assert "canary" not in str(ann.entries)
        # A copy of the meeting has it too.
        copy = planner.get(f"/api/meetings/{meeting['id']}/plan").body
        assert [one["breakout"]["task"] for one in copy["segments"] if "breakout" in one] == ["canary two"]

    run(play())


def test_who_goes_leaves_the_seat_and_comes_back_to_it(server: Server):
    async def play() -> None:
        host = await lead(server)
        (ann, one), (_, two), (_, three) = [await teacher(server, name) for name in ("Ann", "Bob", "Cai")]
        groups = await form(host, [one.person, two.person], [three.person])
        await ann.do({"takeLeave": {}})
        await host.event("peopleMoved")
        assert one.person not in seats(host)
        await ann.leave()
        await device(server, one).connect()
        await host.until(lambda: seats(host).get(one.person) == groups[0]["group"], "the seat of before")
        reasons = [move.get("reason") for entry in host.entries
                   for move in entry["event"].get("peopleMoved", {}).get("moves", [])]
        assert reasons == ["left", "back"]

    run(play())


def test_nobody_is_seated_alone_where_everybody_has_left(server: Server):
    async def play() -> None:
        host = await lead(server)
        (ann, one), (_, two), (_, three) = [await teacher(server, name) for name in ("Ann", "Bob", "Cai")]
        groups = await form(host, [one.person], [two.person, three.person])
        await ann.leave()
        await host.event("presenceEnded", person=one.person)
        late, ticket = await teacher(server, "Dai")
        await late.until(lambda: ticket.person in seats(late), "a seat")
        assert seats(late)[ticket.person] == groups[1]["group"]

    run(play())


def test_seats_are_offered_to_a_lead_and_nobody_is_moved_by_that(server: Server):
    async def play() -> None:
        host = await lead(server)
        planner = Planner(server, host.cookie)
        people = [await teacher(server, name) for name in ("Ann", "Bob", "Cai", "Dai")]
        ids = [ticket.person for _, ticket in people]
        wish = {"meeting": server.meeting, "want": "repair"}
        assert planner.post("/api/groups/seats", wish).status == 409
        groups = await form(host, ids[:2], ids[2:])
        await people[1][0].leave()
        await host.event("presenceEnded", person=ids[1])
        offer = planner.post("/api/groups/seats", wish).body
        assert offer == {"moves": [{"person": ids[0], "to": groups[1]["group"]}], "groups": []}
        assert seats(host)[ids[0]] == groups[0]["group"]
        await host.do({"movePeople": {"moves": offer["moves"]}})
        assert planner.post("/api/groups/seats", wish).body == {"moves": [], "groups": []}
        # A seat for who was left out, without touching the others.
        await host.do({"movePeople": {"moves": [{"person": ids[3]}]}})
        rest = planner.post("/api/groups/seats", {**wish, "want": "rest"}).body
        assert rest == {"moves": [{"person": ids[3], "to": groups[1]["group"]}], "groups": []}
        assert planner.post("/api/groups/seats", {**wish, "want": "all"}).status == 400
        outsider = server.post("/api/groups/seats", wish, cookie=people[0][1].cookie)
        assert outsider.status in (403, 409)

    run(play())


def test_a_name_is_given_with_the_groups(server: Server):
    async def play() -> None:
        host = await lead(server)
        ann, ticket = await teacher(server, "Ann")
        named = plan([ticket.person])
        named["groups"][0]["texts"] = {"name": " Bridge  builders "}
        await host.do({"formGroups": {"plan": named}})
        formed = (await ann.event("groupsFormed"))["event"]["groupsFormed"]
        assert formed["texts"]["groups"] == [{"name": "Bridge builders"}]
        again = await device(server, ticket).connect()
        assert whole(again)["rounds"][-1]["groups"][0]["name"] == "Bridge builders"

    run(play())
