"""Somebody who comes in a second time is two until somebody who may says that they are one; then their devices go on as
one person, before and after the server was killed."""

from __future__ import annotations

from Tests.EndToEnd import room
from Tests.EndToEnd.client import Client, Refused
from Tests.EndToEnd.server import Server


def test_a_second_device_becomes_the_first_by_a_yes(server: Server) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        first, ticket = await room.teacher(server, "Siân")
        second, other = await room.teacher(server, "siân ")
        third, stranger = await room.teacher(server, "Amir")
        await second.do({"raiseHand": {}})
        # Nobody makes themselves another by saying so.
        await second.do({"claimEntry": {"other": ticket.person}})
        for client, wish in ((second, {"person": other.person, "into": ticket.person}),
                             (second, {"person": ticket.person, "into": other.person}),
                             (third, {"person": other.person, "into": ticket.person})):
            try:
                await client.do({"mergePerson": wish})
                raise AssertionError(f"it was done by {wish}")
            except Refused as no:
                assert no.name == "notAllowed"
        for wish in ({"other": stranger.person}, {"other": "zed"}):
            try:
                await second.do({"claimEntry": wish})
                raise AssertionError(f"claimed {wish}")
            except Refused as no:
                assert no.name == "notFound"
        await lead.event("entryClaimed", person=other.person)
        assert not any("entryClaimed" in entry["event"] for entry in third.entries)
        # Whoever is named says yes.
        await first.do({"mergePerson": {"person": other.person, "into": ticket.person}})
        await second.until(lambda: second.welcomes[-1]["you"].get("person") == ticket.person, "another welcome")
        sequence = await second.do({"postMessage": {"text": "from the second device"}})
        await lead.event("messagePosted", after=sequence - 1, person=ticket.person)
        assert lead.welcomes
        for client in (first, second, third):
            await client.leave()
        again = await room.device(server, other).connect()
        assert again.welcomes[-1]["you"]["person"] == ticket.person
        assert other.person not in again.welcomes[-1]["room"]["people"]
        assert [hand["person"] for hand in again.welcomes[-1]["room"]["queue"]] == [ticket.person]
        await again.leave()
        await lead.leave()
        # The door knows the seat, and lets nobody be a third.
        card = server.post("/api/door", {"code": server.code}, cookie=other.cookie).body
        assert card["you"]["seated"] is True
        assert server.join("Siân", cookie=other.cookie).state == "in"

    room.run(body())


def test_a_lead_joins_two_and_a_killed_server_knows_it(server: Server) -> None:
    async def before() -> tuple:
        lead = await room.lead(server)
        first, ticket = await room.teacher(server, "Siân")
        second, other = await room.teacher(server, "Siân")
        await lead.do({"mergePerson": {"person": other.person, "into": ticket.person}})
        for client in (first, second, lead):
            await client.leave()
        return ticket, other, lead.cookie

    ticket, other, cookie = room.run(before())
    server.kill()
    server.start()

    async def after() -> None:
        client = await room.device(server, other).connect()
        assert client.welcomes[-1]["you"]["person"] == ticket.person
        lead = await Client(server.port, server.meeting, cookie, role="coordinator").connect()
        await lead.do({"remove": {"person": ticket.person}})
        await client.gone()
        assert client.bye == "removed"
        await lead.leave()

    room.run(after())
    wish = {"code": server.code, "name": "Siân", "school": "Ysgol", "mode": "remote", "tier": "pseudonymous"}
    assert server.post("/api/join", wish, cookie=other.cookie).body["error"]["code"] == "shutOut"


def test_a_name_that_nobody_can_see_is_refused_at_every_door(server: Server) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        client, _ = await room.teacher(server, "Siân")
        for name in ("\u3164", "\u2800\u2800", "\u0301\u0308", "\U000e0041"):
            wish = {"code": server.code, "name": name, "school": "Ysgol", "mode": "remote", "tier": "pseudonymous"}
            answer = server.post("/api/join", wish)
            assert answer.status == 409 and answer.body["error"]["code"] in ("unseenName", "textMissing"), answer
            assert answer.body["error"]["field"] == "name"
            for who in (client, lead):
                try:
                    await who.do({"rename": {"name": name}})
                    raise AssertionError("renamed")
                except Refused as no:
                    assert no.name in ("unseenName", "textMissing")
        flag = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
        assert server.join(f"Ann {flag}").name
        await client.do({"rename": {"name": f"Siân {flag}", "school": None}})
        await client.event("personRenamed", name=f"Siân {flag}")
        await client.leave()
        await lead.leave()

    room.run(body())
