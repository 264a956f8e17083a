"""Lists of people by command and by page: read alike, over a real socket, and refused with their line."""

import asyncio
import base64
import json
import random
import subprocess
import uuid
from pathlib import Path

import pytest

from Tests.EndToEnd.client import Client
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.server import BINARY, Server

LISTS = Path(__file__).resolve().parents[1] / "Data" / "lists"
EXPECTED = json.loads((LISTS / "expected.json").read_text())
PIECE_BYTES = 32_768
DATA = 65
SAMPLE = 18
"""As many as one person may have read at once, and two for the tests beside."""


def run(*arguments: object) -> subprocess.CompletedProcess:
    return subprocess.run([str(BINARY), *map(str, arguments)], capture_output=True, text=True, timeout=60)


def send(planner: Planner, content: bytes, **fields: object) -> dict:
    """What the console is told of a list."""
    file, meeting = uuid.uuid4().hex, planner.server.meeting
    pieces = [content[at:at + PIECE_BYTES] for at in range(0, len(content), PIECE_BYTES)] or [b""]
    for number, piece in enumerate(pieces):
        sent = planner.post("/api/file", {"meeting": meeting, "file": file, "number": number, "count": len(pieces),
                                          "bytes": base64.b64encode(piece).decode()})
        assert sent.status == 200, sent
    answer = planner.post("/api/list", {"meeting": meeting, "file": file, **fields})
    assert answer.status == 200, answer
    return answer.body


@pytest.fixture
def planner(server: Server) -> Planner:
    """The sample's coordinator, who has been in the meeting."""
    planner = Planner(server)

    async def come() -> None:
        client = await Client(server.port, server.meeting, planner.cookie, role="coordinator").connect()
        await client.leave()

    asyncio.run(come())
    return planner


def people(answer: dict) -> list[dict]:
    return [{key: one[key] for key in one if key != "line"} for one in answer["people"]]


def test_the_command_and_the_page_read_alike(planner: Planner, seed: int) -> None:
    for name in random.Random(seed).sample(sorted(EXPECTED), SAMPLE):
        expected = EXPECTED[name]
        commas = expected.get("commas")
        done = run("list", LISTS / name, *(["--commas", commas] if commas else []))
        told = send(planner, (LISTS / name).read_bytes(), **({"commas": commas} if commas else {}))
        if done.returncode == 0:
            assert json.loads(done.stdout) == told["list"], name
            assert len(told["who"]) == len(told["list"]["people"])
        else:
            assert done.returncode == DATA and done.stdout == "", (name, done)
            line = told["problem"].get("line")
            assert line is None or f"line {line}" in done.stderr, (name, done.stderr)
        if not expected.get("known"):
            assert ("problem" in told) == ("problem" in expected), (name, told)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_command_reads_who_is_in_a_list(name: str) -> None:
    expected = EXPECTED[name]
    known = [part for one in expected.get("known", []) for part in ("--known", one)]
    commas = ["--commas", expected["commas"]] if "commas" in expected else []
    done = run("list", LISTS / name, *known, *commas)
    if "problem" in expected:
        assert (done.returncode, done.stdout) == (DATA, ""), done
        return
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert people(told) == expected["people"]
    assert (told["encoding"] == "windows1252") == ("Windows-1252" in done.stderr)
    assert all(one in done.stderr for one in expected["ignored"])


@pytest.mark.parametrize(("name", "count"), [
    ("joiner-after-comma.csv", 2), ("windows-1252.csv", 4), ("utf16le-tab.csv", 4), ("quoted-line-break.csv", 4),
    ("two-schools-decomposed.csv", 4), ("names-like-words.txt", 4), ("outlook-paste.txt", 2), ("sep-line.csv", 2),
    ("extra-column.csv", 3), ("google-form-welsh.csv", 2), ("first-surname-group.csv", 2),
])
def test_groups_are_formed_of_a_list(name: str, count: int) -> None:
    done = run("groups", LISTS / name, "--size", 2)
    assert done.returncode == 0, done.stderr
    assert sum(map(len, json.loads(done.stdout)["groups"])) == count
    if name == "extra-column.csv":
        assert "ignored: email" in done.stderr


@pytest.mark.parametrize(("name", "said"), [
    ("twice-without-school.csv", "line 4 and line 2"), ("comma-uncertain.txt", "line 1"), ("open-quote.csv", "line 2"),
    ("phase-tertiary.csv", 'line 3, column 2 (phase): expected primary, secondary or FE, not "tertiary"'),
    ("workbook.xlsx", "save it as CSV"),
])
def test_what_nobody_can_know_is_refused_with_its_line(name: str, said: str) -> None:
    done = run("groups", LISTS / name, "--size", 2)
    assert (done.returncode, done.stdout) == (DATA, "")
    assert said in done.stderr


def test_a_long_list_comes_in_pieces_and_is_gone_after(planner: Planner) -> None:
    names = [f"Teacher {number} of many" for number in range(4_000)]
    content = "\n".join(["name,school"] + [f"{name},Ysgol {number}" for number, name in enumerate(names)]).encode()
    assert len(content) > 3 * PIECE_BYTES
    told = send(planner, content)
    assert [one["name"] for one in told["list"]["people"]] == names
    again = planner.post("/api/list", {"meeting": planner.server.meeting, "file": "gone"})
    assert (again.status, again.body["error"]["code"]) == (409, "fileIncomplete")


def test_a_rule_about_nobody_is_refused_with_the_nearest_name(tmp_path: Path) -> None:
    file = tmp_path / "rules.json"
    everybody = [{"id": name} for name in ("Ann", "Ben", "Cai", "Dai")]
    for rule in ({"apart": [["ann", "Ben"]]}, {"together": [["Ben", "aNN"]]}, {"pins": {"Amn": 0}},
                 {"history": [{"groups": [["ann", "Ben"]]}]}):
        file.write_text(json.dumps({"people": everybody, "groups": {"size": 2}} | rule))
        done = run("groups", file)
        assert (done.returncode, done.stdout) == (DATA, ""), rule
        assert 'did you mean "Ann"?' in done.stderr, done.stderr
