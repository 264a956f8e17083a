"""Reports of Teams and Zoom by the command, beside a running server and alone: looked at, kept, taken back; no address, no
number and no private word of a file ever reaches the data folder, and a damaged one stores nothing."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from Tests.EndToEnd import room
from Tests.EndToEnd.erasing import ADDRESS, NAME, found_in, good, staffroom
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.server import Server
from Tests.EndToEnd.store import DATABASE

DATA, USAGE = 65, 64
REPORTS = Path(__file__).resolve().parents[1] / "Data" / "imports"
ZOOM = f"""Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room
{NAME},{ADDRESS},26/03/2026 16:00,26/03/2026 17:00,60,Yes,No
{NAME},{ADDRESS.upper()},26/03/2026 16:30,26/03/2026 17:10,40,Yes,No
+44 7700 900123,,26/03/2026 16:00,26/03/2026 17:00,60,Yes,No
"""
# Whoever else was on that call.
OTHER = "Kai Pritchard"
CHAT = f"""16:01:00 From {NAME} to Everyone:
\tquuxword-public words
16:02:00 From {NAME} to Kai(Direct Message):
\tquuxword-private
"""


def brought(planner: Planner, meeting: str) -> list[dict]:
    """The reports of the meeting, as its page lists them."""
    answer = planner.post("/api/import/list", {"meeting": meeting})
    assert answer.status == 200, answer
    return answer.body["reports"]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    zoom, chat = tmp_path / "participants.csv", tmp_path / "chat.txt"
    zoom.write_text(ZOOM)
    chat.write_text(CHAT)
    return zoom, chat


def hold(server: Server) -> tuple[Planner, str]:
    """A meeting that was opened and ended, with somebody in it, and who prepared it."""
    planner = Planner(server)

    async def play() -> None:
        host = await room.lead(server, cookie=planner.cookie)
        await room.teacher(server, "Ann")
        await host.do({"endMeeting": {}})

    room.run(play())
    return planner, server.meeting


def test_a_file_says_who_callers_are(server: Server, files: tuple[Path, Path], tmp_path: Path) -> None:
    planner, meeting = hold(server)
    command = ("import", "--data", server.data, meeting, files[0], "--names", tmp_path / "names.json")

    def names(**said: str) -> None:
        (tmp_path / "names.json").write_text(json.dumps(said))

    for said, code in (({"Nobody": "out"}, "unknownCaller"), ({NAME: "Nobody"}, "unknownPerson")):
        names(**said)
        wrong = staffroom(*command)
        assert wrong.returncode == DATA and code in wrong.stderr and wrong.stdout == "", wrong.stderr
    assert brought(planner, meeting) == []
    names(**{NAME: "Ann", "phone participant 1": "out"})
    good(*command)
    (report,) = brought(planner, meeting)
    assert report["callers"] == 1 and found_in(server.data) == {}, "somebody else than Ann was written down"
    good("import", "--data", server.data, meeting, "--undo", report["id"])
    assert brought(planner, meeting)[0]["isUndone"]


def test_reports_are_looked_at_kept_and_taken_back(server: Server, files: tuple[Path, Path]) -> None:
    planner, meeting = hold(server)
    command = ("import", "--data", server.data, meeting, *files)
    shown = good(*command, "--preview", "--json")
    people, chat = map(json.loads, shown.splitlines())
    assert [people["kind"], chat["kind"]] == ["zoom_participants", "zoom_chat"]
    assert [one["name"] for one in people["people"]] == [NAME, "phone participant 1"]
    assert people["people"][0]["email"] == ADDRESS and people["people"][0]["intervals"] == [[0, 4200]]
    assert [one["words"] for one in chat["chat"]] == [2]
    assert brought(planner, meeting) == [] and found_in(server.data) == {}
    # A file that cannot be taken takes the others with it.
    bad = staffroom(*command, REPORTS / "t08_cut.csv")
    assert bad.returncode == DATA and "missingValue" in bad.stderr and "line 22" in bad.stderr and bad.stdout == ""
    unsure = staffroom(*command, REPORTS / "t03_ambiguous.csv")
    assert unsure.returncode == DATA and "ambiguousDate" in unsure.stderr
    assert brought(planner, meeting) == []
    assert good(*command) == shown
    kept = brought(planner, meeting)
    assert [(one["form"], one["callers"], one["messages"]) for one in kept] == [
        ("zoom_participants", 2, 0), ("zoom_chat", 1, 1)]
    # The name is kept until it is erased; addresses, numbers and words are not.
    for path, found in found_in(server.data, server.log_path).items():
        assert set(found) <= {"Quux", "Zebedee"}, (path, found)
        assert b"7700" not in Path(path).read_bytes()
    assert json.loads(good("verify", "--json", "--data", server.data))["good"] is True
    for one in kept:
        good("import", "--data", server.data, meeting, "--undo", one["id"])
    assert all(one["isUndone"] for one in brought(planner, meeting))
    assert found_in(server.data, server.log_path) == {}
    again = staffroom("import", "--data", server.data, meeting, "--undo", kept[0]["id"])
    assert again.returncode == DATA and "alreadySo" in again.stderr
    # What was taken back is so for a server that reads the log again.
    server.stop()
    server.start()
    assert all(one["isUndone"] for one in brought(planner, meeting))


def test_without_a_server_the_command_does_it_and_whoever_was_only_on_the_call_can_be_erased(
        server: Server, files: tuple[Path, Path]) -> None:
    planner, meeting = hold(server)
    server.stop()
    files[0].write_text(f"{ZOOM}{OTHER},,26/03/2026 16:00,26/03/2026 17:00,60,Yes,No\n")
    good("import", "--data", server.data, meeting, files[0])
    assert found_in(server.data) != {}
    server.start()
    assert [one["callers"] for one in brought(planner, meeting)] == [3]
    found = [one for one in planner.post("/api/people").body["people"] if one["name"] == NAME]
    good("erase", "--data", server.data, "--yes", found[0]["person"])
    assert found_in(server.data, server.log_path) == {}
    # What the report says of others stays.
    with closing(sqlite3.connect(f"file:{server.data / DATABASE}?mode=ro", uri=True)) as database:
        parts = [json.loads(text) for (text,) in database.execute("SELECT json FROM personal WHERE stream = ?", (meeting,))]
    assert any(part.get("name") == OTHER for part in parts)
    assert json.loads(good("verify", "--json", "--data", server.data))["good"] is True


def test_what_is_asked_wrongly_is_said(server: Server, files: tuple[Path, Path]) -> None:
    for arguments, code, word in (
        ((server.meeting, files[0], "--date", "26/03/2026"), USAGE, "--date"), ((server.meeting,), USAGE, "files"),
        (("nowhere", files[0]), DATA, "unknownMeeting"), ((server.meeting, "no-such-file"), DATA, "unreadable"),
        ((server.meeting, files[0], "--date", "2026-03-27"), DATA, "otherDate"),
        ((server.meeting, "--undo", "i9"), DATA, "notFound"),
    ):
        done = staffroom("import", "--data", server.data, *arguments)
        assert done.returncode == code and word in done.stderr, (arguments, done.stderr)
