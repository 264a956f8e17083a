"""Groups over real sockets: who is told what, what comes back, who is late, and what a crash leaves whole."""

from __future__ import annotations

import asyncio
import json

import pytest

from Tests.EndToEnd.client import Client, Refused
from Tests.EndToEnd.grouping import form, plan, seats
from Tests.EndToEnd.room import device, lead, run, teacher
from Tests.EndToEnd.server import Server

LATE = 60


def watch(client: Client, heard: list[str]) -> Client:
    client.on_message = lambda message: heard.append(json.dumps(message, ensure_ascii=False))
    return client


def test_what_is_said_in_a_group_stays_there_until_its_notes_come_back(server: Server):
    async def play() -> None:
        host = await lead(server)
        (ann, one), (bob, two), (cai, three) = [await teacher(server, name) for name in ("Ann", "Bob", "Cai")]
        await host.do({"setPairRules": {"together": [], "apart": [[one.person, three.person]]}})
        await host.do({"saveDraft": {"title": "canary-draft", "plan": plan([one.person], [three.person])}})
        groups = await form(host, [one.person, two.person], [three.person])
        heard: list[str] = []
        watch(cai, heard)
        await ann.do({"writeCard": {"text": "canary-card", "isReport": True}})
        card = (await bob.event("cardWritten"))["event"]["cardWritten"]
        await bob.do({"starCard": {"card": card["card"]}})
        await bob.do({"signal": {"signal": "help"}})
        await ann.do({"postMessage": {"text": "canary-chat", "group": groups[0]["group"]}})
        message = (await bob.event("messagePosted"))["event"]["messagePosted"]["message"]
        await ann.do({"correctMessage": {"message": message, "text": "canary-corrected"}})
        await bob.event("messageCorrected", message=message)
        with pytest.raises(Refused, match="notAllowed"):
            await cai.do({"starCard": {"card": card["card"]}})
        with pytest.raises(Refused, match="notAllowed"):
            await cai.do({"postMessage": {"text": "hello", "group": groups[0]["group"]}})
        # Whatever comes next is the first that they hear since.
        await cai.do({"postMessage": {"text": "to all"}})
        assert "canary" not in "".join(heard) and "groupSignalled" not in "".join(heard)
        # Coming back, with what they know and without, shows no more.
        cai.cut()
        await cai.gone()
        await cai.connect()
        fresh = watch(device(server, three), heard)
        await fresh.connect()
        assert "canary" not in "".join(heard) and "pairRules" not in "".join(heard) and "drafts" not in "".join(heard)
        await host.do({"endGroups": {}})
        for client in (cai, ann, fresh):
            await client.until(lambda c=client: any("harvest" in one for one in c.others), "the harvest")
        harvest = next(one["harvest"] for one in cai.others if "harvest" in one)
        assert [[card["text"] for card in group["cards"]] for group in harvest["groups"]] == [["canary-card"], []]
        assert "canary-chat" not in "".join(heard) and "canary-corrected" not in "".join(heard)
        with pytest.raises(Refused, match="closed"):
            await ann.do({"editCard": {"card": card["card"], "text": "too late"}})

    run(play())


def test_who_is_moved_sees_their_new_group_and_no_longer_the_old(server: Server):
    async def play() -> None:
        host = await lead(server)
        (ann, one), (bob, two), (cai, three) = [await teacher(server, name) for name in ("Ann", "Bob", "Cai")]
        second = await device(server, one).connect()
        groups = await form(host, [one.person, two.person], [three.person])
        await cai.do({"writeCard": {"text": "written before", "isReport": False}})
        known = len(ann.welcomes)
        await host.do({"movePeople": {"moves": [{"person": one.person, "to": groups[1]["group"]}]}})
        for client in (ann, second):
            await client.until(lambda c=client: len(c.welcomes) > known, "the room anew")
            there = client.welcomes[-1]["room"]["rounds"][-1]["groups"]
            assert [card["text"] for card in there[1]["cards"]] == ["written before"] and there[0]["cards"] == []
        await bob.do({"writeCard": {"text": "in the old one", "isReport": False}})
        await cai.do({"writeCard": {"text": "in the new one", "isReport": False}})
        await ann.event("cardWritten", text="in the new one")
        assert not any(entry["event"].get("cardWritten", {}).get("text") == "in the old one" for entry in ann.entries)
        # Moved while away: the seat waits.
        cai.cut()
        await host.event("presenceEnded", person=three.person)
        await host.do({"movePeople": {"moves": [{"person": three.person, "to": groups[0]["group"]}]}})
        await cai.gone()
        welcome = (await cai.connect()).welcomes[-1]
        assert not welcome["resumed"] and seats(cai)[three.person] == groups[0]["group"]

    run(play())


