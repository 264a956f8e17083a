"""The end of the write-ahead log is lost, as by a machine that goes down: between two marks of where the log ends."""

from __future__ import annotations

from Tests.EndToEnd import store
from Tests.EndToEnd.server import Server

WAL = store.DATABASE + "-wal"
MARKS = "staffroom.marks"


class Cut:
    """The log as it was at an instant, to which it is cut back by hand when the server is dead."""

    def __init__(self, server: Server):
        self.data = server.data
        self.size = (self.data / WAL).stat().st_size
        self.kept = (self.data / WAL).read_bytes()
        self.marks = self._marks()

    def _marks(self) -> bytes:
        file = self.data / MARKS
        return file.read_bytes() if file.exists() else b""

    def holds(self) -> bool:
        """Whether it is a piece of today's log that no mark is behind."""
        log = (self.data / WAL).read_bytes()
        return self._marks() == self.marks and len(log) > self.size and log.startswith(self.kept)

    def make(self) -> None:
        with (self.data / WAL).open("r+b") as file:
            file.truncate(self.size)
