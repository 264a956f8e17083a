"""Prompts over real sockets and lines: written in silence, shown at once, private to whom they were promised to."""

from __future__ import annotations

import asyncio

from Tests.EndToEnd.client import Client, Refused
from Tests.EndToEnd.grouping import form
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.prompting import Ear, ask, back, own, reveal, saving, texts
from Tests.EndToEnd.room import device, lead, run, teacher
from Tests.EndToEnd.server import Server
from Tests.EndToEnd.test_line import by_line

PEOPLE = 6
CROWD = 12
"""People of whom each writes as many cards as may be: more than any queue of a connection holds."""
CARDS = 12
CARD = "ŵ" * 490
PART_BYTES = 65_536


async def refused(client: Client, wish: dict) -> str:
    try:
        await client.do(wish)
    except Refused as refusal:
        return refusal.name
    return ""


def test_silent_write_and_reveal(server: Server):
    """Six people; one loses the connection while typing, one changes device, the lead goes on, groups work, the server
    is killed between closing and showing: no draft is lost, and all is shown at once."""

    async def play() -> None:
        host = await lead(server)
        people = [await teacher(server, f"Person {number}") for number in range(PEOPLE)]
        clients, tickets = [one for one, _ in people], [one for _, one in people]
        prompt = await ask(host, seconds=180)
        for number, client in enumerate(clients):
            await client.do(saving(prompt, f"draft {number}", hands_in=False))
        # Cut with a draft on its way: the same id, once more, when the line is back.
        await clients[0].send(saving(prompt, "typed 0", hands_in=False))
        await back(clients[0])
        await clients[0].resend()
        await clients[0].until(
            lambda: not clients[0].pending and own(
                clients[0], tickets[0].person, prompt)["response"]["answer"]["texts"] == ["typed 0"], "what was typed")
        # Another device of the same person has it too.
        other = await by_line(server, tickets[1]).connect()
        assert own(other, tickets[1].person, prompt)["response"]["answer"]["texts"] == ["draft 1"]
        await other.do(saving(prompt, "elsewhere 1"))
        await clients[1].until(
            lambda: own(clients[1], tickets[1].person, prompt)["response"]["isHandedIn"], "what the other did")
        await host.do({"openNext": {}})
        await form(host, [tickets[2].person, tickets[3].person], [tickets[4].person])
        for number in (2, 3, 4):
            await clients[number].do(saving(prompt, f"answer {number}"))
        await host.do({"closePrompt": {"prompt": prompt}})
        assert await refused(clients[5], saving(prompt, "late")) == "closed"
        server.kill()
        server.start()
        for client in (host, other, *clients):
            await back(client)
        for client in clients:
            assert texts(client, prompt) == []
        assert own(clients[5], tickets[5].person, prompt)["response"]["answer"]["texts"] == ["draft 5"]
        await reveal(host, prompt, other, *clients)
        expected = ["answer 2", "answer 3", "answer 4", "elsewhere 1"]
        for client in (host, other, *clients):
            assert sorted(texts(client, prompt)) == expected
        late, _ = await teacher(server, "Late")
        assert sorted(texts(late, prompt)) == expected
        assert await refused(host, {"openPrompt": {"prompt": prompt}}) == "closed"

    run(play())


def test_nobody_is_told_what_was_not_for_them(server: Server):
    """A secret in every draft and answer; all that everybody else is ever sent is searched for it."""

    async def play() -> None:
        host = await lead(server)
        (ann, one), (bob, two), (cai, three) = [await teacher(server, name) for name in ("Ann", "Bob", "Cai")]
        dai = await by_line(server, server.join("Dai")).connect()
        links = host.welcomes[-1]["links"]
        wall = await Client(server.port, server.meeting, None, role="wall",
                            key=links["wall"].rsplit("#", 1)[-1].rsplit("=", 1)[-1]).connect()
        await form(host, [one.person, two.person], [three.person])
        clients = {"host": host, "ann": ann, "bob": bob, "cai": cai, "dai": dai, "wall": wall}
        ears = {name: Ear(client) for name, client in clients.items()}
        prompt = await ask(host)
        kept = await ask(host, circle="only_me")
        await ann.do(saving(prompt, "secret-group", narrowing="group"))
        await bob.do(saving(prompt, "secret-mine", narrowing="only_me"))
        await cai.do(saving(prompt, "secret-draft", hands_in=False))
        await dai.do(saving(prompt, "for-everybody"))
        await bob.do(saving(kept, "secret-kept"))
        for client in clients.values():
            await back(client)
        await reveal(host, prompt, ann, bob, cai, dai)
        await reveal(host, kept, ann, bob, cai, dai)
        await bob.until(lambda: own(bob, two.person, prompt).get("ofGroup"), "the answer of the group")
        # A late-comer, and everybody with a new room.
        clients["late"], _ = await teacher(server, "Late")
        ears["late"] = Ear(clients["late"])
        for name in ("ann", "bob", "cai", "dai", "wall"):
            fresh = clients[name]
            fresh.epoch = None
            await back(fresh)
        await host.do({"endMeeting": {}})
        for client in clients.values():
            await client.until(lambda client=client: client.sequence >= host.sequence, "the end")
        readers = {"secret-group": {"host", "ann", "bob"}, "secret-mine": {"bob"}, "secret-draft": {"cai"},
                   "secret-kept": {"bob"}, "for-everybody": {"host", "ann", "bob", "cai", "dai", "late"}}
        for secret, allowed in readers.items():
            assert {name for name, ear in ears.items() if secret in ear} == allowed, secret

    run(play())


