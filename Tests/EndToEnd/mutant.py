"""Servers that are broken on purpose, each by a flag of the build: they answer before the commit, or commit without
waiting for the disk.

The tests that never lose anything have to lose something with these; otherwise they are asleep.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from pathlib import Path

from Tests.EndToEnd.server import ROOT

FOLDER = ROOT / ".build" / "mutant"
BUILD_SECONDS = 1_500

EARLY = "MUTANT_EARLY"
"""What a device sends is answered before the commit."""
NORMAL = "MUTANT_NORMAL"
"""`synchronous` is NORMAL instead of FULL."""


def build(flag: str) -> Path:
    """The mutant's program; what is unchanged since the last time is not built again."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        scratch = FOLDER / "build"
        command = [
            os.environ.get("SWIFT", "swift"), "build", "--package-path", str(ROOT), "--scratch-path", str(scratch),
            "--product", "staffroom", "-j", "2",
        ]
        made = subprocess.run(
            command, capture_output=True, text=True, timeout=BUILD_SECONDS, env={**os.environ, "STAFFROOM_MUTANT": flag})
        assert made.returncode == 0, made.stdout[-4000:] + made.stderr[-4000:]
        # The next one is built in the same place.
        program = FOLDER / flag
        shutil.copy2(scratch / "debug" / "staffroom", program)
    return program
