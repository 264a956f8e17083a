"""The benches in their short form: nothing is lost, doubled or out of order; no time is looked at."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from Tests.EndToEnd.server import BINARY, ROOT

BENCH = BINARY.parent / "staffroom-bench"
COMMAND_SECONDS = 300


def run(tmp_path: Path, command: list[str]) -> str:
    done = subprocess.run([str(BENCH), *command, "--scratch", str(tmp_path)], cwd=ROOT, capture_output=True, text=True,
                          timeout=COMMAND_SECONDS, env=dict(os.environ))
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_goals_are_measured_and_nothing_is_lost(tmp_path: Path) -> None:
    found = json.loads(run(tmp_path, ["all", "--short", "--json", "--only", "fanout", "rooms", "commit"]))
    assert found["wrong"] == []
    assert {goal["row"] for goal in found["goals"]} >= {"F1", "F4", "R1", "R2", "R3", "C1", "C2", "C3"}


@pytest.mark.long
@pytest.mark.parametrize("command", [
    ["visitors", "--people", "30", "--seconds", "3", "--repeats", "1"],
    ["unread", "--people", "30", "--lines", "10", "--messages", "20", "--repeats", "1"],
    ["storm", "--people", "30", "--repeats", "1"],
    ["all", "--short", "--only", "resume", "idle", "slow-reader", "lines", "report"],
], ids=lambda command: command[0])
def test_visitors_hurt_nobody_else(tmp_path: Path, command: list[str]) -> None:
    assert "WRONG" not in run(tmp_path, command)
