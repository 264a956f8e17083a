"""A rehearsal practises groups: simulated teachers say what they offer and need, sit where the lead puts them, note for
their group and for everybody, and call for help."""

from __future__ import annotations

import asyncio
import json

from Tests.EndToEnd.client import Client
from Tests.EndToEnd.grouping import planned, propose
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.room import run
from Tests.EndToEnd.server import Server
from Tests.EndToEnd.test_rehearse import rehearse_arguments

PEOPLE = 12
SPEED = 40


async def practise(lead: Client, planner: Planner, meeting: dict) -> None:
    """The lead opens two items, puts everybody who is here into groups, and waits until they work."""
    await lead.do({"openMeeting": {}})
    for kind in ("offersSet", "needsSet", "teachingSet"):
        await lead.event(kind)
    agenda = [one["id"] for one in lead.welcomes[-1]["room"]["agenda"]]
    for segment in agenda[:2]:
        await lead.do({"openSegment": {"segment": segment}})
    groups = propose(planner, meeting["id"], "expertise", size=4)
    await lead.do({"formGroups": {"plan": planned(groups)}})
    for is_report in (False, True):
        await lead.event("cardWritten", isReport=is_report)
    # Whoever comes late is seated, and calls.
    await lead.event("groupSignalled", signal="help")
    await lead.event("groupSignalled", signal="done")
    await lead.do({"endGroups": {}})
    await lead.do({"endMeeting": {}})


def test_simulated_teachers_work_in_groups(server: Server):
    planner = Planner(server)
    meeting = planner.create(planner.template("kit-launch"), rehearsal=True)

    async def play() -> dict:
        lead = Client(server.port, meeting["id"], planner.cookie, role="coordinator")
        await lead.connect()
        process = await asyncio.create_subprocess_exec(
            *rehearse_arguments(server, meeting["code"], PEOPLE, SPEED), stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL)
        try:
            await practise(lead, planner, meeting)
            output, _ = await process.communicate()
            assert process.returncode == 0
        finally:
            if process.returncode is None:
                process.kill()
            await lead.leave()
        return json.loads(output)

    outcome = run(play())
    people = outcome["people"].values()
    assert outcome["hasEnded"] and outcome["wishes"]["unanswered"] == 0
    assert sum(one["notes"] for one in people) >= 2 and sum(one["topics"] for one in people) >= 3
    assert sum(one["signals"] for one in [*people, *outcome["tables"].values()]) >= 2
