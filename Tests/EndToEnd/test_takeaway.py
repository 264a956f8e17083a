"""What somebody takes with them over real sockets: an action that is nobody else's, also after the end and after a
restart, and a file by ticket or by personal link that holds nothing of others that they could not see."""

from __future__ import annotations

import http.client
import json

import pytest

from Tests.EndToEnd.client import Client, Refused
from Tests.EndToEnd.grouping import form
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.room import device, lead, run, teacher
from Tests.EndToEnd.server import HTTP_SECONDS, Server


def fetch(server: Server, cookie: str, **more: str) -> tuple[int, str]:
    """The answer to a wish for the file, as it is."""
    wish = {"meeting": server.meeting, "form": "html", "language": "en"} | more
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=HTTP_SECONDS)
    try:
        connection.request("POST", "/api/takeaway", json.dumps(wish),
                           {"Cookie": cookie, "Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


class Heard:
    """All that a client was ever sent, from the moment at which it was welcomed."""

    def __init__(self, client: Client):
        self.messages: list[dict] = [*client.welcomes, *client.entries, *client.others]
        client.on_message = self.messages.append

    def __contains__(self, text: str) -> bool:
        return text in json.dumps(self.messages, ensure_ascii=False)


def action(client: Client) -> dict | None:
    return client.welcomes[-1]["you"].get("action")


def test_an_action_is_its_authors_alone_and_stays_over_the_end_and_a_restart(server: Server):
    async def play() -> None:
        host = await lead(server)
        (ann, ticket), (bob, other) = [await teacher(server, name) for name in ("Ann", "Bob")]
        heard = {client: Heard(client) for client in (host, ann, bob)}
        await form(host, [ticket.person, other.person])
        await ann.do({"writeCard": {"text": "Ours to keep", "isReport": False}})
        await ann.do({"saveAction": {"what": "canary-first"}})
        await bob.do({"saveAction": {"what": "canary-of-bob"}})
        await host.do({"postMessage": {"text": "https://a.example/kit"}})
        assert fetch(server, ticket.cookie)[0] == 409
        await host.do({"endMeeting": {}})
        # It is over, and still one's own to say.
        await ann.do({"saveAction": {"what": "canary-second", "showTo": "Owain"}})
        again = await device(server, ticket).connect()
        assert action(again) == {"what": "canary-second", "showTo": "Owain"}
        for client in (host, bob):
            assert "canary-first" not in heard[client] and "canary-second" not in heard[client]
        for client in (host, ann):
            assert "canary-of-bob" not in heard[client]
        assert "canary-second" in heard[ann] and "canary-of-bob" in heard[bob]
        server.stop()
        server.start()
        # Once it is over, the next start offers another sample meeting.
        status, page = fetch(server, ticket.cookie, meeting=ticket.meeting)
        assert status == 200, page
        assert "canary-second" in page and "Ours to keep" in page and "https://a.example/kit" in page
        assert "canary-first" not in page and "canary-of-bob" not in page
        assert "canary-of-bob" in fetch(server, other.cookie, meeting=ticket.meeting)[1]
        after = await device(server, ticket).connect()
        assert action(after) == {"what": "canary-second", "showTo": "Owain"}
        with pytest.raises(Refused):
            await after.do({"postMessage": {"text": "Too late"}})

    run(play())


def test_a_personal_link_leads_to_it_on_a_device_that_was_never_there(server: Server):
    async def play() -> tuple[str, Planner]:
        host = await lead(server)
        ann, ticket = await teacher(server, "Ann")
        await ann.do({"saveAction": {"what": "Grow cress"}})
        await host.do({"endMeeting": {}})
        return ticket.person, Planner(server, host.cookie)

    person, planner = run(play())
    link = planner.post(f"/api/meetings/{server.meeting}/personal", {"person": person}).body["link"]
    joined = server.post("/api/join", {"link": link.split("#l=")[1], "mode": "unknown"})
    assert joined.status == 200, joined
    status, page = fetch(server, joined.cookie, language="cy")
    assert status == 200 and "Grow cress" in page and '<html lang="cy">' in page
    assert fetch(server, "")[0] == 401


def test_two_who_tap_at_the_same_time_skip_nobody(server: Server):
    async def play() -> None:
        host = await lead(server)
        (ann, one), (bob, two), (cai, three), (far, other) = [
            await teacher(server, name) for name in ("Ann", "Bob", "Cai", "Far")]
        outside = Heard(far)
        await form(host, [one.person, two.person, three.person], [other.person])
        await bob.do({"giveGroupTurn": {}})
        await cai.event("groupTurnGiven", person=one.person)
        await ann.do({"giveGroupTurn": {"after": one.person}})
        with pytest.raises(Refused) as refused:
            await cai.do({"giveGroupTurn": {"after": one.person}})
        assert refused.value.name == "outdated"
        await cai.event("groupTurnGiven", person=two.person)
        await host.event("groupTurnGiven", person=two.person)
        await far.do({"raiseHand": {}})
        assert "handRaised" in outside and "groupTurnGiven" not in outside
        await form(host, [one.person, two.person], kind="coffee", timeboxSeconds=600)
        with pytest.raises(Refused):
            await ann.do({"writeCard": {"text": "Between us", "isReport": True}})

    run(play())
