"""A rehearsal: simulated teachers play a whole meeting, nothing is lost or late, and the report says what they did."""

from __future__ import annotations

import asyncio
import collections
import json
import subprocess

import pytest

from Tests.EndToEnd.client import Client
from Tests.EndToEnd.pace import allowed
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.room import run
from Tests.EndToEnd.server import BINARY, Server

PEOPLE = 250
SPEED = 30
# With that speed each item lasts as long as three minutes of people.
ITEM_SECONDS = 6.0
CALLS_A_SECOND = 2
ALL_SECONDS = 400.0
# `Delivery.lateMilliseconds`.
LATE_MILLISECONDS = 1_000
BEHAVIOURS = {"talker", "lurker", "latecomer", "dropper", "table"}


def rehearse_arguments(server: Server, meeting: str, people: int, speed: float) -> list[str]:
    return [str(BINARY), "rehearse", meeting, "--people", str(people), "--speed", str(speed), "--seed", "7",
            "--json", "--url", f"http://127.0.0.1:{server.port}"]


def report(server: Server, *meeting: str) -> dict:
    done = subprocess.run([str(BINARY), "report", *meeting, "--json", "--data", str(server.data)],
                          capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


async def steer(lead: Client, is_full: asyncio.Event) -> None:
    """The lead goes through the agenda and calls whoever is first in the queue."""
    await lead.do({"openMeeting": {}})
    await is_full.wait()
    agenda = [one["id"] for one in lead.welcomes[-1]["room"]["agenda"]]
    called: set[int] = set()
    for segment in agenda:
        await lead.do({"openSegment": {"segment": segment}})
        begun = lead.sequence
        for _ in range(int(ITEM_SECONDS * CALLS_A_SECOND)):
            await asyncio.sleep(1 / CALLS_A_SECOND)  # the pace of a meeting, nothing is awaited by it
            hands = [one for one in lead.entries if "handRaised" in one["event"] and one["sequence"] > begun
                     and one["sequence"] not in called]
            if hands:
                called.add(hands[0]["sequence"])
                person = hands[0]["event"]["handRaised"]["person"]
                await lead.do({"callOn": {"person": person}})
    await lead.do({"endMeeting": {}})


async def play(server: Server, planner: Planner, meeting: dict, people: int) -> tuple[dict, str]:
    lead = Client(server.port, meeting["id"], planner.cookie, role="coordinator")
    await lead.connect()
    process = await asyncio.create_subprocess_exec(
        *rehearse_arguments(server, meeting["code"], people, SPEED), stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE)
    is_full = asyncio.Event()
    said: list[str] = []

    async def listen() -> None:
        assert process.stderr
        async for line in process.stderr:
            said.append(line.decode())
            if "on time is in" in said[-1]:
                is_full.set()
        is_full.set()

    try:
        listening = asyncio.create_task(listen())
        await steer(lead, is_full)
        assert process.stdout
        output = await process.stdout.read()
        await listening
        assert await process.wait() == 0, "".join(said)
    finally:
        if process.returncode is None:
            process.kill()
        await lead.leave()
    return json.loads(output), "".join(said)


@pytest.mark.long
def test_250_people_in_a_whole_meeting(server):
    planner = Planner(server)
    meeting = planner.create(planner.template("kit-launch"), rehearsal=True)
    assert meeting["rehearsal"]
    outcome, said = run(play(server, planner, meeting, PEOPLE), ALL_SECONDS)
    refused = collections.Counter()
    for one in outcome["people"].values():
        refused.update(one["refused"])
    print(said, {key: outcome[key] for key in ("wishes", "delivery", "joined")}, dict(refused))

    assert outcome["joined"] == PEOPLE and outcome["hasEnded"], said
    delivery, wishes = outcome["delivery"], outcome["wishes"]
    assert (delivery["lost"], delivery["disordered"]) == (0, 0), delivery
    assert delivery["slowestMilliseconds"] <= allowed(LATE_MILLISECONDS), delivery
    assert wishes["unanswered"] == 0 and wishes["slowestMilliseconds"] < 60_000, wishes
    # It is a meeting and not a silence: a fact reaches nearly everybody.
    assert delivery["delivered"] > 100 * PEOPLE and wishes["stored"] > 3 * PEOPLE, (delivery, wishes)

    people = outcome["people"]
    assert {one["behaviour"] for one in people.values()} == BEHAVIOURS
    assert all(one["losses"] > 0 for one in people.values() if one["behaviour"] == "dropper")

    told = report(server, meeting["id"])[meeting["id"]]
    coordinator = set(told["people"]) - set(people)
    # Tables are devices and no people; two people sit at each.
    assert len(people) == PEOPLE + len(outcome["tables"]) and len(outcome["tables"]) > 10
    # Who leads is among the people and did not come to take part.
    assert len(coordinator) == 1 and told["attended"] == len(people)
    assert {one["messages"] for one in outcome["tables"].values()} == {0}
    for person, did in people.items():
        of_report = told["people"][person]
        assert {"chat": did["messages"], "chat_words": did["words"], "hand_up": did["hands"],
                "called": did["called"]} == {key: of_report[key] for key in ("chat", "chat_words", "hand_up", "called")}
    assert told["chat"] == sum(one["messages"] for one in people.values())
    assert sum(one["called"] for one in people.values()) > 10

    # A rehearsal counts nowhere unless one asks for it.
    assert meeting["id"] not in report(server)


def test_simulated_people_keep_out_of_a_real_meeting(server):
    planner = Planner(server)
    meeting = planner.create(planner.template("induction"))
    done = subprocess.run(rehearse_arguments(server, meeting["code"], 3, 10), capture_output=True, text=True,
                          timeout=30)
    assert done.returncode == 69 and "real meeting" in done.stderr, done


def test_what_is_no_meeting_is_said(server):
    done = subprocess.run(rehearse_arguments(server, "ZZZZZZ", 3, 10), capture_output=True, text=True, timeout=30)
    assert done.returncode == 69 and "unknownCode" in done.stderr, done
