"""A server that is broken on purpose: it answers before the commit. Built from a copy of the sources.

The test that never loses anything has to lose something with this one; otherwise it is asleep.
"""

from __future__ import annotations

import fcntl
import filecmp
import os
import re
import shutil
import subprocess
from pathlib import Path

from Tests.EndToEnd.server import ROOT

FOLDER = ROOT / ".build" / "mutant"
BUILD_SECONDS = 1_500
PLACE = Path("Sources/Hosting/Room/RoomHost.swift")
HONEST = """        let item = PendingCommit(submission: submission, entries: entries, answer: answer)
"""
# Only what a device sends: the server waits for its own commands before it lets anybody in.
EARLY = """        let item = PendingCommit(submission: submission, entries: entries, answer: stamp == nil ? answer : nil)
        if stamp != nil { answer?(.success(expected + Int64(events.count))) }
"""


def build() -> Path:
    """The mutant's program; what is unchanged since the last time is not built again."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        source = FOLDER / "package"
        _copy(source)
        command = [
            os.environ.get("SWIFT", "swift"), "build", "--package-path", str(source), "--scratch-path",
            str(FOLDER / "build"), "--product", "staffroom", "-j", "2",
        ]
        made = subprocess.run(command, capture_output=True, text=True, timeout=BUILD_SECONDS)
        assert made.returncode == 0, made.stdout[-4000:] + made.stderr[-4000:]
    return FOLDER / "build" / "debug" / "staffroom"


def _copy(target: Path) -> None:
    """Package and sources with the one change; files that are the same keep their time, so builds stay short."""
    wanted: dict[Path, bytes | None] = {Path("Package.swift"): _package()}
    for path in sorted((ROOT / "Sources").rglob("*")):
        if path.is_file():
            wanted[path.relative_to(ROOT)] = None
    text = (ROOT / PLACE).read_text()
    assert text.count(HONEST) == 1, f"the place to break moved in {PLACE}: bring this file up to date"
    wanted[PLACE] = text.replace(HONEST, EARLY).encode()
    for old in sorted(target.rglob("*")) if target.exists() else []:
        if old.is_file() and old.relative_to(target) not in wanted and old.name != "Package.resolved":
            old.unlink()
    pinned = ROOT / "Package.resolved"
    if pinned.exists() and not (target / pinned.name).exists():
        # The same libraries as the honest server, and no question to their homes.
        _put(target / pinned.name, None, pinned)
    for relative, content in wanted.items():
        _put(target / relative, content, ROOT / relative)


def _put(target: Path, content: bytes | None, source: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if content is None:
        if not target.exists() or not filecmp.cmp(source, target, shallow=False):
            shutil.copyfile(source, target)
    elif not target.exists() or target.read_bytes() != content:
        target.write_bytes(content)


def _package() -> bytes:
    """The manifest without its tests, whose folders are not copied."""
    text = (ROOT / "Package.swift").read_text()
    text = re.sub(r"^ +\.testTarget\(.*?\),\n", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"^.*path: \"Tests/.*\n", "", text, flags=re.MULTILINE).encode()
