"""Commands that take long say how far they are, on a terminal and nowhere else."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from Tests.EndToEnd.server import BINARY, ROOT
from Tests.EndToEnd.test_integrity import COMMAND_SECONDS, staffroom

RECORDING = Path(__file__).resolve().parents[1] / "Data" / "recordings" / "ccg-vc-education-2022-05-09.jsonl"


def on_a_terminal(*arguments: object) -> tuple[int, str, str]:
    """The program with its standard error on a terminal: exit code, what it printed, what the terminal got."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([str(BINARY), *map(str, arguments)], cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    shown = b""
    deadline = time.monotonic() + COMMAND_SECONDS
    while time.monotonic() < deadline:
        ready, _, _ = select.select([ours], [], [], 1.0)
        try:
            piece = os.read(ours, 65_536) if ready else b""
        except OSError:
            # How a terminal says that nobody holds its other end any more.
            break
        shown += piece
    printed, _ = process.communicate(timeout=COMMAND_SECONDS)
    os.close(ours)
    return process.returncode, printed.decode(), shown.decode()


def test_a_long_command_says_how_far_it_is_on_a_terminal_only(tmp_path: Path) -> None:
    events = [json.loads(line) for line in RECORDING.read_text().splitlines()]
    last = max(event.get("t", 0) for event in events)
    # As fast as makes it last a while: what is shown is not a matter of how fast the machine is.
    speed = last / 5
    with ThreadPoolExecutor() as pool:
        elsewhere = pool.submit(staffroom, "replay", "--speed", speed, "--data", tmp_path / "two", RECORDING)
        code, printed, shown = on_a_terminal("replay", "--speed", speed, "--data", tmp_path / "one", RECORDING)
        done = elsewhere.result()
    assert code == 0 and "people" in printed
    assert re.search(r"playing: \d+ %, \d+ of \d+ acts, \d+ s", shown), shown
    assert shown.endswith("\r\x1b[K"), "the line is gone when the command is done"
    assert "\x1b" not in printed and "%" not in printed
    assert done.returncode == 0 and done.stderr == "", done.stderr
    # What is over at once shows nothing.
    code, printed, shown = on_a_terminal("settings")
    assert "%" not in shown
