"""Minutes over real sockets and by the command: by round, what everybody may see, and group-private parts only where
leads asked for them."""

from __future__ import annotations

import http.client
import json
import subprocess

import pytest

from Tests.EndToEnd.client import Client
from Tests.EndToEnd.grouping import form
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.room import lead, run, teacher
from Tests.EndToEnd.server import BINARY, HTTP_SECONDS, Server

FORMS = ("text", "html", "csv")


def command(server: Server, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(BINARY), "minutes", server.meeting, "--data", str(server.data), *arguments],
                          capture_output=True, text=True, timeout=60)


async def hold(server: Server, host: Client) -> None:
    """Two rounds; what one group keeps for itself is a canary."""
    (ann, one), (_, two) = [await teacher(server, name) for name in ("Ann", "Bob")]
    for number in ("one", "two"):
        groups = await form(host, [one.person], [two.person])
        await ann.do({"writeCard": {"text": f"canary-kept-{number}", "isReport": False}})
        await ann.do({"writeCard": {"text": f"=shared-{number}", "isReport": True}})
        await ann.do({"postMessage": {"text": f"canary-chat-{number}", "group": groups[0]["group"]}})
        await host.do({"endGroups": {}})
    await ann.do({"postMessage": {"text": "<b>to all</b>"}})
    await host.do({"postMessage": {"text": "canary-hidden"}})
    hidden = (await host.event("messagePosted", text="canary-hidden"))["event"]["messagePosted"]["message"]
    await host.do({"hideMessage": {"message": hidden}})
    await host.do({"endMeeting": {}})


@pytest.mark.parametrize("language", ["en", "cy"])
def test_minutes_say_by_round_what_everybody_may_see_and_to_leads_what_groups_kept(server: Server, language: str):
    async def play() -> None:
        await hold(server, await lead(server))

    run(play())
    for shape in FORMS:
        for readers in ("everybody", "leads"):
            done = command(server, "--form", shape, "--readers", readers, "--language", language)
            assert done.returncode == 0, done.stderr
            kept = [f"canary-{kind}-{number}" for kind in ("kept", "chat") for number in ("one", "two")]
            assert all((word in done.stdout) == (readers == "leads") for word in kept), (shape, readers)
            assert "shared-one" in done.stdout and "shared-two" in done.stdout
            assert "canary-hidden" not in done.stdout and "minutes." not in done.stdout
            assert ("<b>" in done.stdout) == (shape != "html")
            # A spreadsheet runs no cell of these.
            assert shape != "csv" or ",=shared" not in done.stdout


def test_the_route_gives_what_the_command_prints_once_the_meeting_is_over(server: Server):
    wish = {"meeting": server.meeting, "form": "text", "readers": "leads", "language": "en"}

    async def play() -> Planner:
        host = await lead(server)
        planner = Planner(server, host.cookie)
        early = planner.post("/api/minutes", wish)
        assert (early.status, early.body["error"]["code"]) == (409, "meetingIsNotOver")
        await hold(server, host)
        return planner

    planner = run(play())
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=HTTP_SECONDS)
    try:
        connection.request("POST", "/api/minutes", json.dumps(wish | {"csrf": planner.csrf}),
                           {"Cookie": planner.cookie, "Content-Type": "application/json"})
        answer = connection.getresponse()
        text = answer.read().decode()
    finally:
        connection.close()
    assert answer.status == 200 and "attachment" in answer.getheader("Content-Disposition", "")
    assert text == command(server, "--readers", "leads").stdout


def test_a_meeting_that_there_is_not_has_no_minutes(server: Server):
    done = subprocess.run([str(BINARY), "minutes", "nonsense", "--data", str(server.data)], capture_output=True,
                          text=True, timeout=60)
    assert done.returncode == 65 and "unknownMeeting" in done.stderr