def test_what_is_more_than_a_queue_is_told_in_parts_and_closes_nobody(server: Server):
    async def play() -> None:
        host = await lead(server)
        tickets = [server.join(f"Person {number}") for number in range(CROWD)]
        clients = [await (by_line if number % 2 else device)(server, ticket).connect()
                   for number, ticket in enumerate(tickets)]
        prompt = await ask(host, kind="cards")
        await asyncio.gather(*(
            client.do(saving(prompt, *(f"{number}-{card} {CARD}" for card in range(CARDS))))
            for number, client in enumerate(clients)))
        ears = [Ear(client) for client in clients]
        await reveal(host, prompt, *clients)
        await host.do({"postMessage": {"text": "all there"}})
        for client, ear in zip(clients, ears, strict=True):
            await client.event("messagePosted", text="all there")
            assert client.closed is None and client.bye is None
            told = texts(client, prompt)
            assert len(told) == len(set(told)) == CROWD * CARDS
            parts = [one for one in ear.said if "responseRevealed" in one]
            assert len(parts) >= 3 and all(len(one.encode()) < PART_BYTES for one in parts)
        # All heard them in the same order, and it is not that in which they were written down.
        order = [text.split("-")[0] for text in texts(clients[0], prompt)[::CARDS]]
        assert all([text.split("-")[0] for text in texts(one, prompt)[::CARDS]] == order for one in clients)

    run(play())


def test_hard_cases(server: Server):
    """Two prompts at once, a lead who answers, a group of one, an item that is skipped and come back to, somebody
    without a device, and a person who is erased after their answer was shown."""

    async def play() -> None:
        host = await lead(server)
        planner = Planner(server, host.cookie)
        (ann, one), (bob, _) = [await teacher(server, name) for name in ("Ann Canary", "Bob")]
        await host.do({"openNext": {}})
        first = await ask(host)
        second = await ask(host, circle="group")
        await form(host, [one.person])
        await ann.do(saving(first, "ann first"))
        await ann.do(saving(second, "ann second"))
        await host.do(saving(first, "lead first"))
        await host.do({"openNext": {}})
        await host.do({"openPrevious": {}})
        await bob.do(saving(first, "bob first"))
        # Whoever has no device answers through a lead; nobody else answers for them.
        brought = planner.post("/api/bring", {
            "meeting": server.meeting, "name": "Cai", "school": "Bryn", "mode": "room_no_device"})
        assert brought.status == 200, brought
        wish = {**saving(first, "cai first")}
        for client, answer in ((bob, "notAllowed"), (host, None)):
            identifier = f"for-{answer}"
            await client.say({"command": {"id": identifier, "do": wish, "for": brought.body["person"]}})
            await client.until(lambda client=client, identifier=identifier: client.answers[identifier], "an answer")
            assert next(iter(client.nacks.get(identifier, {"rejection": {None: 0}})["rejection"])) == answer
        await reveal(host, first, ann, bob)
        await reveal(host, second, ann, bob)
        expected = ["ann first", "bob first", "cai first", "lead first"]
        assert sorted(texts(bob, first)) == expected and texts(bob, second) == []
        await ann.until(lambda: own(ann, one.person, second).get("ofGroup"), "the answer to oneself")
        assert texts(host, second) == ["ann second"]
        response = next(entry["event"]["responseRevealed"]["response"] for entry in bob.entries
                        if entry["event"].get("responseRevealed", {}).get("texts") == ["bob first"])
        await ann.do({"starResponse": {"response": response}})
        assert await refused(ann, {"withdrawResponse": {"response": response}}) == "notAllowed"
        await host.do({"showResponse": {"response": response, "isShown": True}})
        erased = planner.post("/api/people/erase", {"person": one.person, "meeting": server.meeting})
        assert erased.status == 200, erased
        fresh = await Client(server.port, server.meeting, host.cookie, role="coordinator").connect()
        assert "ann first" not in str(fresh.welcomes) and "Ann Canary" not in str(fresh.welcomes)
        assert sorted(texts(fresh, first)) == expected[1:]

    run(play())
