"""The disk under a data folder as a test wishes it to be: full, broken, read-only, or without power.

Knows `shim.c`: builds it, tells it by a shared page of memory what fails, and reads what did.
"""

from __future__ import annotations

import errno
import fcntl
import mmap
import struct
import subprocess
from pathlib import Path

from Tests.EndToEnd.server import ROOT

SOURCE = Path(__file__).with_name("shim.c")
FOLDER = ROOT / ".build" / "faults"
FOREVER = 1 << 62

WRITE, SYNC, RENAME, OPEN, TRUNCATE = 1, 2, 4, 8, 16
NOTHING, FAIL, SHORT, CUT = range(4)
CUT_CODE = 99
"""How a process ends whose power was cut."""

_LAYOUT = struct.Struct("<IIIIQQQQ64s")
_COUNTS = struct.Struct("<QQ")
_COUNTS_AT = 32


def shim() -> Path:
    """The library to be preloaded, built from its source."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    library = FOLDER / "shim.so"
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not library.exists() or library.stat().st_mtime < SOURCE.stat().st_mtime:
            command = ["cc", "-Wall", "-Wextra", "-Werror", "-O1", "-shared", "-fPIC", "-o", library, SOURCE, "-ldl"]
            subprocess.run([*map(str, command)], check=True, timeout=120)
    return library


class Disk:
    """The disk of one data folder. A process started with its `environment` has it."""

    def __init__(self, data: Path, page: Path):
        page.write_bytes(bytes(mmap.PAGESIZE))
        with page.open("r+b") as file:
            self._page = mmap.mmap(file.fileno(), mmap.PAGESIZE)
        self.environment = {
            "LD_PRELOAD": str(shim()), "FAULT_CONTROL": str(page.resolve()), "FAULT_FOLDER": str(data.resolve())}

    def fail(self, operations: int, error: int = errno.EIO, *, first: int = 1, times: int = FOREVER,
             mode: int = FAIL, name: str = "", seed: int = 0) -> None:
        """From the `first` of such operations on, counted from now, so many fail; only of files named so."""
        self.heal()
        until = min(first + times, FOREVER)
        self._page[:_LAYOUT.size] = _LAYOUT.pack(NOTHING, operations, error, seed, first, until, 0, 0, name.encode())
        self._page[:4] = struct.pack("<I", mode)

    def cut(self, *, first: int, seed: int) -> None:
        """The power is cut at that write, sync or rename, counted from now; the seed says what is lost."""
        self.fail(WRITE | SYNC | RENAME | TRUNCATE, first=first, mode=CUT, seed=seed)

    def heal(self) -> None:
        """It works again."""
        self._page[:4] = struct.pack("<I", NOTHING)

    @property
    def count(self) -> int:
        """How many such operations there were since `fail`."""
        return _COUNTS.unpack_from(self._page, _COUNTS_AT)[0]

    @property
    def hits(self) -> int:
        """How many of them failed."""
        return _COUNTS.unpack_from(self._page, _COUNTS_AT)[1]
