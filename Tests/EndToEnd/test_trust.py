"""What a network answers for: looks at people are in the log and on the command line, and whoever took part has their own
record, as they may see it, put right and take away."""

from __future__ import annotations

import json

from Tests.EndToEnd import room
from Tests.EndToEnd.buddies import Coordinator
from Tests.EndToEnd.erasing import good
from Tests.EndToEnd.server import Server


def own(server: Server, cookie: str, form: str = "record"):
    answer = server.post("/api/own", {"meeting": server.meeting, "form": form, "language": "en"}, cookie=cookie)
    assert answer.status == 200, answer
    return answer.body


def test_looks_and_complaints_are_in_the_chain_and_on_the_command_line(server):
    async def play() -> None:
        lead = await room.lead(server)
        desk = Coordinator(server, lead.cookie)
        _, ticket = await room.teacher(server, "Nia Bowen", school="Oakfield")
        for path, body in (("/api/people", {}), ("/api/people/traces", {"person": ticket.person})):
            assert desk.post(path, body).status == 200
        made = server.post("/api/complaint", {"meeting": server.meeting, "text": "Too much is kept"},
                           cookie=ticket.cookie)
        assert made.status == 200, made
        number = made.body["complaint"]["id"]
        assert desk.post("/api/ledger", {}).body["complaints"][0]["who"]["name"] == "Nia Bowen"
        assert desk.post("/api/ledger/acknowledge", {"complaint": number}).status == 200
        [lines] = json.loads(good("audit", "--json", "--data", server.data)).values()
        assert [one["what"] for one in lines] == ["people", "traces", "complaintMade", "ledger",
                                                  "complaintAcknowledged"]
        assert lines[1]["person"] == "Nia Bowen" and lines[0]["who"] == lines[3]["who"] != "Nia Bowen"
        assert "Too much is kept" not in json.dumps(lines)
        text = good("audit", "--data", server.data).splitlines()
        assert len(text) == len(lines) and "  traces  " in text[1] and text[1].endswith("  Nia Bowen")
        assert json.loads(good("verify", "--json", "--data", server.data))["good"] is True

    room.run(play())


def test_ones_own_record_is_of_oneself_and_is_put_right(server):
    async def play() -> None:
        lead = await room.lead(server)
        nia, ticket = await room.teacher(server, "Nia Bowen", school="Oakfield")
        ben, other = await room.teacher(server, "Ben Ito", school="Hillside")
        await lead.do({"openNext": {}})
        await nia.do({"postMessage": {"text": "words of Nia"}})
        await ben.do({"postMessage": {"text": "words of Ben"}})
        record = own(server, ticket.cookie)["record"]
        assert [one["mode"] for one in record["stays"]] == ["remote"] and not record["isCounted"]
        assert [one["acts"] for one in record["items"]] == [{"chat.post": 1}]
        # What is wrong is put right beside it, and can be taken back.
        place = record["items"][0]["segment"]
        await nia.do({"correctRecord": {"claim": "not_me", "segment": place}})
        record = own(server, ticket.cookie)["record"]
        assert [one["acts"] for one in record["items"]] == [{}]
        assert record["corrections"] == [{"claim": "not_me", "segment": place}]
        await nia.do({"correctRecord": {"claim": "taken_back", "segment": place}})
        assert own(server, ticket.cookie)["record"]["items"][0]["acts"] == {"chat.post": 1}
        # All of it as a file: their own words and nobody else's.
        data = json.dumps(own(server, ticket.cookie, "json"))
        assert "words of Nia" in data and "words of Ben" not in data and other.person not in data
        # Whoever counts only has none.
        await ben.do({"setTier": {"tier": "count_only"}})
        record = own(server, other.cookie)["record"]
        assert record["isCounted"]

    room.run(play())
