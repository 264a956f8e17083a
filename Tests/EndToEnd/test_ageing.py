"""What people wrote goes when its time is over, with the clock moved: chat first, then notes, then the whole log, of
which the figures and the last hash stay; the rest verifies."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from Tests.EndToEnd import grouping, room, store
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.erasing import found_in, good, staffroom
from Tests.EndToEnd.pace import wait
from Tests.EndToEnd.server import Server

SETTINGS = 78


async def meet(server: Server) -> None:
    """A meeting with chat, a question and a card, which ends."""
    lead = await room.lead(server)
    one, ticket = await room.teacher(server, "Nia Bowen")
    await one.do({"postMessage": {"text": "quux in the chat"}})
    await one.do({"askQuestion": {"text": "Quux in a question"}})
    groups = await grouping.form(lead, [ticket.person])
    await one.do({"writeCard": {"group": groups[0]["group"], "text": "QUUX on a card", "isReport": False}})
    await lead.do({"endGroups": {}})
    await lead.do({"endMeeting": {}})


def held_in_log(server: Server, meeting: str) -> set[str]:
    """Which of the three are still in the log."""
    texts = json.dumps([entry.fields for entry in store.read(server.data, meeting).entries])
    return {word for word in ("quux", "Quux", "QUUX") if word in texts}


def test_chat_goes_after_a_month_notes_and_logs_after_the_programme_year(server):
    meeting = server.meeting
    room.run(meet(server))
    figures = json.loads(good("report", "--json", "--data", server.data))[meeting]
    assert held_in_log(server, meeting) == {"quux", "Quux", "QUUX"}
    server.move_clock(20)
    good("age", "--data", server.data)
    assert held_in_log(server, meeting) == {"quux", "Quux", "QUUX"}, "too early"
    server.move_clock(11)
    good("age", "--data", server.data)
    assert held_in_log(server, meeting) == {"QUUX"}
    assert "quux in" not in str(found_in(server.data))
    good("verify", "--data", server.data)

    async def look() -> None:
        lead = await Client(server.port, meeting, server.sign_in(), role="coordinator").connect()
        whole = json.dumps(lead.welcomes[-1])
        assert "QUUX" in whole and "quux" not in whole and "Quux" not in whole

    # The rest is kept until a year after the programme year of the meeting, whichever day of it today is.
    room.run(look())
    server.move_clock(2 * 366)
    good("age", "--data", server.data)
    good("verify", "--data", server.data)
    with closing(sqlite3.connect(f"file:{server.data / 'staffroom.db'}?mode=ro", uri=True)) as database:
        left = database.execute("SELECT count(*) FROM event WHERE stream = ?", (meeting,)).fetchone()[0]
        kept = database.execute("SELECT value FROM meta WHERE key = ?", (f"retired/{meeting}",)).fetchone()
    assert left == 0 and kept, "the log has gone, what was counted has not"
    assert len(json.loads(kept[0])["hash"]) == 64
    assert found_in(server.data) == {}
    after = json.loads(good("report", "--json", "--data", server.data))[meeting]
    for figure in ("attended", "chat", "words"):
        assert after[figure] == figures[figure]
    assert "people" not in after
    server.stop()
    good("verify", "--data", server.data)
    server.start()
    good("verify", "--data", server.data)


def test_a_server_does_it_by_itself_at_its_start_with_one_line_of_counts(server):
    meeting = server.meeting
    room.run(meet(server))
    server.move_clock(31)
    # The line is written when it is done; that it comes is what is waited for.
    aged = '"kind":"agedOut","parts":2,"logs":0'
    wait(lambda: aged in server.log(), "the line of what has gone")
    assert held_in_log(server, meeting) == {"QUUX"}
    line = next(one for one in server.log().splitlines() if aged in one)
    assert "Nia" not in line and meeting not in line


def test_periods_are_settings_within_bounds(tmp_path):
    with Server(tmp_path / "short", settings={"talkDays": 3}) as running:
        meeting = running.meeting
        room.run(meet(running))
        running.move_clock(4)
        good("age", "--data", running.data)
        assert held_in_log(running, meeting) == {"QUUX"}
    for wrong in ({"talkDays": 0}, {"workMonths": 121}, {"recordMonths": -1}, {"programmeYearMonth": 13}):
        config = tmp_path / "settings.json"
        config.write_text(json.dumps(wrong))
        done = staffroom("age", "--config", config, "--data", tmp_path / "none")
        assert done.returncode == SETTINGS and next(iter(wrong)) in done.stderr
