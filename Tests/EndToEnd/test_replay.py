"""Recorded meetings played into the log by `staffroom replay`, and what `staffroom report` then says of them."""

import json
import subprocess
from pathlib import Path

import pytest

from Tests.EndToEnd.server import BINARY, Server

RECORDINGS = Path(__file__).resolve().parents[1] / "Data" / "recordings"
FILES = sorted(RECORDINGS.glob("*.jsonl"))
EXPECTED = json.loads((RECORDINGS / "expected.json").read_text())
FRAME = '{"type":"meeting","id":"small","clock":true,"date":"2026-11-22"}'
TOLERANCE = 1e-6
RUN_SECONDS = 120


def run(*arguments: object) -> subprocess.CompletedProcess:
    return subprocess.run([str(BINARY), *map(str, arguments)], capture_output=True, text=True, timeout=RUN_SECONDS)


def report(data: Path, *more: object) -> dict:
    done = run("report", "--json", "--data", data, *more)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def differences(expected: object, found: object, at: str = "") -> list[str]:
    """Where two trees differ: integers exactly, reals by more than the tolerance."""
    if isinstance(expected, dict) and isinstance(found, dict):
        keys = sorted(expected.keys() | found.keys())
        return [line for key in keys for line in (
            differences(expected[key], found[key], f"{at}.{key}") if key in expected and key in found
            else [f"{at}.{key} is in one only"])]
    if isinstance(expected, float) and isinstance(found, (int, float)):
        return [] if abs(expected - found) <= TOLERANCE else [f"{at}: {expected} {found}"]
    return [] if expected == found and type(expected) is type(found) else [f"{at}: {expected} {found}"]


def test_the_log_gives_the_figures_of_the_meetings(tmp_path: Path) -> None:
    played = run("replay", *FILES, "--data", tmp_path / "data")
    assert played.returncode == 0, played.stderr
    assert differences(EXPECTED, report(tmp_path / "data")) == []
    one = report(tmp_path / "data", FILES[0].stem)
    assert list(one) == [FILES[0].stem]
    assert run("verify", "--data", tmp_path / "data").returncode == 0


@pytest.mark.parametrize(("lines", "name"), [
    ([""], "emptyRecording"),
    ([FRAME, '{"type":"dance","t":1,"p":"a"}'], "unknownRecord"),
    ([FRAME, "hello"], "notJSON"),
    ([FRAME, '{"type":"connect","t":1}'], "missingField"),
    (['{"type":"connect","t":1,"p":"a"}'], "meetingNotFirst"),
])
def test_a_wrong_file_is_named_and_nothing_is_stored(tmp_path: Path, lines: list[str], name: str) -> None:
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text("\n".join(lines))
    done = run("replay", FILES[0], wrong, "--data", tmp_path / "data")
    assert done.returncode == 65
    assert name in done.stderr and "wrong.jsonl" in done.stderr
    assert not (tmp_path / "data").exists()


def test_a_recording_is_played_once(tmp_path: Path) -> None:
    small = tmp_path / "small.jsonl"
    small.write_text(f'{FRAME}\n{{"type":"connect","t":1.5,"p":"a"}}\n')
    twice = run("replay", small, small, "--data", tmp_path / "data")
    assert twice.returncode == 65 and "recordingTwice" in twice.stderr
    assert run("replay", small, "--data", tmp_path / "data").returncode == 0
    again = run("replay", small, "--data", tmp_path / "data")
    assert again.returncode == 65 and "recordingTwice" in again.stderr
    assert report(tmp_path / "data")["small"]["people"]["a"]["first"] == 1.5


def test_a_folder_in_use_is_named(server: Server) -> None:
    done = run("replay", FILES[0], "--data", server.data)
    assert done.returncode == 75 and "folderInUse" in done.stderr
    # Reading is possible beside the server.
    assert report(server.data) == {}


def test_a_meeting_that_is_not_there(tmp_path: Path) -> None:
    small = tmp_path / "small.jsonl"
    small.write_text(FRAME)
    assert run("replay", small, "--data", tmp_path / "data").returncode == 0
    done = run("report", "nothing", "--data", tmp_path / "data")
    assert done.returncode == 65 and "unknownMeeting" in done.stderr


def test_a_live_meeting_is_reported_too(server: Server) -> None:
    from Tests.EndToEnd import room

    async def body() -> str:
        lead = await room.lead(server)
        client, ticket = await room.teacher(server, "Siân")
        await client.do({"postMessage": {"text": "one two three"}})
        await client.do({"raiseHand": {}})
        await lead.do({"callOn": {"person": ticket.person}})
        await lead.do({"endMeeting": {}})
        await client.leave()
        await lead.leave()
        return ticket.person

    person = room.run(body(), RUN_SECONDS)
    figures = report(server.data, server.meeting)[server.meeting]
    assert figures["people"][person]["chat_words"] == 3
    assert figures["people"][person]["turns"] == 1
    assert figures["people"][person]["called"] == 1
    assert figures["classes"] == {"spoke": 1, "typed_only": 0, "hand_only": 0, "acted_only": 0, "silent": 0}
    assert figures["attended"] == 1 and figures["leads"] == 1
    # Nobody noted words: nought would not be so.
    assert figures["words"] is None and figures["turns"] == 1