def test_late_comers_move_nobody_and_are_told_why(server: Server):
    async def play() -> None:
        host = await lead(server)
        first = [await teacher(server, f"Early {index}") for index in range(12)]
        ids = [ticket.person for _, ticket in first]
        await form(host, ids[:4], ids[4:8], ids[8:])
        before = seats(host)
        tickets = [server.join(f"Late {index}", school=f"School {index}") for index in range(LATE)]
        late = [device(server, ticket) for ticket in tickets]
        await asyncio.gather(*(client.connect() for client in late))
        people = {ticket.person for ticket in tickets}
        await host.until(lambda: people <= seats(host).keys(), "a seat for everybody")
        after = seats(host)
        assert {person: after[person] for person in before} == before
        sizes = [list(after.values()).count(group) for group in set(after.values())]
        assert max(sizes) <= 8 and sizes.count(1) <= 1, sizes
        reasons = [
            move["reason"] for entry in host.entries for move in entry["event"].get("peopleMoved", {}).get("moves", [])]
        assert set(reasons) <= {"smallest", "newFaces", "sameMode", "needs", "offers"} and reasons
        # Each of them knows it too.
        for client, ticket in zip(late, tickets):
            await client.until(lambda c=client, p=ticket.person: p in seats(c), "their own seat")

    run(play())


def test_a_seat_kept_by_name_and_one_left_out_on_purpose(server: Server):
    async def play() -> None:
        host = await lead(server)
        (ann, one), (bob, two) = [await teacher(server, name) for name in ("Ann", "Bob")]
        wish = plan([one.person], [])
        wish["groups"][1]["texts"] = {"expected": ["Nia"]}
        await host.do({"formGroups": {"plan": wish}})
        assert "Nia" not in json.dumps(ann.entries)
        nia, three = await teacher(server, "nia")
        await host.until(lambda: three.person in seats(host), "the seat that was kept")
        moved = await host.event("peopleMoved")
        assert moved["event"]["peopleMoved"]["moves"][0]["reason"] == "expected"
        # Bob was here and was left out: coming back does not change that.
        bob.cut()
        await host.event("presenceEnded", person=two.person)
        await bob.gone()
        await bob.connect()
        await host.event("presenceBegan", after=host.sequence - 1, person=two.person)
        later, four = await teacher(server, "Dai")
        await host.until(lambda: four.person in seats(host), "a seat for who is late")
        assert two.person not in seats(host)

    run(play())


def test_two_leads_at_once_are_one_after_the_other(server: Server):
    async def play() -> None:
        host = await lead(server)
        people = [await teacher(server, f"T{index}") for index in range(8)]
        ids = [ticket.person for _, ticket in people]
        await host.do({"appointLead": {"person": ids[0]}})
        other = people[0][0]
        await other.until(lambda: other.welcomes[-1]["you"]["as"] == "lead", "the lead's view")
        groups = await form(host, ids[:4], ids[4:])
        for turn in range(10):
            a, b = groups[turn % 2]["group"], groups[(turn + 1) % 2]["group"]
            moves = [{"person": person, "to": a} for person in ids[1:7]], [{"person": person, "to": b} for person in ids[1:7]]
            await asyncio.gather(
                host.do({"movePeople": {"moves": moves[0]}}), other.do({"movePeople": {"moves": moves[1]}}),
                return_exceptions=True)
        await other.until(lambda: other.sequence == host.sequence, "the same room")
        assert seats(host) == seats(other)
        assert len({seats(host)[person] for person in ids[1:7]}) == 1, "six people move as one or not at all"

    run(play())


def test_killed_while_groups_form_there_are_all_or_none(server: Server):
    async def play() -> None:
        host = await lead(server)
        people = [await teacher(server, f"T{index}") for index in range(6)]
        ids = [ticket.person for _, ticket in people]
        for turn in range(6):
            wishes = [await host.send({"formGroups": {"plan": plan(ids[:3], ids[3:])}}) for _ in range(turn)]
            server.kill()
            await host.gone()
            server.start()
            acked = [identifier for identifier in wishes if identifier in host.acks]
            await host.connect()
            await host.resend()
            await host.until(lambda: not host.pending, "answers to all")
            rounds = (await lead(server)).welcomes[-1]["room"].get("rounds", [])
            assert all(len(one["groups"]) == 2 for one in rounds)
            assert len(acked) <= len(rounds)
            assert sum("endedAt" not in one for one in rounds) <= 1

    run(play())


def test_a_message_to_all_is_counted_as_it_arrives(server: Server):
    async def play() -> None:
        host = await lead(server)
        people = [await teacher(server, f"T{index}") for index in range(3)]
        ids = [ticket.person for _, ticket in people]
        await form(host, ids[:2], ids[2:])
        people[2][0].cut()
        await host.event("presenceEnded", person=ids[2])
        await host.do({"announce": {"text": "Two more minutes"}})
        for client, _ in people[:2]:
            entry = await client.event("announcementMade")
            await client.say({"ping": {"sent": 1, "sequence": entry["sequence"]}})

        def counted() -> dict:
            return next((one["delivered"] for one in reversed(host.others) if "delivered" in one), {})

        await host.until(lambda: counted().get("people") == 2, "two of two")
        assert counted()["of"] == 2, "who is not here is not waited for"

    run(play())
