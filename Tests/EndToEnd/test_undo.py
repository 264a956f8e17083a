"""A step is taken back by whoever made it and by nobody else, also after the server was started anew; groups that run
again speak among themselves again; words that were taken back come back to those who had them."""

from __future__ import annotations

import pytest

from Tests.EndToEnd import grouping, room
from Tests.EndToEnd.client import Refused
from Tests.EndToEnd.server import Server


async def refused(client, wish: dict) -> str:
    with pytest.raises(Refused) as told:
        await client.do(wish)
    return told.value.name


def test_only_whoever_made_a_step_takes_it_back_and_a_restart_changes_nothing(server: Server) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        helper, ticket = await room.teacher(server, "Nia Bowen")
        await lead.do({"appointLead": {"person": ticket.person}})
        await lead.do({"openNext": {}}, "first")
        first = lead.entries[-1]["event"]["segmentOpened"]["segment"]
        await lead.do({"openNext": {}}, "second")
        # An id of somebody else's command is nobody's, whatever it is called.
        assert await refused(helper, {"undo": {"step": "second"}}) == "outdated"
        assert await refused(lead, {"undo": {"step": "first"}}) == "outdated"
        assert await refused(lead, {"undo": {"step": "x" * 10_000}}) in ("outdated", "malformed")
        server.stop()
        server.start()
        await lead.gone()
        await lead.connect()
        await lead.do({"undo": {"step": "second"}})
        undone = (await lead.event("stepUndone"))["event"]["stepUndone"]
        assert undone["current"] == first
        assert {"segment": first, "state": "open"} in undone["segments"]
        assert await refused(lead, {"undo": {"step": "second"}}) == "outdated"

    room.run(body())


def test_groups_whose_end_was_taken_back_speak_among_themselves(server: Server) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        nia, first = await room.teacher(server, "Nia Bowen")
        tom, second = await room.teacher(server, "Tom Gruffydd")
        groups = await grouping.form(lead, [first.person], [second.person])
        await lead.do({"endGroups": {}}, "end")
        await lead.do({"undo": {"step": "end"}})
        for one in (nia, tom):
            await one.event("stepUndone")
        await nia.do({"postMessage": {"text": "only ours", "group": groups[0]["group"]}})
        await lead.do({"postMessage": {"text": "for all"}})
        await tom.event("messagePosted", text="for all")
        assert not any(entry["event"].get("messagePosted", {}).get("text") == "only ours" for entry in tom.entries)
        await lead.event("messagePosted", text="only ours")

    room.run(body())


def test_words_that_were_taken_back_come_back_with_their_author(server: Server) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        nia, _ = await room.teacher(server, "Nia Bowen")
        await nia.do({"postMessage": {"text": "canary"}})
        message = (await lead.event("messagePosted", text="canary"))["event"]["messagePosted"]["message"]
        await nia.do({"withdrawMessage": {"message": message}})
        assert await refused(lead, {"restoreMessage": {"message": message, "text": "not mine"}}) == "notAllowed"
        await nia.do({"restoreMessage": {"message": message, "text": "canary"}})
        await lead.event("messageRestored", message=message, text="canary")
        late, _ = await room.teacher(server, "Tom Gruffydd")
        shown = next(one for one in late.welcomes[-1]["room"]["messages"] if one["id"] == message)
        assert shown["text"] == "canary" and not shown["isWithdrawn"]

    room.run(body())
